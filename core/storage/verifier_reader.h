#pragma once

#include "core/backend/verifier_feed.h"
#include "core/storage/raw_rows.h"

#include <string>
#include <unordered_map>

namespace latchkey {

/// Makes keys as a verifier needs them out of rows, with the checksum held against every column. What only
/// people look at (owner, tags, note, who changed it and when it was used) stays empty. What many keys have
/// in common is parsed once and shared. One thread.
class VerifierReader {
public:
    /// The rows with after < seq <= last.
    static QString statement(qint64 after, qint64 last);
    /// Of a row that statement() gives.
    VerifierKey read(sql::Cells row);

private:
    template<typename T>
    struct Meaning {
        T value;
        bool readable = true; ///< not damaged
    };
    /// What a column's text means, parsed once however many keys have it.
    template<typename T>
    using Known = std::unordered_map<std::string, Meaning<T>>;
    template<typename T, typename F>
    const Meaning<T> &meaning(Known<T> &known, QByteArrayView text, F parse);
    const Meaning<ScopeSet> &scopesIn(sql::Cells row);
    const Meaning<QStringList> &customersIn(sql::Cells row);
    const Meaning<QList<IpRange>> &addressesIn(sql::Cells row);

    Known<ScopeSet> m_scopes;
    Known<QStringList> m_customers;
    Known<QList<IpRange>> m_addresses;
    std::string m_text; ///< what is looked up; kept for its memory
};

} // namespace latchkey
