#pragma once

#include "core/policy/policy.h"
#include "server/verify/shared_values.h"

#include <vector>

namespace latchkey::server {

/// What many keys have in common, worked out once and shared. In three parts: a vault of a million keys has
/// few sets of scopes, few lists of customers and few of addresses, but many combinations of them. One thread
/// takes and drops, others read those that somebody holds.
class FactSets {
public:
    /// Whose facts: of one key. 0 for what it does not have.
    struct Numbers {
        quint32 access = 0; ///< environment, type, scopes, limits
        quint32 customers = 0, addresses = 0;
    };
    /// Those of this key, with one more holder each.
    Numbers take(const ApiKey &key);
    /// One holder less of each.
    void drop(const Numbers &numbers);
    /// `id`, `state`, `damaged` and `expires` are not set.
    [[nodiscard]] policy::KeyFacts at(const Numbers &numbers) const;
    /// How many there are, of all three parts.
    [[nodiscard]] qsizetype size() const;

private:
    using Addresses = QList<IpRange>;
    /// A number that was given lately, found again by the list that it was given for: keys that were read
    /// together share theirs, and to write a list in its canonical form takes a microsecond. The list is
    /// held, so that its address stays its own.
    template<typename List>
    struct Recent {
        List list;
        quint32 number = 0;
        RateLimits limits; ///< of access, as what follows
        Environment environment = Environment::Production;
        KeyType type = KeyType::General;
        [[nodiscard]] bool isOf(const List &other) const {
            return number != 0 && list.constData() == other.constData() && list.size() == other.size();
        }
    };
    quint32 takeAccess(const KeyConfig &c);
    template<typename List, typename F>
    quint32 takeList(SharedValues<List> &values, std::vector<Recent<List>> &recent, const List &list, F text);

    static constexpr std::size_t Remembered = 16'384;
    SharedValues<policy::KeyFacts> m_access;
    SharedValues<QStringList> m_customers;
    SharedValues<Addresses> m_addresses;
    std::vector<Recent<QList<Scope>>> m_recentAccess{Remembered};
    std::vector<Recent<QStringList>> m_recentCustomers{Remembered};
    std::vector<Recent<Addresses>> m_recentAddresses{Remembered};
};

} // namespace latchkey::server
