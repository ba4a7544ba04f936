#include "ui/rules/fitted_columns.h"

#include <QEvent>
#include <QHeaderView>

namespace latchkey::ui {

namespace {
constexpr int Padding = 12, Share = 5;
} // namespace

FittedColumns::FittedColumns(QTableView *table, const QList<Column> &columns)
    : QObject(table)
    , m_table(table)
    , m_header(table->horizontalHeader())
    , m_columns(columns) {
    m_table->viewport()->installEventFilter(this);
    connect(m_table->model(), &QAbstractItemModel::modelReset, this, &FittedColumns::fit);
    connect(m_table->model(), &QAbstractItemModel::dataChanged, this, &FittedColumns::fit);
    fit();
}

void FittedColumns::fit() {
    if (!m_header) // a table that goes away resets its model once more, when its headers are gone
        return;
    const int most = m_table->viewport()->width() / Share;
    for (const Column &c : std::as_const(m_columns)) {
        const int least = qMax(c.least, m_header->sectionSizeHint(c.index));
        const int wanted =
            static_cast<const QAbstractItemView *>(m_table)->sizeHintForColumn(c.index) + Padding;
        m_header->resizeSection(c.index, qBound(least, wanted, qMax(least, most)));
    }
}

bool FittedColumns::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey::ui
