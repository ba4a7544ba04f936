#include "core/merged/merged_vault.h"
#include "core/storage/local_vault.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <algorithm>
#include <cstdio>

using namespace latchkey;

namespace {

template<typename T>
T waitFor(const QFuture<T> &f) {
    if (!f.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(f);
        loop.exec();
    }
    return f.result();
}

/// The list, and the rows that a window would show of it.
double ask(MergedVault &all, const KeyQuery &query, qsizetype *rows = nullptr) {
    QElapsedTimer t;
    t.start();
    const auto list = waitFor(all.list(query));
    QList<KeyId> ids;
    for (qsizetype p = 0; list && p < qMin<qsizetype>(128, (*list)->size()); ++p)
        ids.append((*list)->idAt(p));
    waitFor(all.rowsToShow(ids));
    if (rows)
        *rows = list && (*list)->complete() ? (*list)->size() : 0;
    return static_cast<double>(t.nsecsElapsed()) / 1e6;
}

double quantile(QList<double> all, double q) {
    std::sort(all.begin(), all.end());
    return all.isEmpty() ? 0 : all[qMin(all.size() - 1, static_cast<qsizetype>(q * double(all.size())))];
}

} // namespace

/// latchkey-merged-bench VAULT…: what a window over several vaults asks of the core, without the window.
int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    const QStringList files = QCoreApplication::arguments().mid(1);
    SystemClock clock;
    MergedVault all(QStringLiteral("all"), QStringLiteral("All connections"));
    QElapsedTimer t;
    t.start();
    for (const QString &file : files) {
        const auto vault = waitFor(openLocalVault(file, {}, clock));
        if (!vault) {
            std::fprintf(stderr, "%s does not open\n", qPrintable(file));
            return 1;
        }
        all.add({static_cast<unsigned>(all.members().size()) + 1, file, *vault});
    }
    ask(all, {});
    std::printf("first rows             %8.1f ms\n", static_cast<double>(t.nsecsElapsed()) / 1e6);
    qsizetype rows = 0;
    while (ask(all, {}, &rows), rows == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    std::printf("all %9lld keys     %8.1f ms\n", static_cast<long long>(rows),
                static_cast<double>(t.nsecsElapsed()) / 1e6);
    QList<double> letters;
    for (const char *word : {"sync", "team 12", "newsletter #1", "status:inactive ", "zzzz", "10.2"}) {
        const QString text = QLatin1StringView(word);
        for (qsizetype n = 1; n <= text.size(); ++n) {
            KeyQuery q;
            q.filter = parseFilter(text.left(n));
            letters.append(ask(all, q));
        }
    }
    std::printf("letter p50 / p95 / max %8.1f / %.1f / %.1f ms (%lld)\n", quantile(letters, 0.5),
                quantile(letters, 0.95), quantile(letters, 1), static_cast<long long>(letters.size()));
    for (const auto &[name, column] : {std::pair{"name", SortColumn::Name},
                                       {"last used", SortColumn::LastUsed},
                                       {"status", SortColumn::Status},
                                       {"owner", SortColumn::Owner},
                                       {"permissions", SortColumn::Permissions},
                                       {"id", SortColumn::Id},
                                       {"connection", SortColumn::Connection}}) {
        KeyQuery q;
        q.sort = {column, Qt::AscendingOrder};
        const double first = ask(all, q);
        q.sort.order = Qt::DescendingOrder;
        std::printf("sort by %-14s %8.1f ms, turned round %.1f ms\n", name, first, ask(all, q));
    }
    const KeyListPtr list = *waitFor(all.list({}));
    t.restart();
    const KeyId last = list->idAt(list->size() - 1);
    std::printf("the last row           %8.2f ms\n", static_cast<double>(t.nsecsElapsed()) / 1e6);
    t.restart();
    const bool there = list->positionOf(last) == list->size() - 1;
    std::printf("where it is            %8.2f ms%s\n", static_cast<double>(t.nsecsElapsed()) / 1e6,
                there ? "" : " WRONG");
    t.restart();
    qsizetype n = 0;
    for (qsizetype p = 0; p < list->size(); ++p)
        n += list->idAt(p).isNull() ? 0 : 1;
    std::printf("every row              %8.1f ms (%lld)\n", static_cast<double>(t.nsecsElapsed()) / 1e6,
                static_cast<long long>(n));
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmHWM:"))
                std::printf("peak memory            %8.0f MB\n",
                            line.simplified().split(' ').value(1).toDouble() * 1024 / 1e6);
        }
    }
    return there ? 0 : 1;
}
