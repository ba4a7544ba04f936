#include "core/storage/local_vault.h"
#include "core/token/token.h"

#include <QCoreApplication>
#include <cstdio>

using namespace latchkey;

/// Creates keys and switches them off, one after the other, and says on its output what was acknowledged.
/// Runs until killed.
int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    SystemClock clock;
    std::shared_ptr<VaultBackend> vault;
    auto opened = openLocalVault(QString::fromLocal8Bit(argv[1]), {}, clock);
    while (!opened.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    if (!opened.result())
        return 2;
    vault = *opened.result();
    const auto wait = [](auto future) {
        future.waitForFinished();
        return future.result();
    };
    for (;;) {
        const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
        NewKey k{made.id, made.verifier, {}, {QStringLiteral("writer")}, clock.now()};
        k.config.name = QStringLiteral("key");
        k.config.scopes = ScopeSet::parse(u"leads:read");
        if (!wait(vault->create(k)))
            return 3;
        std::printf("created %s\n", qPrintable(made.id.toString()));
        std::fflush(stdout);
        KeyChange c;
        c.id = made.id;
        c.expectedVersion = 1;
        c.action = QStringLiteral("key.deactivate");
        c.state = KeyState::Inactive;
        c.actor = k.actor;
        c.at = clock.now();
        if (!wait(vault->change(c)))
            return 4;
        std::printf("off %s\n", qPrintable(made.id.toString()));
        std::fflush(stdout);
    }
}
