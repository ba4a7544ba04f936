#include "server/verify/fact_sets.h"

#include <algorithm>

namespace latchkey::server {

namespace {

QByteArray accessText(const KeyConfig &c) {
    QByteArray text;
    text.append(static_cast<char>('0' + static_cast<int>(c.environment)))
        .append(static_cast<char>('0' + static_cast<int>(c.type)));
    for (const RatePeriod p : AllRatePeriods)
        text.append(QByteArray::number(c.limits.stored(p))).append('/');
    return text.append(c.scopes.toString().toUtf8());
}

/// Length-prefixed, so that no two lists share it.
QByteArray customersText(const QStringList &customers) {
    QByteArray text;
    for (const QString &customer : customers) {
        const QByteArray bytes = customer.toUtf8();
        text.append(QByteArray::number(bytes.size())).append(':').append(bytes);
    }
    return text;
}

/// Where in a table of so many places something with this address and this number stands.
std::size_t placeOf(const void *address, qint64 number, std::size_t places) {
    return static_cast<std::size_t>(qHashMulti(0, reinterpret_cast<quintptr>(address), number)) % places;
}

} // namespace

FactSets::Numbers FactSets::take(const ApiKey &key) {
    const KeyConfig &c = key.config;
    Numbers n;
    n.access = takeAccess(c);
    if (!c.customers.isEmpty())
        n.customers = takeList(m_customers, m_recentCustomers, c.customers, customersText);
    if (!c.allowedIps.isEmpty())
        n.addresses = takeList(m_addresses, m_recentAddresses, c.allowedIps,
                               [](const Addresses &list) { return formatIpRanges(list).toUtf8(); });
    return n;
}

quint32 FactSets::takeAccess(const KeyConfig &c) {
    const QList<Scope> &scopes = c.scopes.list();
    const qint64 rest = c.limits.stored(RatePeriod::Second) + c.limits.stored(RatePeriod::Minute) * 3 +
                        c.limits.stored(RatePeriod::Hour) * 5 + c.limits.stored(RatePeriod::Day) * 7 +
                        static_cast<qint64>(c.environment) * 11 + static_cast<qint64>(c.type) * 13;
    auto &recent = m_recentAccess[placeOf(scopes.constData(), rest, Remembered)];
    if (recent.isOf(scopes) && recent.limits == c.limits && recent.environment == c.environment &&
        recent.type == c.type) {
        m_access.hold(recent.number);
        return recent.number;
    }
    const quint32 number = m_access.take(accessText(c), [&] {
        ApiKey plain;
        plain.config = c;
        auto facts = policy::KeyFacts::of(plain);
        facts.expires.reset();
        facts.customers.clear();
        facts.allowedIps.clear();
        return facts;
    });
    recent = {scopes, number, c.limits, c.environment, c.type};
    return number;
}

template<typename List, typename F>
quint32 FactSets::takeList(SharedValues<List> &values, std::vector<Recent<List>> &recently, const List &list,
                           F text) {
    auto &recent = recently[placeOf(list.constData(), 0, Remembered)];
    if (recent.isOf(list)) {
        values.hold(recent.number);
        return recent.number;
    }
    const quint32 number = values.take(text(list), [&] { return list; });
    recent = {list, number, {}, {}, {}};
    return number;
}

void FactSets::drop(const Numbers &numbers) {
    // The number of what is gone may soon be another one's.
    if (m_access.drop(numbers.access))
        std::fill(m_recentAccess.begin(), m_recentAccess.end(), Recent<QList<Scope>>());
    if (m_customers.drop(numbers.customers))
        std::fill(m_recentCustomers.begin(), m_recentCustomers.end(), Recent<QStringList>());
    if (m_addresses.drop(numbers.addresses))
        std::fill(m_recentAddresses.begin(), m_recentAddresses.end(), Recent<Addresses>());
}

policy::KeyFacts FactSets::at(const Numbers &numbers) const {
    policy::KeyFacts facts = m_access.at(numbers.access);
    if (numbers.customers != 0)
        facts.customers = m_customers.at(numbers.customers);
    if (numbers.addresses != 0)
        facts.allowedIps = m_addresses.at(numbers.addresses);
    return facts;
}

qsizetype FactSets::size() const {
    return m_access.size() + m_customers.size() + m_addresses.size();
}

} // namespace latchkey::server
