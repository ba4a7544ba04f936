#include "core/storage/audit_log.h"

#include "core/storage/sql.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

namespace latchkey::audit_log {

namespace {

struct Head {
    qint64 seq = 0;
    QByteArray hash = QByteArray(32, '\0');
};

Result<Head> headOf(QSqlDatabase &db) {
    auto q = sql::exec(db, QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!q)
        return fail(q.error());
    Head head;
    if (q->next())
        head = {q->value(0).toLongLong(), q->value(1).toByteArray()};
    return head;
}

AuditEvent eventOf(qint64 seq, const QByteArray &payload, const QByteArray &hash) {
    const QJsonObject o = QJsonDocument::fromJson(payload).object();
    AuditEvent e;
    e.seq = seq;
    e.at = Instant(o.value(QLatin1StringView("at")).toInteger());
    e.actor = o.value(QLatin1StringView("actor")).toString();
    e.action = o.value(QLatin1StringView("action")).toString();
    e.key = KeyId::fromString(o.value(QLatin1StringView("key")).toString()).value_or(KeyId());
    e.keyName = o.value(QLatin1StringView("name")).toString();
    e.before = o.value(QLatin1StringView("before")).toObject();
    e.after = o.value(QLatin1StringView("after")).toObject();
    e.hash = hash;
    return e;
}

QJsonValue ms(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->toIso()) : QJsonValue(QStringLiteral("never"));
}

} // namespace

QByteArray canonical(const AuditEvent &e) {
    const QJsonObject o{{QStringLiteral("at"), e.at.ms()},    {QStringLiteral("actor"), e.actor},
                        {QStringLiteral("action"), e.action}, {QStringLiteral("key"), e.key.toString()},
                        {QStringLiteral("name"), e.keyName},  {QStringLiteral("before"), e.before},
                        {QStringLiteral("after"), e.after}};
    return QJsonDocument(o).toJson(QJsonDocument::Compact); // QJsonObject keeps its names sorted
}

QByteArray chained(qint64 seq, const QByteArray &previous, const QByteArray &payload) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    static constexpr char domain[] = "latchkey-audit-v1"; // with its terminating zero
    hash.addData(QByteArrayView(domain, sizeof domain));
    const quint64 number = qToBigEndian(static_cast<quint64>(seq));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    hash.addData(previous);
    hash.addData(QCryptographicHash::hash(payload, QCryptographicHash::Sha256));
    return hash.result();
}

Result<qint64> append(QSqlDatabase &db, AuditEvent &event) {
    const auto head = headOf(db);
    if (!head)
        return fail(head.error());
    const QByteArray payload = canonical(event);
    event.seq = head->seq + 1;
    event.hash = chained(event.seq, head->hash, payload);
    const auto q =
        sql::exec(db, QStringLiteral("INSERT INTO audit (seq, key_id, payload, hash) VALUES (?, ?, ?, ?)"),
                  {event.seq, event.key.isNull() ? QString::fromLatin1("") : event.key.toString(),
                   QString::fromUtf8(payload), event.hash});
    if (!q)
        return fail(q.error());
    return event.seq;
}

Result<QList<AuditEvent>> read(QSqlDatabase &db, const AuditQuery &query) {
    QString statement = QStringLiteral("SELECT seq, payload, hash FROM audit WHERE seq < ?");
    QVariantList values{query.beforeSeq > 0 ? query.beforeSeq : std::numeric_limits<qint64>::max()};
    if (query.key) {
        statement += QStringLiteral(" AND key_id = ?");
        values.append(query.key->toString());
    }
    statement += QStringLiteral(" ORDER BY seq DESC LIMIT ?");
    values.append(qBound(1, query.limit, 1000));
    auto q = sql::exec(db, statement, values);
    if (!q)
        return fail(q.error());
    QList<AuditEvent> events;
    while (q->next())
        events.append(
            eventOf(q->value(0).toLongLong(), q->value(1).toString().toUtf8(), q->value(2).toByteArray()));
    return events;
}

Result<AuditCheck> verify(QSqlDatabase &db) {
    auto q = sql::exec(db, QStringLiteral("SELECT seq, key_id, payload, hash FROM audit ORDER BY seq"));
    if (!q)
        return fail(q.error());
    AuditCheck check;
    Head previous;
    while (q->next()) {
        const qint64 seq = q->value(0).toLongLong();
        const QByteArray payload = q->value(2).toString().toUtf8();
        const QByteArray hash = q->value(3).toByteArray();
        ++check.rows;
        const bool good = seq == previous.seq + 1 && hash == chained(seq, previous.hash, payload) &&
                          eventOf(seq, payload, hash).key.toString() == q->value(1).toString();
        if (!good) {
            check.intact = false;
            check.firstBadSeq = previous.seq + 1;
            break;
        }
        previous = {seq, hash};
    }
    check.head = previous.hash;
    return check;
}

QJsonObject describeKey(const ApiKey &k) {
    const KeyConfig &c = k.config;
    QJsonObject limits;
    static constexpr std::array periods{"second", "minute", "hour", "day"};
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = c.limits.get(p))
            limits.insert(QLatin1StringView(periods[static_cast<size_t>(p)]), *n);
    }
    return {{QStringLiteral("name"), c.name},
            {QStringLiteral("environment"), toWord(c.environment)},
            {QStringLiteral("type"), toWord(c.type)},
            {QStringLiteral("state"), toWord(k.state)},
            {QStringLiteral("reason"), k.stateReason},
            {QStringLiteral("scopes"), c.scopes.toString()},
            {QStringLiteral("limits"), limits},
            {QStringLiteral("customers"), QJsonArray::fromStringList(c.customers)},
            {QStringLiteral("allowedIps"), formatIpRanges(c.allowedIps)},
            {QStringLiteral("expires"), ms(c.expires)},
            {QStringLiteral("owner"), c.owner},
            {QStringLiteral("tags"), QJsonArray::fromStringList(c.tags)},
            {QStringLiteral("note"), c.note},
            {QStringLiteral("storedIn"), c.storedIn},
            {QStringLiteral("leaked"), k.leaked},
            {QStringLiteral("credential"), k.credentialId.toString()},
            {QStringLiteral("oldCredential"), k.old ? QJsonValue(k.old->id.toString()) : QJsonValue()},
            {QStringLiteral("oldUntil"), !k.old         ? QJsonValue()
                                         : k.old->until ? QJsonValue(k.old->until->toIso())
                                                        : QJsonValue(QStringLiteral("stopped by hand"))}};
}

void describeChange(const ApiKey &before, const ApiKey &after, QJsonObject *old, QJsonObject *now) {
    const QJsonObject a = describeKey(before), b = describeKey(after);
    for (auto it = a.begin(); it != a.end(); ++it) {
        const QJsonValue changed = b.value(it.key());
        if (changed != it.value()) {
            old->insert(it.key(), it.value());
            now->insert(it.key(), changed);
        }
    }
}

} // namespace latchkey::audit_log
