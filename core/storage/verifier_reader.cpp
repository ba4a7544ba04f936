#include "core/storage/verifier_reader.h"

#include "core/storage/key_columns.h"

#include <QStringList>

namespace latchkey {

namespace {

using namespace key_row;

constexpr std::size_t ChecksumCell = ColumnCount;
/// A vault in which every key has customers or addresses of its own gains nothing from keeping them.
constexpr std::size_t MostKnown = 20'000;

QByteArrayView cell(sql::Cells row, Column c) {
    return row[static_cast<std::size_t>(c)];
}

QString textIn(sql::Cells row, Column c) {
    return QString::fromUtf8(cell(row, c));
}

std::optional<qint64> numberIn(sql::Cells row, Column c) {
    const QByteArrayView digits = cell(row, c);
    qint64 n = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return !digits.isEmpty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size()
               ? std::optional(n)
               : std::nullopt;
}

std::optional<Instant> instantIn(sql::Cells row, Column c) {
    const auto ms = numberIn(row, c);
    return ms ? std::optional(Instant(*ms)) : std::nullopt;
}

KeyId idIn(sql::Cells row, Column c) {
    return KeyId::fromLatin1(cell(row, c)).value_or(KeyId());
}

template<typename E>
std::optional<E> wordIn(sql::Cells row, Column c, E most) {
    const auto n = numberIn(row, c);
    return n && *n >= 0 && *n <= static_cast<qint64>(most) ? std::optional(static_cast<E>(*n)) : std::nullopt;
}

bool hasNothingOfSchema2(sql::Cells row) {
    for (int c = FirstOfSchema2; c < Leaked; ++c) {
        if (!cell(row, static_cast<Column>(c)).isNull())
            return false;
    }
    return numberIn(row, Leaked).value_or(0) == 0;
}

bool isAsItWasWritten(sql::Cells row) {
    const QByteArray sum =
        canonicalHash(hasNothingOfSchema2(row), [&](int c) -> std::optional<QByteArrayView> {
            const QByteArrayView bytes = cell(row, static_cast<Column>(c));
            return bytes.isNull() ? std::nullopt : std::optional(bytes);
        });
    return row[ChecksumCell] == sum;
}

} // namespace

QString VerifierReader::statement(qint64 after, qint64 last) {
    QStringList columns;
    for (const char *n : names)
        columns.append(QLatin1StringView(n));
    return QStringLiteral("SELECT %1, checksum FROM keys WHERE seq > %2 AND seq <= %3")
        .arg(columns.join(QStringLiteral(", ")))
        .arg(after)
        .arg(last);
}

template<typename T, typename F>
const VerifierReader::Meaning<T> &VerifierReader::meaning(Known<T> &known, QByteArrayView text, F parse) {
    static const Meaning<T> nothing;
    if (text.isEmpty())
        return nothing;
    m_text.assign(text.data(), static_cast<std::size_t>(text.size()));
    if (const auto at = known.find(m_text); at != known.end())
        return at->second;
    if (known.size() >= MostKnown)
        known.clear();
    return known.emplace(m_text, parse(QString::fromUtf8(text))).first->second;
}

const VerifierReader::Meaning<ScopeSet> &VerifierReader::scopesIn(sql::Cells row) {
    return meaning(m_scopes, cell(row, Scopes), [](const QString &text) {
        QStringList bad;
        const ScopeSet scopes = ScopeSet::parse(text, &bad);
        return Meaning<ScopeSet>{scopes, bad.isEmpty()};
    });
}

const VerifierReader::Meaning<QStringList> &VerifierReader::customersIn(sql::Cells row) {
    return meaning(m_customers, cell(row, Customers),
                   [](const QString &text) { return Meaning<QStringList>{text.split(ListSeparator)}; });
}

const VerifierReader::Meaning<QList<IpRange>> &VerifierReader::addressesIn(sql::Cells row) {
    return meaning(m_addresses, cell(row, AllowedIps), [](const QString &text) {
        QList<BadIpLine> bad;
        const QList<IpRange> ranges = parseIpRanges(text, &bad);
        return Meaning<QList<IpRange>>{ranges, bad.isEmpty()};
    });
}

VerifierKey VerifierReader::read(sql::Cells row) {
    VerifierKey v;
    ApiKey &k = v.key;
    KeyConfig &c = k.config;
    const auto &scopes = scopesIn(row);
    const auto &customers = customersIn(row);
    const auto &addresses = addressesIn(row);
    k.id = idIn(row, Id);
    k.credentialId = idIn(row, CredentialId);
    c.name = textIn(row, Name);
    c.scopes = scopes.value;
    c.limits.set(RatePeriod::Second, numberIn(row, LimitSecond));
    c.limits.set(RatePeriod::Minute, numberIn(row, LimitMinute));
    c.limits.set(RatePeriod::Hour, numberIn(row, LimitHour));
    c.limits.set(RatePeriod::Day, numberIn(row, LimitDay));
    c.customers = customers.value;
    c.allowedIps = addresses.value;
    c.expires = instantIn(row, ExpiresAt);
    const auto environment = wordIn(row, EnvironmentColumn, Environment::Development);
    const auto type = wordIn(row, Type, KeyType::Billing);
    const auto state = wordIn(row, State, KeyState::Purged);
    const bool possible = !k.id.isNull() && environment && type && state &&
                          wordIn(row, StateBefore, KeyState::Purged) && scopes.readable && addresses.readable;
    c.environment = environment.value_or(Environment::Development);
    c.type = type.value_or(KeyType::General);
    k.state = state.value_or(KeyState::Inactive);
    k.version = numberIn(row, Version).value_or(0);
    k.leaked = numberIn(row, Leaked).value_or(0) != 0;
    v.change = numberIn(row, ChangeSeq).value_or(0);
    if (!cell(row, OldCredentialId).isNull())
        k.old = OldCredential{idIn(row, OldCredentialId), instantIn(row, OldUntil), {}, {}};
    v.verifier = cell(row, VerifierColumn).toByteArray();
    v.oldVerifier = cell(row, OldVerifier).toByteArray();
    if (!possible || !isAsItWasWritten(row))
        refuse(k);
    return v;
}

} // namespace latchkey
