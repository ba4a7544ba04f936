#include "ui/customers/customer_model.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <numeric>

namespace latchkey::ui {

void CustomerModel::set(const QList<Customer> &customers, const QHash<QString, qint64> &use) {
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(customers.size());
    QHash<QString, qint64> others = use;
    for (const Customer &c : customers)
        m_rows.append({c, others.take(c.id)});
    QStringList unlisted = others.keys();
    unlisted.sort();
    for (const QString &id : unlisted)
        m_rows.append({Customer{id, {}, {}}, others.value(id)});
    order();
    show();
    endResetModel();
}

void CustomerModel::setSearch(const QString &text) {
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    show();
    endResetModel();
}

void CustomerModel::sort(int column, Qt::SortOrder direction) {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList(); // what is selected stays so
    QList<int> rows;
    for (const QModelIndex &i : before)
        rows.append(m_shown[i.row()]);
    m_column = column;
    m_direction = direction;
    order();
    show();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(static_cast<int>(m_shown.indexOf(rows[i])), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

/// The rows come by name; the other orders are stable over that.
void CustomerModel::order() {
    m_order.resize(m_rows.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_column == Id)
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](int a, int b) { return m_rows[a].customer.id < m_rows[b].customer.id; });
    else if (m_column == Keys)
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](int a, int b) { return m_rows[a].keys < m_rows[b].keys; });
    if (m_direction == Qt::DescendingOrder)
        std::reverse(m_order.begin(), m_order.end());
}

bool CustomerModel::fits(const CustomerRow &r) const {
    return r.customer.name.contains(m_search, Qt::CaseInsensitive) ||
           r.customer.id.contains(m_search, Qt::CaseInsensitive);
}

void CustomerModel::show() {
    if (m_search.isEmpty()) {
        m_shown = m_order;
        return;
    }
    m_shown.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_shown),
                 [this](int i) { return fits(m_rows[i]); });
}

const CustomerRow *CustomerModel::at(int row) const {
    return row >= 0 && row < m_shown.size() ? &m_rows[m_shown[row]] : nullptr;
}

int CustomerModel::rowOf(const QString &id) const {
    const auto at =
        std::find_if(m_shown.begin(), m_shown.end(), [&](int i) { return m_rows[i].customer.id == id; });
    return at == m_shown.end() ? -1 : static_cast<int>(std::distance(m_shown.begin(), at));
}

int CustomerModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CustomerModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CustomerModel::data(const QModelIndex &index, int role) const {
    const CustomerRow *r = index.isValid() ? at(index.row()) : nullptr;
    if (!r)
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Keys)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Name && !r->listed())
        return themeColor(ColorRole::Secondary, QGuiApplication::palette());
    if (role == Qt::ToolTipRole && !r->listed())
        return tr("Keys name the id “%1”, but there is no customer with it.").arg(r->customer.id);
    if (role == Qt::ToolTipRole && index.column() == Name && !r->customer.note.isEmpty())
        return QStringLiteral("%1\n%2").arg(r->customer.name, r->customer.note);
    if (role == Qt::AccessibleTextRole && index.column() == Keys)
        return tr("%Ln keys", nullptr, static_cast<int>(r->keys));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return r->listed() ? r->customer.name : tr("No such customer");
    case Id:
        return r->customer.id;
    case Keys:
        return QLocale().toString(r->keys);
    default:
        return {};
    }
}

QVariant CustomerModel::headerData(int section, Qt::Orientation o, int role) const {
    if (o == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Keys)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (o != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return section == Name ? tr("Name") : section == Id ? tr("External ID") : tr("Keys");
}

} // namespace latchkey::ui
