#include "ui/commands/command_palette.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int IdRole = Qt::UserRole, KeysRole = Qt::UserRole + 1;

/// The command on one side, its shortcut on the other.
class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// As wide as the list: what is longer ends in dots, and its tool tip has it whole.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override {
        return {0, QStyledItemDelegate::sizeHint(option, index).height()};
    }
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        QStyleOptionViewItem o = option;
        initStyleOption(&o, index);
        const QString keys = index.data(KeysRole).toString();
        const int width = keys.isEmpty() ? 0 : o.fontMetrics.horizontalAdvance(keys) + 24;
        o.text = o.fontMetrics.elidedText(o.text, Qt::ElideRight, o.rect.width() - width - 56);
        o.widget->style()->drawControl(QStyle::CE_ItemViewItem, &o, p, o.widget);
        if (keys.isEmpty())
            return;
        p->save();
        p->setPen(themeColor(ColorRole::Secondary, o.palette));
        const QRect right = QRect(o.rect.right() - width + 1, o.rect.y(), width - 12, o.rect.height());
        p->drawText(QStyle::visualRect(o.direction, o.rect, right),
                    static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(o.direction, Qt::AlignRight)),
                    keys);
        p->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(CommandRegistry &commands, QWidget *window)
    : QFrame(window)
    , m_commands(commands)
    , m_query(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    setProperty("card", true);
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Command palette"));
    m_query->setPlaceholderText(tr("Type a command"));
    m_query->setAccessibleName(tr("Type a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(8, 8, 8, 8);
    box->addWidget(m_query);
    box->addWidget(m_list);
    m_query->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

int CommandPalette::score(const QString &text, const QString &query) {
    if (query.isEmpty())
        return 1;
    const QString t = text.toCaseFolded(), q = query.toCaseFolded();
    int points = 1;
    qsizetype at = -1;
    for (const QChar c : q) {
        if (c.isSpace())
            continue;
        const qsizetype next = t.indexOf(c, at + 1);
        if (next < 0)
            return 0;
        points += next == at + 1 ? 4 : 0;
        points += next == 0 || !t[next - 1].isLetterOrNumber() ? 3 : 0;
        at = next;
    }
    const QString whole = t.endsWith(u'…') ? t.chopped(1) : t;
    return points + (whole == q.trimmed() ? 40 : 0) + (t.startsWith(q) ? 20 : t.contains(q) ? 10 : 0);
}

void CommandPalette::fill(const QString &query) {
    struct Found {
        int points;
        CommandSpec spec;
    };
    QList<Found> found;
    const auto specs = m_commands.specs();
    for (const CommandSpec &s : specs) {
        QString text = s.text;
        if (const int points = score(text.remove(u'&'), query))
            found.append({points, s});
    }
    if (!query.isEmpty())
        std::stable_sort(found.begin(), found.end(),
                         [](const Found &a, const Found &b) { return a.points > b.points; });
    m_list->clear();
    QPixmap blank(16, 16); // texts stand in one line, with an icon or without
    blank.fill(Qt::transparent);
    const QIcon none(blank);
    for (const Found &f : found) {
        const QAction *a = m_commands.action(f.spec.id);
        QString text = f.spec.text;
        text.remove(u'&');
        const QString keys = a->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(a->icon().isNull() ? none : a->icon(), text, m_list);
        item->setData(IdRole, f.spec.id);
        item->setData(KeysRole, keys);
        item->setData(Qt::AccessibleTextRole, keys.isEmpty() ? text : text + QStringLiteral(", ") + keys);
        item->setToolTip(a->toolTip());
        if (!a->isEnabled()) {
            item->setText(text + QStringLiteral(" — ") + a->toolTip());
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
    }
    if (found.isEmpty())
        (new QListWidgetItem(none, tr("No command matches “%1”").arg(query), m_list))
            ->setFlags(Qt::NoItemFlags);
    m_list->setCurrentRow(0);
}

void CommandPalette::open() {
    m_before = QApplication::focusWidget();
    const QWidget *w = parentWidget();
    const int width = qMin(560, w->width() - 48);
    setGeometry((w->width() - width) / 2, 72, width, qMin(400, w->height() - 120));
    m_query->clear();
    fill({});
    show();
    raise();
    m_query->setFocus();
}

void CommandPalette::runCurrent() {
    const QListWidgetItem *item = m_list->currentItem();
    const QString id =
        item && item->flags().testFlag(Qt::ItemIsEnabled) ? item->data(IdRole).toString() : QString();
    if (id.isEmpty())
        return;
    hide();
    if (m_before)
        m_before->setFocus(); // commands act on what had the focus
    QTimer::singleShot(0, this, [this, id] { m_commands.trigger(id); });
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
    } else if (event->type() == QEvent::ShortcutOverride) {
        if (static_cast<QKeyEvent *>(event)->key() ==
            Qt::Key_Escape) { // the palette's before the page's behind it
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentRow();
        switch (key->key()) {
        case Qt::Key_Down:
            m_list->setCurrentRow(qMin(row + 1, m_list->count() - 1));
            return true;
        case Qt::Key_Up:
            m_list->setCurrentRow(qMax(row - 1, 0));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Escape:
            hide();
            if (m_before)
                m_before->setFocus();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace latchkey::ui
