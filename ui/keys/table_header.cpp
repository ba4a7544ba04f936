#include "ui/keys/key_table_view.h"

#include "ui/format/service_words.h"

#include <QHeaderView>
#include <QMenu>
#include <utility>

// The header of the table: sorting, columns, and what settings remember of them.

namespace latchkey::ui {

void KeyTableView::headerClicked(int column) {
    const auto &spec = columnSpec(column);
    if (!spec.sort)
        return;
    KeySort sort = m_model.query().sort;
    const bool mostFirst = *spec.sort == SortColumn::Created || *spec.sort == SortColumn::LastUsed ||
                           *spec.sort == SortColumn::Alerts;
    if (sort.column == *spec.sort)
        sort.order = sort.order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    else
        sort = {*spec.sort, mostFirst ? Qt::DescendingOrder : Qt::AscendingOrder};
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(column, sort.order);
    emit sortRequested(sort);
}

void KeyTableView::chooseColumns() {
    headerMenu({0, horizontalHeader()->height()});
}

void KeyTableView::headerMenu(const QPoint &pos) {
    QMenu menu(this);
    for (int c = 0; c < KeyColumnCount; ++c) {
        const bool noRoom = isWanted(c) && isColumnHidden(c);
        QAction *a =
            menu.addAction(noRoom ? tr("%1 (no room now)", "column").arg(columnTitle(c)) : columnTitle(c));
        a->setCheckable(true);
        a->setChecked(isWanted(c));
        a->setEnabled(c != static_cast<int>(KeyColumn::Name)); // a row without a name says nothing
        connect(a, &QAction::toggled, this, [this, c](bool on) { showColumn(c, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Columns: Default")), &QAction::triggered, this,
            [this] { showColumnSet(ColumnSet::Default); });
    connect(menu.addAction(tr("Columns: Security review")), &QAction::triggered, this,
            [this] { showColumnSet(ColumnSet::SecurityReview); });
    connect(menu.addAction(tr("Columns: Usage")), &QAction::triggered, this,
            [this] { showColumnSet(ColumnSet::Usage); });
    connect(menu.addAction(tr("Reset widths and order")), &QAction::triggered, this, [this] {
        for (int c = 0; c < KeyColumnCount; ++c) {
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), c);
            m_wanted[static_cast<size_t>(c)] = columnSpec(c).width;
        }
        fitColumns();
    });
    menu.exec(horizontalHeader()->mapToGlobal(pos));
}

void KeyTableView::showColumnSet(ColumnSet set) {
    for (int c = 0; c < KeyColumnCount; ++c)
        m_shown[static_cast<size_t>(c)] = inColumnSet(set, static_cast<KeyColumn>(c));
    fitColumns();
}

void KeyTableView::showFirst(KeyColumn column) {
    const int c = static_cast<int>(column);
    m_shown[static_cast<size_t>(c)] = true;
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), 1);
    fitColumns();
}

void KeyTableView::showColumn(int column, bool shown) {
    m_shown[static_cast<size_t>(column)] = shown;
    fitColumns();
}

/// What must be readable: each word of the status; where nothing is reported, that; and where the connection
/// stands beside the name, less of the name.
int KeyTableView::least(int column) const {
    int usual = columnSpec(column).least;
    if (column == static_cast<int>(KeyColumn::Status))
        usual = qMax(usual, KeyDelegate::statusWidth(fontMetrics()));
    if (column == static_cast<int>(KeyColumn::Name))
        return isWanted(static_cast<int>(KeyColumn::Connection)) ? usual - 36 : usual;
    if (KeyTableModel::reports(m_model.backend().capabilities(), static_cast<KeyColumn>(column)))
        return usual;
    return qMax(usual, fontMetrics().horizontalAdvance(notReported()) + 24);
}

int KeyTableView::wanted(int column) const {
    const int chosen = m_wanted[static_cast<size_t>(column)];
    return chosen == columnSpec(column).width ? qMax(chosen, least(column)) : chosen;
}

