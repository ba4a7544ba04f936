#include "ui/theme/row_table.h"

#include "ui/theme/padded_cells.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

namespace latchkey::ui {

namespace {
class RowMenuKey final : public QObject {
public:
    explicit RowMenuKey(QAbstractItemView &view)
        : QObject(&view)
        , m_view(view) {
        view.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (watched != &m_view || event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        const QModelIndex at = m_view.currentIndex();
        if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier || !at.isValid())
            return false;
        m_view.scrollTo(at);
        const QPoint under = m_view.visualRect(at).bottomLeft();
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, under, m_view.viewport()->mapToGlobal(under));
        return QCoreApplication::sendEvent(&m_view, &menu) && menu.isAccepted();
    }

private:
    QAbstractItemView &m_view;
};

void showWholeRows(QTableView &table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // fitting a million rows takes minutes
    openRowMenuByKey(table);
    QHeaderView *header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

void openRowMenuByKey([[maybe_unused]] QAbstractItemView &view) {
#ifndef Q_OS_WIN
    new RowMenuKey(view);
#endif
}

void showAsRows(QTableView &table, int rowHeight) {
    showWholeRows(table);
    table.setItemDelegate(new PaddedCells(&table));
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setFrameShape(QFrame::NoFrame);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
}

void showManyRows(QTableView &table) {
    showWholeRows(table);
    table.setMouseTracking(true);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setCornerButtonEnabled(false);
    table.verticalHeader()->setMinimumSectionSize(20);
    // The style elides, and knows how little room the arrow takes.
    table.horizontalHeader()->setTextElideMode(Qt::ElideNone);
}

} // namespace latchkey::ui
