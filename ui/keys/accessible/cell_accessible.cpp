#include "ui/keys/accessible/cell_accessible.h"

#include "ui/keys/key_table_view.h"

#include <QHeaderView>

namespace latchkey::ui {

namespace {

QList<PlacedPart> partsIn(const KeyTableView &view, int row, int column) {
    if (row < 0 || column < 0)
        return {};
    return partsOf(static_cast<KeyColumn>(column), view.visualRect(view.keys().index(row, column)),
                   view.layoutDirection());
}

} // namespace

CellAccessible::CellAccessible(KeyTableView &view, int row, int column)
    : m_view(view)
    , m_row(row)
    , m_column(column) {
    for (const PlacedPart &p : partsIn(view, row, column))
        m_parts.append(QAccessible::registerAccessibleInterface(new PartAccessible(view, *this, p.part)));
}

CellAccessible::~CellAccessible() {
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

bool CellAccessible::isValid() const {
    return m_row < m_view.keys().rowCount() && m_column < m_view.keys().columnCount();
}

QAccessibleInterface *CellAccessible::parent() const {
    return QAccessible::queryAccessibleInterface(&m_view);
}

QAccessibleInterface *CellAccessible::child(int index) const {
    return index >= 0 && index < m_parts.size() ? QAccessible::accessibleInterface(m_parts[index]) : nullptr;
}

QAccessibleInterface *CellAccessible::childAt(int x, int y) const {
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

int CellAccessible::childCount() const {
    return static_cast<int>(m_parts.size());
}

int CellAccessible::indexOfChild(const QAccessibleInterface *wanted) const {
    for (int i = 0; i < childCount(); ++i) {
        if (child(i) == wanted)
            return i;
    }
    return -1;
}

QString CellAccessible::text(QAccessible::Text t) const {
    if (!isValid() || t != QAccessible::Name)
        return {};
    if (m_row < 0)
        return m_column < 0 ? QString() : columnTitle(m_column);
    // Beside the rows: the whole row in a few words.
    const int column = m_column < 0 ? static_cast<int>(KeyColumn::Name) : m_column;
    return m_view.keys().index(m_row, column).data(Qt::AccessibleTextRole).toString();
}

QRect CellAccessible::rect() const {
    if (!isValid())
        return {};
    if (m_row >= 0 && m_column >= 0) {
        const QRect r = m_view.visualRect(m_view.keys().index(m_row, m_column));
        return {m_view.viewport()->mapToGlobal(r.topLeft()), r.size()};
    }
    const QHeaderView *h = m_row < 0 ? m_view.horizontalHeader() : m_view.verticalHeader();
    if (!h->isVisible() || (m_row < 0 && m_column < 0))
        return {};
    const int section = m_row < 0 ? m_column : m_row;
    const int at = h->sectionViewportPosition(section), size = h->sectionSize(section);
    const QRect r = m_row < 0 ? QRect(at, 0, size, h->height()) : QRect(0, at, h->width(), size);
    return {h->viewport()->mapToGlobal(r.topLeft()), r.size()};
}

QAccessible::Role CellAccessible::role() const {
    return m_row < 0 ? QAccessible::ColumnHeader : m_column < 0 ? QAccessible::RowHeader : QAccessible::Cell;
}

QAccessible::State CellAccessible::state() const {
    QAccessible::State s;
    if (!isValid()) {
        s.invalid = true;
        return s;
    }
    const bool hidden = m_column >= 0 && m_view.isColumnHidden(m_column);
    if (m_row < 0 || m_column < 0) {
        s.invisible = hidden || (m_column < 0);
        return s;
    }
    const QModelIndex index = m_view.keys().index(m_row, m_column);
    s.invisible = hidden;
    s.offscreen = !m_view.viewport()->rect().intersects(m_view.visualRect(index));
    s.focusable = s.selectable = s.multiSelectable = true;
    s.selected = isSelected();
    s.focused = m_view.hasFocus() && m_view.currentIndex() == index;
    return s;
}

void *CellAccessible::interface_cast(QAccessible::InterfaceType t) {
    return t == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this)
                                                : nullptr;
}

bool CellAccessible::isSelected() const {
    return m_row >= 0 && isValid() && m_view.selectionModel()->isRowSelected(m_row, {});
}

QList<QAccessibleInterface *> CellAccessible::columnHeaderCells() const {
    QAccessibleInterface *t = parent();
    return m_column >= 0 && t ? QList{t->child(m_column + 1)} : QList<QAccessibleInterface *>();
}

QList<QAccessibleInterface *> CellAccessible::rowHeaderCells() const {
    QAccessibleInterface *t = parent();
    return m_row >= 0 && t ? QList{t->child((m_row + 1) * (KeyColumnCount + 1))}
                           : QList<QAccessibleInterface *>();
}

QString PartAccessible::text(QAccessible::Text t) const {
    const ApiKey *k = isValid() ? m_view.keys().shownAt(m_cell.row()) : nullptr;
    if (!k)
        return {};
    const QString what = m_view.delegate().partText(m_part, *k);
    if (t == QAccessible::Description)
        return what;
    if (t != QAccessible::Name)
        return {};
    if (m_part == CellPart::Switch)
        return KeyTableView::tr("Active: %1", "name of a key's switch").arg(k->config.name);
    const bool can = m_view.delegate().partEnabled(m_part, *k);
    const QString verb = can                        ? what
                         : m_part == CellPart::Copy ? KeyTableView::tr("Copy key")
                                                    : KeyTableView::tr("Reveal key");
    return KeyTableView::tr("%1: %2", "button of a key: what it does, the key's name")
        .arg(verb, k->config.name);
}

QRect PartAccessible::rect() const {
    if (!isValid())
        return {};
    for (const PlacedPart &p : partsIn(m_view, m_cell.row(), m_cell.column())) {
        if (p.part == m_part)
            return {m_view.viewport()->mapToGlobal(p.rect.topLeft()), p.rect.size()};
    }
    return {};
}

QAccessible::Role PartAccessible::role() const {
    return m_part == CellPart::Switch ? QAccessible::CheckBox
           : m_part == CellPart::More ? QAccessible::ButtonMenu
                                      : QAccessible::Button;
}

QAccessible::State PartAccessible::state() const {
    QAccessible::State s = m_cell.state();
    s.focusable = s.focused = s.selectable = s.selected = s.multiSelectable = false;
    const ApiKey *k = isValid() ? m_view.keys().shownAt(m_cell.row()) : nullptr;
    s.disabled = !k || !m_view.delegate().partEnabled(m_part, *k);
    s.hasPopup = m_part == CellPart::More;
    if (m_part == CellPart::Switch) {
        s.checkable = true;
        s.checked = k && k->state == KeyState::Active;
    }
    return s;
}

void *PartAccessible::interface_cast(QAccessible::InterfaceType t) {
    return t == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList PartAccessible::actionNames() const {
    return {m_part == CellPart::Switch ? toggleAction() : pressAction()};
}

void PartAccessible::doAction(const QString &name) {
    if (!isValid() || !actionNames().contains(name))
        return;
    const QModelIndex index = m_view.keys().index(m_cell.row(), m_cell.column());
    m_view.choose(index);
    m_view.press(m_part, index);
}

} // namespace latchkey::ui
