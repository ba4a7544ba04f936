#include "ui/theme/row_table.h"

#include "ui/theme/padded_cells.h"

#include <QHeaderView>
#include <QTableView>

namespace latchkey::ui {

namespace {

void showWholeRows(QTableView &table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // fitting a million rows takes minutes
    QHeaderView *header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

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
