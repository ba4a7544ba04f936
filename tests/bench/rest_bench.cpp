#include "core/remote/rest_vault.h"
#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "tests/support/test_vault.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// What a window over a server waits for: latchkey-rest-bench URL TOKEN-FILE [CHANGES [BULK]]. Asks as
// somebody does who types, sorts and scrolls; renames CHANGES keys of the vault, one after the other, and
// BULK at once; prints milliseconds as JSON.

using namespace latchkey;

namespace {

KeyListPtr whole(VaultBackend &vault, const KeyQuery &query, qint64 *firstMs, const QElapsedTimer &clock) {
    for (;;) {
        const auto list = waitFor(vault.list(query), 120'000);
        if (!list)
            qFatal("no list: %d", static_cast<int>(list.error().code));
        if (firstMs && *firstMs < 0)
            *firstMs = clock.elapsed();
        if ((*list)->complete())
            return *list;
        QEventLoop loop;
        QObject::connect(&vault, &VaultBackend::indexProgress, &loop, &QEventLoop::quit);
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

/// A question that nobody has asked yet: until its first rows are known, and read.
qint64 firstScreen(VaultBackend &vault, const KeyQuery &query, qint64 *found) {
    QElapsedTimer clock;
    clock.start();
    const auto list = waitFor(vault.list(query), 120'000);
    if (!list)
        qFatal("no list: %d", static_cast<int>(list.error().code));
    QList<KeyId> ids;
    for (qsizetype i = 0; i < qMin<qsizetype>(40, (*list)->size()); ++i)
        ids.append((*list)->idAt(i));
    if (!waitFor(vault.rows(ids)))
        qFatal("no rows");
    *found = (*list)->total();
    return clock.elapsed();
}

QJsonObject questions(VaultBackend &vault) {
    QJsonObject out;
    const auto ask = [&](const QString &name, const QString &search, KeySort sort) {
        KeyQuery q;
        q.filter = parseFilter(search);
        q.sort = sort;
        qint64 found = 0, again = 0;
        const qint64 first = firstScreen(vault, q, &found);
        q.filter = parseFilter(search + u'1');
        again = firstScreen(vault, q, &found);
        out.insert(name, QJsonObject{{QStringLiteral("first"), first},
                                     {QStringLiteral("oneLetterMore"), again},
                                     {QStringLiteral("found"), found}});
    };
    ask(QStringLiteral("search \"a\""), QStringLiteral("a"), {SortColumn::Name, Qt::AscendingOrder});
    ask(QStringLiteral("search \"billing\""), QStringLiteral("billing"),
        {SortColumn::Name, Qt::AscendingOrder});
    ask(QStringLiteral("by owner"), {}, {SortColumn::Owner, Qt::AscendingOrder});
    ask(QStringLiteral("by expiry"), {}, {SortColumn::Expires, Qt::AscendingOrder});
    ask(QStringLiteral("by last use"), {}, {SortColumn::LastUsed, Qt::DescendingOrder});
    QElapsedTimer clock;
    clock.start();
    if (!waitFor(vault.counts(std::nullopt, {}), 120'000))
        qFatal("no counts");
    out.insert(QStringLiteral("counts"), clock.elapsed());
    return out;
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    QFile file(args.value(2));
    if (args.size() < 3 || !file.open(QIODevice::ReadOnly))
        qFatal("latchkey-rest-bench URL TOKEN-FILE [CHANGES]");
    const auto token = std::make_shared<SecretBytes>(SecretBytes::copyOf(file.readAll().trimmed()));
    const auto address = parseServerAddress(args[1]);
    const SystemClock clock;
    QElapsedTimer t;
    t.start();
    const auto session = waitFor(openRestVault(*address, token, clock), 60'000);
    if (!session)
        qFatal("no session: %d", static_cast<int>(session.error().code));
    QJsonObject found{{QStringLiteral("openMs"), t.restart()}};
    VaultBackend &vault = *session->backend;
    SessionStore secrets;
    KeyService service(vault, secrets, clock, session->principal);
    qint64 first = -1;
    KeyListPtr list = whole(vault, {}, &first, t);
    found.insert(QStringLiteral("keys"), static_cast<qint64>(list->size()));
    found.insert(QStringLiteral("firstRowsMs"), first);
    found.insert(QStringLiteral("wholeListMs"), t.elapsed());
    QList<qint64> times;
    for (int i = 0; i < args.value(3, QStringLiteral("10")).toInt(); ++i) {
        const auto rows = waitFor(vault.rows({list->idAt((i * 7919 + 13) % list->size())}));
        if (!rows || rows->isEmpty())
            qFatal("no row");
        KeyConfig c = rows->first().config;
        c.name = QStringLiteral("%1 renamed %2").arg(QChar(u'a' + i % 26)).arg(i);
        t.restart();
        const auto changed = waitFor(service.edit(rows->first(), c));
        if (!changed)
            qFatal("not changed: %d", static_cast<int>(changed.error().code));
        const qint64 written = t.restart();
        Q_UNUSED(written)
        list = whole(vault, {}, nullptr, t);
        times.append(t.elapsed());
    }
    std::sort(times.begin(), times.end());
    if (!times.isEmpty()) {
        found.insert(QStringLiteral("listAfterChangeMsMedian"), times[times.size() / 2]);
        found.insert(QStringLiteral("listAfterChangeMsMost"), times.last());
    }
    if (const int bulk = args.value(4).toInt(); bulk > 0) {
        QList<ApiKey> keys;
        QList<KeyId> ids;
        for (int i = 0; i < bulk; ++i)
            ids.append(list->idAt((i * qint64{7919} + 29) % list->size()));
        t.restart();
        const auto read = waitFor(vault.rows(ids), 300'000);
        if (!read)
            qFatal("not read: %d", static_cast<int>(read.error().code));
        keys = *read;
        found.insert(QStringLiteral("bulkReadMs"), t.restart());
        const auto plan = [&service](const ApiKey &k) {
            KeyConfig c = k.config;
            c.name = QStringLiteral("bulk ") + k.id.toString();
            return service.planEdit(k, c, QStringLiteral("key.edit"));
        };
        if (const auto changed = waitFor(service.changeMany(keys, plan), 600'000); !changed)
            qFatal("not changed: %d", static_cast<int>(changed.error().code));
        found.insert(QStringLiteral("bulkChangeMs"), t.restart());
        list = whole(vault, {}, nullptr, t);
        found.insert(QStringLiteral("listAfterBulkMs"), t.elapsed());
    }
    found.insert(QStringLiteral("questions"), questions(vault));
    std::printf("%s", QJsonDocument(found).toJson().constData());
    return 0;
}
