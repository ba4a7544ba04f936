#pragma once

#include "core/policy/policy.h"
#include "server/verify/chunked.h"

#include <QHash>
#include <vector>

namespace latchkey::server {

/// What many keys have in common (environment, type, scopes, customers, addresses, limits), worked out once
/// and shared: a vault of a million keys has few of them. One thread takes and drops, others read those that
/// somebody holds.
class FactSets {
public:
    /// The number of the facts of this key, with one more holder.
    quint32 take(const ApiKey &key);
    /// One holder less; nobody may read it any more after the last.
    void drop(quint32 number);
    /// `id`, `state`, `damaged` and `expires` are not set.
    [[nodiscard]] const policy::KeyFacts &at(quint32 number) const { return m_sets.at(number).facts; }
    [[nodiscard]] qsizetype size() const { return m_numbers.size(); }

private:
    struct Set {
        policy::KeyFacts facts;
        QByteArray text; ///< its canonical form, by which it is found
        quint32 holders = 0;
    };
    Chunked<Set> m_sets;
    QHash<QByteArray, quint32> m_numbers;
    std::vector<quint32> m_free;
};

} // namespace latchkey::server
