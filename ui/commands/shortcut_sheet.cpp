#include "ui/commands/shortcut_sheet.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

class KeyCap final : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(themeColor(ColorRole::Border, palette()));
        p.setBrush(themeColor(ColorRole::Hover, palette()));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        p.end();
        QLabel::paintEvent(event);
    }
};

/// Half of the groups on the left, half on the right, by their number of lines.
struct Group {
    QString title;
    QList<std::pair<QString, QList<QKeySequence>>> lines;
};

} // namespace

QWidget *keyCap(const QString &keys, QWidget *parent) {
    auto *cap = new KeyCap(keys, parent);
    cap->setContentsMargins(7, 2, 7, 2);
    cap->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return cap;
}

ShortcutSheet::ShortcutSheet(CommandRegistry &commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_search(new QLineEdit(this))
    , m_sheet(nullptr) {
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutSheet"));
    setModal(false);
    resize(820, 600);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(20, 20, 20, 20);
    box->setSpacing(16);
    m_search->setPlaceholderText(tr("Find a command or a shortcut"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    box->addWidget(m_search);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("shortcutScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    box->addWidget(scroll, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::build);
    connect(&commands, &CommandRegistry::shortcutsChanged, this, [this] { build(m_search->text()); });
    build({});
}

void ShortcutSheet::build(const QString &filter) {
    QList<Group> groups;
    int total = 0;
    const auto specs = m_commands.specs();
    for (const CommandSpec &s : specs) {
        const auto keys = m_commands.action(s.id)->shortcuts();
        QString text = s.text;
        text.remove(u'&');
        if (keys.isEmpty() || !(text.contains(filter, Qt::CaseInsensitive) ||
                                QKeySequence::listToString(keys, QKeySequence::NativeText)
                                    .contains(filter, Qt::CaseInsensitive)))
            continue;
        const QString title =
            QCoreApplication::translate("menus", (u'&' + s.menu).toLatin1().constData()).remove(u'&');
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const Group &g) { return g.title == title; });
        if (group == groups.end()) {
            groups.append({title, {}});
            group = std::prev(groups.end());
        }
        group->lines.append({text, keys});
        ++total;
    }
    auto *sheet = new QWidget;
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, 8, 0);
    columns->setSpacing(40);
    int done = 0;
    auto next = groups.cbegin();
    for (const int until : {(total + 1) / 2, total}) {
        auto *grid = new QGridLayout;
        grid->setVerticalSpacing(8);
        grid->setHorizontalSpacing(12);
        grid->setColumnStretch(0, 1);
        int line = 0;
        for (; next != groups.cend() && done < until; ++next) {
            auto *title = new QLabel(next->title, sheet);
            title->setProperty("section", true);
            title->setContentsMargins(0, line == 0 ? 0 : 12, 0, 0);
            grid->addWidget(title, line++, 0, 1, 2);
            for (const auto &[text, keys] : next->lines) {
                grid->addWidget(new QLabel(text, sheet), line, 0);
                auto *caps = new QHBoxLayout;
                caps->setSpacing(6);
                caps->addStretch(1);
                for (const QKeySequence &k : keys)
                    caps->addWidget(keyCap(k.toString(QKeySequence::NativeText), sheet));
                grid->addLayout(caps, line++, 1);
                ++done;
            }
        }
        grid->setRowStretch(line, 1);
        columns->addLayout(grid, 1);
    }
    if (total == 0)
        columns->insertWidget(0, new QLabel(tr("No command matches."), sheet), 0, Qt::AlignTop);
    m_sheet = sheet;
    findChild<QScrollArea *>(QStringLiteral("shortcutScroll"))->setWidget(sheet); // deletes the one before
}

} // namespace latchkey::ui
