#pragma once

#include "core/backend/verifier_feed.h"
#include "core/policy/policy.h"
#include "server/verify/chunked.h"
#include "server/verify/fact_sets.h"

#include <array>
#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <string>
#include <vector>

namespace latchkey::server {

/// Every credential of a vault, current and retiring, in memory: about 110 bytes each. Looked up by any
/// number of threads while one (the feed's) brings changes. In shards, each with a lock that is held for a
/// fraction of a microsecond.
class CredentialIndex {
public:
    CredentialIndex();
    ~CredentialIndex();
    CredentialIndex(const CredentialIndex &) = delete;
    CredentialIndex &operator=(const CredentialIndex &) = delete;

    /// What is known of a credential, valid within the call of look() only.
    struct Found {
        QByteArrayView verifier; ///< 32 bytes; empty: it was destroyed
        const policy::KeyFacts *key = nullptr;
        bool old = false;                   ///< a rotation has replaced it
        std::optional<Instant> retiresAt;   ///< when it is old: works up to and in this millisecond
        policy::Meter *meter = nullptr;     ///< null: the key has no limits
        policy::RateShare *share = nullptr; ///< of its limits; null: they are this process's alone
        std::string_view name;              ///< UTF-8
    };
    /// Calls `f(const Found &)` under the shard's lock; false if there is no such credential.
    template<typename F>
    bool look(const KeyId &credential, F f) const {
        const Shard &shard = shardOf(credential);
        const std::shared_lock lock(shard.mutex);
        const auto at = shard.byId.find(credential);
        if (at == shard.byId.end())
            return false;
        visit(shard, shard.records[*at], [&](const Found &found) { f(found); });
        return true;
    }

    /// The same for a key's own current credential. Not beside put().
    template<typename F>
    bool lookKey(const KeyId &key, F f) const {
        const auto rotated = m_credentialsOf.find(key);
        return look(rotated == m_credentialsOf.end() ? key : rotated->second[0], f);
    }

    /// One row of the vault; one thread at a time. A row older than what is known of its key is ignored, so
    /// that a late answer never brings back what has been revoked.
    void put(const VerifierKey &row);
    /// Limits hold over several processes from now on. Before the first row.
    void shareLimits() { m_shared = true; }
    /// Memory for a first load, so that it need not grow step by step.
    void reserve(std::size_t keys);

    struct Counts {
        qint64 credentials = 0, keys = 0, damaged = 0;
    };
    [[nodiscard]] Counts counts() const;

    static constexpr std::size_t Shards = 64;

private:
    static constexpr quint32 NoMeter = ~quint32{0};
    /// 84 bytes, and no padding: a million of them count.
    struct Record {
        KeyId credential;
        std::array<char, 32> verifier;
        std::array<quint32, 2> expires, changeSeq; ///< 64-bit numbers that need no alignment
        FactSets::Numbers facts;
        quint32 meter = NoMeter, name = 0;
        quint16 nameLength = 0;
        quint8 state : 3 = 0;
        bool damaged : 1 = false, expiring : 1 = false, hasVerifier : 1 = false;
        bool rotated : 1 = false; ///< not the key's first credential: Shard::rotated says more
    };
    static_assert(sizeof(Record) == 84 || sizeof(void *) != 8);
    /// Of a credential that differs from its key's id, or that is old.
    struct Rotated {
        KeyId key;
        std::optional<Instant> retiresAt;
        bool old = false;
    };
    struct IdHash {
        using is_transparent = void;
        const std::vector<Record> *records;
        std::size_t operator()(const KeyId &id) const noexcept { return hashOf(id); }
        std::size_t operator()(quint32 at) const noexcept { return hashOf((*records)[at].credential); }
    };
    struct IdEqual {
        using is_transparent = void;
        const std::vector<Record> *records;
        bool operator()(quint32 a, quint32 b) const noexcept { return a == b; }
        bool operator()(const KeyId &id, quint32 at) const noexcept {
            return (*records)[at].credential == id;
        }
        bool operator()(quint32 at, const KeyId &id) const noexcept {
            return (*records)[at].credential == id;
        }
    };
    struct alignas(64) Shard {
        mutable std::shared_mutex mutex;
        std::vector<Record> records;
        boost::unordered_flat_set<quint32, IdHash, IdEqual> byId{0, IdHash{&records}, IdEqual{&records}};
        boost::unordered_flat_map<KeyId, Rotated, std::hash<KeyId>> rotated;
        std::string names;
        std::size_t deadNames = 0; ///< bytes of names that nobody uses any more
    };
    static std::size_t hashOf(const KeyId &id) noexcept;
    [[nodiscard]] Shard &shardOf(const KeyId &id) const { return (*m_shards)[hashOf(id) >> 58]; }
    void visit(const Shard &shard, const Record &r, const std::function<void(const Found &)> &f) const;

    struct Putting; ///< one credential of a row on its way in
    void store(const Putting &p);
    static KeyId ownerOf(const Shard &shard, const Record &r);
    void remove(const KeyId &credential, const KeyId &owner);
    void setName(Shard &shard, Record &r, const QByteArray &name);
    quint32 meterOf(const VerifierKey &row, const Record *known);

    std::unique_ptr<std::array<Shard, Shards>> m_shards;
    FactSets m_facts;
    Chunked<policy::Meter> m_meters;
    Chunked<policy::RateShare> m_shares; ///< one for each meter, where limits are shared
    bool m_shared = false;
    // Of the thread that puts:
    boost::unordered_flat_map<KeyId, std::array<KeyId, 2>, std::hash<KeyId>>
        m_credentialsOf; ///< of keys that were rotated; others have one, by their own id
    std::atomic<qint64> m_keys{0};
};

} // namespace latchkey::server
