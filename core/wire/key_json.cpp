#include "core/wire/key_json.h"

#include <QJsonArray>

namespace latchkey::wire {

namespace {

constexpr std::array limitNames{"second", "minute", "hour", "day"};
constexpr qsizetype MostItems = 10'000;

QJsonValue timeOrNull(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->toIso()) : QJsonValue();
}

QJsonArray textsOf(const QStringList &texts) {
    return QJsonArray::fromStringList(texts);
}

/// Those of the list that are one; `code` names the others.
template<typename Item>
QList<Item> itemsFrom(ObjectReader &r, const char *name, const char *code) {
    QList<Item> items;
    const QStringList texts = r.texts(name, MostItems);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const auto item = Item::fromString(texts[i]))
            items.append(*item);
        else
            r.bad((QByteArray(name) + '[' + QByteArray::number(i) + ']').constData(), code);
    }
    return items;
}

ScopeSet scopesFrom(ObjectReader &r) {
    return ScopeSet(itemsFrom<Scope>(r, "scopes", "badScope"));
}

QList<IpRange> rangesFrom(ObjectReader &r) {
    QList<IpRange> ranges;
    for (const QList<IpRange> all = itemsFrom<IpRange>(r, "allowedIps", "badIp");
         const IpRange &range : all) {
        if (!ranges.contains(range))
            ranges.append(range);
    }
    return ranges;
}

RateLimits limitsFrom(ObjectReader &r) {
    RateLimits limits;
    const JsonNode *n = r.take("limits");
    if (!n)
        return limits;
    ObjectReader l(*n, r.pathOf("limits"), r.errors(), r.strictness());
    for (const RatePeriod p : AllRatePeriods) {
        const char *name = limitNames[static_cast<size_t>(p)];
        const auto count =
            l.number(name, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
        if (count && *count < 1)
            l.bad(name, "notPositive");
        else if (count && *count > RateLimits::MaxCount)
            l.bad(name, "tooLarge", {{QStringLiteral("max"), RateLimits::MaxCount}});
        else
            limits.set(p, count);
    }
    l.finish();
    return limits;
}

/// Environment and type: fixed once the key exists.
template<typename T, typename F>
void readFixed(ObjectReader &r, const char *name, F from, bool exists, T *value) {
    const auto found = r.word(name, from, !exists && qstrcmp(name, "environment") == 0);
    if (!found)
        return;
    if (exists && *found != *value)
        r.bad(name, "fixed");
    *value = *found;
}

KeyConfig membersOf(ObjectReader &r, const KeyConfig &base, bool exists) {
    KeyConfig c = base;
    readFixed(
        r, "environment", [](QStringView w) { return environmentFromWord(w); }, exists, &c.environment);
    readFixed(
        r, "type", [](QStringView w) { return keyTypeFromWord(w); }, exists, &c.type);
    const auto text = [&](const char *name, QString *into) {
        if (r.has(name))
            *into = r.text(name);
    };
    text("name", &c.name);
    text("owner", &c.owner);
    text("note", &c.note);
    text("storedIn", &c.storedIn);
    if (r.has("scopes"))
        c.scopes = scopesFrom(r);
    if (r.has("limits"))
        c.limits = limitsFrom(r);
    if (r.has("customers"))
        c.customers = r.texts("customers", MostItems);
    if (r.has("tags"))
        c.tags = r.texts("tags", MostItems);
    if (r.has("allowedIps"))
        c.allowedIps = rangesFrom(r);
    if (r.has("expires"))
        c.expires = r.instant("expires");
    return c;
}

std::optional<OldCredential> oldFrom(ObjectReader &r) {
    const JsonNode *n = r.take("old");
    if (!n)
        return std::nullopt;
    ObjectReader o(*n, r.pathOf("old"), r.errors(), r.strictness());
    OldCredential old;
    old.id = o.id("id", true);
    old.until = o.instant("until");
    old.lastUsedAt = o.instant("lastUsedAt");
    old.lastUsedFrom = o.text("lastUsedFrom");
    o.finish();
    return old;
}

NewKey newKeyFrom(ObjectReader &r) {
    NewKey key;
    key.config = configFrom(r, {}, false);
    if (const JsonNode *v = r.require("verifier")) {
        key.verifier = verifierFrom(v->text);
        if (key.verifier.isEmpty())
            r.bad("verifier", "badVerifier");
    }
    return key;
}

} // namespace

