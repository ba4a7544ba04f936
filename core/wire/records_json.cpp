#include "core/wire/records_json.h"

#include "core/model/audit_chain.h"

#include <QJsonArray>

namespace latchkey::wire {

namespace {

QJsonValue recordTime(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->toIso()) : QJsonValue();
}

template<typename T>
Result<T> checked(QList<FieldError> &errors, T value) {
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return value;
}

/// Before and after of an audit row keep the types that they were written with.
QJsonValue plainValue(const JsonNode &n) {
    switch (n.kind) {
    case JsonNode::Kind::Null:
        return {};
    case JsonNode::Kind::Bool:
        return n.flag;
    case JsonNode::Kind::Number:
        return n.number;
    case JsonNode::Kind::Text:
        return n.text;
    case JsonNode::Kind::List: {
        QJsonArray list;
        for (const JsonNode &i : n.items)
            list.append(plainValue(i));
        return list;
    }
    case JsonNode::Kind::Object: {
        QJsonObject o;
        for (qsizetype i = 0; i < n.items.size(); ++i)
            o.insert(n.keys[i], plainValue(n.items[i]));
        return o;
    }
    }
    return {};
}

QJsonObject plainObject(const JsonNode *n) {
    return n ? plainValue(*n).toObject() : QJsonObject();
}

QByteArray hashOf(QStringView text) {
    const QByteArray hex = text.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(hex);
    return hex.size() == qsizetype{2} * audit_chain::HashLength && bytes.toHex() == hex ? bytes
                                                                                        : QByteArray();
}

QByteArray hashFrom(ObjectReader &r, const char *name) {
    const QString text = r.text(name);
    const QByteArray hash = hashOf(text);
    if (!text.isEmpty() && hash.isEmpty())
        r.bad(name, "badHash");
    return hash;
}

} // namespace

QJsonObject toJson(const Customer &c) {
    return {{QStringLiteral("id"), c.id},
            {QStringLiteral("name"), c.name},
            {QStringLiteral("note"), c.note},
            {QStringLiteral("version"), counterText(c.version)},
            {QStringLiteral("changedAt"), c.changedAt.toIso()},
            {QStringLiteral("changedBy"), c.changedBy}};
}

Result<Customer> customerFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    Customer c;
    c.id = r.text("id", true);
    c.name = r.text("name");
    c.note = r.text("note");
    c.version = r.counter("version", true).value_or(0);
    c.changedAt = r.instant("changedAt", true).value_or(Instant());
    c.changedBy = r.text("changedBy");
    return checked(errors, std::move(c));
}

Result<Customer> customerRequestFrom(const JsonNode &body, const QString &id, qint64 version) {
    QList<FieldError> errors;
    ObjectReader r(body, {}, errors, Strictness::Request);
    r.refuse({"id", "version", "changedAt", "changedBy"});
    Customer c;
    c.id = id;
    c.version = version;
    c.name = r.text("name");
    c.note = r.text("note");
    r.finish();
    return checked(errors, std::move(c));
}

QJsonObject toJson(const AuditEvent &e) {
    return {{QStringLiteral("seq"), counterText(e.seq)},
            {QStringLiteral("at"), e.at.toIso()},
            {QStringLiteral("actor"), e.actor},
            {QStringLiteral("action"), e.action},
            {QStringLiteral("key"), e.key.isNull() ? QJsonValue() : QJsonValue(e.key.toString())},
            {QStringLiteral("keyName"), e.keyName},
            {QStringLiteral("before"), e.before},
            {QStringLiteral("after"), e.after},
            {QStringLiteral("hash"), QString::fromLatin1(e.hash.toHex())}};
}

Result<AuditEvent> auditEventFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    AuditEvent e;
    e.seq = r.counter("seq", true).value_or(0);
    e.at = r.instant("at", true).value_or(Instant());
    e.actor = r.text("actor");
    e.action = r.text("action", true);
    e.key = r.id("key");
    e.keyName = r.text("keyName");
    e.before = plainObject(r.take("before"));
    e.after = plainObject(r.take("after"));
    e.hash = hashFrom(r, "hash");
    return checked(errors, std::move(e));
}

