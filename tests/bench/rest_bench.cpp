#include "core/remote/rest_vault.h"
#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "tests/support/test_vault.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// What a window over a server waits for: latchkey-rest-bench URL TOKEN-FILE [CHANGES]. Renames that many keys
// of the vault, one after the other, and prints milliseconds as JSON.

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
    std::printf("%s", QJsonDocument(found).toJson().constData());
    return 0;
}
