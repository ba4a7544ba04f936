#include "ui/shell/help_actions.h"

#include "ui/commands/command_texts.h"
#include "ui/help/help_topics.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/window_commands.h"

#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>

namespace latchkey::ui {

HelpActions::HelpActions(QWidget *window)
    : QObject(window)
    , m_window(window) {
    qApp->installEventFilter(this);
}

HelpActions::~HelpActions() = default;

void HelpActions::open() {
    QWidget *focus = QApplication::focusWidget();
    if (focus && m_help && focus->window() == m_help.get())
        return;
    open(help::topicOf(focus ? focus : QApplication::activeWindow()));
}

void HelpActions::open(const QString &page) {
    if (!m_help)
        m_help = std::make_unique<HelpWindow>();
    m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

/// The window's own F1 is a command, which can be given another key; sheets and dialogs know no commands.
bool HelpActions::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        auto *widget = static_cast<QWidget *>(watched);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::NoModifier && widget->window() != m_window) {
            open(help::topicOf(widget));
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void registerHelpCommands(MainWindow &w) {
    MainWindow *window = &w;
    w.commands().add({QStringLiteral("help.open"),
                      QStringLiteral("Help"),
                      Commands::tr("&Help"),
                      Commands::tr("Opens the page for what is on the screen"),
                      QStringLiteral("help"),
                      {QKeySequence(Qt::Key_F1)}},
                     [window] { window->help().open(); });
}

} // namespace latchkey::ui
