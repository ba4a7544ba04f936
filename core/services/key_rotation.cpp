#include "core/services/key_service.h"

#include "core/backend/request_log.h"

#include "core/model/futures.h"

// The part of KeyService that replaces tokens. Regenerate is a rotation without an overlap.

namespace latchkey {

namespace {

bool badOverlap(std::optional<qint64> ms) {
    return ms && (*ms < 0 || *ms > KeyService::MostOverlapMs);
}

Error overlapError() {
    return Error(QList<FieldError>{{QStringLiteral("overlap"), QStringLiteral("outOfRange"), {}}});
}

/// The last millisecond in which the old token works. Without an overlap that is the one before now.
std::optional<Instant> endOf(std::optional<qint64> overlapMs, Instant now) {
    return overlapMs ? std::optional(now.plusMs(*overlapMs - 1)) : std::nullopt;
}

} // namespace

Result<KeyChange> KeyService::planRotation(const ApiKey &base, std::optional<qint64> overlapMs,
                                           const KeyId &credentialId, const QByteArray &verifier) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    if (base.damaged)
        return fail(ErrorCode::Damaged, {{QStringLiteral("id"), base.id.toString()}});
    if (base.state != KeyState::Active && base.state != KeyState::Inactive)
        return fail(ErrorCode::WrongState, {{QStringLiteral("status"), toWord(base.state)}});
    if (badOverlap(overlapMs))
        return fail(overlapError());
    if (const auto may = mayGrant(base); !may)
        return fail(may.error());
    KeyChange c =
        changeOf(base, overlapMs == 0 ? QStringLiteral("key.regenerate") : QStringLiteral("key.rotate"));
    c.rotation = KeyChange::Rotation{credentialId, verifier, endOf(overlapMs, c.at)};
    return c;
}

Result<KeyService::PlannedRotation> KeyService::planRotation(const ApiKey &base,
                                                             std::optional<qint64> overlapMs) const {
    auto change = planRotation(base, overlapMs, {}, {});
    if (!change)
        return fail(change.error());
    auto made = m_tokens(m_backend.homeOf(base.id).info().prefix, base.config.environment);
    change->rotation->credentialId = made.id;
    change->rotation->verifier = made.verifier;
    return PlannedRotation{*change, std::make_shared<const SecretBytes>(std::move(made.token))};
}

QFuture<Result<CreatedKey>> KeyService::rotate(const ApiKey &base, std::optional<qint64> overlapMs) {
    using R = Result<CreatedKey>;
    const auto plan = planRotation(base, overlapMs);
    if (!plan)
        return ready<R>(fail(plan.error()));
    const Answer<R> answer;
    awaited(m_backend.change(plan->change)) |
        then(this, [this, answer, secret = plan->token](const Result<ApiKey> &changed) {
            if (!changed)
                return answer.give(fail(changed.error()));
            answer.give(CreatedKey{*changed, secret});
            m_secrets.contains(nameOf(changed->id)) |
                then(this, [this, id = changed->id](const Result<bool> &there) {
                    if (there && *there) // the copy kept here is of the old token now
                        emit keptChanged(id, Kept::Outdated);
                });
        });
    return answer.future();
}

Result<KeyChange> KeyService::planEndOld(const ApiKey &base, std::optional<Instant> until,
                                         const QString &action) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    if (!isRotating(base, m_clock.now()))
        return fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("notRotating")}});
    KeyChange c = changeOf(base, action);
    c.oldUntil = until;
    return c;
}

Result<KeyChange> KeyService::planExtendOld(const ApiKey &base, std::optional<qint64> overlapMs) const {
    if (badOverlap(overlapMs))
        return fail(overlapError());
    if (const auto may = mayGrant(base); !may)
        return fail(may.error());
    return planEndOld(base, endOf(overlapMs, m_clock.now()), QStringLiteral("key.extendOld"));
}

Result<KeyChange> KeyService::planStopOld(const ApiKey &base) const {
    return planEndOld(base, m_clock.now().plusMs(-1), QStringLiteral("key.stopOld"));
}

QFuture<Result<ApiKey>> KeyService::extendOld(const ApiKey &base, std::optional<qint64> overlapMs) {
    return carryOut(planExtendOld(base, overlapMs));
}

QFuture<Result<ApiKey>> KeyService::stopOld(const ApiKey &base) {
    return carryOut(planStopOld(base));
}

bool KeyService::noteExposure(const ApiKey &key, const KeyId &credential, std::optional<Instant> at) {
    const bool has = key.credentialId == credential || (key.old && key.old->id == credential);
    if (!has || !m_backend.requests() || !mayWrite())
        return false;
    m_backend.requests()->append({}, {}, {{key.id, credential, at.value_or(m_clock.now())}});
    return true;
}

QFuture<Outcome> KeyService::dismissExposure(const ApiKey &key) {
    if (const auto may = mayChange(key); !may)
        return ready<Outcome>(fail(may.error()));
    const Answer<Outcome> answer;
    m_backend.record(eventOf(key, QStringLiteral("key.dismissExposure"))) |
        then(this, [this, answer, id = key.id](const Outcome &recorded) {
            if (!recorded || !m_backend.requests())
                return answer.give(recorded);
            m_backend.requests()->dismissExposures(id) |
                then(this, [answer](const Outcome &done) { answer.give(done); });
        });
    return answer.future();
}

} // namespace latchkey
