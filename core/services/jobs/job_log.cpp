#include "core/services/jobs/job_log.h"

#include "core/model/error_json.h"
#include "core/storage/private_file.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <algorithm>
#include <array>

namespace latchkey {

namespace {

constexpr std::array stateWords{"queued", "running", "done", "failed", "cancelled", "interrupted"};
constexpr qint64 LongestLine = 1 << 20;

JobState stateFrom(const QString &word) {
    for (std::size_t i = 0; i < stateWords.size(); ++i) {
        if (word == QLatin1StringView(stateWords[i]))
            return static_cast<JobState>(i);
    }
    return JobState::Interrupted;
}

QJsonValue ms(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->ms()) : QJsonValue();
}
std::optional<Instant> instant(const QJsonValue &v) {
    return v.isDouble() ? std::optional(Instant(v.toInteger())) : std::nullopt;
}

std::optional<Error> optionalError(const QJsonValue &v) {
    return v.isObject() ? std::optional(errorFrom(v.toObject())) : std::nullopt;
}

QJsonArray toJson(const JobProgress &p) {
    return {p.seen, p.total, p.changed, p.unneeded, p.failed};
}
JobProgress progressFrom(const QJsonValue &v) {
    const QJsonArray a = v.toArray();
    return {a.at(0).toInteger(), a.at(1).toInteger(), a.at(2).toInteger(), a.at(3).toInteger(),
            a.at(4).toInteger()};
}

QJsonObject toJson(const JobRecord &j) {
    QJsonArray failures;
    for (const JobFailure &f : j.failures)
        failures.append(QJsonArray{f.key.toString(), f.name, f.line,
                                   f.error ? QJsonValue(toJson(*f.error)) : QJsonValue(f.why)});
    return {{QStringLiteral("job"), j.id},
            {QStringLiteral("kind"), j.kind},
            {QStringLiteral("title"), j.title},
            {QStringLiteral("asked"), j.asked},
            {QStringLiteral("outcome"), j.outcome},
            {QStringLiteral("file"), j.file},
            {QStringLiteral("state"), toWord(j.state)},
            {QStringLiteral("added"), j.added.ms()},
            {QStringLiteral("started"), ms(j.started)},
            {QStringLiteral("ended"), ms(j.ended)},
            {QStringLiteral("progress"), toJson(j.progress)},
            {QStringLiteral("failures"), failures},
            {QStringLiteral("error"), j.error ? QJsonValue(toJson(*j.error)) : QJsonValue()},
            {QStringLiteral("result"), j.result}};
}

JobRecord recordFrom(const QJsonObject &o) {
    JobRecord j;
    j.id = o.value(QStringLiteral("job")).toInteger();
    j.kind = o.value(QStringLiteral("kind")).toString();
    j.title = o.value(QStringLiteral("title")).toString();
    j.asked = o.value(QStringLiteral("asked")).toObject();
    j.outcome = o.value(QStringLiteral("outcome")).toObject();
    j.file = o.value(QStringLiteral("file")).toString();
    j.state = stateFrom(o.value(QStringLiteral("state")).toString());
    j.added = Instant(o.value(QStringLiteral("added")).toInteger());
    j.started = instant(o.value(QStringLiteral("started")));
    j.ended = instant(o.value(QStringLiteral("ended")));
    j.progress = progressFrom(o.value(QStringLiteral("progress")));
    const QJsonArray failures = o.value(QStringLiteral("failures")).toArray();
    for (const auto v : failures) {
        const QJsonArray a = v.toArray();
        if (j.failures.size() < JobRecord::MostFailures)
            j.failures.append({KeyId::fromString(a.at(0).toString()).value_or(KeyId()), a.at(1).toString(),
                               a.at(2).toInteger(), optionalError(a.at(3)), a.at(3).toString()});
    }
    j.error = optionalError(o.value(QStringLiteral("error")));
    j.result = o.value(QStringLiteral("result")).toString();
    return j;
}

QByteArray lineOf(const QJsonObject &o) {
    return QJsonDocument(o).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QString toWord(JobState s) {
    return QLatin1StringView(stateWords[static_cast<std::size_t>(s)]);
}

JobLog::JobLog(const QString &path)
    : m_path(path)
    , m_file(path) {}

JobLog::~JobLog() = default;

QList<JobRecord> JobLog::load() {
    if (m_path.isEmpty())
        return {};
    (void)makePrivateFolder(QFileInfo(m_path).absolutePath());
    std::map<qint64, JobRecord> jobs;
    QFile old(m_path);
    if (old.open(QIODevice::ReadOnly)) {
        while (!old.atEnd()) {
            const QJsonObject o = QJsonDocument::fromJson(old.readLine(LongestLine)).object();
            const qint64 id = o.value(QStringLiteral("job")).toInteger();
            if (id <= 0)
                continue;
            if (o.contains(QStringLiteral("removed")))
                jobs.erase(id);
            else if (o.contains(QStringLiteral("state")))
                jobs.insert_or_assign(id, recordFrom(o));
            else if (const auto known = jobs.find(id); known != jobs.end())
                known->second.progress = progressFrom(o.value(QStringLiteral("progress")));
        }
    }
    QList<JobRecord> list;
    for (auto &[id, job] : jobs) {
        if (!job.isOver())
            job.state = JobState::Interrupted;
        list.append(job);
    }
    list = list.mid(qMax<qsizetype>(0, list.size() - MostKept));
    if (!writeAll(list))
        return list;
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        makePrivate(m_path);
    return list;
}

bool JobLog::writeAll(const QList<JobRecord> &jobs) {
    QSaveFile file(m_path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const JobRecord &j : jobs)
        file.write(lineOf(toJson(j)));
    return file.commit();
}

void JobLog::write(const QJsonObject &line) {
    if (m_file.isOpen())
        m_file.write(lineOf(line));
}

void JobLog::put(const JobRecord &job) {
    write(toJson(job));
}

void JobLog::putProgress(const JobRecord &job) {
    write({{QStringLiteral("job"), job.id}, {QStringLiteral("progress"), toJson(job.progress)}});
}

void JobLog::remove(qint64 id) {
    write({{QStringLiteral("job"), id}, {QStringLiteral("removed"), true}});
}

} // namespace latchkey
