#include "core/wire/key_json.h"

// Changes of many keys at a time: the elements of /v1/bulk/change.

namespace latchkey::wire {

namespace {

constexpr qint64 MostOverlapMs = 7LL * 86'400'000;

bool isOneOf(const QString &action, std::initializer_list<const char *> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char *w) { return action == QLatin1StringView(w); });
}

bool setsConfig(const QString &a) {
    return isOneOf(a, {"key.edit", "key.rename", "key.undo", "key.import"});
}

bool givesToken(const QString &a) {
    return isOneOf(a, {"key.rotate", "key.regenerate"});
}

std::optional<KeyState> stateOf(const QString &action) {
    static const QHash<QString, KeyState> states{{QStringLiteral("key.activate"), KeyState::Active},
                                                 {QStringLiteral("key.deactivate"), KeyState::Inactive},
                                                 {QStringLiteral("key.revoke"), KeyState::Revoked},
                                                 {QStringLiteral("key.restore"), KeyState::Active},
                                                 {QStringLiteral("key.delete"), KeyState::Deleted},
                                                 {QStringLiteral("key.purge"), KeyState::Purged}};
    const auto it = states.constFind(action);
    return it == states.cend() ? std::nullopt : std::optional(*it);
}

/// null stands for "until it is stopped"; a missing member is a mistake.
std::optional<qint64> overlapFrom(ObjectReader &r) {
    if (r.isObject() && !r.has("overlapMs"))
        r.bad("overlapMs", "missing");
    return r.number("overlapMs", 0, MostOverlapMs);
}

void readRotation(ObjectReader &r, KeyChange *c) {
    KeyChange::Rotation rotation;
    rotation.oldUntil = oldUntilOf(overlapFrom(r), c->at);
    rotation.credentialId = r.id("credentialId", true);
    if (const JsonNode *v = r.require("verifier")) {
        rotation.verifier = verifierFrom(v->text);
        if (rotation.verifier.isEmpty())
            r.bad("verifier", "badVerifier");
    }
    c->rotation = rotation;
}

} // namespace

std::optional<qint64> overlapOf(const std::optional<Instant> &oldUntil, Instant at) {
    return oldUntil ? std::optional(qMax<qint64>(0, oldUntil->ms() - at.ms() + 1)) : std::nullopt;
}

std::optional<Instant> oldUntilOf(std::optional<qint64> overlapMs, Instant at) {
    return overlapMs ? std::optional(at.plusMs(*overlapMs - 1)) : std::nullopt;
}

QJsonObject toJson(const KeyChange &c) {
    QJsonObject o{{QStringLiteral("id"), c.id.toString()},
                  {QStringLiteral("version"), counterText(c.expectedVersion)},
                  {QStringLiteral("action"), c.action}};
    const auto overlap = [&](const std::optional<Instant> &until) {
        const auto ms = overlapOf(until, c.at);
        o.insert(QStringLiteral("overlapMs"), ms ? QJsonValue(*ms) : QJsonValue());
    };
    if (c.config)
        o.insert(QStringLiteral("config"), toJson(*c.config));
    if (c.state == KeyState::Revoked && c.action == QStringLiteral("key.revoke")) {
        o.insert(QStringLiteral("reason"), c.reason);
        o.insert(QStringLiteral("leaked"), c.leaked.value_or(false));
    }
    if (c.rotation) {
        overlap(c.rotation->oldUntil);
        o.insert(QStringLiteral("credentialId"), c.rotation->credentialId.toString());
        o.insert(QStringLiteral("verifier"), QString::fromLatin1(verifierText(c.rotation->verifier)));
    }
    if (c.oldUntil && c.action == QStringLiteral("key.extendOld"))
        overlap(*c.oldUntil);
    return o;
}

Result<KeyChange> changeFrom(const JsonNode &item, const QString &path, Instant now) {
    QList<FieldError> errors;
    ObjectReader r(item, path, errors, Strictness::Request);
    KeyChange c;
    c.at = now;
    c.id = r.id("id", true);
    c.expectedVersion = r.counter("version", true).value_or(0);
    c.action = r.text("action", true);
    if (setsConfig(c.action)) {
        if (const JsonNode *n = r.require("config")) {
            ObjectReader config(*n, r.pathOf("config"), errors, Strictness::Request);
            c.config = configFrom(config, {}, false); // all of it: what is missing is what was not set
            config.finish();
        }
    } else if (givesToken(c.action)) {
        readRotation(r, &c);
    } else if (c.action == QStringLiteral("key.extendOld")) {
        c.oldUntil = oldUntilOf(overlapFrom(r), now);
    } else if (c.action == QStringLiteral("key.stopOld")) {
        c.oldUntil = std::optional(now.plusMs(-1));
    } else if (const auto state = stateOf(c.action)) {
        c.state = state;
        if (*state == KeyState::Revoked) {
            c.reason = r.text("reason");
            if (r.flag("leaked").value_or(false))
                c.leaked = true;
        }
    } else if (!c.action.isEmpty()) {
        r.bad("action", "badWord");
    }
    r.finish();
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return c;
}

} // namespace latchkey::wire
