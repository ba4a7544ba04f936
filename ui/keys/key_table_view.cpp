#include "ui/keys/key_table_view.h"

#include "ui/format/words.h"
#include "ui/keys/accessible/table_accessible.h"
#include "ui/keys/revealed_token.h"
#include "ui/theme/row_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace latchkey::ui {

KeyTableView::KeyTableView(KeyTableModel &model, RevealedToken &revealed, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new KeyDelegate(model, revealed, this)) {
    installTableAccessibility(); // before anything is said about this view
    setObjectName(QStringLiteral("keyTable"));
    setAccessibleName(tr("API keys"));
    setModel(&model);
    setItemDelegate(m_delegate);
    showManyRows(*this);
    setSelectionMode(ExtendedSelection);
    QHeaderView *h = horizontalHeader();
    h->setSectionsMovable(true);
    h->setSectionsClickable(true);
    h->setContextMenuPolicy(Qt::CustomContextMenu);
    h->setMinimumSectionSize(60);
    h->setAccessibleName(tr("Columns"));
    for (int c = 0; c < KeyColumnCount; ++c) {
        m_wanted[static_cast<size_t>(c)] = columnSpec(c).width;
        m_shown[static_cast<size_t>(c)] = columnSpec(c).shownByDefault;
    }
    // Each header paints by asking whether a whole column or row is selected: a million questions after
    // Select All.
    h->setSelectionModel(new QItemSelectionModel(&model, h));
    verticalHeader()->setSelectionModel(new QItemSelectionModel(&model, verticalHeader()));
    setDensity(28);
    fitColumns();
    connect(h, &QHeaderView::sectionResized, this, [this](int column, int before, int width) {
        if (m_fitting || before == 0 || isColumnHidden(column)) // 0: it is shown again
            return;
        if (column != static_cast<int>(KeyColumn::Name)) // that one has what is left
            m_wanted[static_cast<size_t>(column)] = width;
        fitColumns();
    });
    connect(h, &QHeaderView::customContextMenuRequested, this, &KeyTableView::headerMenu);
    connect(h, &QHeaderView::sectionClicked, this, &KeyTableView::headerClicked);
    m_visible.setSingleShot(true);
    m_visible.setInterval(60);
    connect(&m_visible, &QTimer::timeout, this, &KeyTableView::tellVisible);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_visible, qOverload<>(&QTimer::start));
    connect(&model, &KeyTableModel::replaced, &m_visible, qOverload<>(&QTimer::start));
    connect(&revealed, &RevealedToken::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &KeyTableModel::aboutToReplace, this, &KeyTableView::remember);
    connect(&model, &KeyTableModel::replaced, this, &KeyTableView::putBack);
}

void KeyTableView::setDensity(int rowHeight) {
    verticalHeader()->setDefaultSectionSize(rowHeight);
}

void KeyTableView::tellVisible() {
    constexpr int MostRows = 200; // of a screen; before it is laid out there is no last one
    const int first = qMax(0, rowAt(0)), last = rowAt(viewport()->height() - 1);
    m_model.noteVisible(first, last < 0 ? first + MostRows : last);
}

void KeyTableView::remember() {
    const QModelIndex current = currentIndex();
    m_place.current = m_model.idAt(current.row());
    m_place.row = qMax(0, current.row());
    m_place.column = qMax(0, current.column());
    m_place.top = verticalScrollBar()->value() > 0 ? m_model.idAt(rowAt(0)) : KeyId();
    const qsizetype count = selectedCount();
    m_place.all = count > 1 && count == m_model.rowCount();
    m_place.more = m_place.all && !m_model.list()->complete();
    m_place.selected = m_place.all
                           ? KeySelection(m_model.list(), {{0, m_model.rowCount() - 1}}) // as one range
                       : count < 2 ? KeySelection()
                                   : selection();
    m_restoring = true; // the reset in between is nothing to tell anyone
}

