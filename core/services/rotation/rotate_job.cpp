#include "core/services/rotation/rotate_job.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"

namespace latchkey {

namespace {
/// The vault had nothing written for certain.
bool isClear(const Error &e) {
    return e.code == ErrorCode::Busy || e.code == ErrorCode::ReadOnly || e.code == ErrorCode::NotAllowed;
}
} // namespace

RotateJob::RotateJob(KeyService &service, Task task, std::unique_ptr<NewTokens> tokens)
    : m_service(service)
    , m_task(std::move(task))
    , m_tokens(std::move(tokens)) {}

void RotateJob::start() {
    tell();
    m_busy = true;
    m_tokens->open() | then(this, [this](const Outcome &opened) {
        m_busy = false;
        if (!opened)
            return finish(opened.error());
        read();
    });
}

void RotateJob::cancel() {
    m_cancelled = true;
    m_tokens->stop();
    if (!m_busy)
        finish();
}

void RotateJob::tell() {
    emit progress({m_report.rotated + m_report.unneeded + m_report.failed + m_report.unknown,
                   m_task.keys.count, m_report.rotated, m_report.unneeded,
                   m_report.failed + m_report.unknown});
}

void RotateJob::read() {
    tell();
    if (m_over || m_cancelled || m_read >= m_task.keys.count)
        return finish();
    const QList<KeyId> ids = m_task.keys.slice(m_read, m_tokens->chunk());
    if (ids.isEmpty()) // the list is shorter than it said
        return finish();
    m_read += ids.size();
    m_busy = true;
    m_service.backend().rows(ids) | then(this, [this, ids](const Result<QList<ApiKey>> &rows) {
        m_busy = false;
        if (m_cancelled)
            return finish();
        if (!rows)
            return finish(rows.error());
        plan(ids, *rows);
    });
}

void RotateJob::plan(const QList<KeyId> &asked, const QList<ApiKey> &rows) {
    m_bases.clear();
    m_changes.clear();
    m_fresh.clear();
    QSet<KeyId> found;
    for (const ApiKey &k : rows) {
        found.insert(k.id);
        const bool running = k.state == KeyState::Active || k.state == KeyState::Inactive;
        if (m_task.done->contains(k.id) || (!running && !k.damaged)) {
            ++m_report.unneeded;
            continue;
        }
        auto planned = m_service.planRotation(k, m_task.overlapMs);
        if (!planned) {
            refuse(k.id, k.config.name, planned.error());
            continue;
        }
        m_bases.append(k);
        m_fresh.append({k.id, planned->change.rotation->credentialId, k.config.name, k.config.environment,
                        planned->token});
        m_changes.insert(k.id, planned->change);
    }
    for (const KeyId &id : asked) {
        if (!found.contains(id))
            refuse(id, {}, Error(ErrorCode::NotFound)); // gone for good meanwhile
    }
    if (m_bases.isEmpty())
        return read();
    put();
}

void RotateJob::put() {
    m_busy = true;
    m_tokens->put(m_fresh) | then(this, [this](const Outcome &safe) {
        m_busy = false;
        const QList<NewTokens::Fate> none(m_bases.size(), NewTokens::Fate::Refused);
        if (m_cancelled)
            return settle(none, m_bases, {});
        if (!safe)
            return settle(none, m_bases, safe.error());
        write();
    });
}

void RotateJob::write() {
    m_busy = true;
    const Agreed agreed(m_service.backend().gate()); // the sheet that asked for this job
    m_service.changeMany(m_bases, [this](const ApiKey &k) -> Result<KeyChange> { return m_changes[k.id]; }) |
        then(this, [this](const Result<QList<Result<ApiKey>>> &results) {
            m_busy = false;
            using Fate = NewTokens::Fate;
            if (!results) {
                const bool clear = isClear(results.error());
                m_report.unknown += clear ? 0 : m_bases.size();
                return settle(QList<Fate>(m_bases.size(), clear ? Fate::Refused : Fate::Unknown), m_bases,
                              results.error());
            }
            QList<Fate> fates;
            QList<ApiKey> keys = m_bases;
            for (qsizetype i = 0; i < m_bases.size(); ++i) {
                const Result<ApiKey> &one = results->at(i);
                fates.append(one ? Fate::Rotated : Fate::Refused);
                if (!one) {
                    refuse(m_bases[i].id, m_bases[i].config.name, one.error());
                    continue;
                }
                ++m_report.rotated;
                m_task.done->insert(one->id);
                keys[i] = *one;
            }
            settle(fates, keys, {});
        });
}

void RotateJob::settle(const QList<NewTokens::Fate> &fates, const QList<ApiKey> &keys,
                       const std::optional<Error> &stop) {
    m_busy = true;
    m_tokens->settle(fates, keys) | then(this, [this, stop](const Outcome &noted) {
        m_busy = false;
        m_fresh.clear();
        m_changes.clear();
        if (stop || !noted) // the tokens are safe, but it could not be said which of them work
            return finish(stop ? *stop : noted.error());
        read();
    });
}

void RotateJob::refuse(const KeyId &id, const QString &name, const Error &e) {
    ++m_report.failed;
    if (!m_report.first)
        m_report.first = e;
    emit failed({id, name, 0, {}}, e);
}

void RotateJob::finish(const std::optional<Error> &stop) {
    if (std::exchange(m_over, true))
        return;
    const qint64 seen = m_report.rotated + m_report.unneeded + m_report.failed;
    m_report.stopped = stop || (m_cancelled && seen < m_task.keys.count);
    if (stop)
        m_report.first = stop;
    if (m_report.rotated + m_report.unknown == 0)
        m_tokens->discard();
    tell();
    emit reported(m_report);
    emit finished({stop               ? JobState::Failed
                   : m_report.stopped ? JobState::Cancelled
                                      : JobState::Done,
                   stop,
                   {{QStringLiteral("rotated"), m_report.rotated},
                    {QStringLiteral("unknown"), m_report.unknown},
                    {QStringLiteral("file"), m_task.file}}});
}

} // namespace latchkey
