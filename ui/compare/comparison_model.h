#pragma once

#include "core/services/comparison/key_comparison.h"

#include <QAbstractTableModel>
#include <array>

namespace latchkey::ui {

/// Two lists of keys side by side, those that fit the filter shown. Values only; GUI thread.
class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Left, Right, What, ColumnCount };
    struct Filter {
        std::optional<MatchGroup> group;
        Differences differences; ///< any of them; none: whatever they differ in
        QString text;            ///< in the name
        bool operator==(const Filter &) const = default;
    };
    explicit ComparisonModel(QObject *parent = nullptr);
    void setTitles(const QString &left, const QString &right);
    /// The titles as there is room for them above the columns; the tooltips have them whole.
    void setHeadings(const QString &left, const QString &right);
    void set(const ComparedKeys &left, const ComparedKeys &right, bool byEnvironment, Instant now);
    void clear();
    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] qsizetype total() const { return m_pairs.size(); }
    [[nodiscard]] qsizetype count(MatchGroup g) const { return m_counts[static_cast<std::size_t>(g)]; }
    [[nodiscard]] const ComparedPair *at(int row) const;    ///< null: no such row
    [[nodiscard]] const ApiKey *left(int row) const;        ///< null: there is none
    [[nodiscard]] const ApiKey *right(int row) const;       ///< the same
    [[nodiscard]] int rowOf(KeyId left, KeyId right) const; ///< -1: not shown
    [[nodiscard]] QString name(int row) const;
    /// What a cell of a side may say.
    [[nodiscard]] static QStringList sideWords();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o, int role) const override;

private:
    [[nodiscard]] const ApiKey *leftOf(const ComparedPair &p) const;
    [[nodiscard]] const ApiKey *rightOf(const ComparedPair &p) const;
    [[nodiscard]] QString nameOf(const ComparedPair &p) const;
    [[nodiscard]] bool fits(const ComparedPair &p) const;
    [[nodiscard]] QString side(const ApiKey *key, const Capabilities &can) const;
    [[nodiscard]] QString what(const ComparedPair &p) const;
    void show();

    QString m_leftTitle, m_rightTitle, m_leftHeading, m_rightHeading;
    ComparedKeys m_left, m_right;
    Instant m_now;
    QList<ComparedPair> m_pairs; ///< by name
    std::array<qsizetype, MatchGroupCount> m_counts{};
    QList<int> m_shown;
    Filter m_filter;
    int m_column = Name;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace latchkey::ui
