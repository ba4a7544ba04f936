#include "core/model/api_key.h"

#include <algorithm>

namespace latchkey {

namespace {
template<typename E>
struct Word {
    E value;
    const char *word;
};

constexpr std::array environmentWords{Word<Environment>{Environment::Production, "production"},
                                      Word<Environment>{Environment::Staging, "staging"},
                                      Word<Environment>{Environment::Development, "development"}};
constexpr std::array typeWords{Word<KeyType>{KeyType::General, "general"},
                               Word<KeyType>{KeyType::Billing, "billing"}};
constexpr std::array stateWords{
    Word<KeyState>{KeyState::Active, "active"}, Word<KeyState>{KeyState::Inactive, "inactive"},
    Word<KeyState>{KeyState::Revoked, "revoked"}, Word<KeyState>{KeyState::Deleted, "deleted"},
    Word<KeyState>{KeyState::Purged, "purged"}};
constexpr std::array statusWords{
    Word<KeyStatus>{KeyStatus::Active, "active"},   Word<KeyStatus>{KeyStatus::Inactive, "inactive"},
    Word<KeyStatus>{KeyStatus::Revoked, "revoked"}, Word<KeyStatus>{KeyStatus::Expired, "expired"},
    Word<KeyStatus>{KeyStatus::Deleted, "deleted"}, Word<KeyStatus>{KeyStatus::Damaged, "damaged"}};

template<typename Words, typename E>
QString wordOf(const Words &words, E value) {
    const auto at = std::find_if(words.begin(), words.end(), [&](const auto &w) { return w.value == value; });
    return at == words.end() ? QString() : QString::fromLatin1(at->word);
}

template<typename E, typename Words>
std::optional<E> valueOf(const Words &words, QStringView word) {
    const auto at = std::find_if(words.begin(), words.end(),
                                 [&](const auto &w) { return word == QLatin1StringView(w.word); });
    return at == words.end() ? std::nullopt : std::optional<E>(at->value);
}
} // namespace

KeyStatus statusOf(KeyState state, std::optional<Instant> expires, bool damaged, Instant now) {
    if (damaged)
        return KeyStatus::Damaged;
    switch (state) {
    case KeyState::Deleted:
    case KeyState::Purged:
        return KeyStatus::Deleted;
    case KeyState::Revoked:
        return KeyStatus::Revoked;
    case KeyState::Inactive:
        return KeyStatus::Inactive;
    case KeyState::Active:
        break;
    }
    return expires && now > *expires ? KeyStatus::Expired : KeyStatus::Active;
}

bool isRotating(const ApiKey &key, Instant now) {
    return key.old && key.old->works(now) &&
           (key.state == KeyState::Active || key.state == KeyState::Inactive);
}

std::optional<Instant> oldLastUsed(const ApiKey &key) {
    if (!key.old || key.old->lastUsedAt)
        return key.old ? key.old->lastUsedAt : std::nullopt;
    return key.rotatedAt && key.lastUsedAt && *key.lastUsedAt <= *key.rotatedAt ? key.lastUsedAt
                                                                                : std::nullopt;
}

KeyStatus statusOf(const ApiKey &key, Instant now) {
    return statusOf(key.state, key.config.expires, key.damaged, now);
}

QString maskedToken(const QString &prefix, Environment env, const KeyId &credentialId) {
    return prefix + u'_' + tokenWord(env) + u'_' + credentialId.toString() + u'_' + QString(8, QChar(0x2022));
}

QString maskedToken(const QString &prefix, const ApiKey &key) {
    return key.service ? prefix + u'.' + key.service->id + u'.' + QString(8, QChar(0x2022))
                       : maskedToken(prefix, key.config.environment, key.credentialId);
}

QString shownId(const ApiKey &key) {
    return key.service ? key.service->id : key.id.toString();
}

QString toWord(Environment e) {
    return wordOf(environmentWords, e);
}
QString toWord(KeyType t) {
    return wordOf(typeWords, t);
}
QString toWord(KeyState s) {
    return wordOf(stateWords, s);
}
QString toWord(KeyStatus s) {
    return wordOf(statusWords, s);
}
std::optional<Environment> environmentFromWord(QStringView w) {
    return valueOf<Environment>(environmentWords, w);
}
std::optional<KeyType> keyTypeFromWord(QStringView w) {
    return valueOf<KeyType>(typeWords, w);
}
std::optional<KeyState> keyStateFromWord(QStringView w) {
    return valueOf<KeyState>(stateWords, w);
}
std::optional<KeyStatus> keyStatusFromWord(QStringView w) {
    return valueOf<KeyStatus>(statusWords, w);
}

QString tokenWord(Environment e) {
    switch (e) {
    case Environment::Production:
        return QStringLiteral("live");
    case Environment::Staging:
        return QStringLiteral("stage");
    case Environment::Development:
        return QStringLiteral("dev");
    }
    return {};
}

} // namespace latchkey
