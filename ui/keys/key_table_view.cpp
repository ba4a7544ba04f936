#include "ui/keys/key_table_view.h"

#include "ui/format/words.h"
#include "ui/keys/revealed_token.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>

namespace latchkey::ui {

KeyTableView::KeyTableView(KeyTableModel &model, RevealedToken &revealed, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new KeyDelegate(model, revealed, this)) {
    setObjectName(QStringLiteral("keyTable"));
    setAccessibleName(tr("API keys"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // fitting a million rows would take minutes
    verticalHeader()->setMinimumSectionSize(20);
    QHeaderView *h = horizontalHeader();
    h->setSectionsMovable(true);
    h->setHighlightSections(false);
    h->setSectionsClickable(true);
    h->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    h->setContextMenuPolicy(Qt::CustomContextMenu);
    h->setMinimumSectionSize(60);
    h->setAccessibleName(tr("Columns"));
    for (int c = 0; c < KeyColumnCount; ++c) {
        setColumnWidth(c, columnSpec(c).width);
        setColumnHidden(c, !columnSpec(c).shownByDefault);
    }
    h->setSectionResizeMode(0, QHeaderView::Stretch);
    // Each header paints by asking whether a whole column or row is selected: a million questions after
    // Select All.
    h->setSelectionModel(new QItemSelectionModel(&model, h));
    verticalHeader()->setSelectionModel(new QItemSelectionModel(&model, verticalHeader()));
    setDensity(28);
    connect(h, &QHeaderView::customContextMenuRequested, this, &KeyTableView::headerMenu);
    connect(h, &QHeaderView::sectionClicked, this, &KeyTableView::headerClicked);
    connect(&revealed, &RevealedToken::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &KeyTableModel::aboutToReplace, this, &KeyTableView::remember);
    connect(&model, &KeyTableModel::replaced, this, &KeyTableView::putBack);
}

void KeyTableView::setDensity(int rowHeight) {
    verticalHeader()->setDefaultSectionSize(rowHeight);
}

void KeyTableView::remember() {
    const QModelIndex current = currentIndex();
    m_place.current = m_model.idAt(current.row());
    m_place.row = qMax(0, current.row());
    m_place.column = qMax(0, current.column());
    m_place.top = m_model.idAt(rowAt(0));
    const qsizetype count = selectedCount();
    m_place.all = count > 1 && count == m_model.rowCount();
    m_place.selected = m_place.all ? QList<KeyId>() : selectedKeys(2000);
    m_restoring = true; // the reset in between is nothing to tell anyone
}

void KeyTableView::putBack(bool sameQuery) {
    const int rows = m_model.rowCount();
    if (rows > 0) {
        int row = sameQuery || !m_place.current.isNull() ? m_model.rowOf(m_place.current) : -1;
        const bool kept = row >= 0;
        if (!kept) // removed: the next row takes its place
            row = sameQuery ? qMin(m_place.row, rows - 1) : 0;
        const int top = sameQuery ? m_model.rowOf(m_place.top) : -1;
        setCurrentIndex(m_model.index(row, m_place.column));
        if (m_place.all && sameQuery) {
            selectAll();
        } else if (sameQuery && m_place.selected.size() > 1) {
            QItemSelection selection;
            const QList<qsizetype> positions = m_model.list()->positionsOf(m_place.selected);
            for (const qsizetype p : positions) {
                if (p >= 0)
                    selection.select(m_model.index(static_cast<int>(p), 0),
                                     m_model.index(static_cast<int>(p), KeyColumnCount - 1));
            }
            if (!selection.isEmpty())
                selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        }
        if (top >= 0)
            scrollTo(m_model.index(top, m_place.column), PositionAtTop);
    }
    m_restoring = false;
    emit currentKeyChanged(currentKey());
    emit selectionCountChanged();
}

KeyId KeyTableView::currentKey() const {
    return m_model.idAt(currentIndex().row());
}

qsizetype KeyTableView::selectedCount() const {
    qsizetype n = 0;
    for (const QItemSelectionRange &r : selectionModel()->selection())
        n += r.height();
    return n;
}

QList<KeyId> KeyTableView::selectedKeys(qsizetype most) const {
    QList<KeyId> ids;
    for (const QItemSelectionRange &r : selectionModel()->selection()) {
        for (int row = r.top(); row <= r.bottom() && ids.size() < most; ++row)
            ids.append(m_model.idAt(row));
    }
    return ids;
}

void KeyTableView::select(const KeyId &id) {
    if (const int row = m_model.rowOf(id); row >= 0) {
        setCurrentIndex(m_model.index(row, 0));
        scrollTo(m_model.index(row, 0), PositionAtCenter);
    }
}

CellPart KeyTableView::hit(const QPoint &pos, QModelIndex *index) const {
    *index = indexAt(pos);
    if (!index->isValid())
        return CellPart::None;
    return partAt(static_cast<KeyColumn>(index->column()), visualRect(*index), pos, layoutDirection());
}

void KeyTableView::press(CellPart part, const QModelIndex &index) {
    const ApiKey *k = m_model.keyAt(index.row());
    if (k && part != CellPart::None &&
        (m_delegate->partEnabled(part, *k) || part == CellPart::Eye || part == CellPart::Copy))
        emit partPressed(part, k->id); // eye and copy answer with the reason when there is no copy
}

void KeyTableView::mousePressEvent(QMouseEvent *e) {
    QModelIndex index;
    const CellPart part =
        e->button() == Qt::LeftButton ? hit(e->position().toPoint(), &index) : CellPart::None;
    if (part != CellPart::None && e->modifiers() == Qt::NoModifier) {
        setCurrentIndex(index);
        press(part, index);
        return;
    }
    QTableView::mousePressEvent(e);
}

void KeyTableView::mouseMoveEvent(QMouseEvent *e) {
    QModelIndex index;
    const CellPart part = hit(e->position().toPoint(), &index);
    m_delegate->setHovered(index, part);
    viewport()->setCursor(part == CellPart::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
    QTableView::mouseMoveEvent(e);
}

void KeyTableView::leaveEvent(QEvent *e) {
    m_delegate->setHovered({}, CellPart::None);
    viewport()->update();
    QTableView::leaveEvent(e);
}

void KeyTableView::mouseDoubleClickEvent(QMouseEvent *e) {
    QModelIndex index;
    if (hit(e->position().toPoint(), &index) == CellPart::None && index.isValid())
        emit opened(m_model.idAt(index.row()));
}

void KeyTableView::keyPressEvent(QKeyEvent *e) {
    const QModelIndex index = currentIndex();
    const auto column = static_cast<KeyColumn>(index.column());
    const bool hasParts = column == KeyColumn::Token || column == KeyColumn::Actions;
    const bool plain = e->modifiers() == Qt::NoModifier || e->modifiers() == Qt::KeypadModifier;
    switch (e->key()) {
    case Qt::Key_Space:
        if (plain && hasParts) {
            press(column == KeyColumn::Token ? CellPart::Eye : CellPart::Switch, index);
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && index.isValid()) {
            if (column == KeyColumn::Token)
                press(CellPart::Copy, index);
            else if (column == KeyColumn::Actions)
                press(CellPart::More, index);
            else
                emit opened(m_model.idAt(index.row()));
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(e);
}

void KeyTableView::contextMenuEvent(QContextMenuEvent *e) {
    const QPoint at = e->reason() == QContextMenuEvent::Keyboard
                          ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                          : e->globalPos();
    if (currentIndex().isValid())
        emit rowMenuRequested(at);
}

QItemSelectionModel::SelectionFlags KeyTableView::selectionCommand(const QModelIndex &index,
                                                                   const QEvent *event) const {
    // Without an event it is us who move; the Ctrl of a Ctrl+Return in another window must not add rows.
    return event ? QTableView::selectionCommand(index, event)
                 : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
}

void KeyTableView::selectionChanged(const QItemSelection &now, const QItemSelection &before) {
    QTableView::selectionChanged(now, before);
    if (!m_restoring)
        emit selectionCountChanged();
}

void KeyTableView::currentChanged(const QModelIndex &now, const QModelIndex &before) {
    QTableView::currentChanged(now, before);
    if (!m_restoring)
        emit currentKeyChanged(currentKey());
}

void KeyTableView::focusInEvent(QFocusEvent *e) {
    QTableView::focusInEvent(e);
    if (!currentIndex().isValid() && m_model.rowCount() > 0) // a screen reader needs a current row, always
        setCurrentIndex(m_model.index(0, 0));
}

QString KeyTableView::selectionAsText(qsizetype most) const {
    QStringList lines, titles;
    QList<int> columns;
    const QHeaderView *h = horizontalHeader();
    for (int v = 0; v < h->count(); ++v) {
        const int c = h->logicalIndex(v);
        if (!isColumnHidden(c) && static_cast<KeyColumn>(c) != KeyColumn::Actions) {
            columns.append(c);
            titles.append(columnTitle(c));
        }
    }
    lines.append(titles.join(u'\t'));
    qsizetype left = most;
    for (const QItemSelectionRange &r : selectionModel()->selection()) {
        for (int row = r.top(); row <= r.bottom() && left > 0; ++row, --left) {
            QStringList cells;
            for (const int c : columns) {
                QString cell = m_model.index(row, c).data().toString().simplified();
                if (!cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()))
                    cell.prepend(u'\'');
                cells.append(cell);
            }
            lines.append(cells.join(u'\t'));
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace latchkey::ui