QJsonObject toJson(const AuditCheck &c) {
    return {{QStringLiteral("intact"), c.intact},
            {QStringLiteral("rows"), counterText(c.rows)},
            {QStringLiteral("firstBadSeq"), c.intact ? QJsonValue() : QJsonValue(counterText(c.firstBadSeq))},
            {QStringLiteral("head"), QString::fromLatin1(c.head.toHex())}};
}

Result<AuditCheck> auditCheckFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    AuditCheck c;
    c.intact = r.flag("intact").value_or(false);
    c.rows = r.counter("rows", true).value_or(0);
    c.firstBadSeq = r.counter("firstBadSeq").value_or(0);
    c.head = hashFrom(r, "head");
    return checked(errors, c);
}

QJsonObject toJson(const Exposure &e) {
    return {{QStringLiteral("key"), e.key.toString()},
            {QStringLiteral("credential"), e.credential.toString()},
            {QStringLiteral("seen"), e.seen.toIso()},
            {QStringLiteral("dismissed"), e.dismissed}};
}

Result<Exposure> exposureFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    Exposure e;
    e.key = r.id("key", true);
    e.credential = r.id("credential", true);
    e.seen = r.instant("seen", true).value_or(Instant());
    e.dismissed = r.flag("dismissed").value_or(false);
    return checked(errors, e);
}

QJsonObject toJson(const RetentionPreview &p) {
    return {{QStringLiteral("rows"), counterText(p.rows)},
            {QStringLiteral("before"), p.before.toIso()},
            {QStringLiteral("kept"), counterText(p.kept)}};
}

Result<RetentionPreview> retentionPreviewFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    RetentionPreview p;
    p.rows = r.counter("rows", true).value_or(0);
    p.before = r.instant("before", true).value_or(Instant());
    p.kept = r.counter("kept", true).value_or(0);
    return checked(errors, p);
}

QJsonObject toJson(const VerifierNode &n) {
    return {{QStringLiteral("id"), n.id},
            {QStringLiteral("name"), n.name},
            {QStringLiteral("epoch"), counterText(n.epoch)},
            {QStringLiteral("at"), n.at.toIso()},
            {QStringLiteral("seen"), n.seen.toIso()}};
}

Result<VerifierNode> verifierNodeFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    VerifierNode n;
    n.id = r.text("id", true);
    n.name = r.text("name");
    n.epoch = r.counter("epoch", true).value_or(0);
    n.at = r.instant("at", true).value_or(Instant());
    n.seen = r.instant("seen", true).value_or(Instant());
    return checked(errors, std::move(n));
}

QJsonObject toJson(const VaultDocument &v) {
    const Capabilities &c = v.capabilities;
    return {{QStringLiteral("id"), v.info.id},
            {QStringLiteral("name"), v.info.name},
            {QStringLiteral("prefix"), v.info.prefix},
            {QStringLiteral("readOnly"), v.info.readOnly},
            {QStringLiteral("deletedRetentionDays"), v.info.deletedRetentionDays},
            {QStringLiteral("catalogueVersion"), counterText(v.catalogueVersion)},
            {QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("environments"), c.environments},
                                                         {QStringLiteral("expiry"), c.expiry},
                                                         {QStringLiteral("rateLimits"), c.rateLimits},
                                                         {QStringLiteral("deactivate"), c.deactivate},
                                                         {QStringLiteral("audit"), c.audit},
                                                         {QStringLiteral("customers"), c.customers},
                                                         {QStringLiteral("lastUsed"), c.lastUsed},
                                                         {QStringLiteral("search"), c.search},
                                                         {QStringLiteral("softDelete"), c.softDelete}}},
            {QStringLiteral("keepsRequests"), v.keepsRequests},
            {QStringLiteral("now"), v.now.toIso()},
            {QStringLiteral("server"), v.server}};
}

