#include "core/model/audit_chain.h"

#include "core/model/sha256.h"

#include <QJsonDocument>
#include <QtEndian>

namespace latchkey::audit_chain {

QByteArray beginning() {
    return QByteArray(HashLength, '\0');
}

AuditEvent fromPayload(qint64 seq, const QByteArray &payload, const QByteArray &hash) {
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

QByteArray canonical(const AuditEvent &e) {
    const QJsonObject o{{QStringLiteral("at"), e.at.ms()},    {QStringLiteral("actor"), e.actor},
                        {QStringLiteral("action"), e.action}, {QStringLiteral("key"), e.key.toString()},
                        {QStringLiteral("name"), e.keyName},  {QStringLiteral("before"), e.before},
                        {QStringLiteral("after"), e.after}};
    return QJsonDocument(o).toJson(QJsonDocument::Compact); // QJsonObject keeps its names sorted
}

QByteArray chained(qint64 seq, const QByteArray &previous, const QByteArray &payload) {
    static constexpr char domain[] = "latchkey-audit-v1"; // with its terminating zero
    const quint64 number = qToBigEndian(static_cast<quint64>(seq));
    return sha256({QByteArrayView(domain, sizeof domain),
                   QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number), previous,
                   sha256(payload)});
}

} // namespace latchkey::audit_chain
