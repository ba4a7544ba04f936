#include "core/backend/request_log.h"
#include "tests/support/api_client.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;

class ResourcesTest : public QObject {
    Q_OBJECT
private slots:
    void catalogue() {
        TestApi t;
        const auto got = t.ask({"GET", "/v1/catalogue"});
        QCOMPARE(got.status, 200);
        QCOMPARE(got.etag(), QByteArray("\"1\""));
        const auto read = Catalogue::fromJson(got.body);
        QVERIFY(read);
        CatalogueDraft draft = read->draft();
        draft.name = QStringLiteral("Another");
        const QByteArray body = Catalogue::fromDraft(draft)->toJson();
        QCOMPARE(t.ask({"PUT", "/v1/catalogue", body}).status, 428);
        QCOMPARE(t.ask({"PUT", "/v1/catalogue", body, "\"9\""}).status, 412);
        const auto put = t.ask({"PUT", "/v1/catalogue", body, "\"1\""});
        QCOMPARE(put.status, 200);
        QCOMPARE(put.body, body);
        QCOMPARE(put.etag(), QByteArray("\"2\""));
        const auto bad =
            t.ask({"PUT", "/v1/catalogue", R"({"format":1,"name":"x","resources":[{"id":"A b"}]})", "\"2\""});
        QCOMPARE(bad.status, 400);
        QVERIFY(bad.body.contains("/resources/0"));
    }

    void rules() {
        TestApi t;
        const auto got = t.ask({"GET", "/v1/rules"});
        QCOMPARE(got.status, 200);
        QCOMPARE(got.etag(), QByteArray("\"1\""));
        QVERIFY(got.json().value(QStringLiteral("rules")).toArray().isEmpty());
        QVERIFY(got.json().value(QStringLiteral("fixed")).isNull());
        QByteArray body( // moc does not take raw strings with "/*" in them
            "{'rules':[{'method':['GET'],'path':'/v1/leads/*','scope':'leads:read','environment':'staging'},"
            "{'path':'/open','anyKey':true}]}");
        body.replace('\'', '"');
        QCOMPARE(t.ask({"PUT", "/v1/rules", body}).status, 428);
        QCOMPARE(t.ask({"PUT", "/v1/rules", body, "\"9\""}).status, 412);
        const auto put = t.ask({"PUT", "/v1/rules", body, "\"1\""});
        QCOMPARE(put.status, 200);
        QCOMPARE(put.etag(), QByteArray("\"2\""));
        QCOMPARE(put.json().value(QStringLiteral("rules")).toArray().size(), 2);
        QCOMPARE(put.json().value(QStringLiteral("changedBy")).toString(), QStringLiteral("root"));
        QCOMPARE(t.ask({"GET", "/v1/rules"}).body, put.body);
        // The bad one is named, and nothing is written.
        const auto bad =
            t.ask({"PUT", "/v1/rules", R"({"rules":[{"path":"/a","anyKey":true},{"path":"b","scope":"x"}]})",
                   "\"2\""});
        QCOMPARE(bad.status, 400);
        QVERIFY(bad.body.contains("/rules/1/path") && bad.body.contains("/rules/1/scope"));
        QCOMPARE(t.ask({"PUT", "/v1/rules", R"({"rules":[{"path":"/a"}]})", "\"2\""}).status, 400);
        QCOMPARE(t.ask({"PUT", "/v1/rules", R"({"rules":{}})", "\"2\""}).status, 400);
        QCOMPARE(t.ask({"GET", "/v1/rules"}).etag(), QByteArray("\"2\""));
        const auto log = t.ask({"GET", "/v1/audit?action=rules"}).json().value(QStringLiteral("events"));
        QCOMPARE(log.toArray().size(), 1);
        QCOMPARE(log[0][QStringLiteral("after")][QStringLiteral("rules")][0].toString(),
                 QStringLiteral("GET /v1/leads/* leads:read staging"));
    }

