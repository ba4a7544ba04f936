#include "ui/shell/window_job_commands.h"

#include "ui/commands/command_texts.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/job_page.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/transfer_actions.h"

#include <QCoreApplication>

namespace latchkey::ui {

void registerJobCommands(MainWindow &w) {
    MainWindow *window = &w;
    w.commands().add(
        {QStringLiteral("key.changeSelected"),
         QStringLiteral("Key"),
         Commands::tr("Change Selected…"),
         Commands::tr("One change for all selected keys: tags, owner, expiry, limit, status, new tokens"),
         QStringLiteral("list"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
         true,
         true},
        [window] { window->actions().changeSelected(); });
    w.commands().add({QStringLiteral("tools.check"),
                      QStringLiteral("Tools"),
                      Commands::tr("Chec&k Vault"),
                      Commands::tr("Verifies the audit log and the checksum of every key"),
                      QStringLiteral("shield"),
                      {}},
                     [window] { checkVault(*window); });
}

void registerTransferCommands(MainWindow &w) {
    MainWindow *window = &w;
    w.commands().add({QStringLiteral("file.import"),
                      QStringLiteral("File"),
                      Commands::tr("&Import Keys…"),
                      Commands::tr("Reads keys from a CSV or JSON file, after a dry run"),
                      QStringLiteral("download"),
                      {},
                      false,
                      true},
                     [window] { window->transfer().importKeys(); });
    w.commands().add(
        {QStringLiteral("file.takeOver"),
         QStringLiteral("File"),
         Commands::tr("Import from &Another Connection…"),
         Commands::tr("Takes over what describes the keys of another vault or account, after a dry run"),
         QStringLiteral("download"),
         {}},
        [window] { window->transfer().takeOver(window->across().places()); });
    w.commands().add({QStringLiteral("file.export"),
                      QStringLiteral("File"),
                      Commands::tr("&Export Keys…"),
                      Commands::tr("Writes what describes the keys to a CSV or JSON file"),
                      QStringLiteral("export"),
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}},
                     [window] { window->transfer().exportKeys(); });
}

} // namespace latchkey::ui
