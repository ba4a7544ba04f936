#include "core/storage/key_row.h"

#include "core/model/key_filter.h"

#include <QVariant>
#include <array>

namespace latchkey::key_row {

namespace {

QVariant optionalMs(const std::optional<Instant> &t) {
    return t ? QVariant(t->ms()) : QVariant(QMetaType(QMetaType::LongLong));
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

/// A value as the cell that it will be.
std::optional<QByteArray> bytesOf(const QVariant &v) {
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
}

QByteArrayView viewOf(const std::optional<QByteArray> &bytes) {
    // Only a view without memory is NULL: "" has some.
    return !bytes ? QByteArrayView() : bytes->isNull() ? QByteArrayView("", qsizetype(0)) : *bytes;
}

/// The values that a row gets, as cells.
class NewCells {
public:
    explicit NewCells(const QVariantList &values) {
        for (int c = 0; c < ColumnCount; ++c)
            set(static_cast<Column>(c), values[c]);
    }
    explicit NewCells(const StoredCells &stored)
        : m_cells(stored.cells()) {}
    void set(Column c, const QVariant &v) {
        const auto at = static_cast<std::size_t>(c);
        m_bytes[at] = bytesOf(v);
        m_cells[at] = viewOf(m_bytes[at]);
    }
    [[nodiscard]] sql::Cells cells() const { return m_cells; }

private:
    std::array<std::optional<QByteArray>, ColumnCount> m_bytes;
    std::array<QByteArrayView, ColumnCount> m_cells{};
};

bool isSame(QByteArrayView a, QByteArrayView b) {
    return a.isNull() == b.isNull() && a == b;
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

KeyRow read(sql::Cells row) {
    constexpr std::size_t Behind = ColumnCount;
    const auto behind = [&](std::size_t n) { return row[Behind + n]; };
    KeyRow r;
    ApiKey &k = r.key;
    KeyConfig &c = k.config;
    r.seq = numberIn(behind(0)).value_or(0);
    k.id = idIn(cell(row, Id));
    k.credentialId = idIn(cell(row, CredentialId));
    r.verifier = cell(row, VerifierColumn).toByteArray();
    c.name = textIn(cell(row, Name));
    const auto environment = wordIn(cell(row, EnvironmentColumn), Environment::Development);
    const auto type = wordIn(cell(row, Type), KeyType::Billing);
    const auto state = wordIn(cell(row, State), KeyState::Purged);
    const auto before = wordIn(cell(row, StateBefore), KeyState::Purged);
    const bool known = !k.id.isNull() && environment && type && state && before;
    if (known) {
        c.environment = *environment;
        c.type = *type;
        k.state = *state;
        k.stateBeforeDelete = *before;
    } else {
        k.state = KeyState::Inactive;
    }
    k.stateReason = textIn(cell(row, StateReason));
    k.deletedAt = instantIn(cell(row, DeletedAt));
    QStringList badScopes;
    c.scopes = ScopeSet::parse(textIn(cell(row, Scopes)), &badScopes);
    c.limits.set(RatePeriod::Second, numberIn(cell(row, LimitSecond)));
    c.limits.set(RatePeriod::Minute, numberIn(cell(row, LimitMinute)));
    c.limits.set(RatePeriod::Hour, numberIn(cell(row, LimitHour)));
    c.limits.set(RatePeriod::Day, numberIn(cell(row, LimitDay)));
    c.customers = split(textIn(cell(row, Customers)));
    QList<BadIpLine> badIps;
    if (const auto addresses = cell(row, AllowedIps); !addresses.isEmpty())
        c.allowedIps = parseIpRanges(textIn(addresses), &badIps);
    c.expires = instantIn(cell(row, ExpiresAt));
    c.owner = textIn(cell(row, Owner));
    c.tags = split(textIn(cell(row, Tags)));
    c.note = textIn(cell(row, Note));
    c.storedIn = textIn(cell(row, StoredIn));
    k.createdAt = Instant(numberIn(cell(row, CreatedAt)).value_or(0));
    k.createdBy = textIn(cell(row, CreatedBy));
    k.changedAt = Instant(numberIn(cell(row, ChangedAt)).value_or(0));
    k.changedBy = textIn(cell(row, ChangedBy));
    k.version = numberIn(cell(row, Version)).value_or(0);
    r.changeSeq = numberIn(cell(row, ChangeSeq)).value_or(0);
    k.lastUsedAt = instantIn(behind(2));
    k.lastUsedFrom = textIn(behind(3));
    if (const auto old = cell(row, OldCredentialId); !old.isNull())
        k.old =
            OldCredential{idIn(old), instantIn(cell(row, OldUntil)), instantIn(behind(4)), textIn(behind(5))};
    r.oldVerifier = cell(row, OldVerifier).toByteArray();
    k.rotatedAt = instantIn(cell(row, RotatedAt));
    k.leaked = numberIn(cell(row, Leaked)).value_or(0) != 0;
    if (!known || !badScopes.isEmpty() || !badIps.isEmpty() || behind(1) != hashOf(row))
        refuse(k);
    r.stored = StoredCells(row);
    return r;
}

QByteArray checksum(const KeyRow &row) {
    return hashOf(NewCells(valuesOf(row)).cells());
}

Bound bind(const KeyRow &row) {
    Bound b;
    b.values = valuesOf(row);
    const QByteArray sum = hashOf(NewCells(b.values).cells());
    for (const char *n : names)
        b.names.append(QLatin1StringView(n));
    b.names.append(QStringLiteral("checksum"));
    b.values.append(sum);
    return b;
}

namespace {

using Change = std::pair<Column, QVariant>;

/// What changes with a state, and nothing else: of a configuration that nobody touched nothing is worked out.
QList<Change> withState(const KeyRow &row) {
    const ApiKey &k = row.key;
    return {{State, static_cast<int>(k.state)},
            {StateBefore, static_cast<int>(k.stateBeforeDelete)},
            {StateReason, text(k.stateReason)},
            {DeletedAt, optionalMs(k.deletedAt)},
            {Leaked, k.leaked ? 1 : 0},
            {OldUntil, optionalMs(k.old ? k.old->until : std::nullopt)},
            {ChangedAt, k.changedAt.ms()},
            {ChangedBy, text(k.changedBy)},
            {Version, k.version},
            {ChangeSeq, row.changeSeq}};
}

QList<Change> withAnything(const KeyRow &row) {
    const QVariantList values = valuesOf(row);
    QList<Change> all;
    all.reserve(ColumnCount);
    for (int c = 0; c < ColumnCount; ++c)
        all.append({static_cast<Column>(c), values[c]});
    return all;
}

} // namespace

Bound bindChanged(const KeyRow &row, Touched touched) {
    if (row.stored.isEmpty())
        return bind(row);
    const auto old = row.stored.cells();
    NewCells now(row.stored);
    Bound b;
    const QList<Change> changes = touched == Touched::StateOnly ? withState(row) : withAnything(row);
    for (const auto &[column, value] : changes) {
        now.set(column, value);
        if (isSame(cell(old, column), cell(now.cells(), column)))
            continue;
        b.names.append(QLatin1StringView(names[column]));
        b.values.append(value);
    }
    b.names.append(QStringLiteral("checksum"));
    b.values.append(hashOf(now.cells()));
    return b;
}

} // namespace latchkey::key_row
