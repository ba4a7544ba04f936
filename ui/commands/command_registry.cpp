#include "ui/commands/command_registry.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace latchkey::ui {

struct CommandRegistry::Entry {
    CommandSpec spec;
    QAction *action = nullptr;
};

CommandRegistry::CommandRegistry(QObject *parent)
    : QObject(parent) {}

QAction *CommandRegistry::add(const CommandSpec &spec, std::function<void()> run) {
    auto entry = std::make_shared<Entry>();
    entry->spec = spec;
    entry->action = new QAction(spec.text, this);
    entry->action->setObjectName(spec.id);
    entry->action->setCheckable(spec.checkable);
    entry->action->setShortcuts(spec.shortcuts);
    entry->action->setStatusTip(spec.help);
    entry->action->setToolTip(spec.help);
    if (!spec.icon.isEmpty())
        entry->action->setIcon(themedIcon(spec.icon));
    connect(entry->action, &QAction::triggered, this, [this, id = spec.id, run = std::move(run)] {
        emit chosen(id);
        run();
    });
    m_entries.append(entry);
    return entry->action;
}

QAction *CommandRegistry::action(const QString &id) const {
    for (const auto &e : m_entries) {
        if (e->spec.id == id)
            return e->action;
    }
    return nullptr;
}

QList<CommandSpec> CommandRegistry::specs() const {
    QList<CommandSpec> list;
    for (const auto &e : m_entries)
        list.append(e->spec);
    return list;
}

void CommandRegistry::setEnabled(const QString &id, bool enabled, const QString &reason) {
    for (const auto &e : m_entries) {
        if (e->spec.id != id)
            continue;
        e->action->setEnabled(enabled);
        const QString tip = enabled || reason.isEmpty() ? e->spec.help : reason;
        e->action->setToolTip(tip);
        e->action->setStatusTip(tip);
    }
}

void CommandRegistry::trigger(const QString &id) {
    if (QAction *a = action(id))
        a->trigger(); // does nothing while disabled
}

void CommandRegistry::fillMenuBar(QMenuBar *bar) const {
    static constexpr const char *order[] = {
        QT_TRANSLATE_NOOP("menus", "&File"),  QT_TRANSLATE_NOOP("menus", "&Edit"),
        QT_TRANSLATE_NOOP("menus", "&View"),  QT_TRANSLATE_NOOP("menus", "&Key"),
        QT_TRANSLATE_NOOP("menus", "&Tools"), QT_TRANSLATE_NOOP("menus", "&Window"),
        QT_TRANSLATE_NOOP("menus", "&Help")};
    for (const char *name : order) {
        QMenu *menu = nullptr;
        for (const auto &e : m_entries) {
            if (e->spec.menu != QLatin1StringView(name + 1))
                continue;
            if (!menu) {
                menu = bar->addMenu(QCoreApplication::translate("menus", name));
                menu->setToolTipsVisible(true);
            }
            if (e->spec.separatorBefore && !menu->isEmpty())
                menu->addSeparator();
            menu->addAction(e->action);
        }
    }
}

void CommandRegistry::fillRowMenu(QMenu *menu) const {
    menu->setToolTipsVisible(true);
    for (const auto &e : m_entries) {
        if (!e->spec.rowMenu)
            continue;
        if (e->spec.separatorBefore && !menu->isEmpty())
            menu->addSeparator();
        menu->addAction(e->action);
    }
}

QString CommandRegistry::setShortcuts(const QString &id, const QList<QKeySequence> &keys) {
    const QList<QKeySequence> wanted = keys.isEmpty() ? defaultShortcuts(id) : keys;
    for (const auto &e : m_entries) {
        for (const QKeySequence &k : wanted) {
            if (e->spec.id != id && e->action->shortcuts().contains(k))
                return e->spec.id;
        }
    }
    if (QAction *a = action(id)) {
        a->setShortcuts(wanted);
        emit shortcutsChanged(id);
    }
    return {};
}

QList<QKeySequence> CommandRegistry::defaultShortcuts(const QString &id) const {
    for (const auto &e : m_entries) {
        if (e->spec.id == id)
            return e->spec.shortcuts;
    }
    return {};
}

} // namespace latchkey::ui
