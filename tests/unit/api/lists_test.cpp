#include "server/api/change_tail.h"
#include "tests/support/api_client.h"
#include "tests/support/memory_backend.h"

#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;

namespace {

QStringList namesOf(const QJsonArray &keys) {
    QStringList names;
    for (const auto &k : keys)
        names.append(k[QStringLiteral("name")].toString());
    return names;
}

} // namespace

class ListsTest : public QObject {
    Q_OBJECT
    static void fill(TestApi &t, int count) {
        QList<NewKey> keys;
        for (int i = 0; i < count; ++i) {
            NewKey k;
            k.id = *KeyId::fromString(QStringLiteral("list%1").arg(i, 8, 10, QLatin1Char('0')));
            k.verifier = QByteArray(32, static_cast<char>(i));
            k.config = t.vault.config(QStringLiteral("Key %1").arg(i, 4, 10, QLatin1Char('0')));
            k.config.environment = i % 2 ? Environment::Staging : Environment::Production;
            k.at = t.vault.clock.now().plusMs(i);
            keys.append(k);
        }
        QVERIFY(waitFor(t.vault.backend->createMany(keys)));
        QTRY_COMPARE(t.vault.ids().size(), count);
    }

private slots:
    /// Page by page, while others create, rename and delete: what does not change is given exactly once.
    void pagesUnderChange_data() {
        QTest::addColumn<QByteArray>("sort");
        for (const char *s : {"name", "-name", "created", "-created", "last_used", "-environment", "status"})
            QTest::newRow(s) << QByteArray(s);
    }
    void pagesUnderChange() {
        QFETCH(const QByteArray, sort);
        constexpr int Count = 200;
        TestApi t;
        fill(t, Count);
        QRandomGenerator random(7);
        QSet<QByteArray> touched;
        QHash<QByteArray, int> seen;
        QByteArray cursor;
        int made = 0;
        do {
            const auto page = t.ask({"GET", "/v1/keys?limit=13&sort=" + sort +
                                                (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor)});
            QCOMPARE(page.status, 200);
            const QJsonArray keys = page.json().value(QStringLiteral("keys")).toArray();
            for (const auto &k : keys)
                ++seen[TestApi::idOf(k.toObject())];
            cursor = page.json().value(QStringLiteral("next")).toString().toLatin1();
            for (int i = 0; i < 4; ++i) { // two of the last page, two from anywhere
                const QByteArray id =
                    i < 2 && !keys.isEmpty()
                        ? TestApi::idOf(keys.at(keys.size() - 1 - i).toObject())
                        : "list" + QByteArray::number(random.bounded(Count)).rightJustified(8, '0');
                const auto key = t.ask({"GET", "/v1/keys/" + id});
                const auto r =
                    i % 2 ? t.ask({"DELETE", "/v1/keys/" + id, {}, key.etag()})
                          : t.ask({"PATCH", "/v1/keys/" + id,
                                   R"({"name":"Key )" + QByteArray::number(random.bounded(Count)) + R"(x"})",
                                   key.etag()});
                QCOMPARE(r.status, 200);
                touched.insert(id);
            }
            t.makeKey(QStringLiteral("New %1").arg(made++));
        } while (!cursor.isEmpty() && seen.size() < 2 * Count);
        for (int i = 0; i < Count; ++i) {
            const QByteArray id = "list" + QByteArray::number(i).rightJustified(8, '0');
            if (!touched.contains(id))
                QCOMPARE(seen.value(id), 1);
        }
        QVERIFY(touched.size() > 20);
    }

    void filters() {
        TestApi t;
        fill(t, 30);
        const auto names = [&](const QByteArray &query) {
            return namesOf(t.ask({"GET", "/v1/keys?sort=name&limit=200&" + query})
                               .json()
                               .value(QStringLiteral("keys"))
                               .toArray());
        };
        QCOMPARE(names("q=0007").size(), 1);
        QCOMPARE(names("environment=staging").size(), 15);
        QCOMPARE(names("q=env%3Aproduction%20%22key%200002%22").size(), 1);
        QCOMPARE(names("smart=never_used&neverUsedDays=0").size(), 0); // made just now
        QCOMPARE(names("smart=no_expiry").size(), 0);
        const auto count = t.ask({"GET", "/v1/keys/count?environment=staging"}).json();
        QCOMPARE(count.value(QStringLiteral("count")).toString(), QStringLiteral("15"));
        QCOMPARE(count.value(QStringLiteral("unfiltered")).toString(), QStringLiteral("30"));
        const auto first = t.ask({"GET", "/v1/keys?limit=5&sort=name"}).json();
        const QByteArray next = first.value(QStringLiteral("next")).toString().toLatin1();
        QCOMPARE(t.ask({"GET", "/v1/keys?limit=5&sort=name&cursor=" + next}).status, 200);
        for (const QByteArray &bad :
             {"/v1/keys?limit=5&sort=-name&cursor=" + next, QByteArray("/v1/keys?cursor=xyz"),
              QByteArray("/v1/keys?limit=0"), QByteArray("/v1/keys?limit=201"),
              QByteArray("/v1/keys?limit=1&limit=2"), QByteArray("/v1/keys?sort=nothing"),
              QByteArray("/v1/keys?q=expires:%3Csoon"), QByteArray("/v1/keys?q=%ff"),
              QByteArray("/v1/keys?q=%0"), QByteArray("/v1/keys?offset=1"),
              QByteArray("/v1/keys?environment=mars"), QByteArray("/v1/keys/ids?limit=10001")}) {
            const auto r = t.ask({"GET", bad});
            QVERIFY2(r.status == 400 && r.body.contains("\"parameter\""), (bad + ' ' + r.body).constData());
        }
    }

