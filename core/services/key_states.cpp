#include "core/services/key_service.h"

#include "core/model/futures.h"
#include "core/model/validation.h"
#include "core/services/token_in_text.h"

// The half of KeyService that changes a key's state.

namespace latchkey {

namespace {
tl::unexpected<Error> wrongState(const ApiKey &key) {
    return fail(ErrorCode::WrongState, {{QStringLiteral("status"), toWord(key.state)}});
}
} // namespace

Result<KeyChange> KeyService::planActive(const ApiKey &base, bool active) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    if (base.state != KeyState::Active && base.state != KeyState::Inactive)
        return wrongState(base);
    if (active) {
        if (const auto may = mayGrant(base); !may)
            return fail(may.error());
    }
    KeyChange c = changeOf(base, active ? QStringLiteral("key.activate") : QStringLiteral("key.deactivate"));
    c.state = active ? KeyState::Active : KeyState::Inactive;
    return c;
}

Result<KeyChange> KeyService::planRemove(const ApiKey &base) const {
    if (base.state == KeyState::Deleted || m_backend.homeOf(base.id).info().deletedRetentionDays == 0)
        return planPurge(base);
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    KeyChange c = changeOf(base, QStringLiteral("key.delete"));
    c.state = KeyState::Deleted;
    return c;
}

Result<KeyChange> KeyService::planRestore(const ApiKey &base) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    if ((base.state != KeyState::Deleted && base.state != KeyState::Revoked) ||
        (base.state == KeyState::Revoked && base.leaked))
        return wrongState(base);
    if (const auto may = mayGrant(base); !may)
        return fail(may.error());
    KeyChange c = changeOf(base, QStringLiteral("key.restore"));
    const KeyState before = base.stateBeforeDelete;
    const bool sane = before == KeyState::Active || before == KeyState::Inactive ||
                      (before == KeyState::Revoked && base.state == KeyState::Deleted);
    c.state = sane ? before : KeyState::Inactive;
    return c;
}

Result<KeyChange> KeyService::planRevoke(const ApiKey &base, const QString &reason, bool leaked) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    if (base.state != KeyState::Active && base.state != KeyState::Inactive)
        return wrongState(base);
    if (auto bad = checkReason(reason); !bad.isEmpty())
        return fail(Error(std::move(bad)));
    if (holdsToken(reason))
        return fail(Error(QList<FieldError>{{QStringLiteral("reason"), QStringLiteral("holdsToken"), {}}}));
    KeyChange c = changeOf(base, QStringLiteral("key.revoke"));
    c.state = KeyState::Revoked;
    c.reason = reason.trimmed();
    if (leaked)
        c.leaked = true;
    return c;
}

Result<KeyChange> KeyService::planPurge(const ApiKey &base) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    KeyChange c = changeOf(base, QStringLiteral("key.purge"));
    c.state = KeyState::Purged;
    return c;
}

QFuture<Result<ApiKey>> KeyService::carryOut(const Result<KeyChange> &plan) {
    if (!plan)
        return ready<Result<ApiKey>>(fail(plan.error()));
    if (plan->state != KeyState::Purged)
        return awaited(m_backend.change(*plan));
    const Answer<Result<ApiKey>> answer;
    awaited(m_backend.change(*plan)) | then(this, [this, answer](const Result<ApiKey> &gone) {
        if (gone)
            forgetQuietly(*gone);
        answer.give(gone);
    });
    return answer.future();
}

QFuture<Result<ApiKey>> KeyService::setActive(const ApiKey &base, bool active) {
    return carryOut(planActive(base, active));
}
QFuture<Result<ApiKey>> KeyService::remove(const ApiKey &base) {
    return carryOut(planRemove(base));
}
QFuture<Result<ApiKey>> KeyService::restore(const ApiKey &base) {
    return carryOut(planRestore(base));
}
QFuture<Result<ApiKey>> KeyService::revoke(const ApiKey &base, const QString &reason, bool leaked) {
    return carryOut(planRevoke(base, reason, leaked));
}
QFuture<Result<ApiKey>> KeyService::purge(const ApiKey &base) {
    return carryOut(planPurge(base));
}

} // namespace latchkey
