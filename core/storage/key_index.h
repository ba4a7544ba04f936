#pragma once

#include "core/backend/vault_backend.h"
#include "core/storage/index_text.h"
#include "core/storage/request_alerts.h"
#include "core/storage/row_sort_keys.h"
#include "core/storage/word_cache.h"

#include <QHash>
#include <QSqlDatabase>
#include <array>
#include <map>
#include <memory>
#include <vector>

namespace latchkey {

/// What the index takes from a row: everything that can be filtered or sorted by, nothing else.
struct IndexRow {
    qint64 seq = 0, changeSeq = 0;
    KeyId id;
    QString nameFold, scopes, owner, tags, customers, storedIn, limits, ips;
    Environment environment = Environment::Development;
    KeyType type = KeyType::General;
    KeyState state = KeyState::Active;
    qint64 created = 0, expires = 0, lastUsed = 0;
    qint64 oldUntil = 0; ///< NotRotating without an old token
};

/// Repeated texts by number. Grows only: the distinct owners, tag lists and scope sets of a vault are few.
class Interned {
public:
    std::uint32_t number(const QString &text);
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    QHash<QString, std::uint32_t> m_numbers;
    QStringList m_texts;
};

/// A million keys in memory as columns: filters and sorts in milliseconds. Lives on one thread; its answers
/// are immutable and may go to any. About 110 bytes a key.
class KeyIndex {
public:
    static constexpr qint64 NeverExpires = std::numeric_limits<qint64>::max();
    static constexpr qint64 NeverUsed = -1;
    static constexpr qint64 NotRotating = -1;

    /// Reads rows with seq > after (first load) or change_seq > after (refresh), at most `limit`.
    static Result<QList<IndexRow>> readBySeq(QSqlDatabase &db, qint64 after, int limit);
    static Result<QList<IndexRow>> readByChange(QSqlDatabase &db, qint64 after);

    /// What "everything" means for a key of each type, for the filter Broad access.
    void setCatalogue(const Catalogue &c) {
        m_general = c.scopesOf(KeyType::General);
        m_billing = c.scopesOf(KeyType::Billing);
    }
    [[nodiscard]] const ScopeSet &generalScopes() const { return m_general; }
    [[nodiscard]] const ScopeSet &billingScopes() const { return m_billing; }

    /// Memory for a first load, so that it need not grow step by step. `rows` is only a guess.
    void reserve(std::size_t rows);
    /// New rows are appended, known ones (by seq) replaced.
    void put(const QList<IndexRow> &rows);
    void setDamaged(qint64 seq, bool damaged);
    void setAlerts(std::shared_ptr<const RequestAlerts> alerts) {
        m_alerts = std::move(alerts);
        noteAll();
    }
    /// Keys of which a token that works was seen in clear, and until when it works.
    void setExposed(QHash<KeyId, qint64> until) {
        m_exposed = std::move(until);
        noteAll();
    }
    [[nodiscard]] const RequestAlerts &alertsTaken() const { return *m_alerts; }
    /// In one pass, however many there are.
    void setLastUsed(const QHash<KeyId, qint64> &at);
    [[nodiscard]] qint64 lastSeq() const { return m_seqs.empty() ? 0 : m_seqs.back(); }
    [[nodiscard]] qint64 lastChange() const { return m_lastChange; }
    [[nodiscard]] std::size_t size() const { return m_seqs.size(); }

    [[nodiscard]] KeyListPtr list(const KeyQuery &query, Instant now);
    [[nodiscard]] qint64 count(const KeyQuery &query, Instant now) const;
    [[nodiscard]] SidebarCounts counts(std::optional<Environment> environment, const Thresholds &t,
                                       Instant now) const;
    [[nodiscard]] QHash<KeyId, KeyAlerts> alerts(const QList<KeyId> &ids, const Thresholds &t,
                                                 Instant now) const;
    /// Those of them that are here, in any order.
    [[nodiscard]] QList<KeyId> known(const QList<KeyId> &ids) const;
    [[nodiscard]] KeySummary summary(const QList<KeyId> &ids, Instant usedSince) const;
    [[nodiscard]] QStringList suggestions(SortColumn column) const;
    [[nodiscard]] QList<ScopeUse> scopeUse() const;
    [[nodiscard]] QHash<QString, qint64> customerUse() const;

    using Ordinals = std::vector<std::uint32_t>;
    static constexpr std::size_t IdChunk = 65536;
    using Ids = std::vector<std::shared_ptr<std::array<KeyId, IdChunk>>>;

private:
    friend class IndexMatch;
    [[nodiscard]] KeyId idAt(std::uint32_t i) const { return (*m_ids[i / IdChunk])[i % IdChunk]; }
    [[nodiscard]] std::optional<std::uint32_t> ordinalOf(qint64 seq) const;
    void append(const IndexRow &r);
    void replace(std::uint32_t i, const IndexRow &r);
    const Ordinals &orderBy(SortColumn column);
    using Keyed = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
    [[nodiscard]] std::uint64_t sortKey(SortColumn column, std::uint32_t i, std::size_t depth) const;
    void sortKeyed(SortColumn column, Keyed::iterator begin, Keyed::iterator end, std::size_t depth) const;
    void noteAll();
    [[nodiscard]] bool isNoted(const KeyId &id) const;
    void repairOrders(const Ordinals &changed);
    [[nodiscard]] bool less(SortColumn column, std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] RowSortKeys sortKeys(SortColumn column, const Ordinals &order, const Thresholds &t,
                                       Instant now);
    [[nodiscard]] std::vector<std::uint32_t> ranksOf(SortColumn column, const Thresholds &t,
                                                     Instant now) const;
    [[nodiscard]] std::vector<std::uint32_t> alertCounts(const Thresholds &t, Instant now) const;
    [[nodiscard]] KeyStatus statusAt(std::uint32_t i, Instant now) const;

    std::vector<qint64> m_seqs;
    Ids m_ids;
    IndexText m_text;
    std::vector<qint64> m_created, m_expires, m_lastUsed;
    std::vector<std::uint8_t> m_environment, m_type, m_state, m_damaged;
    std::vector<std::uint32_t> m_scopes, m_owner, m_tags, m_customers, m_storedIn, m_limits, m_ips;
    Interned m_scopeTexts, m_ownerTexts, m_tagTexts, m_customerTexts, m_storedTexts, m_limitTexts, m_ipTexts;
    /// Ascending, made when first asked for, repaired on change: by name, by creation, and one more.
    std::map<SortColumn, Ordinals> m_orders;
    std::map<std::uint32_t, qint64> m_oldUntil; ///< only those that have an old token: they are few
    std::vector<std::uint8_t> m_noted; ///< by ordinal: 1 if an alert of requests or an exposure names the key
    std::shared_ptr<const RequestAlerts> m_alerts = std::make_shared<RequestAlerts>();
    QHash<KeyId, qint64> m_exposed;
    WordCache m_words;
    ScopeSet m_general, m_billing;
    qint64 m_lastChange = 0;
};

} // namespace latchkey
