#include "tests/support/served_vault.h"

#include <atomic>
#include <thread>

using namespace latchkey;

/// Many clients change one key at once: each reads it, adds one to the number in its note and sends it back
/// with the version that it has read.
class ServerEditsTest : public QObject {
    Q_OBJECT

    /// LATCHKEY_CLIENTS=50 LATCHKEY_EDITS=200 by hand.
    static constexpr int Clients = 8, Edits = 6;
    static int of(const char *variable, int otherwise) {
        bool given = false;
        const int n = qEnvironmentVariableIntValue(variable, &given);
        return given ? n : otherwise;
    }

private slots:
    void noUpdateIsLost() {
        const int clients = of("LATCHKEY_CLIENTS", Clients), edits = of("LATCHKEY_EDITS", Edits);
        ServedVault served;
        QVERIFY(served.init());
        const ServedVault::Made key = served.make("edited", ",\"note\":\"0\"");
        std::atomic<int> done{0}, overtaken{0}, wrong{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < clients; ++i) {
            threads.emplace_back([&] {
                RawClient line(served.daemon.port);
                const auto ask = [&](const QByteArray &method, const QByteArray &body,
                                     const QList<QByteArray> &more) {
                    QByteArray request = method + ' ' + key.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
                    for (const QByteArray &field : served.fieldsOf(body, more))
                        request += field + "\r\n";
                    line.send(request + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                              body);
                    return line.answer(60'000);
                };
                HttpAnswer now = ask("GET", {}, {});
                for (int n = 0; n < edits && wrong == 0;) {
                    const int count = now.json().value(QStringLiteral("note")).toString().toInt();
                    const HttpAnswer a = ask("PATCH", "{\"note\":\"" + QByteArray::number(count + 1) + "\"}",
                                             {"If-Match: " + now.field("etag")});
                    n += a.status == 200 ? 1 : 0;
                    done += a.status == 200 ? 1 : 0;
                    overtaken += a.status == 412 ? 1 : 0;
                    wrong += a.status != 200 && a.status != 412 ? 1 : 0;
                    now = a.status == 200 ? a : ask("GET", {}, {});
                }
            });
        }
        for (std::thread &t : threads)
            t.join();
        const HttpAnswer end = served.ask("GET", key.path);
        qInfo("%d edits, %d overtaken and made again", done.load(), overtaken.load());
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(done.load(), clients * edits);
        QCOMPARE(end.json().value(QStringLiteral("note")).toString(), QString::number(clients * edits));
        QCOMPARE(end.field("etag"), '"' + QByteArray::number(clients * edits + 1) + '"');
        QVERIFY(overtaken > 0); // or they were not at it together
    }
};

QTEST_GUILESS_MAIN(ServerEditsTest)
#include "edits_test.moc"
