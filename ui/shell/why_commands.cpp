#include "ui/commands/command_texts.h"
#include "ui/shell/log_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/why_actions.h"
#include "ui/shell/window_commands.h"

#include <QCoreApplication>

namespace latchkey::ui {

void registerWhyCommands(MainWindow &w) {
    MainWindow *window = &w;
    w.commands().add({QStringLiteral("tools.why"),
                      QStringLiteral("Tools"),
                      Commands::tr("Why Was It &Rejected?…"),
                      Commands::tr("Checks a key against a request that was refused"),
                      QStringLiteral("help"),
                      {QKeySequence(Qt::CTRL | Qt::Key_T)},
                      true,
                      true},
                     [window] {
                         if (!askWhyOfLogRow(*window))
                             window->why().open();
                     });
    w.commands().add({QStringLiteral("tools.whose"),
                      QStringLiteral("Tools"),
                      Commands::tr("&Whose Key Is This?…"),
                      Commands::tr("Finds the key of a token or of a log line"),
                      QStringLiteral("search"),
                      {}},
                     [window] { window->why().whose(); });
}

} // namespace latchkey::ui