    /// The windows of one list fit together although keys come and go; where the list is gone, the answer
    /// says so by another name.
    void windows() {
        TestApi t;
        fill(t, 50);
        const auto first = t.ask({"GET", "/v1/keys/ids?sort=name&from=0&limit=20"}).json();
        const QByteArray list = first.value(QStringLiteral("list")).toString().toLatin1();
        QCOMPARE(first.value(QStringLiteral("total")).toString(), QStringLiteral("50"));
        t.makeKey(QStringLiteral("A first one"));
        const auto second = t.ask({"GET", "/v1/keys/ids?sort=name&from=20&limit=20&list=" + list}).json();
        QCOMPARE(second.value(QStringLiteral("list")).toString().toLatin1(), list);
        QCOMPARE(second.value(QStringLiteral("ids")).toArray().first().toString(),
                 QStringLiteral("list00000020"));
        const auto where = t.ask({"POST", "/v1/keys/positions?sort=name&list=" + list,
                                  R"({"ids":["list00000049","nothing00000","list00000000"]})"})
                               .json();
        QCOMPARE(where.value(QStringLiteral("positions")).toArray(), (QJsonArray{49, -1, 0}));
        const auto other = t.ask({"GET", "/v1/keys/ids?sort=-name&list=" + list}).json();
        QVERIFY(other.value(QStringLiteral("list")).toString().toLatin1() != list);
        t.vault.clock.set(t.vault.clock.now().plusMs(ListShelf::IdleMs + 1));
        const auto late = t.ask({"GET", "/v1/keys/ids?sort=name&from=20&list=" + list}).json();
        QVERIFY(late.value(QStringLiteral("list")).toString().toLatin1() != list);
        QCOMPARE(late.value(QStringLiteral("total")).toString(), QStringLiteral("51"));
    }

    void questions() {
        TestApi t;
        fill(t, 10);
        QCOMPARE(t.ask({"GET", "/v1/keys/counts"}).json().value(QStringLiteral("all")).toString(),
                 QStringLiteral("10"));
        QCOMPARE(t.ask({"GET", "/v1/keys/counts?environment=staging"})
                     .json()[QStringLiteral("environments")][QStringLiteral("staging")]
                     .toString(),
                 QStringLiteral("5"));
        const QByteArray ids = R"("ids":["list00000001","list00000002"])";
        const auto summary =
            t.ask({"POST", "/v1/keys/summary", "{" + ids + R"(,"usedSince":"2026-01-01T00:00:00.000Z"})"});
        QCOMPARE(summary.json().value(QStringLiteral("keys")).toString(), QStringLiteral("2"));
        QCOMPARE(summary.json().value(QStringLiteral("production")).toString(), QStringLiteral("1"));
        QCOMPARE(t.ask({"POST", "/v1/keys/alerts", "{" + ids + "}"})
                     .json()[QStringLiteral("alerts")]
                     .toObject()
                     .size(),
                 2);
        QCOMPARE(t.ask({"POST", "/v1/keys/usage", "{" + ids + R"(,"days":7})"}).status, 200);
        QCOMPARE(t.ask({"POST", "/v1/keys/get", "{" + ids + "}"})
                     .json()
                     .value(QStringLiteral("keys"))
                     .toArray()
                     .size(),
                 2);
        QCOMPARE(t.ask({"GET", "/v1/keys/suggestions?column=owner"}).status, 200);
        QCOMPARE(t.ask({"GET", "/v1/keys/suggestions?column=name"}).status, 400);
        QVERIFY(t.ask({"GET", "/v1/keys/name-taken?name=Key%200001&environment=staging"})
                    .json()
                    .value(QStringLiteral("taken"))
                    .toBool());
        QVERIFY(!t.ask({"GET", "/v1/keys/name-taken?name=Key%200001&environment=staging&except=list00000001"})
                     .json()
                     .value(QStringLiteral("taken"))
                     .toBool());
        QCOMPARE(t.ask({"GET", "/v1/keys/scope-use"}).json().value(QStringLiteral("uses")).toArray().size(),
                 1);
        const auto owners =
            t.ask({"POST", "/v1/keys/owners", R"({"credentials":["list00000003","nothing00000"]})"}).json();
        QCOMPARE(owners[QStringLiteral("owners")].toObject().keys(),
                 QStringList{QStringLiteral("list00000003")});
    }

