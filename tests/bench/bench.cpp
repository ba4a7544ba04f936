#include "tests/bench/window_bench.h"

#include <QCommandLineParser>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>
#include <ctime>

namespace {

/// A fresh process, so that neither writing the vault nor an earlier run counts in memory or caches.
int measureIn(const QStringList &vaults, bool json) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    QStringList arguments{QStringLiteral("--started"),
                          QString::number(now.tv_sec * 1'000'000'000LL + now.tv_nsec)};
    for (const QString &vault : vaults)
        arguments += {QStringLiteral("--vault"), vault};
    if (json)
        arguments.append(QStringLiteral("--json"));
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.waitForFinished(-1);
    return child.exitStatus() == QProcess::NormalExit ? child.exitCode() : 1;
}

bool makeIn(const QString &vault, qint64 keys) {
    QProcess maker;
    maker.setProcessChannelMode(QProcess::ForwardedChannels);
    maker.start(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("latchkey-make-vault")),
                {vault, QStringLiteral("--keys"), QString::number(keys)});
    return maker.waitForFinished(-1) && maker.exitStatus() == QProcess::NormalExit && maker.exitCode() == 0;
}

void print(const QJsonObject &result, bool json) {
    if (json) {
        std::fputs(QJsonDocument(result).toJson(QJsonDocument::Compact).constData(), stdout);
        std::fputs("\n", stdout);
        return;
    }
    for (auto it = result.begin(); it != result.end(); ++it) {
        if (it->isDouble())
            std::printf("%-22s %12.1f\n", qPrintable(it.key()), it->toDouble());
    }
}

} // namespace

/// latchkey-bench --keys N [--json]: the figures of docs/performance.md, from the real window on a real
/// vault.
int main(int argc, char **argv) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the window on a vault of many keys."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("keys"), QStringLiteral("How many keys (1000)."), QStringLiteral("N"),
                      QStringLiteral("1000")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("One JSON object in place of a table.")});
    parser.addOption({QStringLiteral("vault"),
                      QStringLiteral("Measure on this vault, and leave 20 keys more in it. Several: All "
                                     "connections over them."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("vaults"),
                      QStringLiteral("So many vaults of --keys keys each, in All connections (1)."),
                      QStringLiteral("N"), QStringLiteral("1")});
    QCommandLineOption started(QStringLiteral("started"), {}, QStringLiteral("ns"));
    started.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(started);
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return 2;
    }
    const bool json = parser.isSet(QStringLiteral("json"));
    if (parser.isSet(started)) {
        latchkey::ui::StallApplication app(argc, argv);
        const QJsonObject result = latchkey::ui::WindowBench(app, parser.values(QStringLiteral("vault")),
                                                             parser.value(started).toLongLong())
                                       .run();
        print(result, json);
        return result.isEmpty() ? 1 : 0;
    }
    const QCoreApplication app(argc, argv);
    parser.process(app);
    if (parser.isSet(QStringLiteral("vault")))
        return measureIn(parser.values(QStringLiteral("vault")), json);
    bool good = false;
    const qint64 keys = parser.value(QStringLiteral("keys")).toLongLong(&good);
    if (!good || keys < 1) {
        std::fputs("--keys needs a number from 1\n", stderr);
        return 2;
    }
    const QTemporaryDir dir;
    QStringList vaults;
    const int many = qMax(1, parser.value(QStringLiteral("vaults")).toInt());
    for (int n = 0; n < many; ++n) {
        vaults.append(dir.filePath(QStringLiteral("bench%1.latchkey").arg(n)));
        if (!makeIn(vaults.last(), keys))
            return 1;
    }
    return measureIn(vaults, json);
}
