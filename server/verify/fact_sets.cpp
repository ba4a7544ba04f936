#include "server/verify/fact_sets.h"

namespace latchkey::server {

namespace {

/// Length-prefixed, so that no two keys with different facts share it.
QByteArray factText(const KeyConfig &c) {
    QByteArray text;
    const auto add = [&](const QString &part) {
        const QByteArray bytes = part.toUtf8();
        text.append(QByteArray::number(bytes.size())).append(':').append(bytes);
    };
    text.append(static_cast<char>('0' + static_cast<int>(c.environment)))
        .append(static_cast<char>('0' + static_cast<int>(c.type)));
    for (const RatePeriod p : AllRatePeriods)
        text.append(QByteArray::number(c.limits.stored(p))).append('/');
    add(c.scopes.toString());
    add(formatIpRanges(c.allowedIps));
    for (const QString &customer : c.customers)
        add(customer);
    return text;
}

} // namespace

quint32 FactSets::take(const ApiKey &key) {
    const QByteArray text = factText(key.config);
    if (const auto known = m_numbers.constFind(text); known != m_numbers.cend()) {
        ++m_sets.at(*known).holders;
        return *known;
    }
    quint32 number = 0;
    if (m_free.empty()) {
        number = m_sets.add();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    Set &set = m_sets.at(number);
    ApiKey plain;
    plain.config = key.config;
    set.facts = policy::KeyFacts::of(plain);
    set.facts.expires.reset();
    set.text = text;
    set.holders = 1;
    m_numbers.insert(text, number);
    return number;
}

void FactSets::drop(quint32 number) {
    Set &set = m_sets.at(number);
    if (--set.holders > 0)
        return;
    m_numbers.remove(set.text);
    set = {};
    m_free.push_back(number);
}

} // namespace latchkey::server
