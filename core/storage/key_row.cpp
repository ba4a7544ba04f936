#include "core/storage/key_row.h"

#include "core/model/key_filter.h"
#include "core/storage/key_columns.h"

#include <QVariant>

namespace latchkey::key_row {

namespace {

QVariant optionalMs(const std::optional<Instant> &t) {
    return t ? QVariant(t->ms()) : QVariant(QMetaType(QMetaType::LongLong));
}

std::optional<Instant> instantOrNone(const QVariant &v) {
    return v.isNull() ? std::nullopt : std::optional(Instant(v.toLongLong()));
}

QString joined(const QStringList &l) {
    return l.join(ListSeparator);
}
QStringList split(const QString &s) {
    return s.isEmpty() ? QStringList() : s.split(ListSeparator);
}

/// NULL is no text.
QString text(const QString &s) {
    return s.isNull() ? QString::fromLatin1("") : s;
}

QVariantList valuesOf(const KeyRow &r) {
    const ApiKey &k = r.key;
    const KeyConfig &c = k.config;
    QVariantList v(ColumnCount);
    v[Id] = k.id.toString();
    v[CredentialId] = k.credentialId.toString();
    v[VerifierColumn] =
        r.verifier.isEmpty() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(r.verifier);
    v[Name] = text(c.name);
    v[NameFold] = text(foldForSearch(c.name));
    v[EnvironmentColumn] = static_cast<int>(c.environment);
    v[Type] = static_cast<int>(c.type);
    v[State] = static_cast<int>(k.state);
    v[StateBefore] = static_cast<int>(k.stateBeforeDelete);
    v[StateReason] = text(k.stateReason);
    v[DeletedAt] = optionalMs(k.deletedAt);
    v[Scopes] = text(c.scopes.toString());
    v[LimitSecond] = c.limits.stored(RatePeriod::Second);
    v[LimitMinute] = c.limits.stored(RatePeriod::Minute);
    v[LimitHour] = c.limits.stored(RatePeriod::Hour);
    v[LimitDay] = c.limits.stored(RatePeriod::Day);
    v[Customers] = text(joined(c.customers));
    v[AllowedIps] = text(formatIpRanges(c.allowedIps));
    v[ExpiresAt] = optionalMs(c.expires);
    v[Owner] = text(c.owner);
    v[Tags] = text(joined(c.tags));
    v[Note] = text(c.note);
    v[StoredIn] = text(c.storedIn);
    v[CreatedAt] = k.createdAt.ms();
    v[CreatedBy] = text(k.createdBy);
    v[ChangedAt] = k.changedAt.ms();
    v[ChangedBy] = text(k.changedBy);
    v[Version] = k.version;
    v[ChangeSeq] = r.changeSeq;
    v[OldCredentialId] = k.old ? QVariant(k.old->id.toString()) : QVariant(QMetaType(QMetaType::QString));
    v[OldVerifier] =
        r.oldVerifier.isEmpty() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(r.oldVerifier);
    v[OldUntil] = optionalMs(k.old ? k.old->until : std::nullopt);
    v[RotatedAt] = optionalMs(k.rotatedAt);
    v[Leaked] = k.leaked ? 1 : 0;
    return v;
}

/// Nothing of what schema 2 added is set.
bool isPlain(const QVariantList &v) {
    for (int i = FirstOfSchema2; i < Leaked; ++i) {
        if (!v[i].isNull())
            return false;
    }
    return v[Leaked].toInt() == 0;
}

QByteArray hashOf(const QVariantList &values) {
    return canonicalHash(isPlain(values), [&](int i) -> std::optional<QByteArray> {
        const QVariant &v = values[i];
        if (v.isNull())
            return std::nullopt;
        switch (v.typeId()) {
        case QMetaType::QByteArray:
            return v.toByteArray();
        case QMetaType::Int:
        case QMetaType::LongLong:
            return QByteArray::number(v.toLongLong());
        default:
            return v.toString().toUtf8();
        }
    });
}

template<typename E>
bool inRange(const QVariant &v, E most) {
    bool number = false;
    const int n = v.toInt(&number);
    return number && n >= 0 && n <= static_cast<int>(most);
}

} // namespace

void refuse(ApiKey &k) {
    k.damaged = true;
    k.state = k.state == KeyState::Deleted || k.state == KeyState::Purged ? k.state : KeyState::Inactive;
    k.config.scopes = ScopeSet();
}

QString columns() {
    QStringList list;
    for (const char *n : names)
        list.append(QStringLiteral("k.") + QLatin1StringView(n));
    list.append(QStringLiteral("k.seq"));
    list.append(QStringLiteral("k.checksum"));
    list.append(QStringLiteral("u.used_at"));
    list.append(QStringLiteral("u.used_from"));
    list.append(QStringLiteral("o.used_at"));
    list.append(QStringLiteral("o.used_from"));
    return list.join(QStringLiteral(", "));
}

QString fromClause() {
    return QStringLiteral(
        " FROM keys k LEFT JOIN last_used u ON u.key_seq = k.seq LEFT JOIN old_used o ON o.key_seq = k.seq ");
}

KeyRow read(const QSqlQuery &q) {
    QVariantList v(ColumnCount);
    for (int i = 0; i < ColumnCount; ++i)
        v[i] = q.value(i);
    KeyRow r;
    r.seq = q.value(ColumnCount).toLongLong();
    const QByteArray stored = q.value(ColumnCount + 1).toByteArray();
    ApiKey &k = r.key;
    KeyConfig &c = k.config;
    k.id = KeyId::fromString(v[Id].toString()).value_or(KeyId());
    k.credentialId = KeyId::fromString(v[CredentialId].toString()).value_or(KeyId());
    r.verifier = v[VerifierColumn].toByteArray();
    c.name = v[Name].toString();
    bool possible = !k.id.isNull() && inRange(v[EnvironmentColumn], Environment::Development) &&
                    inRange(v[Type], KeyType::Billing) && inRange(v[State], KeyState::Purged) &&
                    inRange(v[StateBefore], KeyState::Purged);
    if (possible) {
        c.environment = static_cast<Environment>(v[EnvironmentColumn].toInt());
        c.type = static_cast<KeyType>(v[Type].toInt());
        k.state = static_cast<KeyState>(v[State].toInt());
        k.stateBeforeDelete = static_cast<KeyState>(v[StateBefore].toInt());
    } else {
        k.state = KeyState::Inactive;
    }
    k.stateReason = v[StateReason].toString();
    k.deletedAt = instantOrNone(v[DeletedAt]);
    QStringList badScopes;
    c.scopes = ScopeSet::parse(v[Scopes].toString(), &badScopes);
    c.limits.set(RatePeriod::Second, v[LimitSecond].toLongLong());
    c.limits.set(RatePeriod::Minute, v[LimitMinute].toLongLong());
    c.limits.set(RatePeriod::Hour, v[LimitHour].toLongLong());
    c.limits.set(RatePeriod::Day, v[LimitDay].toLongLong());
    c.customers = split(v[Customers].toString());
    QList<BadIpLine> badIps;
    c.allowedIps = parseIpRanges(v[AllowedIps].toString(), &badIps);
    c.expires = instantOrNone(v[ExpiresAt]);
    c.owner = v[Owner].toString();
    c.tags = split(v[Tags].toString());
    c.note = v[Note].toString();
    c.storedIn = v[StoredIn].toString();
    k.createdAt = Instant(v[CreatedAt].toLongLong());
    k.createdBy = v[CreatedBy].toString();
    k.changedAt = Instant(v[ChangedAt].toLongLong());
    k.changedBy = v[ChangedBy].toString();
    k.version = v[Version].toLongLong();
    r.changeSeq = v[ChangeSeq].toLongLong();
    k.lastUsedAt = instantOrNone(q.value(ColumnCount + 2));
    k.lastUsedFrom = q.value(ColumnCount + 3).toString();
    if (!v[OldCredentialId].isNull()) {
        OldCredential old;
        old.id = KeyId::fromString(v[OldCredentialId].toString()).value_or(KeyId());
        old.until = instantOrNone(v[OldUntil]);
        old.lastUsedAt = instantOrNone(q.value(ColumnCount + 4));
        old.lastUsedFrom = q.value(ColumnCount + 5).toString();
        k.old = old;
    }
    r.oldVerifier = v[OldVerifier].toByteArray();
    k.rotatedAt = instantOrNone(v[RotatedAt]);
    k.leaked = v[Leaked].toInt() != 0;
    possible = possible && badScopes.isEmpty() && badIps.isEmpty();
    if (!possible || stored != hashOf(v))
        refuse(k);
    r.stored = std::move(v);
    return r;
}

QByteArray checksum(const KeyRow &row) {
    return hashOf(valuesOf(row));
}

Bound bind(const KeyRow &row) {
    Bound b;
    b.values = valuesOf(row);
    const QByteArray sum = hashOf(b.values);
    for (const char *n : names)
        b.names.append(QLatin1StringView(n));
    b.names.append(QStringLiteral("checksum"));
    b.values.append(sum);
    return b;
}

namespace {

/// What changes with a state, and nothing else: of a configuration that nobody touched nothing is worked out.
QVariantList withState(const KeyRow &row) {
    const ApiKey &k = row.key;
    QVariantList v = row.stored;
    v[State] = static_cast<int>(k.state);
    v[StateBefore] = static_cast<int>(k.stateBeforeDelete);
    v[StateReason] = text(k.stateReason);
    v[DeletedAt] = optionalMs(k.deletedAt);
    v[Leaked] = k.leaked ? 1 : 0;
    v[OldUntil] = optionalMs(k.old ? k.old->until : std::nullopt);
    v[ChangedAt] = k.changedAt.ms();
    v[ChangedBy] = text(k.changedBy);
    v[Version] = k.version;
    v[ChangeSeq] = row.changeSeq;
    return v;
}

} // namespace

Bound bindChanged(const KeyRow &row, Touched touched) {
    if (row.stored.size() != ColumnCount)
        return bind(row);
    const QVariantList now = touched == Touched::StateOnly ? withState(row) : valuesOf(row);
    Bound b;
    for (int i = 0; i < ColumnCount; ++i) {
        const QVariant &old = row.stored[i];
        if (old.isNull() != now[i].isNull() || (!now[i].isNull() && old != now[i])) {
            b.names.append(QLatin1StringView(names[i]));
            b.values.append(now[i]);
        }
    }
    b.names.append(QStringLiteral("checksum"));
    b.values.append(hashOf(now));
    return b;
}

} // namespace latchkey::key_row
