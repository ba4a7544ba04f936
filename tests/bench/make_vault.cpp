#include "core/model/instant.h"
#include "tests/bench/vault_maker.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

/// latchkey-make-vault FILE --keys N: a realistic vault to try by hand and to measure on.
int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes a vault with many realistic keys."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QStringLiteral("The vault to write; it must not exist."));
    parser.addOption({QStringLiteral("keys"), QStringLiteral("How many keys (1000)."), QStringLiteral("N"),
                      QStringLiteral("1000")});
    parser.addOption({QStringLiteral("seed"), QStringLiteral("Another number gives other keys (1)."),
                      QStringLiteral("N"), QStringLiteral("1")});
    parser.process(app);
    bool good = false, goodSeed = false;
    const qint64 keys = parser.value(QStringLiteral("keys")).toLongLong(&good);
    const quint32 seed = parser.value(QStringLiteral("seed")).toUInt(&goodSeed);
    if (parser.positionalArguments().size() != 1 || !good || !goodSeed || keys < 0 || keys > 10'000'000) {
        std::fputs("usage: latchkey-make-vault FILE [--keys 0..10000000] [--seed N]\n", stderr);
        return 2;
    }
    const QString path = parser.positionalArguments().constFirst();
    const latchkey::SystemClock clock;
    const auto done = latchkey::makeVault(path, keys, seed, clock.now(), [&](qint64 n) {
        std::fprintf(stderr, "\r%lld of %lld keys", static_cast<long long>(n), static_cast<long long>(keys));
    });
    std::fputs("\n", stderr);
    if (!done) {
        const auto &e = done.error();
        std::fprintf(
            stderr, "%s: %s\n", qPrintable(e.params.value(QStringLiteral("path")).toString()),
            qPrintable(
                e.params.value(QStringLiteral("reason"), QStringLiteral("cannot be written")).toString()));
        return 1;
    }
    return 0;
}
