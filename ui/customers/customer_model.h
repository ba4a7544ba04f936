#pragma once

#include "core/model/customer.h"

#include <QAbstractTableModel>
#include <QHash>

namespace latchkey::ui {

/// One line of the list: a customer, or an id that keys name and no customer has.
struct CustomerRow {
    Customer customer; ///< version 0: not in the list
    qint64 keys = 0;
    [[nodiscard]] bool listed() const { return customer.version > 0; }
};

/// All customers in memory, those that fit the search shown in order. Values only; GUI thread.
class CustomerModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Id, Keys, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    /// `customers` by name.
    void set(const QList<Customer> &customers, const QHash<QString, qint64> &use);
    void setSearch(const QString &text);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] qsizetype total() const { return m_rows.size(); }
    [[nodiscard]] const CustomerRow *at(int row) const;
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o, int role) const override;

private:
    void order();
    void show();
    [[nodiscard]] bool fits(const CustomerRow &r) const;
    QList<CustomerRow> m_rows; ///< listed ones by name, then the others by id
    QList<int> m_order;        ///< all rows as they are sorted
    QList<int> m_shown;
    QString m_search;
    int m_column = Name;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace latchkey::ui