    void customers() {
        TestApi t;
        const QByteArray path = "/v1/customers/acme%2Feu%20%C3%BC"; // acme/eu ü
        const auto made = t.ask({"PUT", path, R"({"name":"Acme","note":"n"})", {}, "*"});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().value(QStringLiteral("id")).toString(), QString::fromUtf8("acme/eu ü"));
        QCOMPARE(t.ask({"PUT", path, R"({"name":"Acme"})", {}, "*"}).status, 412);
        QCOMPARE(t.ask({"PUT", path, R"({"name":"Acme 2"})", "\"1\""}).etag(), QByteArray("\"2\""));
        QCOMPARE(t.ask({"GET", path}).json().value(QStringLiteral("note")).toString(), QString());
        QCOMPARE(t.ask({"GET", "/v1/customers?id=acme%2Feu%20%C3%BC&id=none"})
                     .json()
                     .value(QStringLiteral("customers"))
                     .toArray()
                     .size(),
                 1);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(t.ask({"PUT", "/v1/customers/c" + QByteArray::number(i), R"({"name":"Same"})", {}, "*"})
                         .status,
                     201);
        int seen = 0;
        QByteArray cursor;
        do {
            const auto page = t.ask({"GET", "/v1/customers?limit=3" +
                                                (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor)})
                                  .json();
            seen += static_cast<int>(page.value(QStringLiteral("customers")).toArray().size());
            cursor = page.value(QStringLiteral("next")).toString().toLatin1();
        } while (!cursor.isEmpty());
        QCOMPARE(seen, 8);
        t.ask({"POST", "/v1/keys",
               TestApi::keyBody(QStringLiteral("K"), R"(["leads:read"])", R"(,"customers":["c1"])")});
        QTRY_COMPARE(t.ask({"GET", "/v1/customers/use"})
                         .json()[QStringLiteral("use")][QStringLiteral("c1")]
                         .toString(),
                     QStringLiteral("1"));
        QCOMPARE(t.ask({"DELETE", "/v1/customers/c1", {}, "\"2\""}).status, 412);
        QCOMPARE(t.ask({"DELETE", "/v1/customers/c1", {}, "\"1\""}).status, 200);
        QCOMPARE(t.ask({"GET", "/v1/customers/c1"}).status, 404);
    }

    void requestsAndUsage() {
        TestApi t;
        const QByteArray id = TestApi::idOf(t.makeKey());
        QList<RequestRecord> rows;
        for (int i = 0; i < 30; ++i) {
            RequestRecord r;
            r.at = t.vault.clock.now().plusMs(-i * 1'000);
            r.outcome = i % 3 ? RequestOutcome::Allowed : RequestOutcome::Forbidden;
            r.status = i % 3 ? 200 : 403;
            r.code = i % 3 ? DecisionCode::Allowed : DecisionCode::InsufficientScope;
            r.method = QStringLiteral("GET");
            r.path = QStringLiteral("/v1/leads?x=%1&y").arg(i);
            r.key = r.credential = *KeyId::fromLatin1(id);
            r.environment = Environment::Production;
            r.durationUs = 17;
            rows.append(r);
        }
        QVERIFY(waitFor(t.vault.backend->requests()->append(rows)));
        const auto first = t.ask({"GET", "/v1/requests?limit=10&outcome=forbidden&key=" + id +
                                             "&term=-method:post&word=leads"})
                               .json();
        QCOMPARE(first.value(QStringLiteral("requests")).toArray().size(), 10);
        QCOMPARE(
            t.ask({"GET", "/v1/requests?limit=20"}).json().value(QStringLiteral("requests")).toArray().size(),
            20);
        // The key's name, which no request has; by name alone, not by what else the key is.
        const auto counted = [&t](const QByteArray &query) {
            return t.ask({"GET", "/v1/requests/count?" + query})
                .json()
                .value(QStringLiteral("count"))
                .toString();
        };
        QTRY_COMPARE(counted("word=crm&word=leads"), QStringLiteral("30"));
        QCOMPARE(counted("word=leads:write"), QStringLiteral("0"));
        QCOMPARE(counted("term=-key:" + id), QStringLiteral("0"));
        QCOMPARE(counted("term=-outcome:allowed"), QStringLiteral("10"));
        const QByteArray next = t.ask({"GET", "/v1/requests?limit=20"})
                                    .json()
                                    .value(QStringLiteral("next"))
                                    .toString()
                                    .toLatin1();
        QCOMPARE(t.ask({"GET", "/v1/requests?limit=20&cursor=" + next})
                     .json()
                     .value(QStringLiteral("requests"))
                     .toArray()
                     .size(),
                 10);
        QCOMPARE(t.ask({"GET", "/v1/requests/count"}).json().value(QStringLiteral("count")).toString(),
                 QStringLiteral("30"));
        const QByteArray since = t.vault.clock.now().plusDays(-1).toIso().toLatin1(),
                         until = t.vault.clock.now().plusDays(1).toIso().toLatin1();
        const auto chart = t.ask({"GET", "/v1/requests/chart?hours=24&since=" + since + "&until=" + until});
        QCOMPARE(chart.status, 200);
        QVERIFY(!chart.json().value(QStringLiteral("bars")).toArray().isEmpty());
        QCOMPARE(t.ask({"GET", "/v1/requests/exposures"}).status, 200);
        const auto usage = t.ask({"POST", "/v1/keys/usage", R"({"ids":[")" + id + R"("],"days":2})"}).json();
        QVERIFY(usage[QStringLiteral("usage")].toObject().contains(QString::fromLatin1(id)));
        const auto preview = t.ask({"PUT", "/v1/settings/request-retention?dryRun=true", R"({"days":1})"});
        QCOMPARE(preview.json().value(QStringLiteral("rows")).toString(), QStringLiteral("0"));
        const auto job = t.ask({"PUT", "/v1/settings/request-retention", R"({"days":90})"});
        QCOMPARE(job.status, 202);
        const QByteArray at = job.headers.value("Location");
        QTRY_COMPARE(t.ask({"GET", at}).json().value(QStringLiteral("state")).toString(),
                     QStringLiteral("done"));
        QCOMPARE(t.ask({"GET", "/v1/settings"}).json().value(QStringLiteral("requestRetentionDays")).toInt(),
                 90);
    }

    void settingsAndJobs() {
        TestApi t;
        const auto set = t.ask({"PUT", "/v1/settings/deleted-retention", R"({"days":7})"});
        QCOMPARE(set.json().value(QStringLiteral("deletedRetentionDays")).toInt(), 7);
        t.makeKey();
        const auto check = t.ask({"POST", "/v1/jobs/check"});
        QCOMPARE(check.status, 202);
        const QByteArray at = check.headers.value("Location");
        QTRY_COMPARE(t.ask({"GET", at}).json().value(QStringLiteral("state")).toString(),
                     QStringLiteral("done"));
        QCOMPARE(t.ask({"GET", "/v1/jobs"}).json().value(QStringLiteral("jobs")).toArray().size(), 1);
        QCOMPARE(t.ask({"POST", at + "/cancel"}).status, 200);
        QCOMPARE(t.ask({"GET", "/v1/vault"}).json().value(QStringLiteral("prefix")).toString(),
                 QStringLiteral("lk"));
        QCOMPARE(t.ask({}, {"GET", "/v1/openapi.json"}).json().value(QStringLiteral("openapi")).toString(),
                 QStringLiteral("3.1.0"));
    }

    void audit() {
        TestApi t;
        const QByteArray id = TestApi::idOf(t.makeKey());
        QCOMPARE(
            t.ask({"POST", "/v1/keys/" + id + "/events", R"({"action":"key.reveal","why":"copy"})"}).status,
            204);
        QCOMPARE(t.ask({"POST", "/v1/keys/" + id + "/events", R"({"action":"key.purge"})"}).status, 400);
        QCOMPARE(t.ask({"POST", "/v1/keys/" + id + "/dismiss-exposure"}).status, 204);
        const auto all =
            t.ask({"GET", "/v1/audit?key=" + id}).json().value(QStringLiteral("events")).toArray();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[1].toObject().value(QStringLiteral("action")).toString(), QStringLiteral("key.reveal"));
        QCOMPARE(all[1].toObject().value(QStringLiteral("actor")).toString(), QStringLiteral("root"));
        QStringList seqs;
        QByteArray next;
        do {
            const auto page =
                t.ask({"GET", "/v1/audit?limit=2" + (next.isEmpty() ? QByteArray() : "&before=" + next)})
                    .json();
            const QJsonArray events = page.value(QStringLiteral("events")).toArray();
            for (const auto &e : events)
                seqs.append(e[QStringLiteral("seq")].toString());
            next = page.value(QStringLiteral("next")).toString().toLatin1();
        } while (!next.isEmpty());
        QCOMPARE(seqs, (QStringList{QStringLiteral("5"), QStringLiteral("4"), QStringLiteral("3"),
                                    QStringLiteral("2"), QStringLiteral("1")}));
        QCOMPARE(t.ask({"GET", "/v1/audit?after=3"})
                     .json()
                     .value(QStringLiteral("events"))
                     .toArray()
                     .first()[QStringLiteral("seq")]
                     .toString(),
                 QStringLiteral("4"));
        const auto exported = t.ask({"GET", "/v1/audit/export"});
        QCOMPARE(exported.contentType, QByteArray("application/jsonl"));
        QVERIFY(exported.body.count('\n') >= 5);
        const auto head = t.ask({"GET", "/v1/audit/head"}).json();
        QCOMPARE(head.value(QStringLiteral("seq")).toString(), QStringLiteral("5"));
        QCOMPARE(t.ask({"POST", "/v1/audit/verify"}).json().value(QStringLiteral("head")),
                 head.value(QStringLiteral("hash")));
    }

    void import() {
        TestApi t;
        const QByteArray id = TestApi::idOf(t.makeKey());
        const QByteArray token =
            token::generate(QStringLiteral("lk"), Environment::Staging).token.view().toByteArray();
        const QByteArray csv = "id,name,environment,scopes,token\n" + id +
                               ",Renamed,production,leads:read leads:write,\n,Brought,staging,leads:read," +
                               token + "\n,Bad,mars,leads:read,\n";
        const auto post = [&](const QByteArray &query) {
            return t.ask({"POST", "/v1/import" + query, csv, {}, {}, {}, "text/csv"});
        };
        const auto dry = post("?dryRun=true");
        QVERIFY2(dry.status == 200, dry.body.constData());
        QCOMPARE(dry.json().value(QStringLiteral("created")).toString(), QStringLiteral("1"));
        QCOMPARE(dry.json().value(QStringLiteral("changed")).toString(), QStringLiteral("1"));
        QCOMPARE(dry.json().value(QStringLiteral("invalid")).toString(), QStringLiteral("1"));
        QCOMPARE(t.ask({"GET", "/v1/keys/" + id}).json().value(QStringLiteral("name")).toString(),
                 QStringLiteral("CRM sync"));
        QVERIFY(post("?expectedHash=" + QByteArray(64, '0')).status >= 400);
        const auto done =
            post("?expectedHash=" + dry.json().value(QStringLiteral("hash")).toString().toLatin1());
        QVERIFY2(done.status == 200, done.body.constData());
        QCOMPARE(t.ask({"GET", "/v1/keys/" + id}).json().value(QStringLiteral("name")).toString(),
                 QStringLiteral("Renamed"));
        QTRY_COMPARE(t.ask({"GET", "/v1/keys/count"}).json().value(QStringLiteral("count")).toString(),
                     QStringLiteral("2"));
        QVERIFY(!done.body.contains(token.right(38)));
        QVERIFY(t.ask({"POST", "/v1/import", "\xff\xfe", {}, {}, {}, "text/csv"}).status == 400);
    }
};

QTEST_GUILESS_MAIN(ResourcesTest)
#include "resources_test.moc"
