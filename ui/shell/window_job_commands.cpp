#include "ui/shell/window_job_commands.h"

#include "ui/shell/job_page.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {
/// Where lupdate finds the texts of the commands.
struct Commands {
    Q_DECLARE_TR_FUNCTIONS(commands)
};
} // namespace

void registerJobCommands(MainWindow &w) {
    MainWindow *window = &w;
    w.commands().add({QStringLiteral("tools.check"),
                      QStringLiteral("Tools"),
                      Commands::tr("Chec&k Vault"),
                      Commands::tr("Verifies the audit log and the checksum of every key"),
                      QStringLiteral("shield"),
                      {}},
                     [window] { checkVault(*window); });
}

} // namespace latchkey::ui
