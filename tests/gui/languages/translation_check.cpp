#include "tests/gui/languages/fit_check.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QTabBar>

namespace latchkey::ui {

namespace {

class Reader {
public:
    Reader(const QSet<QString> &own, QStringList *bad)
        : m_own(own)
        , m_bad(bad) {}

    void text(const QObject *of, const char *what, const QString &shown) const {
        const QString plain = QString(shown).remove(QRegularExpression(QStringLiteral("<[^>]*>"))).trimmed();
        const qsizetype opened = plain.count(u'⟦'), closed = plain.count(u'⟧');
        if (opened == closed && (opened > 0 || isOwn(plain)))
            return;
        const QString name = of->objectName().isEmpty() ? QString() : u'#' + of->objectName();
        m_bad->append(QStringLiteral("%1%2, %3: “%4”")
                          .arg(QLatin1StringView(of->metaObject()->className()), name,
                               QLatin1StringView(what), plain.left(90)));
    }

    void widget(QWidget *w) const {
        text(w, "tool tip", w->toolTip());
        text(w, "accessible name", w->accessibleName());
        text(w, "accessible description", w->accessibleDescription());
        if (w->isWindow())
            text(w, "window title", w->windowTitle());
        if (const auto *label = qobject_cast<QLabel *>(w))
            text(w, "text", label->text());
        else if (const auto *button = qobject_cast<QAbstractButton *>(w))
            text(w, "text", button->text());
        else if (const auto *group = qobject_cast<QGroupBox *>(w))
            text(w, "title", group->title());
        else if (const auto *field = qobject_cast<QLineEdit *>(w))
            text(w, "placeholder", field->placeholderText());
        else if (const auto *area = qobject_cast<QPlainTextEdit *>(w))
            text(w, "placeholder", area->placeholderText());
        else if (const auto *tabs = qobject_cast<QTabBar *>(w)) {
            for (int i = 0; i < tabs->count(); ++i)
                text(w, "tab", tabs->tabText(i));
        } else if (const auto *combo = qobject_cast<QComboBox *>(w)) {
            for (int i = 0; i < combo->count(); ++i)
                text(w, "choice", combo->itemText(i));
        } else if (const auto *header = qobject_cast<QHeaderView *>(w)) {
            for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i)
                text(w, "column", header->model()->headerData(i, Qt::Horizontal).toString());
        } else if (const auto *view = qobject_cast<QAbstractItemView *>(w))
            items(view);
        else if (const auto *menus = qobject_cast<QMenuBar *>(w))
            actions(menus->actions());
    }

private:
    /// The vault's own words, and what is the same in every language: numbers, addresses, chords, the name.
    [[nodiscard]] bool isOwn(const QString &shown) const {
        static const QRegularExpression same(QStringLiteral(
            "^(((Ctrl|Shift|Alt|Meta)\\+)+\\S+|F\\d+|Esc|Del|Enter|Space|Return|Latchkey.*|UTC.*|\\.env|curl|"
            "lk_\\S+|/\\S+|OK|GMT.*|Press shortcut)$"));
        static const QRegularExpression between(QStringLiteral(", |; |\\n| · |   | \\(|\\)| – "));
        if (m_own.contains(shown))
            return true;
        const auto parts = shown.split(between, Qt::SkipEmptyParts);
        return std::all_of(parts.begin(), parts.end(), [this](const QString &part) {
            const QString p = part.trimmed();
            return m_own.contains(p) || same.match(p).hasMatch() ||
                   std::none_of(p.begin(), p.end(), [](QChar c) { return c.isLetter(); });
        });
    }

    void items(const QAbstractItemView *v) const {
        const QAbstractItemModel *m = v->model();
        for (int r = 0; m && r < qMin(m->rowCount(), 40); ++r) {
            for (int c = 0; c < m->columnCount(); ++c) {
                text(v, "cell", m->index(r, c).data().toString());
                text(v, "cell's tool tip", m->index(r, c).data(Qt::ToolTipRole).toString());
                text(v, "cell as spoken", m->index(r, c).data(Qt::AccessibleTextRole).toString());
            }
        }
    }

    void actions(const QList<QAction *> &list) const {
        for (const QAction *a : list) {
            text(a, "command", QString(a->text()).remove(u'&'));
            text(a, "command's tool tip", QString(a->toolTip()).remove(u'&'));
            if (a->menu())
                actions(a->menu()->actions());
        }
    }

    const QSet<QString> &m_own;
    QStringList *m_bad;
};

} // namespace

QStringList untranslated(QWidget *window, const QSet<QString> &own) {
    QStringList bad;
    const Reader reader(own, &bad);
    reader.widget(window);
    QList<QPointer<QWidget>> parts; // asking for a size may lay out anew, and take parts away
    for (QWidget *w : window->findChildren<QWidget *>())
        parts.append(w);
    for (const auto &w : std::as_const(parts)) {
        if (w && w->isVisible() && w->window() == window)
            reader.widget(w);
    }
    bad.removeDuplicates();
    return bad;
}

} // namespace latchkey::ui