/// Of the usual columns those go first of which no key here has anything to report, then those that say least
/// beside the others: the sidebar and the band speak of environments too, and of the permissions nothing else
/// here does. Somebody's own choice of columns stays as it is. Returns the least width of the name.
int KeyTableView::hideWhatHasNoRoom(int room) {
    constexpr int Name = static_cast<int>(KeyColumn::Name), NarrowName = 120;
    std::array<bool, KeyColumnCount> shown = m_shown;
    int others = 0;
    bool usual = true;
    for (int c = 1; c < KeyColumnCount; ++c) {
        others += isWanted(c) ? least(c) : 0;
        usual = usual && (!isWanted(c) || columnSpec(c).shownByDefault ||
                          c == static_cast<int>(KeyColumn::Connection));
    }
    const Capabilities can = m_model.backend().capabilities();
    QList<KeyColumn> order;
    for (const KeyColumn column : {KeyColumn::Created, KeyColumn::LastUsed, KeyColumn::Status}) {
        if (!KeyTableModel::reports(can, column))
            order.append(column);
    }
    order.append({KeyColumn::Created, KeyColumn::LastUsed});
    const qsizetype little = order.size(); // the name becomes narrow before one of the others goes
    order.append({KeyColumn::Environment, KeyColumn::Token, KeyColumn::Permissions});
    for (qsizetype i = 0; i < order.size(); ++i) {
        const int c = static_cast<int>(order[i]);
        if (!usual || (i < little ? least(Name) : NarrowName) + others <= room)
            break;
        if (std::exchange(shown[static_cast<size_t>(c)], false))
            others -= least(c);
    }
    for (int c = 0; c < KeyColumnCount; ++c)
        setColumnHidden(c, !shown[static_cast<size_t>(c)]);
    if (const QModelIndex at = currentIndex(); at.isValid() && isColumnHidden(at.column()))
        selectionModel()->setCurrentIndex(at.siblingAtColumn(Name), QItemSelectionModel::NoUpdate);
    return usual ? qBound(NarrowName, room - others, least(Name)) : least(Name);
}

/// The name has what the others leave, and never less than its least width. Where that is too little the
/// others give way, down to their own, and then go; what is then still too much is scrolled to.
void KeyTableView::fitColumns() {
    if (m_fitting)
        return;
    m_fitting = true;
    constexpr int Name = static_cast<int>(KeyColumn::Name);
    const int room = viewport()->width(), name = hideWhatHasNoRoom(room);
    int all = 0, give = 0;
    const auto spare = [this](int c) { return qMax(0, wanted(c) - least(c)); };
    for (int c = 0; c < KeyColumnCount; ++c) {
        if (c != Name && !isColumnHidden(c)) {
            all += wanted(c);
            give += spare(c);
        }
    }
    const int missing = qBound(0, name + all - room, give);
    int used = 0;
    for (int c = 0; c < KeyColumnCount; ++c) {
        if (c == Name || isColumnHidden(c))
            continue;
        const int w = wanted(c) - (give > 0 ? (spare(c) * missing + give - 1) / give : 0);
        setColumnWidth(c, w);
        used += w;
    }
    setColumnWidth(Name, qMax(name, room - used));
    m_fitting = false;
}

QVariantMap KeyTableView::saveState() const {
    QVariantMap state;
    QVariantMap widths;
    QVariantList order, hidden;
    const QHeaderView *h = horizontalHeader();
    for (int v = 0; v < h->count(); ++v) {
        const int c = h->logicalIndex(v);
        const QString id = QLatin1StringView(columnSpec(c).id);
        order.append(id);
        if (!isWanted(c))
            hidden.append(id);
        else
            widths.insert(id, m_wanted[static_cast<size_t>(c)]);
    }
    state.insert(QStringLiteral("order"), order);
    state.insert(QStringLiteral("hidden"), hidden);
    state.insert(QStringLiteral("widths"), widths);
    state.insert(QStringLiteral("sortColumn"), static_cast<int>(m_model.query().sort.column));
    state.insert(QStringLiteral("sortDescending"), m_model.query().sort.order == Qt::DescendingOrder);
    return state;
}

void KeyTableView::restoreState(const QVariantMap &state) {
    const auto columnOf = [](const QString &id) {
        for (int c = 0; c < KeyColumnCount; ++c) {
            if (id == QLatin1StringView(columnSpec(c).id))
                return c;
        }
        return -1; // of a newer or older version: passed over
    };
    const QVariantMap widths = state.value(QStringLiteral("widths")).toMap();
    for (auto it = widths.begin(); it != widths.end(); ++it) {
        if (const int c = columnOf(it.key()); c > 0)
            m_wanted[static_cast<size_t>(c)] = qBound(columnSpec(c).least, it.value().toInt(), 1000);
    }
    int place = 0;
    const QVariantList order = state.value(QStringLiteral("order")).toList();
    for (const QVariant &id : order) {
        if (const int c = columnOf(id.toString()); c >= 0)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), place++);
    }
    if (state.contains(QStringLiteral("hidden"))) {
        const QStringList hidden = state.value(QStringLiteral("hidden")).toStringList();
        for (int c = 1; c < KeyColumnCount; ++c) {
            const QString id = QLatin1StringView(columnSpec(c).id);
            if (order.contains(id)) // not one that came with a newer version
                m_shown[static_cast<size_t>(c)] = !hidden.contains(id);
        }
    }
    fitColumns();
    for (int c = 0; c < KeyColumnCount; ++c) {
        if (columnSpec(c).sort == m_model.query().sort.column) {
            horizontalHeader()->setSortIndicatorShown(true);
            horizontalHeader()->setSortIndicator(c, m_model.query().sort.order);
        }
    }
}

} // namespace latchkey::ui