void KeyTableView::putBack(bool sameQuery) {
    const int rows = m_model.rowCount();
    if (rows > 0) {
        int row = sameQuery || !m_place.current.isNull() ? m_model.rowOf(m_place.current) : -1;
        const bool kept = row >= 0;
        if (!kept) // removed: the next row takes its place
            row = sameQuery ? qMin(m_place.row, rows - 1) : 0;
        if (!kept && (!sameQuery || m_place.current.isNull()))
            m_chosen = false;
        const int top = sameQuery ? m_model.rowOf(m_place.top) : -1;
        choose(m_model.index(row, m_place.column));
        if (sameQuery && m_place.more) // all were meant, and only now they are here
            selectAll();
        else if (sameQuery && m_place.selected.count() > 1)
            selectAgain(m_place.selected, m_place.all);
        if (top >= 0)
            scrollTo(m_model.index(top, m_place.column), PositionAtTop);
        else if (sameQuery && m_place.top.isNull())
            scrollToTop(); // new rows come in above: whoever looks at the newest goes on doing so
        // Commands act on the current row: one that nobody chose must not be current where nobody sees it.
        const bool seen = rowViewportPosition(currentIndex().row()) < viewport()->height();
        if (sameQuery && !m_chosen && top < 0 && !seen)
            choose(m_model.index(0, m_place.column));
    }
    if (sameQuery)
        selectAwaited();
    else
        m_awaited.clear();
    m_place.selected = {}; // it holds the list of before
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

KeySelection KeyTableView::selection() const {
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &r : selectionModel()->selection())
        ranges.append({r.top(), r.bottom()});
    std::sort(ranges.begin(), ranges.end()); // in the order on the screen
    return {m_model.list(), ranges};
}

/// Those of them that are still there, and no row that came in later: "all" are all that there were. Then
/// most rows stand where they stood, counted from one end or the other, and needn't be looked for.
void KeyTableView::selectAgain(const KeySelection &keys, bool all) {
    const KeyListPtr list = m_model.list();
    const qsizetype size = list->size(), most = all ? qMin(size, keys.count()) : 0;
    qsizetype head = 0, tail = 0;
    while (head < most && keys.at(head) == list->idAt(head))
        ++head;
    while (tail < most - head && keys.at(keys.count() - 1 - tail) == list->idAt(size - 1 - tail))
        ++tail;
    if (size > 0 && head + tail == size)
        return selectAll();
    QList<qsizetype> rows = list->positionsOf(keys.mid(head, keys.count() - head - tail));
    rows.removeIf([](qsizetype row) { return row < 0; });
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    const auto add = [&](qsizetype first, qsizetype end) {
        if (end > first)
            selection.append(
                QItemSelectionRange(m_model.index(static_cast<int>(first), 0),
                                    m_model.index(static_cast<int>(end - 1), KeyColumnCount - 1)));
    };
    add(0, head);
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i;
        while (end + 1 < rows.size() && rows[end + 1] == rows[end] + 1)
            ++end;
        add(rows[i], rows[end] + 1);
        i = end + 1;
    }
    add(size - tail, size);
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