QJsonObject toJson(const KeyConfig &c) {
    QJsonObject limits;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = c.limits.get(p))
            limits.insert(QLatin1StringView(limitNames[static_cast<size_t>(p)]), *n);
    }
    QJsonArray scopes, ips;
    for (const Scope &s : c.scopes)
        scopes.append(s.toString());
    for (const IpRange &r : c.allowedIps)
        ips.append(r.toString());
    return {{QStringLiteral("name"), c.name},         {QStringLiteral("environment"), toWord(c.environment)},
            {QStringLiteral("type"), toWord(c.type)}, {QStringLiteral("scopes"), scopes},
            {QStringLiteral("limits"), limits},       {QStringLiteral("customers"), textsOf(c.customers)},
            {QStringLiteral("allowedIps"), ips},      {QStringLiteral("expires"), timeOrNull(c.expires)},
            {QStringLiteral("owner"), c.owner},       {QStringLiteral("tags"), textsOf(c.tags)},
            {QStringLiteral("note"), c.note},         {QStringLiteral("storedIn"), c.storedIn}};
}

QJsonObject toJson(const ApiKey &k, Instant now) {
    QJsonObject o = toJson(k.config);
    o.insert(QStringLiteral("id"), k.id.toString());
    o.insert(QStringLiteral("state"), toWord(k.state));
    o.insert(QStringLiteral("status"), toWord(statusOf(k, now)));
    o.insert(QStringLiteral("stateBeforeDelete"), toWord(k.stateBeforeDelete));
    o.insert(QStringLiteral("stateReason"), k.stateReason);
    o.insert(QStringLiteral("deletedAt"), timeOrNull(k.deletedAt));
    o.insert(QStringLiteral("credentialId"), k.credentialId.toString());
    QJsonValue old;
    if (k.old)
        old = QJsonObject{{QStringLiteral("id"), k.old->id.toString()},
                          {QStringLiteral("until"), timeOrNull(k.old->until)},
                          {QStringLiteral("lastUsedAt"), timeOrNull(k.old->lastUsedAt)},
                          {QStringLiteral("lastUsedFrom"), k.old->lastUsedFrom}};
    o.insert(QStringLiteral("old"), old);
    o.insert(QStringLiteral("rotatedAt"), timeOrNull(k.rotatedAt));
    o.insert(QStringLiteral("leaked"), k.leaked);
    o.insert(QStringLiteral("createdAt"), k.createdAt.toIso());
    o.insert(QStringLiteral("createdBy"), k.createdBy);
    o.insert(QStringLiteral("changedAt"), k.changedAt.toIso());
    o.insert(QStringLiteral("changedBy"), k.changedBy);
    o.insert(QStringLiteral("lastUsedAt"), timeOrNull(k.lastUsedAt));
    o.insert(QStringLiteral("lastUsedFrom"), k.lastUsedFrom);
    o.insert(QStringLiteral("version"), counterText(k.version));
    o.insert(QStringLiteral("damaged"), k.damaged);
    return o;
}

