#include "core/storage/first_screen.h"

#include "core/storage/key_table.h"

namespace latchkey::first_screen {

namespace {

constexpr int Rows = 256;

class FirstRows final : public KeyList {
public:
    FirstRows(QList<KeyId> ids, qsizetype total, qsizetype unfiltered)
        : m_ids(std::move(ids))
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

private:
    QList<KeyId> m_ids;
    qsizetype m_total, m_unfiltered;
};

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
    const auto total = key_table::countOf(db, q.filter.environment);
    const auto all = q.filter.environment ? key_table::countOf(db, std::nullopt) : total;
    if (!total || !all)
        return fail(total ? all.error() : total.error());
    return KeyListPtr(
        std::make_shared<FirstRows>(*ids, static_cast<qsizetype>(*total), static_cast<qsizetype>(*all)));
}

} // namespace latchkey::first_screen
