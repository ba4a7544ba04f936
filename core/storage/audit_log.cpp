#include "core/storage/audit_log.h"

#include "core/model/audit_actions.h"
#include "core/model/audit_chain.h"
#include "core/storage/dialect.h"

#include <QJsonArray>
#include <span>

namespace latchkey::audit_log {

namespace {

struct Head {
    qint64 seq = 0;
    QByteArray hash = audit_chain::beginning();
};

QJsonValue ms(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->toIso()) : QJsonValue(QStringLiteral("never"));
}

QJsonValue limitsOf(const ApiKey &k) {
    QJsonObject limits;
    static constexpr std::array periods{"second", "minute", "hour", "day"};
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = k.config.limits.get(p))
            limits.insert(QLatin1StringView(periods[static_cast<size_t>(p)]), *n);
    }
    return limits;
}

QJsonValue oldUntilOf(const ApiKey &k) {
    return !k.old         ? QJsonValue()
           : k.old->until ? QJsonValue(k.old->until->toIso())
                          : QJsonValue(QStringLiteral("stopped by hand"));
}

/// What the log says of a key, and whether it says the same of two: most fields of most changes.
struct Field {
    const char *name;
    QJsonValue (*of)(const ApiKey &);
    bool (*same)(const ApiKey &, const ApiKey &);
};
template<auto member>
bool sameConfig(const ApiKey &a, const ApiKey &b) {
    return a.config.*member == b.config.*member;
}
template<auto member>
bool sameOf(const ApiKey &a, const ApiKey &b) {
    return a.*member == b.*member;
}
template<auto member>
bool sameOld(const ApiKey &a, const ApiKey &b) {
    return a.old.has_value() == b.old.has_value() && (!a.old || (*a.old).*member == (*b.old).*member);
}

constexpr std::array configFields{
    Field{"name", [](const ApiKey &k) { return QJsonValue(k.config.name); }, sameConfig<&KeyConfig::name>},
    Field{"environment", [](const ApiKey &k) { return QJsonValue(toWord(k.config.environment)); },
          sameConfig<&KeyConfig::environment>},
    Field{"type", [](const ApiKey &k) { return QJsonValue(toWord(k.config.type)); },
          sameConfig<&KeyConfig::type>},
    Field{"scopes", [](const ApiKey &k) { return QJsonValue(k.config.scopes.toString()); },
          sameConfig<&KeyConfig::scopes>},
    Field{"limits", limitsOf, sameConfig<&KeyConfig::limits>},
    Field{"customers",
          [](const ApiKey &k) { return QJsonValue(QJsonArray::fromStringList(k.config.customers)); },
          sameConfig<&KeyConfig::customers>},
    Field{"allowedIps", [](const ApiKey &k) { return QJsonValue(formatIpRanges(k.config.allowedIps)); },
          sameConfig<&KeyConfig::allowedIps>},
    Field{"expires", [](const ApiKey &k) { return ms(k.config.expires); }, sameConfig<&KeyConfig::expires>},
    Field{"owner", [](const ApiKey &k) { return QJsonValue(k.config.owner); }, sameConfig<&KeyConfig::owner>},
    Field{"tags", [](const ApiKey &k) { return QJsonValue(QJsonArray::fromStringList(k.config.tags)); },
          sameConfig<&KeyConfig::tags>},
    Field{"note", [](const ApiKey &k) { return QJsonValue(k.config.note); }, sameConfig<&KeyConfig::note>},
    Field{"storedIn", [](const ApiKey &k) { return QJsonValue(k.config.storedIn); },
          sameConfig<&KeyConfig::storedIn>},
};
constexpr std::array stateFields{
    Field{"state", [](const ApiKey &k) { return QJsonValue(toWord(k.state)); }, sameOf<&ApiKey::state>},
    Field{"reason", [](const ApiKey &k) { return QJsonValue(k.stateReason); }, sameOf<&ApiKey::stateReason>},
    Field{"leaked", [](const ApiKey &k) { return QJsonValue(k.leaked); }, sameOf<&ApiKey::leaked>},
    Field{"credential", [](const ApiKey &k) { return QJsonValue(k.credentialId.toString()); },
          sameOf<&ApiKey::credentialId>},
    Field{"oldCredential",
          [](const ApiKey &k) { return k.old ? QJsonValue(k.old->id.toString()) : QJsonValue(); },
          sameOld<&OldCredential::id>},
    Field{"oldUntil", oldUntilOf, sameOld<&OldCredential::until>},
};

void describe(std::span<const Field> fields, const ApiKey &k, QJsonObject *all) {
    for (const Field &f : fields)
        all->insert(QLatin1StringView(f.name), f.of(k));
}

void compare(std::span<const Field> fields, const ApiKey &before, const ApiKey &after, QJsonObject *old,
             QJsonObject *now) {
    for (const Field &f : fields) {
        if (f.same(before, after))
            continue;
        old->insert(QLatin1StringView(f.name), f.of(before));
        now->insert(QLatin1StringView(f.name), f.of(after));
    }
}

} // namespace

