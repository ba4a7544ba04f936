#include "core/storage/verifier_reader.h"

#include "core/storage/key_cells.h"

#include <QStringList>

namespace latchkey {

namespace {

using namespace key_row;

constexpr std::size_t ChecksumCell = ColumnCount;
/// A vault in which every key has customers or addresses of its own gains nothing from keeping them.
constexpr std::size_t MostKnown = 20'000;

bool isAsItWasWritten(sql::Cells row) {
    return row[ChecksumCell] == hashOf(row);
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
    k.id = idIn(cell(row, Id));
    k.credentialId = idIn(cell(row, CredentialId));
    c.name = textIn(cell(row, Name));
    c.scopes = scopes.value;
    c.limits.set(RatePeriod::Second, numberIn(cell(row, LimitSecond)));
    c.limits.set(RatePeriod::Minute, numberIn(cell(row, LimitMinute)));
    c.limits.set(RatePeriod::Hour, numberIn(cell(row, LimitHour)));
    c.limits.set(RatePeriod::Day, numberIn(cell(row, LimitDay)));
    c.customers = customers.value;
    c.allowedIps = addresses.value;
    c.expires = instantIn(cell(row, ExpiresAt));
    const auto environment = wordIn(cell(row, EnvironmentColumn), Environment::Development);
    const auto type = wordIn(cell(row, Type), KeyType::Billing);
    const auto state = wordIn(cell(row, State), KeyState::Purged);
    const bool possible = !k.id.isNull() && environment && type && state &&
                          wordIn(cell(row, StateBefore), KeyState::Purged) && scopes.readable &&
                          addresses.readable;
    c.environment = environment.value_or(Environment::Development);
    c.type = type.value_or(KeyType::General);
    k.state = state.value_or(KeyState::Inactive);
    k.version = numberIn(cell(row, Version)).value_or(0);
    k.leaked = numberIn(cell(row, Leaked)).value_or(0) != 0;
    v.change = numberIn(cell(row, ChangeSeq)).value_or(0);
    if (!cell(row, OldCredentialId).isNull())
        k.old = OldCredential{idIn(cell(row, OldCredentialId)), instantIn(cell(row, OldUntil)), {}, {}};
    v.verifier = cell(row, VerifierColumn).toByteArray();
    v.oldVerifier = cell(row, OldVerifier).toByteArray();
    if (!possible || !isAsItWasWritten(row))
        refuse(k);
    return v;
}

} // namespace latchkey
