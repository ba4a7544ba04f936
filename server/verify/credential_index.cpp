#include "server/verify/credential_index.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <mutex>
#include <random>

namespace latchkey::server {

namespace {

std::array<quint32, 2> packed(qint64 v) {
    return std::bit_cast<std::array<quint32, 2>>(v);
}
qint64 unpacked(std::array<quint32, 2> v) {
    return std::bit_cast<qint64>(v);
}

constexpr qsizetype LongestName = 400; ///< bytes; a name has 100 characters

} // namespace

struct CredentialIndex::Putting {
    const VerifierKey &row;
    KeyId credential;
    const QByteArray &verifier;
    bool old;
    std::optional<Instant> retiresAt;
    quint32 meter;
};

/// Whoever calls a verifier chooses what is looked up, so where it leads must not be foreseeable.
std::size_t CredentialIndex::hashOf(const KeyId &id) noexcept {
    static const quint64 seed = [] {
        std::random_device random;
        return (static_cast<quint64>(random()) << 32) ^ random();
    }();
    quint64 a = 0;
    quint32 b = 0;
    const QByteArrayView bytes = id.view();
    if (bytes.size() == KeyId::Length) {
        std::memcpy(&a, bytes.data(), sizeof a);
        std::memcpy(&b, bytes.data() + sizeof a, sizeof b);
    }
    quint64 h = (a ^ seed) * 0x9E3779B97F4A7C15ULL; // the finalizer of MurmurHash3, over both parts
    h ^= h >> 32;
    h = (h ^ b) * 0xFF51AFD7ED558CCDULL;
    h ^= h >> 33;
    h *= 0xC4CEB9FE1A85EC53ULL;
    return h ^ (h >> 33);
}

CredentialIndex::CredentialIndex()
    : m_shards(std::make_unique<std::array<Shard, Shards>>()) {}

CredentialIndex::~CredentialIndex() = default;

void CredentialIndex::reserve(std::size_t keys) {
    const std::size_t each = keys / Shards + keys / Shards / 32 + 16; // they don't fall quite evenly
    for (Shard &shard : *m_shards) {
        const std::unique_lock lock(shard.mutex);
        shard.records.reserve(each);
        shard.byId.reserve(each);
    }
}

void CredentialIndex::visit(const Shard &shard, const Record &r,
                            const std::function<void(const Found &)> &f) const {
    policy::KeyFacts facts = m_facts.at(r.facts);
    facts.id = r.credential;
    facts.state = static_cast<KeyState>(r.state);
    facts.damaged = r.damaged;
    if (r.expiring)
        facts.expires = Instant(unpacked(r.expires));
    Found found;
    found.verifier =
        r.hasVerifier ? QByteArrayView(r.verifier.data(), qsizetype(r.verifier.size())) : QByteArrayView();
    found.key = &facts;
    found.name = std::string_view(shard.names).substr(r.name, r.nameLength);
    if (r.rotated) {
        const Rotated &more = shard.rotated.find(r.credential)->second;
        facts.id = more.key;
        found.old = more.old;
        found.retiresAt = more.retiresAt;
    }
    if (r.meter != NoMeter && !facts.configured.isEmpty())
        found.meter = &m_meters.at(r.meter);
    if (found.meter && m_shared)
        found.share = &m_shares.at(r.meter);
    f(found);
}

/// A key keeps its meter whatever becomes of it, so that no change gives it a fresh quota.
quint32 CredentialIndex::meterOf(const VerifierKey &row, const Record *known) {
    if (known && known->meter != NoMeter)
        return known->meter;
    if (row.key.config.limits.isEmpty())
        return NoMeter;
    if (m_shared)
        m_shares.add();
    return m_meters.add();
}

void CredentialIndex::put(const VerifierKey &row) {
    const KeyId id = row.key.id, current = row.key.credentialId;
    if (id.isNull() || current.isNull())
        return; // nothing can be asked for it
    auto known = m_credentialsOf.find(id);
    const std::array<KeyId, 2> before =
        known == m_credentialsOf.end() ? std::array{id, KeyId()} : known->second;
    const Record *record = nullptr;
    {
        // This thread is the only one that writes: it reads without a lock.
        const Shard &shard = shardOf(before[0]);
        const auto at = shard.byId.find(before[0]);
        if (at == shard.byId.end())
            ++m_keys;
        else if (record = &shard.records[*at]; unpacked(record->changeSeq) > row.change)
            return;
    }
    const KeyId old = row.key.old ? row.key.old->id : KeyId();
    const quint32 meter = meterOf(row, record);
    store({row, current, row.verifier, false, {}, meter});
    if (!old.isNull())
        store({row, old, row.oldVerifier, true, row.key.old->until, meter});
    for (const KeyId &gone : before) {
        if (!gone.isNull() && gone != current && gone != old)
            remove(gone, id);
    }
    if (current == id && old.isNull())
        m_credentialsOf.erase(id);
    else
        m_credentialsOf[id] = {current, old};
}

void CredentialIndex::store(const Putting &p) {
    const ApiKey &key = p.row.key;
    Shard &shard = shardOf(p.credential);
    const FactSets::Numbers facts = m_facts.take(key);
    const std::unique_lock lock(shard.mutex);
    auto at = shard.byId.find(p.credential);
    if (at != shard.byId.end() && p.old && ownerOf(shard, shard.records[*at]) != key.id)
        return m_facts.drop(facts); // another key's own credential wins
    if (at == shard.byId.end()) {
        if (shard.records.size() == shard.records.capacity()) // doubling would waste what matters here
            shard.records.reserve(shard.records.size() + shard.records.size() / 8 + 16);
        shard.records.emplace_back();
        shard.records.back().credential = p.credential;
        at = shard.byId.insert(static_cast<quint32>(shard.records.size() - 1)).first;
    } else {
        m_facts.drop(shard.records[*at].facts);
    }
    Record &r = shard.records[*at];
    r.facts = facts;
    r.meter = p.meter;
    r.hasVerifier = p.verifier.size() == qsizetype(r.verifier.size());
    r.verifier.fill('\0');
    if (r.hasVerifier)
        std::copy(p.verifier.begin(), p.verifier.end(), r.verifier.begin());
    r.expiring = key.config.expires.has_value();
    r.expires = packed(key.config.expires.value_or(Instant()).ms());
    r.changeSeq = packed(p.row.change);
    r.state = static_cast<quint8>(key.state) & 7U;
    r.damaged = key.damaged;
    setName(shard, r, key.config.name.toUtf8().left(LongestName));
    r.rotated = p.old || p.credential != key.id;
    if (r.rotated)
        shard.rotated[p.credential] = {key.id, p.retiresAt, p.old};
    else
        shard.rotated.erase(p.credential);
}

void CredentialIndex::setName(Shard &shard, Record &r, const QByteArray &name) {
    const std::string_view bytes(name.constData(), static_cast<std::size_t>(name.size()));
    if (std::string_view(shard.names).substr(r.name, r.nameLength) == bytes)
        return;
    shard.deadNames += r.nameLength;
    if (shard.deadNames > shard.names.size() / 2) {
        r.nameLength = 0;
        std::string packedNames;
        packedNames.reserve(shard.names.size() - shard.deadNames + bytes.size());
        for (Record &other : shard.records) {
            const std::string_view kept = std::string_view(shard.names).substr(other.name, other.nameLength);
            other.name = static_cast<quint32>(packedNames.size());
            packedNames.append(kept);
        }
        shard.names = std::move(packedNames);
        shard.deadNames = 0;
    }
    if (shard.names.capacity() - shard.names.size() < bytes.size()) // doubling would waste half of it
        shard.names.reserve(shard.names.size() + shard.names.size() / 8 + bytes.size() + 1024);
    r.name = static_cast<quint32>(shard.names.size());
    r.nameLength = static_cast<quint16>(bytes.size());
    shard.names.append(bytes);
}

KeyId CredentialIndex::ownerOf(const Shard &shard, const Record &r) {
    return r.rotated ? shard.rotated.find(r.credential)->second.key : r.credential;
}

void CredentialIndex::remove(const KeyId &credential, const KeyId &owner) {
    Shard &shard = shardOf(credential);
    const std::unique_lock lock(shard.mutex);
    const auto at = shard.byId.find(credential);
    if (at == shard.byId.end() || ownerOf(shard, shard.records[*at]) != owner)
        return;
    const quint32 gone = *at, last = static_cast<quint32>(shard.records.size() - 1);
    m_facts.drop(shard.records[gone].facts);
    shard.deadNames += shard.records[gone].nameLength;
    shard.rotated.erase(credential);
    shard.byId.erase(at);
    if (gone != last) {
        shard.byId.erase(shard.byId.find(shard.records[last].credential));
        shard.records[gone] = shard.records[last];
        shard.byId.insert(gone);
    }
    shard.records.pop_back();
}

CredentialIndex::Counts CredentialIndex::counts() const {
    Counts c;
    c.keys = m_keys;
    for (const Shard &shard : *m_shards) {
        const std::shared_lock lock(shard.mutex);
        c.credentials += static_cast<qint64>(shard.records.size());
        c.damaged += std::count_if(shard.records.begin(), shard.records.end(),
                                   [](const Record &r) { return r.damaged; });
    }
    return c;
}

} // namespace latchkey::server
