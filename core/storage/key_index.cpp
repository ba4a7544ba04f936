#include "core/storage/key_index.h"

#include "core/storage/raw_rows.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace latchkey {

namespace {

constexpr const char *slimColumns =
    "SELECT k.seq, k.change_seq, k.id, k.name_fold, k.scopes, k.owner, k.tags, k.customers, k.stored_in, "
    "k.limit_second || '/' || k.limit_minute || '/' || k.limit_hour || '/' || k.limit_day, k.allowed_ips, "
    "k.environment, k.type, k.state, k.created_at, k.expires_at, u.used_at, "
    "CASE WHEN k.old_credential_id IS NULL THEN -1 ELSE coalesce(k.old_until, 9223372036854775807) END "
    "FROM keys k LEFT JOIN last_used u ON u.key_seq = k.seq ";

qint64 numberOf(QByteArrayView digits, qint64 none = 0) {
    qint64 n = none;
    if (!digits.isNull())
        std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}

IndexRow rowOf(sql::Cells c) {
    IndexRow r;
    r.seq = numberOf(c[0]);
    r.changeSeq = numberOf(c[1]);
    r.id = KeyId::fromLatin1(c[2]).value_or(KeyId());
    QString *const texts[] = {&r.nameFold,  &r.scopes,   &r.owner,  &r.tags,
                              &r.customers, &r.storedIn, &r.limits, &r.ips};
    for (std::size_t i = 0; i < std::size(texts); ++i)
        *texts[i] = QString::fromUtf8(c[3 + i]);
    r.environment = static_cast<Environment>(std::clamp<qint64>(numberOf(c[11]), 0, 2));
    r.type = static_cast<KeyType>(std::clamp<qint64>(numberOf(c[12]), 0, 1));
    const qint64 state = numberOf(c[13], -1);
    r.state = state < 0 || state > 4 ? KeyState::Inactive : static_cast<KeyState>(state);
    r.created = numberOf(c[14]);
    r.expires = numberOf(c[15], KeyIndex::NeverExpires);
    r.lastUsed = numberOf(c[16], KeyIndex::NeverUsed);
    r.oldUntil = numberOf(c[17]);
    return r;
}

Result<QList<IndexRow>> readRows(QSqlDatabase &db, const QString &rest) {
    QList<IndexRow> rows;
    const auto done = sql::eachRow(db, QLatin1StringView(slimColumns) + rest,
                                   [&](sql::Cells cells) { rows.append(rowOf(cells)); });
    if (!done)
        return fail(done.error());
    return rows;
}

std::string textOf(const IndexRow &r) {
    QString t = r.nameFold;
    t.replace(u'\n', u' ');
    return (t + QChar(0x1f) + r.id.toString().toLower()).toStdString();
}

} // namespace

std::uint32_t Interned::number(const QString &text) {
    const auto it = m_numbers.constFind(text);
    if (it != m_numbers.cend())
        return *it;
    const auto n = static_cast<std::uint32_t>(m_texts.size());
    m_texts.append(text);
    m_numbers.insert(text, n);
    return n;
}

Result<QList<IndexRow>> KeyIndex::readBySeq(QSqlDatabase &db, qint64 after, int limit) {
    return readRows(db, QStringLiteral("WHERE k.seq > %1 ORDER BY k.seq LIMIT %2").arg(after).arg(limit));
}

Result<QList<IndexRow>> KeyIndex::readByChange(QSqlDatabase &db, qint64 after) {
    return readRows(db, QStringLiteral("WHERE k.change_seq > %1 ORDER BY k.seq").arg(after));
}

void KeyIndex::reserve(std::size_t rows) {
    m_seqs.reserve(rows);
    m_ids.reserve(rows / IdChunk + 1);
    for (auto *v : {&m_created, &m_expires, &m_lastUsed})
        v->reserve(rows);
    for (auto *v : {&m_environment, &m_type, &m_state, &m_damaged, &m_noted})
        v->reserve(rows);
    for (auto *v : {&m_scopes, &m_owner, &m_tags, &m_customers, &m_storedIn, &m_limits, &m_ips})
        v->reserve(rows);
}

std::optional<std::uint32_t> KeyIndex::ordinalOf(qint64 seq) const {
    const auto at =
        std::lower_bound(m_seqs.begin(), m_seqs.end(), seq); // seq only grows, so rows stand in its order
    if (at == m_seqs.end() || *at != seq)
        return std::nullopt;
    return static_cast<std::uint32_t>(at - m_seqs.begin());
}

void KeyIndex::append(const IndexRow &r) {
    const std::size_t i = m_seqs.size();
    if (i % IdChunk == 0)
        m_ids.push_back(std::make_shared<std::array<KeyId, IdChunk>>());
    (*m_ids.back())[i % IdChunk] = r.id;
    m_seqs.push_back(r.seq);
    m_noted.push_back(isNoted(r.id) ? 1 : 0);
    m_text.append(textOf(r));
    for (auto *v : {&m_created, &m_expires, &m_lastUsed})
        v->push_back(0);
    for (auto *v : {&m_environment, &m_type, &m_state, &m_damaged})
        v->push_back(0);
    for (auto *v : {&m_scopes, &m_owner, &m_tags, &m_customers, &m_storedIn, &m_limits, &m_ips})
        v->push_back(0);
    replace(static_cast<std::uint32_t>(i), r);
}