    /// A window that follows: what changed since, at once or when something does.
    void changes() {
        TestApi t;
        const auto unknown = t.ask({"GET", "/v1/changes"}).json();
        QVERIFY(unknown.value(QStringLiteral("all")).toBool());
        QByteArray position = unknown.value(QStringLiteral("position")).toString().toLatin1();
        const auto quiet = t.ask({"GET", "/v1/changes?after=" + position}).json();
        QVERIFY(!quiet.value(QStringLiteral("all")).toBool());
        const TestApi::Ask wait{"GET", "/v1/changes?waitMs=10000&after=" + position};
        const auto waiting = t.start(t.admin, wait);
        const QByteArray id = TestApi::idOf(t.makeKey());
        const auto moved = t.finish(wait, waiting).json();
        QVERIFY(moved.value(QStringLiteral("all")).toBool() ||
                moved.value(QStringLiteral("keys")).toArray().contains(QString::fromLatin1(id)));
        position = moved.value(QStringLiteral("position")).toString().toLatin1();
        QCOMPARE(t.ask({"PUT", "/v1/customers/acme", R"({"name":"Acme"})", {}, "*"}).status, 201);
        QTRY_VERIFY(t.ask({"GET", "/v1/changes?after=" + position})
                        .json()
                        .value(QStringLiteral("customers"))
                        .toBool());
        QVERIFY(t.ask({"GET", "/v1/changes?after=elsewhere-1"}).json().value(QStringLiteral("all")).toBool());
        QCOMPARE(t.ask({"GET", "/v1/changes?waitMs=10001"}).status, 400);
    }

    /// As latchkeyd opens its vault: a client that changes key after key reads its own changes.
    void whatWasAnsweredStandsInTheNextList() {
        TestApi t;
        t.api.reset();
        t.vault.close();
        OpenOptions served;
        served.actor = QStringLiteral("latchkeyd");
        served.indexLoad = IndexLoad::WhenAsked;
        t.vault.backend = *waitFor(openLocalVault(t.vault.path(), served, t.vault.clock));
        t.api = std::make_unique<RestApi>(*t.vault.backend, t.vault.clock);
        QList<QByteArray> ids;
        for (int i = 0; i < 5; ++i)
            ids.append(TestApi::idOf(t.makeKey(QStringLiteral("Key %1").arg(i))));
        const auto listed = [&t] {
            const auto page = t.ask({"GET", "/v1/keys?sort=last_used"}); // from the index, not the first rows
            return page.json().value(QStringLiteral("keys")).toArray().size();
        };
        QCOMPARE(listed(), 5);
        for (qsizetype left = ids.size() - 1; left >= 0; --left) {
            const auto gone =
                t.ask({"POST", "/v1/bulk/change",
                       R"({"changes":[{"id":")" + ids[left] + R"(","version":"1","action":"key.delete"}]})"});
            QCOMPARE(gone.status, 200);
            QCOMPARE(listed(), left);
        }
    }

    /// So many that a bulk change of them can be put into a list that somebody has.
    void placesOfMany() {
        TestApi t;
        fill(t, 3);
        const auto places = [&t](int count) {
            QByteArray ids = "\"list00000001\"";
            for (int i = 1; i < count; ++i)
                ids += ",\"" + token::randomId().view().toByteArray() + '"';
            return t.ask({"POST", "/v1/keys/positions", "{\"ids\":[" + ids + "]}"});
        };
        const auto answer = places(10'000);
        QCOMPARE(answer.status, 200);
        const QJsonArray found = answer.json().value(QStringLiteral("positions")).toArray();
        QCOMPARE(found.size(), 10'000);
        QVERIFY(found.first().toInt() >= 0 && found.last().toInt() == -1);
        QCOMPARE(places(10'001).status, 400);
    }

    /// Many at once come in parts, each with the place to go on from; of more than it keeps, "all".
    void manyChangesComeInParts() {
        MemoryBackend vault;
        ChangeTail tail(vault);
        const auto tell = [&vault](int count) {
            QList<KeyId> ids;
            for (int i = 0; i < count; ++i)
                ids.append(token::randomId());
            emit vault.keysChanged(ids);
            return ids;
        };
        const QString start = tail.position();
        QSet<KeyId> told;
        for (const int count : {1, 25'000, 3, 500}) {
            for (const KeyId &id : tell(count))
                told.insert(id);
        }
        QSet<KeyId> heard;
        wire::ChangesDocument part;
        part.position = start;
        part.more = true;
        int parts = 0;
        while (part.more) {
            part = tail.since(part.position);
            QVERIFY(!part.all && part.keys.size() <= ChangeTail::MostKeys);
            for (const KeyId &id : std::as_const(part.keys))
                heard.insert(id);
            QVERIFY(++parts < 10);
        }
        QCOMPARE(heard, told);
        QCOMPARE(part.position, tail.position());
        QVERIFY(parts >= 3);
        tell(ChangeTail::MostKept);
        QVERIFY(tail.since(start).all && !tail.since(start).more);
        emit vault.keysChanged({}); // nobody knows which
        const wire::ChangesDocument all = tail.since(part.position);
        QVERIFY(all.all && !all.more && all.keys.isEmpty());
        QCOMPARE(all.position, tail.position());
    }
};

QTEST_GUILESS_MAIN(ListsTest)
#include "lists_test.moc"
