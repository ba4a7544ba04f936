#include "ui/logs/log_table.h"

#include "ui/logs/outcome_cell.h"
#include "ui/logs/request_model.h"
#include "ui/logs/request_words.h"
#include "ui/theme/row_table.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace latchkey::ui {

LogTable::LogTable(RequestModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("requestTable"));
    setAccessibleName(tr("Requests"));
    setModel(&model);
    setItemDelegate(new RequestDelegate(model, this));
    showManyRows(*this);
    setSelectionMode(SingleSelection);
    verticalHeader()->setDefaultSectionSize(28);
    QHeaderView *h = horizontalHeader();
    h->setAccessibleName(tr("Columns"));
    h->setStretchLastSection(true);
    // Time, outcome, key, method, path, scope, environment, customer, address, duration, agent
    const std::array widths{136, 124, 150, 78, 210, 130, 124, 100, 118, 92, 150};
    for (int c = 0; c < RequestColumnCount; ++c)
        setColumnWidth(c, widths[static_cast<std::size_t>(c)]);
    int time = 0; // as wide as the widest month's name
    for (int month = 1; month <= 12; ++month) {
        const auto at = Instant::fromDateTime(QDateTime({2026, month, 28}, {20, 0, 0}, Qt::UTC));
        time = qMax(time, fontMetrics().horizontalAdvance(requestTime(at, QTimeZone::utc())));
    }
    setColumnWidth(static_cast<int>(RequestColumn::Time), qMax(widths[0], time + 20));
    int outcome = 0; // as wide as the longest word, in any language
    for (const RequestOutcome o : AllRequestOutcomes)
        outcome = qMax(outcome, RequestDelegate::outcomeWidth(fontMetrics(), word(o)));
    setColumnWidth(static_cast<int>(RequestColumn::Outcome), outcome);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const RequestRecord *r = current();
        m_place = r ? r->seq : 0;
        m_atTop = verticalScrollBar()->value() == 0;
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        // The same request again, or the first: a screen reader wants a current row. Newer ones above it stay
        // in sight where the newest were looked at.
        setAutoScroll(!m_atTop);
        if (m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(qMax(0, m_model.rowOf(m_place)), 0));
        setAutoScroll(true);
        if (m_atTop)
            scrollToTop();
    });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &i) {
        const RequestRecord *r = m_model.at(i.row());
        if (r && i.column() == static_cast<int>(RequestColumn::Key) && m_model.hasKey(*r))
            emit keyRequested(r->key);
    });
}

const RequestRecord *LogTable::current() const {
    return m_model.at(currentIndex().row());
}

void LogTable::copyRow() {
    QStringList cells;
    for (int c = 0; c < RequestColumnCount; ++c)
        cells.append(m_model.data(m_model.index(currentIndex().row(), c), Qt::DisplayRole).toString());
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void LogTable::contextMenuEvent(QContextMenuEvent *e) {
    const RequestRecord *r = current();
    if (!r)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (isRejection(r->outcome))
        connect(menu->addAction(themedIcon(QStringLiteral("help")), tr("Why was this rejected?")),
                &QAction::triggered, this, [this, request = *r] { emit whyRequested(request); });
    if (m_model.hasKey(*r)) {
        connect(menu->addAction(themedIcon(QStringLiteral("key")), tr("Show the key")), &QAction::triggered,
                this, [this, key = r->key] { emit keyRequested(key); });
        connect(menu->addAction(themedIcon(QStringLiteral("filter")), tr("Only requests of this key")),
                &QAction::triggered, this, [this, key = r->key] { emit onlyKeyRequested(key); });
    }
    connect(menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy row")), &QAction::triggered, this,
            &LogTable::copyRow);
    menu->popup(e->reason() == QContextMenuEvent::Keyboard
                    ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                    : e->globalPos());
}

void LogTable::keyPressEvent(QKeyEvent *e) {
    const RequestRecord *r = current();
    if (e->matches(QKeySequence::Copy) && r)
        return copyRow();
    if ((e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter) && r) {
        if (isRejection(r->outcome))
            emit whyRequested(*r);
        else if (m_model.hasKey(*r))
            emit keyRequested(r->key);
        return;
    }
    QTableView::keyPressEvent(e);
}

void LogTable::mouseMoveEvent(QMouseEvent *e) {
    const QModelIndex i = indexAt(e->position().toPoint());
    const RequestRecord *r = m_model.at(i.row());
    const bool link = r && i.column() == static_cast<int>(RequestColumn::Key) && m_model.hasKey(*r);
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(e);
}

} // namespace latchkey::ui