void KeyIndex::replace(std::uint32_t i, const IndexRow &r) {
    m_text.replace(i, textOf(r));
    m_created[i] = r.created;
    m_expires[i] = r.expires;
    m_lastUsed[i] = r.lastUsed;
    m_environment[i] = static_cast<std::uint8_t>(r.environment);
    m_type[i] = static_cast<std::uint8_t>(r.type);
    m_state[i] = static_cast<std::uint8_t>(r.state);
    m_scopes[i] = m_scopeTexts.number(r.scopes);
    m_owner[i] = m_ownerTexts.number(r.owner);
    m_tags[i] = m_tagTexts.number(r.tags);
    m_customers[i] = m_customerTexts.number(r.customers);
    m_storedIn[i] = m_storedTexts.number(r.storedIn);
    m_limits[i] = m_limitTexts.number(r.limits);
    m_ips[i] = m_ipTexts.number(r.ips);
    if (r.oldUntil == NotRotating)
        m_oldUntil.erase(i);
    else
        m_oldUntil[i] = r.oldUntil;
    m_lastChange = std::max(m_lastChange, r.changeSeq);
}

void KeyIndex::put(const QList<IndexRow> &rows) {
    Ordinals changed;
    for (const IndexRow &r : rows) {
        if (const auto known = ordinalOf(r.seq)) {
            replace(*known, r);
            changed.push_back(*known);
        } else if (r.seq > lastSeq()) {
            append(r);
            changed.push_back(static_cast<std::uint32_t>(m_seqs.size() - 1));
        }
    }
    m_words.clear();
    repairOrders(changed);
}

/// Most keys are named by none: one look at a byte instead of four into hashes, for each row and count.
bool KeyIndex::isNoted(const KeyId &id) const {
    return m_alerts->rateLimited.contains(id) || m_alerts->rejectionsUp.contains(id) ||
           m_alerts->usedScopes.contains(id) || m_exposed.contains(id);
}

void KeyIndex::noteAll() {
    m_noted.assign(m_seqs.size(), 0);
    for (std::uint32_t i = 0; i < m_noted.size(); ++i)
        m_noted[i] = isNoted(idAt(i)) ? 1 : 0;
}

void KeyIndex::setDamaged(qint64 seq, bool damaged) {
    if (const auto i = ordinalOf(seq))
        m_damaged[*i] = damaged ? 1 : 0;
}

void KeyIndex::setLastUsed(const QHash<KeyId, qint64> &at) {
    Ordinals changed;
    const auto count = static_cast<std::size_t>(at.size());
    for (std::uint32_t i = 0; i < m_seqs.size() && changed.size() < count; ++i) {
        const auto use = at.constFind(idAt(i));
        if (use == at.cend())
            continue;
        m_lastUsed[i] = std::max(m_lastUsed[i], *use);
        changed.push_back(i);
    }
    repairOrders(changed);
}

KeyStatus KeyIndex::statusAt(std::uint32_t i, Instant now) const {
    const auto expires = m_expires[i] == NeverExpires ? std::nullopt : std::optional(Instant(m_expires[i]));
    return statusOf(static_cast<KeyState>(m_state[i]), expires, m_damaged[i] != 0, now);
}

KeySummary KeyIndex::summary(const QList<KeyId> &ids, Instant usedSince) const {
    std::vector<KeyId> wanted(ids.begin(), ids.end());
    std::sort(wanted.begin(), wanted.end());
    KeySummary s;
    bool told = false; // of a use of any key
    for (std::uint32_t i = 0; i < m_seqs.size(); ++i) {
        const bool used = m_lastUsed[i] >= usedSince.ms();
        told = told || used;
        if (!std::binary_search(wanted.begin(), wanted.end(), idAt(i)))
            continue;
        ++s.keys;
        const bool production = m_environment[i] == static_cast<std::uint8_t>(Environment::Production);
        s.production += production ? 1 : 0;
        s.damaged += m_damaged[i] != 0 ? 1 : 0;
        s.usedSince += used ? 1 : 0;
        ++s.states[m_state[i]];
        KeySummary::Group &group =
            s.byRisk[static_cast<std::size_t>(used ? production ? KeyRisk::UsedInProduction : KeyRisk::Used
                                              : production ? KeyRisk::Production
                                                           : KeyRisk::Other)];
        ++group.keys;
        if (group.some.size() < KeySummary::SomeKeys)
            group.some.append(idAt(i));
    }
    if (!told) {
        const auto group = [&s](KeyRisk risk) -> KeySummary::Group & {
            return s.byRisk[static_cast<std::size_t>(risk)];
        };
        std::swap(group(KeyRisk::Production), group(KeyRisk::ProductionUnknown));
        std::swap(group(KeyRisk::Other), group(KeyRisk::OtherUnknown));
    }
    return s;
}

QStringList KeyIndex::suggestions(SortColumn column) const {
    const Interned *texts = column == SortColumn::Owner       ? &m_ownerTexts
                            : column == SortColumn::Tags      ? &m_tagTexts
                            : column == SortColumn::Customers ? &m_customerTexts
                            : column == SortColumn::StoredIn  ? &m_storedTexts
                                                              : nullptr;
    QStringList words;
    if (!texts)
        return words;
    for (const QString &t : texts->texts())
        words.append(t.split(QChar(0x1f), Qt::SkipEmptyParts));
    words.sort(Qt::CaseInsensitive);
    words.removeDuplicates();
    return words.mid(0, 200);
}

} // namespace latchkey
