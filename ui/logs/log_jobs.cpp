#include "ui/logs/log_jobs.h"

#include "core/services/jobs/retention_job.h"
#include "core/services/log_import/log_import_job.h"
#include "ui/format/words.h"

#include <QLocale>

namespace latchkey::ui {

namespace {

const QString LogBanner = QStringLiteral("logImport");

int asCount(qint64 n) {
    return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max()));
}

/// Which tokens stood readable, by the names of the first keys.
QString exposedText(qint64 exposed, const QStringList &first) {
    constexpr qsizetype MostOfAName = 40;
    QStringList names;
    for (const QString &name : first)
        names.append(LogJobs::tr("“%1”", "name of a key")
                         .arg(name.size() > MostOfAName ? name.left(MostOfAName - 1) + u'…' : name));
    QString which = names.join(QStringLiteral(", "));
    if (const int more = asCount(exposed - names.size()); more > 0)
        which = LogJobs::tr("%1 and %Ln more", "names of keys, number", more).arg(which);
    return LogJobs::tr("The tokens of %Ln keys stood readable in addresses: %1. The filter Possibly exposed "
                       "lists them: rotate them.",
                       nullptr, asCount(exposed))
        .arg(which);
}

} // namespace

QString logImportResult(const JobRecord &job) {
    const auto number = [&job](const char *name) {
        return job.outcome.value(QLatin1StringView(name)).toInteger();
    };
    if (job.outcome.isEmpty())
        return {};
    const qint64 rows = number("rows"), before = number("before"), exposed = number("exposed"),
                 broken = number("broken");
    const bool cancelled = job.state == JobState::Cancelled;
    QStringList lines;
    if (job.error)
        lines.append(sentence(*job.error));
    else if (rows == 0 && !cancelled)
        lines.append(LogJobs::tr("Nothing new in this log."));
    if (rows > 0)
        lines.append(
            LogJobs::tr("%Ln requests were added.", nullptr, asCount(rows)) + u' ' +
            LogJobs::tr("%Ln of them came with a key of this vault.", nullptr, asCount(number("withKey"))));
    if (cancelled || job.error)
        lines.append(LogJobs::tr("Importing the file again goes on from there."));
    if (before > 0)
        lines.append(
            LogJobs::tr("%Ln requests of this file had been imported before.", nullptr, asCount(before)));
    if (exposed > 0)
        lines.append(exposedText(
            exposed, job.outcome.value(QStringLiteral("exposedNames")).toVariant().toStringList()));
    if (job.outcome.value(QStringLiteral("endsEarly")).toBool())
        lines.append(LogJobs::tr("The file ends early. It may be cut off."));
    if (broken > 0)
        lines.append(LogJobs::tr("%Ln lines couldn't be read.", nullptr, asCount(broken)));
    return lines.join(u'\n');
}

LogJobs::LogJobs(VaultBackend &backend, JobRunner &jobs, Feedback &feedback, BannerArea &banners,
                 QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_jobs(jobs)
    , m_feedback(feedback)
    , m_banners(banners) {}

void LogJobs::importFile(const QString &file) {
    JobRecord what;
    what.kind = QStringLiteral("logs");
    what.file = file;
    m_jobs.add(what, [this, file] { return makeImport(file); });
}

std::unique_ptr<Job> LogJobs::makeImport(const QString &file) {
    auto job = std::make_unique<LogImportJob>(m_backend, file);
    const qint64 id = m_jobs.running() ? m_jobs.running()->id : 0;
    connect(job.get(), &LogImportJob::reported, this,
            [this, id](const LogImportReport &r) { tellImport(r, id); });
    return job;
}

/// One banner for all imports whose broken lines nobody has looked at; it leads to the oldest of them.
void LogJobs::showUnread() {
    if (m_unread.isEmpty()) {
        m_banners.clear(LogBanner);
        return;
    }
    qint64 lines = 0;
    for (const Unread &u : std::as_const(m_unread))
        lines += u.lines;
    const int logs = static_cast<int>(m_unread.size());
    m_banners.show(LogBanner, Feedback::Level::Warning,
                   logs == 1 ? tr("%Ln lines of the log couldn't be read.", nullptr, asCount(lines))
                             : tr("Lines of %Ln logs couldn't be read: %1 in all.", nullptr, logs)
                                   .arg(QLocale().toString(lines)),
                   {{tr("Show lines"),
                     [this] {
                         if (m_unread.isEmpty()) // a second press on the banner that just went
                             return;
                         const qint64 job = m_unread.takeFirst().job;
                         showUnread();
                         emit jobWanted(job);
                     },
                     QStringLiteral("bannerSecond")},
                    {tr("OK"),
                     [this] {
                         m_unread.clear();
                         showUnread();
                     },
                     QStringLiteral("bannerAction")}});
}

void LogJobs::tellImport(const LogImportReport &r, qint64 job) {
    if (r.broken > 0) {
        m_unread.append({job, r.broken});
        showUnread();
    }
    QString text = r.failure     ? tr("The log couldn't be imported.")
                   : r.cancelled ? tr("The import was stopped.")
                   : r.rows == 0 ? tr("Nothing new in this log.")
                                 : tr("%Ln requests imported", nullptr, asCount(r.rows));
    if (r.failure)
        text += u' ' + sentence(*r.failure);
    if ((r.cancelled || r.failure) && r.rows > 0)
        text += u' ' + tr("%Ln requests were added.", nullptr, asCount(r.rows));
    if (r.exposed > 0)
        text += (text.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". ")) +
                exposedText(r.exposed, r.exposedNames);
    m_feedback.toast(text);
}

void LogJobs::retain(int days, Instant asked) {
    RequestLog *log = m_backend.requests();
    if (!log)
        return;
    JobRecord what;
    what.kind = QStringLiteral("retention");
    what.asked = {{QStringLiteral("days"), days}};
    m_jobs.add(what, [this, log, days, asked]() -> std::unique_ptr<Job> {
        auto job = std::make_unique<RetentionJob>(*log, days, asked);
        const auto removed = std::make_shared<qint64>(0);
        connect(job.get(), &RetentionJob::reported, this, [removed](qint64 n) { *removed = n; });
        connect(job.get(), &Job::finished, this, [this, removed](const JobEnd &end) {
            if (end.error)
                return m_feedback.toast(sentence(*end.error));
            m_feedback.toast(*removed > 0 ? tr("%Ln requests removed", nullptr, asCount(*removed))
                             : end.state == JobState::Cancelled ? tr("No request was removed.")
                                                                : tr("Saved"));
        });
        return job;
    });
}

} // namespace latchkey::ui