Appender::Appender(sql::Statements &statements)
    : m_statements(statements)
    , m_rows(statements, QStringLiteral("audit"),
             {QStringLiteral("seq"), QStringLiteral("key_id"), QStringLiteral("payload"),
              QStringLiteral("hash")}) {}

Result<qint64> Appender::next() {
    if (!m_known) {
        auto q = m_statements.exec(QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
        if (!q)
            return fail(q.error());
        const bool any = (*q)->next();
        m_seq = any ? (*q)->value(0).toLongLong() : 0;
        m_hash = any ? (*q)->value(1).toByteArray() : audit_chain::beginning();
        (*q)->finish();
        m_known = true;
    }
    return m_seq + 1;
}

Result<qint64> Appender::append(AuditEvent &event) {
    if (!isAuditAction(event.action)) // nobody could read it: a defect of whoever wrote it
        return fail(ErrorCode::Internal, {{QStringLiteral("reason"), QStringLiteral("auditAction")}});
    const auto number = next();
    if (!number)
        return number;
    const QByteArray payload = audit_chain::canonical(event);
    event.seq = *number;
    event.hash = audit_chain::chained(event.seq, m_hash, payload);
    if (auto added =
            m_rows.add({event.seq, event.key.isNull() ? QString::fromLatin1("") : event.key.toString(),
                        QString::fromUtf8(payload), event.hash});
        !added)
        return fail(added.error());
    m_seq = event.seq;
    m_hash = event.hash;
    return event.seq;
}

Result<qint64> append(QSqlDatabase &db, AuditEvent &event) {
    sql::Statements statements(db);
    Appender appender(statements);
    auto seq = appender.append(event);
    if (auto written = seq ? appender.flush() : ok(); !written)
        return fail(written.error());
    return seq;
}

Result<QList<AuditEvent>> read(QSqlDatabase &db, const AuditQuery &query) {
    QString statement = QStringLiteral("SELECT seq, payload, hash FROM audit WHERE seq < ? AND seq > ?");
    QVariantList values{query.beforeSeq > 0 ? query.beforeSeq : std::numeric_limits<qint64>::max(),
                        query.afterSeq.value_or(0)};
    const auto where = [&](const QString &condition, const QVariant &value) {
        statement += QStringLiteral(" AND ") + condition;
        values.append(value);
    };
    const auto member = [&db](const char *name, bool number = false) {
        return sql::json(db, QStringLiteral("payload"), {QLatin1StringView(name)}, number);
    };
    if (query.key)
        where(QStringLiteral("key_id = ?"), query.key->toString());
    if (!query.actor.isEmpty())
        where(member("actor") + QStringLiteral(" = ?"), query.actor);
    if (!query.action.isEmpty()) {
        where(QStringLiteral("(%1 = ? OR %1 LIKE ? || '.%')").replace(QStringLiteral("%1"), member("action")),
              query.action);
        values.append(query.action);
    }
    if (!query.text.isEmpty())
        where(sql::containsText(db, QStringLiteral("payload")), query.text.toLower());
    if (query.from)
        where(member("at", true) + QStringLiteral(" >= ?"), query.from->ms());
    if (query.to)
        where(member("at", true) + QStringLiteral(" <= ?"), query.to->ms());
    statement += query.afterSeq ? QStringLiteral(" ORDER BY seq LIMIT ?")
                                : QStringLiteral(" ORDER BY seq DESC LIMIT ?");
    values.append(qBound(1, query.limit, 1000));
    auto q = sql::exec(db, statement, values);
    if (!q)
        return fail(q.error());
    QList<AuditEvent> events;
    while (q->next())
        events.append(audit_chain::fromPayload(q->value(0).toLongLong(), q->value(1).toString().toUtf8(),
                                               q->value(2).toByteArray()));
    return events;
}

Result<AuditCheck> verify(QSqlDatabase &db) {
    auto q = sql::stream(db, QStringLiteral("SELECT seq, key_id, payload, hash FROM audit ORDER BY seq"));
    if (!q)
        return fail(q.error());
    AuditCheck check;
    Head previous;
    while (q->next()) {
        const qint64 seq = q->value(0).toLongLong();
        const QByteArray payload = q->value(2).toString().toUtf8();
        const QByteArray hash = q->value(3).toByteArray();
        ++check.rows;
        const bool good =
            seq == previous.seq + 1 && hash == audit_chain::chained(seq, previous.hash, payload) &&
            audit_chain::fromPayload(seq, payload, hash).key.toString() == q->value(1).toString();
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
    QJsonObject all;
    describe(configFields, k, &all);
    describe(stateFields, k, &all);
    return all;
}

void describeChange(const ApiKey &before, const ApiKey &after, QJsonObject *old, QJsonObject *now) {
    if (before.config != after.config) // most of many changes are of the state alone
        compare(configFields, before, after, old, now);
    compare(stateFields, before, after, old, now);
}

} // namespace latchkey::audit_log
