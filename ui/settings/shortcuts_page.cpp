#include "ui/settings/shortcuts_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

QString plain(QString text) {
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace

ShortcutsPage::ShortcutsPage(Settings &settings, CommandRegistry &commands, QWidget *parent)
    : SettingsPage(tr("Shortcuts"), settings, parent)
    , m_commands(commands)
    , m_search(new QLineEdit(this))
    , m_table(new QTreeWidget(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_set(new QPushButton(tr("Set shortcut"), this))
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_resetAll(new QPushButton(tr("Reset all"), this))
    , m_message(new QLabel(this)) {
    m_search->setPlaceholderText(tr("Find a command or a shortcut"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("shortcutTable"));
    m_table->setAccessibleName(tr("Commands and their shortcuts"));
    m_table->setColumnCount(2);
    m_table->setHeaderLabels({tr("Command"), tr("Shortcut")});
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_table->header()->resizeSection(1, 190);
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keys->setAccessibleName(tr("New shortcut"));
    m_set->setObjectName(QStringLiteral("setShortcut"));
    m_reset->setObjectName(QStringLiteral("resetShortcut"));
    m_reset->setToolTip(tr("Back to the shortcut that this command came with"));
    m_resetAll->setObjectName(QStringLiteral("resetAllShortcuts"));
    m_message->setObjectName(QStringLiteral("shortcutMessage"));
    m_message->setWordWrap(true);
    m_box->addWidget(m_search);
    m_box->addWidget(m_table, 1);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_keys, 1);
    line->addWidget(m_set);
    line->addWidget(m_reset);
    line->addWidget(m_resetAll);
    m_box->addLayout(line);
    m_box->addWidget(m_message);
    if (auto *edit = m_keys->findChild<QLineEdit *>())
        edit->installEventFilter(this);
    m_keys->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsPage::filter);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showCurrent);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this,
            [this] { m_set->setEnabled(!m_keys->keySequence().isEmpty()); });
    connect(m_table, &QTreeWidget::itemActivated, this, [this] { m_keys->setFocus(); });
    connect(m_set, &QPushButton::clicked, this, &ShortcutsPage::assign);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutsPage::reset);
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutsPage::resetAll);
    fill();
}

void ShortcutsPage::showEvent(QShowEvent *event) {
    SettingsPage::showEvent(event);
    fill();
}

/// Tab and Shift+Tab must lead out of the field that swallows every key.
bool ShortcutsPage::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto mods = key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
        if ((key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) && mods == Qt::NoModifier) {
            QWidget *next = key->key() == Qt::Key_Tab
                                ? static_cast<QWidget *>(m_set->isEnabled() ? m_set : m_reset)
                                : m_table;
            next->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return SettingsPage::eventFilter(watched, event);
}

void ShortcutsPage::fill() {
    const QString current = currentId();
    m_table->clear();
    const auto specs = m_commands.specs();
    for (const CommandSpec &s : specs) {
        const QAction *action = m_commands.action(s.id);
        auto *item = new QTreeWidgetItem(
            m_table,
            {plain(s.text), QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        item->setData(0, Qt::UserRole, s.id);
        item->setToolTip(0, s.help);
        if (action->shortcuts() != s.shortcuts) {
            QFont changed = m_table->font();
            changed.setBold(true);
            item->setFont(1, changed);
        }
        if (s.id == current)
            m_table->setCurrentItem(item);
    }
    if (!m_table->currentItem())
        m_table->setCurrentItem(m_table->topLevelItem(0));
    filter(m_search->text());
    showCurrent();
}

void ShortcutsPage::filter(const QString &text) {
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_table->topLevelItem(i);
        item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                        !item->text(1).contains(text, Qt::CaseInsensitive));
    }
}

QString ShortcutsPage::currentId() const {
    const QTreeWidgetItem *item = m_table->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void ShortcutsPage::showCurrent() {
    const QAction *action = m_commands.action(currentId());
    m_keys->setEnabled(action);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_set->setEnabled(false);
    m_reset->setEnabled(action && action->shortcuts() != m_commands.defaultShortcuts(currentId()));
    say({}, false);
}

void ShortcutsPage::assign() {
    const QString id = currentId();
    QKeySequence keys = m_keys->keySequence();
    if (id.isEmpty() || keys.isEmpty())
        return;
    keys = QKeySequence(keys[0]); // a command answers to one chord
    const QString text = keys.toString(QKeySequence::NativeText);
    const QString taken = m_commands.setShortcuts(id, {keys});
    if (!taken.isEmpty()) {
        say(tr("%1 already belongs to “%2”. Choose another, or change that command first.")
                .arg(text, plain(m_commands.action(taken)->text())),
            true);
        m_keys->setFocus();
        return;
    }
    saveShortcuts(m_settings, m_commands);
    fill();
    say(tr("“%1” is now %2.").arg(plain(m_commands.action(id)->text()), text), false);
}

void ShortcutsPage::reset() {
    const QString id = currentId();
    const QString taken = m_commands.setShortcuts(id, {});
    if (!taken.isEmpty()) {
        say(tr("Its own shortcut now belongs to “%1”. Reset that one first.")
                .arg(plain(m_commands.action(taken)->text())),
            true);
        return;
    }
    saveShortcuts(m_settings, m_commands);
    fill();
}

void ShortcutsPage::resetAll() {
    const auto specs = m_commands.specs();
    // twice: a command may hold what another one wants back
    for (int pass = 0; pass < 2; ++pass) {
        for (const CommandSpec &s : specs)
            m_commands.setShortcuts(s.id, {});
    }
    saveShortcuts(m_settings, m_commands);
    fill();
}

void ShortcutsPage::say(const QString &text, bool bad) {
    m_message->setProperty("bad", bad);
    m_message->setProperty("secondary", !bad);
    m_message->setText(text);
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
}

void loadShortcuts(const Settings &settings, CommandRegistry &commands) {
    const QVariantMap stored = settings.shortcuts();
    // twice: two commands may have swapped theirs
    for (int pass = 0; pass < 2; ++pass) {
        for (auto it = stored.begin(); it != stored.end(); ++it) {
            QList<QKeySequence> keys =
                QKeySequence::listFromString(it.value().toString(), QKeySequence::PortableText);
            keys.removeIf([](const QKeySequence &k) { return k.isEmpty() || k[0].key() == Qt::Key_unknown; });
            if (!keys.isEmpty() && commands.action(it.key()))
                commands.setShortcuts(it.key(), keys);
        }
    }
}

void saveShortcuts(Settings &settings, const CommandRegistry &commands) {
    QVariantMap map;
    const auto specs = commands.specs();
    for (const CommandSpec &s : specs) {
        const auto keys = commands.action(s.id)->shortcuts();
        if (keys != s.shortcuts)
            map.insert(s.id, QKeySequence::listToString(keys, QKeySequence::PortableText));
    }
    settings.setShortcuts(map);
}

} // namespace latchkey::ui
