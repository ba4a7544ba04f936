#include "tests/gui/languages/fit_check.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QRegularExpression>
#include <QSplitter>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

namespace latchkey::ui {

namespace {

QString called(const QWidget *w, const QString &text) {
    const QString name = w->objectName().isEmpty() ? QString() : u'#' + w->objectName();
    return QString::fromLatin1(w->metaObject()->className()) + name + QStringLiteral(" “") +
           text.left(70).replace(u'\n', u'/') + u'”';
}

void narrow(QStringList *bad, const QWidget *w, const QString &text, int room, int needed) {
    if (room < needed)
        bad->append(QStringLiteral("%1 has %2 px, needs %3").arg(called(w, text)).arg(room).arg(needed));
}

int widestWord(const QLabel *l) {
    if (Qt::mightBeRichText(l->text())) {
        QTextDocument text;
        text.setDefaultFont(l->font());
        text.setDocumentMargin(0);
        text.setHtml(l->text());
        text.setTextWidth(1); // as narrow as it goes
        return static_cast<int>(text.idealWidth());
    }
    int widest = 0;
    const auto words = l->text().split(QRegularExpression(QStringLiteral("[\\s/\\-,.–]")));
    for (const QString &word : words)
        widest = qMax(widest, l->fontMetrics().horizontalAdvance(word));
    return widest;
}

void checkLabel(QStringList *bad, const QLabel *l) {
    if (l->text().isEmpty() || l->toolTip().contains(l->text()))
        return;
    if (!l->wordWrap())
        return narrow(bad, l, l->text(), l->width(), l->sizeHint().width());
    narrow(bad, l, l->text(), l->contentsRect().width() - 2 * l->margin(), widestWord(l));
    if (const int needed = l->heightForWidth(l->width()); l->height() < needed)
        bad->append(QStringLiteral("%1 is %2 px high, needs %3")
                        .arg(called(l, l->text()))
                        .arg(l->height())
                        .arg(needed));
}

void checkComboBox(QStringList *bad, const QComboBox *c) {
    QStyleOptionComboBox o;
    o.initFrom(c);
    o.editable = c->isEditable();
    o.frame = c->hasFrame();
    const int room =
        c->style()->subControlRect(QStyle::CC_ComboBox, &o, QStyle::SC_ComboBoxEditField, c).width();
    for (int i = 0; i < c->count(); ++i)
        narrow(bad, c, c->itemText(i), room, c->fontMetrics().horizontalAdvance(c->itemText(i)));
}

void checkField(QStringList *bad, const QLineEdit *e) {
    const int room = e->contentsRect().width() - e->textMargins().left() - e->textMargins().right() - 4;
    const auto fits = [&](const QString &text) { return e->fontMetrics().horizontalAdvance(text) <= room; };
    const bool explained = e->toolTip().contains(e->placeholderText());
    if (e->text().isEmpty() && !fits(e->placeholderText()) && !explained)
        narrow(bad, e, e->placeholderText(), room, e->fontMetrics().horizontalAdvance(e->placeholderText()));
    if (qobject_cast<QAbstractSpinBox *>(e->parentWidget()))
        narrow(bad, e->parentWidget(), e->text(), room, e->fontMetrics().horizontalAdvance(e->text()));
}

void checkHeader(QStringList *bad, const QHeaderView *h) {
    if (h->orientation() != Qt::Horizontal || !h->model())
        return;
    for (int i = 0; i < h->count(); ++i) {
        const QString text = h->model()->headerData(i, Qt::Horizontal).toString();
        if (!h->isSectionHidden(i) &&
            !h->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().contains(text))
            narrow(bad, h, text, h->sectionSize(i), h->fontMetrics().horizontalAdvance(text) + 8);
    }
}

void checkItems(QStringList *bad, QAbstractItemView *v) {
    if (!v->model() || qobject_cast<QHeaderView *>(v))
        return;
    const QRect seen = v->viewport()->rect();
    QModelIndex row = v->indexAt({seen.center().x(), 1});
    for (int guard = 0; row.isValid() && guard < 60; ++guard) {
        for (int c = 0; c < v->model()->columnCount(row.parent()); ++c) {
            const QModelIndex cell = row.siblingAtColumn(c);
            const QRect rect = v->visualRect(cell);
            const QString text = cell.data().toString();
            if (text.isEmpty() || rect.isEmpty() || cell.data(Qt::ToolTipRole).toString().contains(text))
                continue;
            narrow(bad, v, text, rect.width(), v->sizeHintForIndex(cell).width());
        }
        const QRect last = v->visualRect(row);
        row = v->indexAt({seen.center().x(), last.bottom() + 2});
    }
}

void checkTabs(QStringList *bad, const QTabBar *t) {
    for (int i = 0; i < t->count(); ++i) {
        narrow(bad, t, t->tabText(i), t->tabRect(i).width() - 8,
               t->fontMetrics().size(Qt::TextShowMnemonic, t->tabText(i)).width());
        if (!t->rect().contains(t->tabRect(i)))
            bad->append(called(t, t->tabText(i)) + QStringLiteral(" lies outside its bar"));
    }
}

void checkMenuBar(QStringList *bad, const QMenuBar *m) {
    for (QAction *a : m->actions()) {
        const QRect r = m->actionGeometry(a);
        if (r.isEmpty() || !m->rect().contains(r))
            bad->append(called(m, a->text()) + QStringLiteral(" does not fit into the menu bar"));
    }
}

/// Parts may be larger than the view that scrolls them, but only downwards.
bool scrolled(const QWidget *w) {
    const auto *area =
        w->parentWidget() ? qobject_cast<QAbstractScrollArea *>(w->parentWidget()->parentWidget()) : nullptr;
    return area && area->viewport() == w->parentWidget();
}

void checkPlace(QStringList *bad, const QWidget *w) {
    const QWidget *parent = w->parentWidget();
    if (!parent || w->isWindow() || qobject_cast<const QSplitterHandle *>(w))
        return;
    // A mirrored splitter places its first part one pixel too far (Qt 6.4).
    const QRect r = w->geometry(),
                room = parent->rect().adjusted(0, 0, qobject_cast<const QSplitter *>(parent) ? 1 : 0, 0);
    if (r.left() < room.left() || r.right() > room.right() ||
        (!scrolled(w) && (r.top() < room.top() || r.bottom() > room.bottom())))
        bad->append(QStringLiteral("%1 at %2,%3 %4×%5 lies outside its parent %6 of %7×%8")
                        .arg(called(w, {}))
                        .arg(r.x())
                        .arg(r.y())
                        .arg(r.width())
                        .arg(r.height())
                        .arg(called(parent, {}))
                        .arg(room.width())
                        .arg(room.height()));
}

void collect(const QLayout *layout, QList<QWidget *> *into) {
    for (int i = 0; i < layout->count(); ++i) {
        const QLayoutItem *item = layout->itemAt(i);
        if (QWidget *w = const_cast<QLayoutItem *>(item)->widget(); w && w->isVisible())
            into->append(w);
        else if (const QLayout *inner = const_cast<QLayoutItem *>(item)->layout())
            collect(inner, into);
    }
}

void checkOverlaps(QStringList *bad, const QWidget *parent) {
    if (!parent->layout())
        return;
    QList<QWidget *> parts;
    collect(parent->layout(), &parts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        for (qsizetype j = i + 1; j < parts.size(); ++j) {
            const QRect both = parts[i]->geometry() & parts[j]->geometry();
            if (both.width() > 1 && both.height() > 1)
                bad->append(called(parts[i], {}) + QStringLiteral(" lies over ") + called(parts[j], {}) +
                            QStringLiteral(" in ") + called(parent, {}));
        }
    }
}

void checkWidget(QStringList *bad, QWidget *w) {
    checkPlace(bad, w);
    checkOverlaps(bad, w);
    if (const auto *label = qobject_cast<QLabel *>(w))
        checkLabel(bad, label);
    else if (const auto *button = qobject_cast<QAbstractButton *>(w)) {
        const auto *tool = qobject_cast<QToolButton *>(w);
        if (!button->text().isEmpty() &&
            !(tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()))
            narrow(bad, w, button->text(), w->width(), w->minimumSizeHint().width());
    } else if (const auto *combo = qobject_cast<QComboBox *>(w))
        checkComboBox(bad, combo);
    else if (const auto *group = qobject_cast<QGroupBox *>(w))
        narrow(bad, w, group->title(), w->width(), w->minimumSizeHint().width());
    else if (const auto *field = qobject_cast<QLineEdit *>(w))
        checkField(bad, field);
    else if (const auto *header = qobject_cast<QHeaderView *>(w))
        checkHeader(bad, header);
    else if (auto *view = qobject_cast<QAbstractItemView *>(w))
        checkItems(bad, view);
    else if (const auto *tabs = qobject_cast<QTabBar *>(w))
        checkTabs(bad, tabs);
    else if (const auto *menus = qobject_cast<QMenuBar *>(w))
        checkMenuBar(bad, menus);
}

} // namespace

QStringList sameLetters(QWidget *window) {
    QStringList bad;
    QHash<QKeySequence, QString> seen;
    const auto take = [&](const QWidget *w, const QString &text) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (letter.isEmpty())
            return;
        const QString name = called(w, text);
        if (seen.contains(letter))
            bad.append(name + QStringLiteral(" has the letter of ") + seen.value(letter));
        seen.insert(letter, name);
    };
    for (const QWidget *w : window->findChildren<QWidget *>()) {
        if (!w->isVisible() || w->window() != window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(w))
            take(w, button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(w); label && label->buddy())
            take(w, label->text());
        else if (const auto *group = qobject_cast<const QGroupBox *>(w))
            take(w, group->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(w))
            for (int i = 0; i < tabs->count(); ++i)
                take(w, tabs->tabText(i));
        else if (const auto *menus = qobject_cast<const QMenuBar *>(w))
            for (const QAction *a : menus->actions())
                take(w, a->text());
    }
    return bad;
}

QStringList misfits(QWidget *window) {
    QStringList bad;
    checkWidget(&bad, window);
    QList<QPointer<QWidget>> parts; // asking for a size may lay out anew, and take parts away
    for (QWidget *w : window->findChildren<QWidget *>())
        parts.append(w);
    for (const auto &w : std::as_const(parts)) {
        if (w && w->isVisible() && w->window() == window)
            checkWidget(&bad, w);
    }
    return bad;
}

} // namespace latchkey::ui
