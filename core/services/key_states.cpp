#include "core/services/key_service.h"

#include "core/model/futures.h"
#include "core/model/validation.h"

// The half of KeyService that changes a key's state.

namespace latchkey {

namespace {
QFuture<Result<ApiKey>> wrongState(const ApiKey &key) {
    return ready<Result<ApiKey>>(
        fail(ErrorCode::WrongState, {{QStringLiteral("status"), toWord(key.state)}}));
}
} // namespace

QFuture<Result<ApiKey>> KeyService::setActive(const ApiKey &base, bool active) {
    if (const auto may = mayWrite(); !may)
        return ready<Result<ApiKey>>(fail(may.error()));
    if (base.state != KeyState::Active && base.state != KeyState::Inactive)
        return wrongState(base);
    if (active) {
        if (const auto may = mayGrant(base); !may)
            return ready<Result<ApiKey>>(fail(may.error()));
    }
    KeyChange c = changeOf(base, active ? QStringLiteral("key.activate") : QStringLiteral("key.deactivate"));
    c.state = active ? KeyState::Active : KeyState::Inactive;
    return m_backend.change(c);
}

QFuture<Result<ApiKey>> KeyService::remove(const ApiKey &base) {
    if (const auto may = mayWrite(); !may)
        return ready<Result<ApiKey>>(fail(may.error()));
    if (base.state == KeyState::Deleted || m_backend.info().deletedRetentionDays == 0)
        return purge(base);
    KeyChange c = changeOf(base, QStringLiteral("key.delete"));
    c.state = KeyState::Deleted;
    return m_backend.change(c);
}

QFuture<Result<ApiKey>> KeyService::restore(const ApiKey &base) {
    if (const auto may = mayWrite(); !may)
        return ready<Result<ApiKey>>(fail(may.error()));
    if ((base.state != KeyState::Deleted && base.state != KeyState::Revoked) ||
        (base.state == KeyState::Revoked && base.leaked))
        return wrongState(base);
    if (const auto may = mayGrant(base); !may)
        return ready<Result<ApiKey>>(fail(may.error()));
    KeyChange c = changeOf(base, QStringLiteral("key.restore"));
    const KeyState before = base.stateBeforeDelete;
    const bool sane = before == KeyState::Active || before == KeyState::Inactive ||
                      (before == KeyState::Revoked && base.state == KeyState::Deleted);
    c.state = sane ? before : KeyState::Inactive;
    return m_backend.change(c);
}

QFuture<Result<ApiKey>> KeyService::revoke(const ApiKey &base, const QString &reason, bool leaked) {
    if (const auto may = mayWrite(); !may)
        return ready<Result<ApiKey>>(fail(may.error()));
    if (base.state != KeyState::Active && base.state != KeyState::Inactive)
        return wrongState(base);
    if (auto bad = checkReason(reason); !bad.isEmpty())
        return ready<Result<ApiKey>>(fail(Error(std::move(bad))));
    KeyChange c = changeOf(base, QStringLiteral("key.revoke"));
    c.state = KeyState::Revoked;
    c.reason = reason.trimmed();
    if (leaked)
        c.leaked = true;
    return m_backend.change(c);
}

QFuture<Result<ApiKey>> KeyService::purge(const ApiKey &base) {
    if (const auto may = mayWrite(); !may)
        return ready<Result<ApiKey>>(fail(may.error()));
    KeyChange c = changeOf(base, QStringLiteral("key.purge"));
    c.state = KeyState::Purged;
    const Answer<Result<ApiKey>> answer;
    m_backend.change(c) | then(this, [this, answer, id = base.id](const Result<ApiKey> &gone) {
        if (gone)
            forgetQuietly(id);
        answer.give(gone);
    });
    return answer.future();
}

} // namespace latchkey
