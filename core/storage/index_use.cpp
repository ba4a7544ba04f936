#include "core/storage/key_index.h"

// What the keys use of the catalogue and of the list of customers.

namespace latchkey {

namespace {
bool isLive(std::uint8_t state) {
    const auto s = static_cast<KeyState>(state);
    return s != KeyState::Deleted && s != KeyState::Purged;
}
} // namespace

QList<ScopeUse> KeyIndex::scopeUse() const {
    const auto sets = static_cast<std::size_t>(m_scopeTexts.texts().size());
    QList<ScopeUse> all;
    std::vector<qsizetype> at(sets * 2, -1); // a set may be held by keys of both types
    for (std::uint32_t i = 0; i < m_seqs.size(); ++i) {
        if (!isLive(m_state[i]))
            continue;
        qsizetype &known = at[m_scopes[i] * 2 + m_type[i]];
        if (known < 0) {
            known = all.size();
            all.append({static_cast<KeyType>(m_type[i]),
                        ScopeSet::parse(m_scopeTexts.texts().at(static_cast<qsizetype>(m_scopes[i]))),
                        0,
                        {}});
        }
        ScopeUse &u = all[known];
        ++u.keys;
        if (u.some.size() < ScopeUse::SomeKeys)
            u.some.append(idAt(i));
    }
    return all;
}

QHash<QString, qint64> KeyIndex::customerUse() const {
    std::vector<qint64> keys(static_cast<std::size_t>(m_customerTexts.texts().size()), 0);
    for (std::uint32_t i = 0; i < m_seqs.size(); ++i)
        keys[m_customers[i]] += isLive(m_state[i]) ? 1 : 0;
    QHash<QString, qint64> use;
    for (std::size_t n = 0; n < keys.size(); ++n) {
        if (keys[n] == 0)
            continue;
        const auto ids =
            m_customerTexts.texts().at(static_cast<qsizetype>(n)).split(QChar(0x1f), Qt::SkipEmptyParts);
        for (const QString &id : ids)
            use[id] += keys[n];
    }
    return use;
}

} // namespace latchkey
