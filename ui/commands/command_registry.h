#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <functional>
#include <memory>

class QMenu;
class QMenuBar;
class QWidget;

namespace latchkey::ui {

/// One thing a person can do. Menus, the palette, the context menu, shortcuts and the shortcut sheet come
/// from this.
struct CommandSpec {
    QString id;   ///< "key.create"; stable, used for remapped shortcuts
    QString menu; ///< "File", "Edit", "View", "Key", "Tools", "Window", "Help" (untranslated)
    QString text; ///< translated, with mnemonic and … where it asks first
    QString help; ///< one sentence
    QString icon;
    QList<QKeySequence> shortcuts;
    bool rowMenu = false; ///< also in a row's context menu
    bool separatorBefore = false;
    bool checkable = false;
};

/// The one list of commands. GUI thread. Owns a QAction for each; enabling and disabling goes through it,
/// with a reason.
class CommandRegistry : public QObject {
    Q_OBJECT
public:
    explicit CommandRegistry(QObject *parent = nullptr);
    QAction *add(const CommandSpec &spec, std::function<void()> run);
    [[nodiscard]] QAction *action(const QString &id) const; ///< null if unknown
    [[nodiscard]] QList<CommandSpec> specs() const;         ///< in order of registration
    /// A disabled command says why in its tooltip and status tip.
    void setEnabled(const QString &id, bool enabled, const QString &reason = {});
    void trigger(const QString &id);
    void fillMenuBar(QMenuBar *bar) const;
    void fillRowMenu(QMenu *menu) const;
    /// Remapping: an empty list restores the default. Returns the id that has the sequence already, if any.
    QString setShortcuts(const QString &id, const QList<QKeySequence> &keys);
    [[nodiscard]] QList<QKeySequence> defaultShortcuts(const QString &id) const;

signals:
    void chosen(const QString &id); ///< and is about to run
    void shortcutsChanged(const QString &id);

private:
    struct Entry;
    QList<std::shared_ptr<Entry>> m_entries;
};

} // namespace latchkey::ui
