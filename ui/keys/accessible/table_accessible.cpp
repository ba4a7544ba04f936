#include "ui/keys/accessible/table_accessible.h"

#include "ui/keys/accessible/cell_accessible.h"
#include "ui/keys/key_table_view.h"

#include <QAccessibleWidget>
#include <QHash>

namespace latchkey::ui {

namespace {

constexpr int Columns =
    KeyColumnCount + 1; // with the header beside the rows, as the view's focus events count

/// Qt's own interface of tables is not public; this one also knows the parts inside the cells. Cells are made
/// when somebody asks for them, and forgotten when the list changes or too many were asked for.
class TableAccessible final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit TableAccessible(KeyTableView *view)
        : QAccessibleWidget(view, QAccessible::Table)
        , m_view(*view) {
        QObject::connect(&view->keys(), &QAbstractItemModel::modelAboutToBeReset, &m_context,
                         [this] { forget(); });
    }
    ~TableAccessible() override { forget(); }

    [[nodiscard]] bool isValid() const override { return QAccessibleWidget::isValid(); }
    [[nodiscard]] int childCount() const override { return (rowCount() + 1) * Columns; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override {
        return index >= 0 && index < childCount() ? cell(index / Columns - 1, index % Columns - 1) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override {
        const auto *c = dynamic_cast<const CellAccessible *>(child);
        return c ? (c->row() + 1) * Columns + c->column() + 1 : -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override {
        const QModelIndex i = m_view.indexAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
        return i.isValid() ? cell(i.row(), i.column()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override {
        const QModelIndex i = m_view.currentIndex();
        return m_view.hasFocus() && i.isValid() ? cell(i.row(), i.column()) : nullptr;
    }
    void *interface_cast(QAccessible::InterfaceType t) override {
        return t == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                : QAccessibleWidget::interface_cast(t);
    }

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override {
        return row >= 0 && column >= 0 && row < rowCount() && column < columnCount() ? cell(row, column)
                                                                                     : nullptr;
    }
    [[nodiscard]] int rowCount() const override { return m_view.keys().rowCount(); }
    [[nodiscard]] int columnCount() const override { return KeyColumnCount; }
    [[nodiscard]] QString columnDescription(int column) const override { return columnTitle(column); }
    [[nodiscard]] QString rowDescription(int row) const override {
        return m_view.keys().index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] int selectedCellCount() const override { return selectedRowCount() * KeyColumnCount; }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override {
        QList<QAccessibleInterface *> cells;
        const QList<int> rows = firstSelected(16); // a screen reader can't be told a million
        for (const int row : rows) {
            for (int c = 0; c < KeyColumnCount; ++c)
                cells.append(cell(row, c));
        }
        return cells;
    }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] int selectedRowCount() const override { return static_cast<int>(m_view.selectedCount()); }
    [[nodiscard]] QList<int> selectedRows() const override { return firstSelected(1000); }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override {
        return m_view.selectionModel()->isRowSelected(row, {});
    }
    bool selectRow(int row) override { return change(row, QItemSelectionModel::Select); }
    bool unselectRow(int row) override { return change(row, QItemSelectionModel::Deselect); }
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *e) override {
        if (e->modelChangeType() != QAccessibleTableModelChangeEvent::DataChanged)
            forget();
    }

private:
    QAccessibleInterface *cell(int row, int column) const {
        constexpr qsizetype Most = 4000;
        const auto key = std::make_pair(row, column);
        if (QAccessibleInterface *known = QAccessible::accessibleInterface(m_cells.value(key)))
            return known;
        if (m_cells.size() >= Most)
            forget();
        auto *made = new CellAccessible(m_view, row, column);
        m_cells.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    void forget() const {
        const auto cells = std::exchange(m_cells, {});
        for (const QAccessible::Id id : cells)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] QList<int> firstSelected(qsizetype most) const {
        QList<int> rows;
        for (const QItemSelectionRange &r : m_view.selectionModel()->selection()) {
            for (int row = r.top(); row <= r.bottom() && rows.size() < most; ++row)
                rows.append(row);
        }
        return rows;
    }
    [[nodiscard]] bool change(int row, QItemSelectionModel::SelectionFlags how) {
        const QModelIndex i = m_view.keys().index(row, 0);
        if (!i.isValid())
            return false;
        m_view.selectionModel()->select(i, how | QItemSelectionModel::Rows);
        return true;
    }

    KeyTableView &m_view;
    QObject m_context;
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface *make(const QString &, QObject *object) {
    auto *view = qobject_cast<KeyTableView *>(object);
    return view ? new TableAccessible(view) : nullptr;
}

} // namespace

void installTableAccessibility() {
    QAccessible::installFactory(make);
}

} // namespace latchkey::ui
