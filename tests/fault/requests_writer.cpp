#include "core/backend/request_log.h"
#include "core/services/log_import/log_import.h"
#include "core/storage/local_vault.h"

#include <QCoreApplication>
#include <cstdio>

using namespace latchkey;

/// `import VAULT LOG` reads the log, `retention VAULT DAYS NOW` removes; each says when it begins. Made to be
/// killed.
int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 4)
        return 2;
    SystemClock clock;
    auto opened = openLocalVault(words[2], {}, clock);
    while (!opened.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    if (!opened.result())
        return 3;
    const std::shared_ptr<VaultBackend> vault = *opened.result();
    std::puts("go");
    std::fflush(stdout);
    if (words[1] == QStringLiteral("retention")) {
        auto done = vault->requests()->applyRetention(words[3].toInt(), Instant(words.value(4).toLongLong()));
        while (!done.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        return done.result() ? 0 : 4;
    }
    LogImport import(*vault, words[3]);
    int result = 5;
    QObject::connect(&import, &LogImport::finished, &app, [&](const LogImportReport &r) {
        result = r.failure ? 4 : 0;
        QCoreApplication::quit();
    });
    import.start();
    (void)QCoreApplication::exec();
    return result;
}