/// QTableView's setCurrentIndex() asks the keyboard: with Ctrl down it would take the row out of the
/// selection.
void KeyTableView::choose(const QModelIndex &index) {
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void KeyTableView::selectWhenThere(const QList<KeyId> &ids) {
    constexpr int WaitMs = 10'000;
    m_awaited = ids;
    m_missing = {};
    m_awaitedUntil.setRemainingTime(WaitMs);
    selectAwaited();
}

/// A list may have a part of them only, and the next one more: each vault tells of its change in its own
/// time. A part is not what was selected: all of them or none.
void KeyTableView::selectAwaited() {
    if (m_awaited.isEmpty() || !m_model.list())
        return;
    if (m_awaitedUntil.hasExpired())
        return m_awaited.clear(); // the others are of another filter, or gone
    if (!m_missing.isNull() && m_model.list()->positionOf(m_missing) < 0)
        return;
    const QList<qsizetype> rows = m_model.list()->positionsOf(m_awaited);
    if (const qsizetype none = rows.indexOf(-1); none >= 0) {
        m_missing = m_awaited[none];
        return;
    }
    const QList<KeyId> ids = std::exchange(m_awaited, {});
    // Of many, none is the one to look at: whoever chose a row stays there.
    if (ids.size() == 1 || !m_chosen || !currentIndex().isValid()) {
        const qsizetype first = *std::min_element(rows.cbegin(), rows.cend());
        const QModelIndex current = m_model.index(static_cast<int>(first), qMax(0, currentIndex().column()));
        choose(current);
        m_chosen = true;
        scrollTo(current);
    }
    if (ids.size() > 1)
        selectAgain(KeySelection(ids), false);
}

void KeyTableView::select(const KeyId &id) {
    m_awaited.clear();
    if (const int row = m_model.rowOf(id); row >= 0) {
        choose(m_model.index(row, 0));
        m_chosen = true;
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
    const ApiKey *k = m_model.shownAt(index.row());
    if (k && part != CellPart::None &&
        (m_delegate->partEnabled(part, *k) || part == CellPart::Eye || part == CellPart::Copy))
        emit partPressed(part, k->id); // eye and copy answer with the reason when there is no copy
}

void KeyTableView::mousePressEvent(QMouseEvent *e) {
    m_awaited.clear();
    m_chosen = true;
    QModelIndex index;
    const CellPart part =
        e->button() == Qt::LeftButton ? hit(e->position().toPoint(), &index) : CellPart::None;
    if (part != CellPart::None && e->modifiers() == Qt::NoModifier) {
        choose(index);
        press(part, index);
        return;
    }
    QTableView::mousePressEvent(e);
    keepSelected();
}

void KeyTableView::mouseReleaseEvent(QMouseEvent *e) {
    QTableView::mouseReleaseEvent(e);
    keepSelected();
}

/// Commands act on the current row, which is seen by being selected: a click beside the rows, or one that
/// takes the last row out of the selection, leaves it selected.
void KeyTableView::keepSelected() {
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        choose(currentIndex());
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
    m_awaited.clear();
    m_chosen = true;
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
    emit keysUnused(QKeySequence(e->keyCombination()));
    QTableView::keyPressEvent(e);
    keepSelected();
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
    if (m_restoring)
        return;
    m_awaited.clear(); // somebody selects something else, whichever way: Select All, a screen reader
    m_chosen = true;
    emit selectionCountChanged();
}

void KeyTableView::currentChanged(const QModelIndex &now, const QModelIndex &before) {
    QTableView::currentChanged(now, before);
    if (m_restoring)
        return;
    m_chosen = true;
    emit currentKeyChanged(currentKey());
}

void KeyTableView::resizeEvent(QResizeEvent *e) {
    QTableView::resizeEvent(e);
    m_visible.start();
    fitColumns();
}

void KeyTableView::focusInEvent(QFocusEvent *e) {
    const bool none = !currentIndex().isValid();
    QTableView::focusInEvent(e); // makes one current, but does not select it
    if (!none || m_model.rowCount() == 0)
        return;
    choose(m_model.index(0, 0)); // a screen reader needs a current row, always
    m_chosen = false;
}

void KeyTableView::whenTextKnown(const QList<ApiKey> &keys, const std::function<void()> &f) {
    QList<KeyId> ids;
    for (const ApiKey &k : keys)
        ids.append(k.id);
    bool known = true;
    for (const KeyColumn c : {KeyColumn::Alerts, KeyColumn::Usage})
        known = (!isWanted(static_cast<int>(c)) || m_model.askInsights(ids, c)) && known;
    if (known)
        return f();
    connect(
        &m_model.insights(), &KeyInsights::changed, this, [this, keys, f] { whenTextKnown(keys, f); },
        Qt::SingleShotConnection);
}

QString KeyTableView::asText(const QList<ApiKey> &keys) const {
    QStringList lines, titles;
    QList<int> columns;
    const QHeaderView *h = horizontalHeader();
    for (int v = 0; v < h->count(); ++v) {
        const int c = h->logicalIndex(v);
        if (isWanted(c) && static_cast<KeyColumn>(c) != KeyColumn::Actions) {
            columns.append(c);
            titles.append(columnTitle(c));
        }
    }
    lines.append(titles.join(u'\t'));
    for (const ApiKey &k : keys) {
        QStringList cells;
        for (const int c : columns) {
            QString cell = m_model.text(k, static_cast<KeyColumn>(c)).simplified();
            if (!cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()))
                cell.prepend(u'\'');
            cells.append(cell);
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace latchkey::ui
