#include "ui/permissions/permission_delegate.h"
#include "ui/permissions/permission_tree.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <array>

namespace latchkey::ui {

PermissionView::PermissionView(PermissionModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model) {
    setModel(model);
    setItemDelegate(new PermissionDelegate(this));
    setAccessibleName(tr("Permissions"));
    setAccessibleDescription(
        tr("Left and right choose a level, Space selects it, Enter opens a resource, letters filter."));
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(false);
    setIndentation(18);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionsClickable(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(40);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(PermissionModel::Title, QHeaderView::Stretch);
    divideWidth();
}

/// The levels get what their words need with room around them; where that leaves too little for the names,
/// the room around them goes first.
void PermissionView::divideWidth() {
    constexpr int least = 150, around = 28;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const auto wide = [metrics = QFontMetrics(bold)](const QString &text) {
        return metrics.horizontalAdvance(text) + 12;
    };
    std::array<int, PermissionModel::ColumnCount> words{}, wanted{};
    int all = 0, spare = 0;
    for (int c = PermissionModel::NoAccess; c <= PermissionModel::Custom; ++c) {
        const auto i = static_cast<size_t>(c);
        if (isColumnHidden(c))
            continue;
        words[i] = wide(m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString());
        wanted[i] = c == PermissionModel::Custom
                        ? qMax(words[i], wide(tr("Custom · %1 of %2").arg(88).arg(88)))
                        : words[i] + around;
        all += wanted[i];
        spare += wanted[i] - words[i];
    }
    const int missing = qBound(0, least + all - viewport()->width(), spare);
    for (int c = PermissionModel::NoAccess; c <= PermissionModel::Custom; ++c) {
        const auto i = static_cast<size_t>(c);
        if (!isColumnHidden(c))
            header()->resizeSection(c,
                                    wanted[i] - (spare > 0 ? (wanted[i] - words[i]) * missing / spare : 0));
    }
}

void PermissionView::setCompact(bool compact) {
    setColumnHidden(PermissionModel::NoAccess, compact); // a word under the name says it
    divideWidth();
    scheduleDelayedItemsLayout();
}

void PermissionView::resizeEvent(QResizeEvent *e) {
    divideWidth();
    QTreeView::resizeEvent(e);
    if (e->size().width() != e->oldSize().width())
        scheduleDelayedItemsLayout(); // descriptions wrap
}

QSize PermissionView::minimumSizeHint() const {
    return {280, 140};
}

QSize PermissionView::sizeHint() const {
    int height = header()->sizeHint().height() + 2 * frameWidth() + 4;
    for (QModelIndex i = m_model->index(0, 0); i.isValid(); i = indexBelow(i))
        height += rowHeight(i);
    return {560, qBound(140, height, 460)};
}

void PermissionView::activateCell(const QModelIndex &index) {
    if (!index.isValid())
        return;
    const auto kind = m_model->kindOf(index);
    if (kind == PermissionModel::Kind::Scope) {
        m_model->toggle(index);
        return;
    }
    const QModelIndex row = index.siblingAtColumn(0);
    if (index.column() == PermissionModel::Title)
        setExpanded(row, !isExpanded(row));
    else if (index.column() == PermissionModel::Custom)
        expand(row); // its scopes are chosen one by one
    else
        m_model->choose(row, static_cast<AccessLevel>(index.column() - PermissionModel::NoAccess));
}

void PermissionView::step(int direction) {
    const QModelIndex at = currentIndex();
    if (!at.isValid() || m_model->kindOf(at) == PermissionModel::Kind::Scope)
        return;
    for (int c = at.column() + direction; c >= 0 && c < PermissionModel::ColumnCount; c += direction) {
        const QModelIndex next = at.siblingAtColumn(c);
        const bool absent =
            c != PermissionModel::Title && next.data(PermissionModel::ChoiceRole).toInt() ==
                                               static_cast<int>(PermissionModel::Choice::Absent);
        if (!absent) {
            setCurrentIndex(next);
            return;
        }
    }
}

bool PermissionView::event(QEvent *e) {
    // Letters are for the filter, not for the shortcuts of the window.
    if (e->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(e);
        if (key->modifiers() == Qt::NoModifier && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            e->accept();
            return true;
        }
    }
    return QTreeView::event(e);
}

/// A scope spans its row: the cell that is painted and spoken is the first, whichever column one came from.
QModelIndex PermissionView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex from = currentIndex(), to = QTreeView::moveCursor(action, modifiers);
    const auto isScope = [this](const QModelIndex &at) {
        return at.isValid() && m_model->kindOf(at) == PermissionModel::Kind::Scope;
    };
    if (!to.isValid() || isScope(from) == isScope(to))
        return to;
    if (isScope(to)) {
        m_levelColumn = from.column();
        return to.siblingAtColumn(PermissionModel::Title);
    }
    return to.siblingAtColumn(m_levelColumn);
}

void PermissionView::showCurrent() {
    const QModelIndex at = currentIndex();
    if (!at.isValid() || !isVisible())
        return;
    scrollTo(at);
    const QRect row = visualRect(at);
    if (row.isEmpty())
        return;
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        const auto *area = qobject_cast<QScrollArea *>(up);
        if (!area || !area->widget())
            continue;
        constexpr int around = 12;
        const int top = viewport()->mapTo(area->widget(), row.topLeft()).y() - around;
        const int bottom = top + row.height() + 2 * around;
        QScrollBar *bar = area->verticalScrollBar();
        if (top < bar->value() || bar->pageStep() < bottom - top)
            bar->setValue(top);
        else if (bottom > bar->value() + bar->pageStep())
            bar->setValue(bottom - bar->pageStep());
    }
}

void PermissionView::focusInEvent(QFocusEvent *e) {
    QTreeView::focusInEvent(e);
    if (e->reason() == Qt::MouseFocusReason || e->reason() == Qt::ActiveWindowFocusReason)
        return;                          // nothing moves under the pointer
    QTimer::singleShot(0, this, [this] { // after the area has shown the view itself
        if (hasFocus())
            showCurrent();
    });
}

/// What a key does is never done to a row that can't be seen.
void PermissionView::keyPressEvent(QKeyEvent *e) {
    takeKey(e);
    if (window()->focusWidget() == this) // letters go to the filter
        showCurrent();
}

void PermissionView::takeKey(QKeyEvent *e) {
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (e->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        e->ignore();
        return;
    }
    switch (e->key()) {
    case Qt::Key_Left:
        return step(mirrored ? 1 : -1);
    case Qt::Key_Right:
        return step(mirrored ? -1 : 1);
    case Qt::Key_Space:
        return activateCell(currentIndex());
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QModelIndex row = currentIndex().siblingAtColumn(0);
        if (m_model->kindOf(row) == PermissionModel::Kind::Scope)
            m_model->toggle(row);
        else
            setExpanded(row, !isExpanded(row));
        return;
    }
    default:
        break;
    }
    if (!e->text().isEmpty() && e->text().at(0).isPrint()) {
        emit typed(e->text());
        return;
    }
    QTreeView::keyPressEvent(e);
}

void PermissionView::mouseReleaseEvent(QMouseEvent *e) {
    const QModelIndex at = indexAt(e->pos());
    QTreeView::mouseReleaseEvent(e);
    if (e->button() == Qt::LeftButton && at.isValid() && at == currentIndex() &&
        visualRect(at).contains(e->pos()))
        activateCell(at);
}

} // namespace latchkey::ui
