#include "core/storage/first_screen.h"

#include "core/storage/key_table.h"

namespace latchkey::first_screen {

namespace {

constexpr int Rows = 256;

class FirstRows final : public KeyList {
public:
    struct Keys {
        std::vector<std::uint64_t> numbers;
        std::vector<std::string> names;
    };
    FirstRows(QList<KeyId> ids, Keys keys, qsizetype total, qsizetype unfiltered)
        : m_ids(std::move(ids))
        , m_keys(std::move(keys))
        , m_total(total)
        , m_unfiltered(unfiltered) {}
    [[nodiscard]] qsizetype size() const override { return m_ids.size(); }
    [[nodiscard]] KeyId idAt(qsizetype p) const override { return m_ids[p]; }
    [[nodiscard]] qsizetype positionOf(const KeyId &id) const override { return m_ids.indexOf(id); }
    [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &ids) const override {
        QList<qsizetype> positions;
        for (const KeyId &id : ids)
            positions.append(positionOf(id));
        return positions;
    }
    [[nodiscard]] bool complete() const override { return m_ids.size() == m_total; }
    [[nodiscard]] qsizetype total() const override { return m_total; }
    [[nodiscard]] qsizetype unfiltered() const override { return m_unfiltered; }
    [[nodiscard]] SortKey sortKeyAt(qsizetype p) const override {
        const auto i = static_cast<std::size_t>(p);
        return {i < m_keys.numbers.size() ? m_keys.numbers[i] : 0,
                {},
                i < m_keys.names.size() ? std::string_view(m_keys.names[i]) : std::string_view()};
    }

private:
    QList<KeyId> m_ids;
    Keys m_keys;
    qsizetype m_total, m_unfiltered;
};

} // namespace

namespace {

Result<FirstRows::Keys> sortKeys(QSqlDatabase &db, const QList<KeyId> &ids, SortColumn column) {
    const auto rows = key_table::byIds(db, ids);
    if (!rows)
        return fail(rows.error());
    QHash<KeyId, const ApiKey *> byId;
    for (const ApiKey &k : *rows)
        byId.insert(k.id, &k);
    FirstRows::Keys keys;
    for (const KeyId &id : ids) {
        const ApiKey *k = byId.value(id);
        if (column == SortColumn::Name)
            keys.names.push_back(k ? foldForSearch(k->config.name).toStdString() : std::string());
        else
            keys.numbers.push_back(k ? sortNumber(k->createdAt.ms()) : 0);
    }
    return keys;
}

} // namespace

bool answers(const KeyQuery &q) {
    const bool plain =
        q.filter.words.isEmpty() && q.filter.terms.isEmpty() && q.filter.smart == SmartFilter::None;
    return plain && (q.sort.column == SortColumn::Created || q.sort.column == SortColumn::Name);
}

Result<KeyListPtr> list(QSqlDatabase &db, const KeyQuery &q) {
    const auto ids = key_table::firstPage(db, q.filter.environment, q.sort, Rows);
    if (!ids)
        return fail(ids.error());
    FirstRows::Keys keys;
    if (q.sortKeys) {
        auto found = sortKeys(db, *ids, q.sort.column);
        if (!found)
            return fail(found.error());
        keys = std::move(*found);
    }
    const auto total = key_table::countOf(db, q.filter.environment);
    const auto all = q.filter.environment ? key_table::countOf(db, std::nullopt) : total;
    if (!total || !all)
        return fail(total ? all.error() : total.error());
    return KeyListPtr(std::make_shared<FirstRows>(*ids, std::move(keys), static_cast<qsizetype>(*total),
                                                  static_cast<qsizetype>(*all)));
}

} // namespace latchkey::first_screen
