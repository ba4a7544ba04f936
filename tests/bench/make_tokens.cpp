#include "core/backend/vault_backend.h"
#include "core/model/futures.h"
#include "core/storage/local_vault.h"
#include "core/token/token.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <cstdio>

using namespace latchkey;

/// latchkey-make-tokens VAULT FILE N: N more keys (production, leads:read), their tokens into a private file,
/// one a line: what a benchmark of a verifier asks with.
int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    const int count = args.size() == 4 ? args[3].toInt() : 0;
    if (count < 1) {
        std::fputs("usage: latchkey-make-tokens VAULT FILE N\n", stderr);
        return 2;
    }
    QFile out(args[2]);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        std::fprintf(stderr, "%s: cannot be written\n", qPrintable(args[2]));
        return 1;
    }
    const SystemClock clock;
    OpenOptions options;
    options.create = false;
    std::shared_ptr<VaultBackend> vault;
    QObject context;
    int left = count;
    std::function<void()> next = [&] {
        if (left == 0)
            return QCoreApplication::exit(0);
        constexpr int Batch = 500;
        QList<NewKey> keys;
        for (int i = qMin(left, Batch); i > 0; --i, --left) {
            const token::NewToken token = token::generate(vault->info().prefix, Environment::Production);
            NewKey key{token.id, token.verifier, {}, {QStringLiteral("benchmark")}, clock.now()};
            key.config.name = QStringLiteral("benchmark %1").arg(left);
            key.config.environment = Environment::Production;
            key.config.scopes = ScopeSet::parse(u"leads:read");
            keys.append(key);
            out.write(token.token.data(), static_cast<qint64>(token.token.size()));
            out.write("\n");
        }
        vault->createMany(keys) | then(&context, [&](const Result<QList<Result<ApiKey>>> &made) {
            if (!made)
                return QCoreApplication::exit(1);
            next();
        });
    };
    openLocalVault(args[1], options, clock) |
        then(&context, [&](const Result<std::shared_ptr<VaultBackend>> &opened) {
            if (!opened)
                return QCoreApplication::exit(1);
            vault = *opened;
            next();
        });
    return QCoreApplication::exec();
}