Result<VaultDocument> vaultFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    VaultDocument v;
    v.info.id = r.text("id", true);
    v.info.name = r.text("name", true);
    v.info.prefix = r.text("prefix", true);
    v.info.readOnly = r.flag("readOnly").value_or(false);
    v.info.deletedRetentionDays = static_cast<int>(r.number("deletedRetentionDays", 0, 3650).value_or(30));
    v.catalogueVersion = r.counter("catalogueVersion", true).value_or(1);
    if (const JsonNode *n = r.take("capabilities")) {
        ObjectReader c(*n, r.pathOf("capabilities"), errors, Strictness::Answer);
        const auto can = [&c](const char *name, bool *into) { *into = c.flag(name).value_or(*into); };
        can("environments", &v.capabilities.environments);
        can("expiry", &v.capabilities.expiry);
        can("rateLimits", &v.capabilities.rateLimits);
        can("deactivate", &v.capabilities.deactivate);
        can("audit", &v.capabilities.audit);
        can("customers", &v.capabilities.customers);
        can("lastUsed", &v.capabilities.lastUsed);
        can("search", &v.capabilities.search);
        can("softDelete", &v.capabilities.softDelete);
    }
    v.keepsRequests = r.flag("keepsRequests").value_or(false);
    v.now = r.instant("now", true).value_or(Instant());
    v.server = r.text("server");
    return checked(errors, std::move(v));
}

QJsonObject toJson(const PrincipalRecord &p) {
    QJsonArray scopes;
    for (const Scope &s : p.scopes)
        scopes.append(s.toString());
    return {{QStringLiteral("id"), p.id.toString()},
            {QStringLiteral("credentialId"), p.credentialId.toString()},
            {QStringLiteral("name"), p.name},
            {QStringLiteral("role"), toWord(p.role)},
            {QStringLiteral("holdsAll"), p.holdsAll},
            {QStringLiteral("scopes"), scopes},
            {QStringLiteral("active"), p.active},
            {QStringLiteral("version"), counterText(p.version)},
            {QStringLiteral("createdAt"), p.createdAt.toIso()},
            {QStringLiteral("createdBy"), p.createdBy},
            {QStringLiteral("changedAt"), p.changedAt.toIso()},
            {QStringLiteral("changedBy"), p.changedBy},
            {QStringLiteral("lastUsedAt"), recordTime(p.lastUsedAt)},
            {QStringLiteral("damaged"), p.damaged}};
}

Result<PrincipalRecord> principalFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    PrincipalRecord p;
    p.id = r.id("id", true);
    p.credentialId = r.id("credentialId", true);
    p.name = r.text("name", true);
    p.role = r.word(
                  "role", [](QStringView w) { return roleFromWord(w); }, true)
                 .value_or(Role::Viewer);
    p.holdsAll = r.flag("holdsAll").value_or(false);
    const QStringList scopes = r.texts("scopes", 10'000);
    for (const QString &s : scopes) {
        if (const auto scope = Scope::fromString(s))
            p.scopes.insert(*scope);
    }
    p.active = r.flag("active").value_or(false);
    p.version = r.counter("version", true).value_or(1);
    p.createdAt = r.instant("createdAt", true).value_or(Instant());
    p.createdBy = r.text("createdBy");
    p.changedAt = r.instant("changedAt", true).value_or(Instant());
    p.changedBy = r.text("changedBy");
    p.lastUsedAt = r.instant("lastUsedAt");
    p.damaged = r.flag("damaged").value_or(false);
    return checked(errors, std::move(p));
}

QJsonObject toJson(const ChangesDocument &c) {
    QJsonArray keys;
    for (const KeyId &k : c.keys)
        keys.append(k.toString());
    return {{QStringLiteral("position"), c.position},   {QStringLiteral("all"), c.all},
            {QStringLiteral("more"), c.more},           {QStringLiteral("keys"), keys},
            {QStringLiteral("catalogue"), c.catalogue}, {QStringLiteral("customers"), c.customers},
            {QStringLiteral("rules"), c.rules}};
}

Result<ChangesDocument> changesFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    ChangesDocument c;
    c.position = r.text("position", true);
    c.all = r.flag("all").value_or(true);
    c.more = r.flag("more").value_or(false);
    c.keys = r.ids("keys", 100'000);
    c.catalogue = r.flag("catalogue").value_or(true);
    c.customers = r.flag("customers").value_or(true);
    c.rules = r.flag("rules").value_or(false);
    return checked(errors, std::move(c));
}

} // namespace latchkey::wire
