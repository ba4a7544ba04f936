#include "core/services/jobs/bulk_job.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"

namespace latchkey {

namespace {

/// What no second attempt changes: a right, a state, what the vault or the service can't do.
bool isFinal(const Error &e) {
    switch (e.code) {
    case ErrorCode::WrongState:
        return e.params.value(QStringLiteral("status")) != QStringLiteral("scopesUnknown");
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed:
    case ErrorCode::ReadOnly:
    case ErrorCode::Damaged:
        return true;
    default:
        return false;
    }
}

} // namespace

KeySource KeySource::of(QList<KeyId> ids) {
    const qsizetype count = ids.size();
    return {count, [ids = std::move(ids)](qsizetype from, qsizetype most) { return ids.mid(from, most); }};
}

BulkJob::BulkJob(KeyService &service, Task task)
    : m_service(service)
    , m_task(std::move(task))
    , m_chunk(m_task.keys.count > Many ? LargeChunk : Chunk) {
    m_report.asked = m_task.keys.count;
}

void BulkJob::start() {
    tell();
    read();
}

void BulkJob::cancel() {
    m_cancelled = true;
    if (!m_reading && !m_writing)
        finish();
}

void BulkJob::tell() {
    const qint64 seen = m_report.asked - m_report.left();
    emit progress({seen, m_report.asked, m_report.done.size(), m_report.unneeded, m_report.failed.size()});
}

/// One chunk ahead of what is being written.
void BulkJob::read() {
    if (m_reading || m_cancelled || m_report.stopped || m_waiting.size() >= m_chunk)
        return;
    if (m_read >= m_report.asked)
        return m_writing || !m_waiting.isEmpty() ? void() : finish();
    const QList<KeyId> ids = m_task.keys.slice(m_read, m_chunk);
    m_read += ids.size();
    if (ids.isEmpty()) { // the list is shorter than it said
        m_report.asked = m_read;
        return m_writing || !m_waiting.isEmpty() ? void() : finish();
    }
    m_reading = true;
    m_service.backend().rows(ids) | then(this, [this, ids](const Result<QList<ApiKey>> &rows) {
        m_reading = false;
        if (!rows) {
            m_report.stopped = true;
            m_report.first = m_report.first ? m_report.first : std::optional(rows.error());
        } else {
            if (rows->size() < ids.size()) { // gone for good meanwhile
                QSet<KeyId> found;
                for (const ApiKey &k : *rows)
                    found.insert(k.id);
                for (const KeyId &id : ids) {
                    if (found.contains(id))
                        continue;
                    ApiKey gone;
                    gone.id = id;
                    refuse(gone, m_service.backend().troubleOf(id).value_or(Error(ErrorCode::NotFound)));
                }
            }
            for (const ApiKey &k : *rows) {
                if (m_task.needed(k))
                    m_waiting.append(k);
                else
                    ++m_report.unneeded;
            }
        }
        write();
    });
}

/// One chunk is planned while another is written, so that the database never waits for this thread.
void BulkJob::write() {
    if (m_cancelled || m_report.stopped)
        return m_reading || m_writing > 0 ? void() : finish();
    if (m_waiting.isEmpty() && m_writing == 0)
        tell();
    while (m_writing < MostWrites && !m_waiting.isEmpty()) {
        const QList<ApiKey> some = m_waiting.first(qMin(m_chunk, m_waiting.size()));
        m_waiting.remove(0, some.size());
        ++m_writing;
        const Agreed agreed(m_task.agreed ? m_service.backend().gate() : nullptr);
        m_service.changeMany(some, m_task.plan) |
            then(this, [this, some](const Result<QList<Result<ApiKey>>> &results) {
                --m_writing;
                if (results) {
                    settle(some, *results);
                } else { // nothing of this chunk was written; the next would fail in the same way
                    m_report.stopped = true;
                    m_report.first = m_report.first ? m_report.first : std::optional(results.error());
                }
                tell();
                write();
            });
    }
    read();
}

void BulkJob::settle(const QList<ApiKey> &asked, const QList<Result<ApiKey>> &results) {
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const Result<ApiKey> &one = results[i];
        if (!one) {
            refuse(asked[i], one.error());
            continue;
        }
        if (m_report.done.isEmpty())
            m_report.name = asked[i].config.name;
        m_report.done.append({one->id, one->version});
        if (m_task.changed)
            m_task.changed(asked[i], *one);
    }
}

void BulkJob::refuse(const ApiKey &key, const Error &e) {
    m_report.failed.append(key.id);
    if (!isFinal(e))
        m_report.again.append(key.id);
    if (!m_report.first)
        m_report.first = e;
    m_report.mixed = m_report.mixed || m_report.first->code != e.code;
    emit failed({key.id, key.config.name, 0, {}}, e);
}

void BulkJob::finish() {
    if (std::exchange(m_over, true))
        return;
    const bool broken = m_report.stopped;
    m_report.stopped = m_report.left() > 0;
    tell();
    emit reported(m_report);
    emit finished({broken             ? JobState::Failed
                   : m_report.stopped ? JobState::Cancelled
                                      : JobState::Done,
                   broken ? m_report.first : std::nullopt});
}

} // namespace latchkey
