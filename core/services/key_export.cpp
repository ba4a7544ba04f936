#include "core/services/key_export.h"

#include "core/model/csv.h"
#include "core/model/in_background.h"
#include "core/storage/open_database.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace latchkey {

namespace key_export {

QByteArray head(FileFormat format, const QList<KeyField> &fields) {
    if (format == FileFormat::Json)
        return "[";
    QByteArrayList cells;
    for (const KeyField f : fields)
        cells.append(csv::cell(toWord(f)));
    return cells.join(',') + "\r\n";
}

QByteArray row(FileFormat format, const QList<KeyField> &fields, const ApiKey &key, const QString &prefix,
               Instant now, bool first) {
    if (format == FileFormat::Json) {
        QJsonObject o;
        for (const KeyField f : fields)
            o.insert(toWord(f), valueOf(f, key, prefix, now));
        return (first ? "\n" : ",\n") + QJsonDocument(o).toJson(QJsonDocument::Compact);
    }
    QByteArrayList cells;
    for (const KeyField f : fields)
        cells.append(csv::cell(textOf(valueOf(f, key, prefix, now))));
    return cells.join(',') + "\r\n";
}

QByteArray tail(FileFormat format) {
    return format == FileFormat::Json ? "\n]\n" : "";
}

} // namespace key_export

namespace {
Outcome written(QSaveFile &file, const QByteArray &bytes) {
    if (file.write(bytes) == bytes.size())
        return ok();
    return fail(ErrorCode::CannotOpen,
                {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("reason"), file.errorString()}});
}
} // namespace

ExportJob::ExportJob(VaultBackend &backend, const Clock &clock, Task task)
    : m_backend(backend)
    , m_clock(clock)
    , m_task(std::move(task))
    , m_file(std::make_shared<QSaveFile>(m_task.path)) {
    m_progress.total = m_task.keys.count;
    m_pool.setMaxThreadCount(1);
}

ExportJob::~ExportJob() {
    m_pool.waitForDone();
}

void ExportJob::start() {
    emit progress(m_progress);
    if (const auto may = mayOpenFile(m_task.path); !may)
        return finish({JobState::Failed, may.error()});
    m_file->setDirectWriteFallback(false); // whole or not at all
    if (!m_file->open(QIODevice::WriteOnly))
        return finish({JobState::Failed,
                       Error(ErrorCode::CannotOpen, {{QStringLiteral("path"), m_task.path},
                                                     {QStringLiteral("reason"), m_file->errorString()}})});
    m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (const auto done = written(*m_file, key_export::head(m_task.format, m_task.fields)); !done)
        return finish({JobState::Failed, done.error()});
    next();
}

void ExportJob::cancel() {
    *m_stop = true; // cancelled stays cancelled, also at the last moment
    finish({JobState::Cancelled, {}});
}

void ExportJob::next() {
    if (m_over)
        return;
    const QList<KeyId> ids = m_task.keys.slice(m_progress.seen, Chunk);
    const bool last = ids.isEmpty();
    const auto write = [this, last](const QList<ApiKey> &rows) {
        QHash<unsigned, QString> prefixes; // of each vault, where they are of several
        for (const ApiKey &k : rows) {
            if (const unsigned place = k.id.place(); !prefixes.contains(place))
                prefixes.insert(place, m_backend.homeOf(k.id).info().prefix);
        }
        return inBackground(
            m_pool,
            [file = m_file, stop = m_stop, rows, last, task = m_task, now = m_clock.now(), prefixes,
             first = m_progress.changed == 0]() -> Outcome {
                QByteArray bytes;
                for (qsizetype i = 0; i < rows.size(); ++i)
                    bytes += key_export::row(task.format, task.fields, rows[i],
                                             prefixes.value(rows[i].id.place()), now, first && i == 0);
                if (last)
                    bytes += key_export::tail(task.format);
                if (auto done = written(*file, bytes); !done || !last)
                    return done;
                if (*stop)
                    return fail(ErrorCode::Cancelled);
                if (!file->commit())
                    return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), file->fileName()},
                                                        {QStringLiteral("reason"), file->errorString()}});
                return ok();
            });
    };
    const auto after = [this, last, asked = ids.size()](qsizetype rows) {
        return [this, last, asked, rows](const Outcome &done) {
            if (m_over)
                return;
            if (!done)
                return finish({JobState::Failed, done.error()});
            m_progress.seen += asked;
            m_progress.changed += rows;
            m_progress.unneeded += asked - rows; // gone meanwhile
            if (last)
                return finish({JobState::Done, {}});
            emit progress(m_progress);
            next();
        };
    };
    if (last) {
        write({}) | then(this, after(0));
        return;
    }
    m_backend.rows(ids) | then(this, [this, ids, write, after](const Result<QList<ApiKey>> &rows) {
        if (m_over)
            return;
        if (!rows)
            return finish({JobState::Failed, rows.error()});
        if (rows->size() < ids.size()) { // gone, or of a vault that doesn't answer now
            QSet<KeyId> found;
            for (const ApiKey &k : *rows)
                found.insert(k.id);
            for (const KeyId &id : ids) {
                if (const auto trouble = m_backend.troubleOf(id); trouble && !found.contains(id))
                    return finish({JobState::Failed, *trouble});
            }
        }
        write(*rows) | then(this, after(rows->size()));
    });
}

void ExportJob::finish(const JobEnd &end) {
    if (std::exchange(m_over, true))
        return;
    // An unfinished file goes with m_file: QSaveFile leaves what was there before.
    emit progress(m_progress);
    emit finished(end);
}

} // namespace latchkey
