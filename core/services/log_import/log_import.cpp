#include "core/services/log_import/log_import.h"

#include "core/model/futures.h"
#include "core/services/log_import/line_source.h"

#include <QFileInfo>

namespace latchkey {

struct LogImport::Batch {
    QList<log_line::Line> lines;
    QList<BrokenLine> firstBroken;
    qint64 broken = 0, looked = 0;
    ImportMark mark;
    int permille = 0;
    bool end = false, endsEarly = false;
};

namespace {

constexpr qsizetype MostOwners = 200'000;

QByteArray nameOf(const log_line::KeyHint &hint) {
    return hint.credential.view().toByteArray() + hint.verifier;
}

} // namespace

LogImport::LogImport(VaultBackend &backend, QString path, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_path(std::move(path))
    , m_reader(QStringLiteral("log-import")) {}

LogImport::~LogImport() {
    *m_stop = true;
}

void LogImport::start() {
    m_running = true;
    m_source = std::make_shared<LineSource>(m_path);
    m_backend.requests()->importMarks() | then(this, [this](const Result<QList<ImportMark>> &marks) {
        if (!m_running)
            return;
        if (!marks)
            return finish(marks.error());
        m_reader.run([source = m_source, stop = m_stop, known = *marks](QSqlDatabase &) {
            return source->open(known, *stop);
        }) | then(this, [this](const Outcome &opened) {
            if (!m_running)
                return;
            if (!opened)
                return finish(opened.error());
            if (const auto &before = m_source->resumed()) {
                m_report.before = before->rows;
                m_lastMark = before->fingerprint;
            }
            readNext();
        });
    });
}

void LogImport::cancel() {
    *m_stop = true;
    if (!m_running || m_adding) // what is being added is counted first
        return;
    m_report.cancelled = true;
    finish();
}

void LogImport::readNext() {
    if (*m_stop) {
        m_report.cancelled = true;
        return finish();
    }
    m_reader.run([source = m_source, stop = m_stop](QSqlDatabase &) {
        auto batch = std::make_shared<Batch>();
        const auto isBroken = [&](log_line::Problem why) {
            ++batch->broken;
            if (batch->firstBroken.size() < ShownBroken)
                batch->firstBroken.append({source->lineNumber(), why});
        };
        QByteArray text;
        bool tooLong = false;
        while (batch->looked < BatchLines && !*stop) {
            if (!source->next(text, tooLong)) {
                batch->end = true;
                batch->endsEarly = source->broken();
                break;
            }
            if (text.trimmed().isEmpty())
                continue;
            ++batch->looked;
            if (tooLong) {
                isBroken(log_line::Problem::TooLong);
                continue;
            }
            auto line = log_line::parse(log_line::formatOf(text), text);
            if (line)
                batch->lines.append(std::move(*line));
            else
                isBroken(line.error());
        }
        batch->mark.fingerprint = source->fingerprint();
        batch->mark.offset = source->offset();
        batch->permille = source->permille();
        return batch;
    }) | then(this, [this](const std::shared_ptr<Batch> &batch) { lookUp(batch); });
}

/// Asks the vault once for every key that this batch names and no batch before it did.
void LogImport::lookUp(const std::shared_ptr<Batch> &batch) {
    if (m_owners.size() > MostOwners)
        m_owners.clear();
    QHash<QByteArray, log_line::KeyHint> unknown;
    for (const log_line::Line &l : batch->lines) {
        for (const log_line::KeyHint &hint : {l.hint, l.exposed}) {
            const QByteArray name = nameOf(hint);
            if (!hint.credential.isNull() && !m_owners.contains(name))
                unknown.insert(name, hint);
        }
    }
    auto waiting = std::make_shared<int>(1);
    const auto arrived = [this, batch, waiting] {
        if (--*waiting == 0)
            add(batch);
    };
    const auto keep = [this](const QByteArray &name, const ApiKey &k, const QString &keyName = {}) {
        m_owners.insert(name, {k.id, k.config.environment, k.old ? k.old->id : KeyId(), keyName});
    };
    QList<KeyId> ids;
    for (auto it = unknown.cbegin(); it != unknown.cend(); ++it) {
        m_owners.insert(it.key(), {});
        if (it->verifier.isEmpty()) {
            ids.append(it->credential);
            continue;
        }
        ++*waiting;
        m_backend.findByCredential(it->credential, it->verifier) |
            then(this, [arrived, keep, name = it.key()](const Result<ApiKey> &key) {
                if (key)
                    keep(name, *key, key->config.name);
                arrived();
            });
    }
    if (!ids.isEmpty()) {
        ++*waiting;
        m_backend.owners(ids) | then(this, [arrived, keep](const Result<QHash<KeyId, ApiKey>> &keys) {
            if (keys) {
                for (auto it = keys->cbegin(); it != keys->cend(); ++it)
                    keep(it.key().view().toByteArray(), it.value());
            }
            arrived();
        });
    }
    arrived();
}

void LogImport::add(const std::shared_ptr<Batch> &batch) {
    if (!m_running) // cancelled meanwhile
        return;
    QList<RequestRecord> rows;
    rows.reserve(batch->lines.size());
    QHash<KeyId, Exposure> exposed; // by credential
    for (const log_line::Line &l : batch->lines) {
        const Owner shown = l.exposed.credential.isNull() ? Owner() : m_owners.value(nameOf(l.exposed));
        if (!shown.key.isNull()) {
            const auto before = exposed.constFind(l.exposed.credential);
            const Instant first = before == exposed.cend() ? l.record.at : qMin(before->seen, l.record.at);
            exposed.insert(l.exposed.credential, {shown.key, l.exposed.credential, first});
            if (!m_exposed.contains(shown.key) && m_report.exposedNames.size() < ShownExposed)
                m_report.exposedNames.append(shown.name);
            m_exposed.insert(shown.key);
        }
        RequestRecord r = l.record;
        const Owner owner = l.hint.credential.isNull() ? Owner() : m_owners.value(nameOf(l.hint));
        r.key = owner.key;
        if (!r.environment && !owner.key.isNull())
            r.environment = owner.environment;
        m_report.withKey += owner.key.isNull() ? 0 : 1;
        if (!owner.key.isNull() && !isRejection(r.outcome)) {
            LastUse &use = m_uses[owner.key];
            const bool either =
                l.hint.idOnly && l.hint.credential == owner.key; // the key's, or its first token's
            if (use.at < r.at)
                use = {owner.key, r.at, r.ip, l.hint.credential == owner.oldCredential && !either};
        }
        rows.append(std::move(r));
    }
    m_report.lines += batch->looked;
    m_report.broken += batch->broken;
    m_report.endsEarly |= batch->endsEarly;
    m_report.firstBroken.append(batch->firstBroken.mid(0, ShownBroken - m_report.firstBroken.size()));
    ImportMark &mark = batch->mark;
    mark.previous = std::exchange(m_lastMark, mark.fingerprint);
    mark.name = QFileInfo(m_path).fileName();
    mark.rows = m_report.before + m_report.rows + rows.size();
    mark.broken = m_report.broken;
    if (batch->looked == 0) { // nothing new: the mark stands where it stood
        m_report.cancelled = !batch->end;
        return finish();
    }
    m_adding = true;
    m_report.exposed = m_exposed.size();
    m_backend.requests()->append(rows, mark, exposed.values()) |
        then(this, [this, batch, added = rows.size()](const Outcome &done) {
            m_adding = false;
            if (!done)
                return finish(done.error());
            m_report.rows += added;
            emit progressed(batch->end ? 1000 : batch->permille, m_report.rows);
            if (batch->end)
                finish();
            else
                readNext();
        });
}

/// When a key was used last follows from its newest request; the vault keeps what is newer.
void LogImport::stampUses() {
    if (!m_uses.isEmpty() && !m_backend.info().readOnly)
        m_backend.stampLastUsed(m_uses.values());
    m_uses.clear();
}

void LogImport::finish(const std::optional<Error> &failure) {
    m_running = false;
    m_report.failure = failure;
    stampUses();
    emit finished(m_report);
}

} // namespace latchkey