Result<ApiKey> keyFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    ApiKey k;
    k.config = membersOf(r, {}, false);
    k.id = r.id("id", true);
    const auto state = [](QStringView w) { return keyStateFromWord(w); };
    k.state = r.word("state", state, true).value_or(KeyState::Inactive);
    k.stateBeforeDelete = r.word("stateBeforeDelete", state).value_or(KeyState::Inactive);
    k.stateReason = r.text("stateReason");
    k.deletedAt = r.instant("deletedAt");
    if (!r.text("credentialId").isEmpty()) // a purged key has none
        k.credentialId = r.id("credentialId");
    k.old = oldFrom(r);
    k.rotatedAt = r.instant("rotatedAt");
    k.leaked = r.flag("leaked").value_or(false);
    k.createdAt = r.instant("createdAt", true).value_or(Instant());
    k.createdBy = r.text("createdBy");
    k.changedAt = r.instant("changedAt", true).value_or(Instant());
    k.changedBy = r.text("changedBy");
    k.lastUsedAt = r.instant("lastUsedAt");
    k.lastUsedFrom = r.text("lastUsedFrom");
    k.version = r.counter("version", true).value_or(0);
    k.damaged = r.flag("damaged").value_or(false);
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return k;
}

Result<QList<ApiKey>> keysFrom(const JsonNode &list) {
    if (list.kind != JsonNode::Kind::List)
        return fail(Error(QList<FieldError>{{{}, QStringLiteral("notAList"), {}}}));
    QList<ApiKey> keys;
    keys.reserve(list.items.size());
    for (const JsonNode &n : list.items) {
        auto key = keyFrom(n);
        if (!key)
            return fail(key.error());
        keys.append(std::move(*key));
    }
    return keys;
}

KeyConfig configFrom(ObjectReader &r, const KeyConfig &base, bool exists) {
    r.refuse({"id", "state", "status", "stateBeforeDelete", "stateReason", "deletedAt", "credentialId", "old",
              "rotatedAt", "leaked", "createdAt", "createdBy", "changedAt", "changedBy", "lastUsedAt",
              "lastUsedFrom", "version", "damaged"});
    return membersOf(r, base, exists);
}

QJsonObject creationJson(const NewKey &key) {
    QJsonObject o = toJson(key.config);
    o.insert(QStringLiteral("verifier"), QString::fromLatin1(verifierText(key.verifier)));
    return o;
}

QJsonObject bulkCreationJson(const NewKey &key) {
    QJsonObject o = creationJson(key);
    o.insert(QStringLiteral("id"), key.id.toString());
    return o;
}

Result<NewKey> creationFrom(const JsonNode &body, const KeyId &id) {
    QList<FieldError> errors;
    ObjectReader r(body, {}, errors, Strictness::Request);
    NewKey key = newKeyFrom(r);
    key.id = id;
    r.finish();
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return key;
}

Result<NewKey> bulkCreationFrom(const JsonNode &item, const QString &path) {
    QList<FieldError> errors;
    JsonNode rest = item; // the id is the client's here, and no read-only member
    KeyId id;
    ObjectReader outer(item, path, errors, Strictness::Request);
    id = outer.id("id", true);
    if (const qsizetype at = rest.keys.indexOf(QStringLiteral("id")); at >= 0) {
        rest.keys.removeAt(at);
        rest.items.removeAt(at);
    }
    if (!outer.isObject())
        return fail(Error(std::move(errors)));
    ObjectReader r(rest, path, errors, Strictness::Request);
    NewKey key = newKeyFrom(r);
    key.id = id;
    r.finish();
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return key;
}

QByteArray etagOf(qint64 version) {
    return '"' + QByteArray::number(version) + '"';
}

std::optional<qint64> versionOfEtag(QByteArrayView etag) {
    if (etag.size() < 3 || etag.front() != '"' || etag.back() != '"')
        return std::nullopt;
    return counterFrom(QString::fromLatin1(etag.sliced(1, etag.size() - 2)));
}

QByteArray verifierText(const QByteArray &verifier) {
    return verifier.toHex();
}

QByteArray verifierFrom(QStringView text) {
    const QByteArray hex = text.toLatin1();
    const bool good = hex.size() == 64 && std::all_of(hex.begin(), hex.end(), [](char c) {
                          return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                      });
    return good ? QByteArray::fromHex(hex) : QByteArray();
}

} // namespace latchkey::wire
