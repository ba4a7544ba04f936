#include "tests/support/api_client.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;

namespace {

struct Row {
    const char *route;
    const char *who; ///< of "voau": viewer, operator, admin, auditor; "*": without a credential
};
// Written down by hand, and not out of the routes: that is what it checks.
constexpr Row matrix[] = {
    {"GET /v1/openapi.json", "*"},
    {"GET /v1/me", "voau"},
    {"GET /v1/vault", "voau"},
    {"GET /v1/changes", "voa"},
    {"GET /v1/verifiers", "voa"},
    {"GET /v1/rules", "voa"},
    {"PUT /v1/rules", "a"},
    {"GET /v1/catalogue", "voa"},
    {"PUT /v1/catalogue", "a"},
    {"GET /v1/keys", "voa"},
    {"GET /v1/keys/count", "voa"},
    {"GET /v1/keys/ids", "voa"},
    {"POST /v1/keys/positions", "voa"},
    {"POST /v1/keys/get", "voa"},
    {"GET /v1/keys/counts", "voa"},
    {"POST /v1/keys/summary", "voa"},
    {"POST /v1/keys/alerts", "voa"},
    {"POST /v1/keys/usage", "voa"},
    {"GET /v1/keys/suggestions", "voa"},
    {"GET /v1/keys/name-taken", "voa"},
    {"GET /v1/keys/scope-use", "voa"},
    {"POST /v1/keys/find", "voa"},
    {"POST /v1/keys/owners", "voa"},
    {"POST /v1/keys", "oa"},
    {"GET /v1/keys/{id}", "voa"},
    {"PUT /v1/keys/{id}", "oa"},
    {"PATCH /v1/keys/{id}", "oa"},
    {"DELETE /v1/keys/{id}", "oa"},
    {"POST /v1/keys/{id}/activate", "oa"},
    {"POST /v1/keys/{id}/deactivate", "oa"},
    {"POST /v1/keys/{id}/restore", "oa"},
    {"POST /v1/keys/{id}/purge", "oa"},
    {"POST /v1/keys/{id}/revoke", "oa"},
    {"POST /v1/keys/{id}/rotate", "oa"},
    {"POST /v1/keys/{id}/extend-rotation", "oa"},
    {"POST /v1/keys/{id}/finish-rotation", "oa"},
    {"POST /v1/keys/{id}/events", "oa"},
    {"POST /v1/keys/{id}/dismiss-exposure", "oa"},
    {"GET /v1/keys/{id}/audit", "voau"},
    {"POST /v1/bulk/create", "oa"},
    {"POST /v1/bulk/change", "oa"},
    {"POST /v1/import", "oa"},
    {"GET /v1/customers", "voa"},
    {"GET /v1/customers/use", "voa"},
    {"GET /v1/customers/{id}", "voa"},
    {"PUT /v1/customers/{id}", "a"},
    {"DELETE /v1/customers/{id}", "a"},
    {"GET /v1/requests", "voa"},
    {"GET /v1/requests/count", "voa"},
    {"GET /v1/requests/chart", "voa"},
    {"GET /v1/requests/exposures", "voa"},
    {"GET /v1/audit", "au"},
    {"GET /v1/audit/head", "au"},
    {"GET /v1/audit/export", "au"},
    {"POST /v1/audit/verify", "au"},
    {"GET /v1/principals", "a"},
    {"POST /v1/principals", "a"},
    {"GET /v1/principals/{id}", "a"},
    {"PATCH /v1/principals/{id}", "a"},
    {"DELETE /v1/principals/{id}", "a"},
    {"POST /v1/principals/{id}/rotate", "a"},
    {"GET /v1/settings", "voa"},
    {"PUT /v1/settings/deleted-retention", "a"},
    {"PUT /v1/settings/request-retention", "a"},
    {"GET /v1/jobs", "voa"},
    {"GET /v1/jobs/{id}", "voa"},
    {"POST /v1/jobs/check", "a"},
    {"POST /v1/jobs/{id}/cancel", "a"},
};

QByteArray nameOf(const Route &r) {
    return QByteArray(r.method) + ' ' + r.pattern;
}

} // namespace

class MatrixTest : public QObject {
    Q_OBJECT
private slots:
    void everyRouteHasARow() {
        QSet<QByteArray> rows, routes;
        for (const Row &r : matrix)
            rows.insert(r.route);
        const QList<Route> all = allRoutes();
        for (const Route &r : all)
            routes.insert(nameOf(r));
        QCOMPARE(routes.size(), all.size());
        QCOMPARE((routes - rows).values(), QByteArrayList());
        QCOMPARE((rows - routes).values(), QByteArrayList());
    }

    /// And the document tells the same of each.
    void theDocumentNamesTheRoles() {
        TestApi t;
        const QJsonObject paths =
            t.ask({}, {"GET", "/v1/openapi.json"}).json().value(QStringLiteral("paths")).toObject();
        for (const Row &row : matrix) {
            const QStringList parts = QString::fromLatin1(row.route).split(u' ');
            const QJsonArray roles = paths[parts[1]][parts[0].toLower()][QStringLiteral("x-roles")].toArray();
            QByteArray who;
            for (const auto &role : roles) {
                const QString word = role.toString();
                who += word == QStringLiteral("anybody")   ? '*'
                       : word == QStringLiteral("auditor") ? 'u'
                                                           : word.at(0).toLatin1();
            }
            QCOMPARE(who, QByteArray(row.who));
        }
    }

    /// Each route, asked by each role: whoever is not named gets 403 and changes nothing; whoever is gets
    /// another answer.
    void everyRoleAtEveryRoute() {
        TestApi t;
        const QHash<char, QByteArray> tokens{
            {'v', t.add(QStringLiteral("Vera"), Role::Viewer)},
            {'o', t.add(QStringLiteral("Otto"), Role::Operator, QStringLiteral("*"))},
            {'a', t.add(QStringLiteral("Ada"), Role::Admin)},
            {'u', t.add(QStringLiteral("Uma"), Role::Auditor)}};
        const QByteArray id = TestApi::idOf(t.makeKey());
        const auto head = t.ask({"GET", "/v1/audit/head"}).body;
        // Those who may not, first: afterwards things have changed.
        for (const bool may : {false, true}) {
            for (const Row &row : matrix) {
                const QByteArrayList parts = QByteArray(row.route).split(' ');
                QByteArray target = parts[1];
                target.replace("{id}", parts[1].contains("jobs") ? QByteArray("999") : id);
                for (const char role : QByteArray("voau")) {
                    const bool named = QByteArray(row.who).contains(role) || row.who[0] == '*';
                    if (named != may)
                        continue;
                    const auto reply = t.ask(tokens.value(role), {parts[0], target});
                    const QByteArray what = QByteArray(row.route) + ' ' + role + ' ' + reply.body;
                    if (named)
                        QVERIFY2(reply.status != 401 && reply.status != 403 && reply.status != 405 &&
                                     reply.status < 500,
                                 what.constData());
                    else
                        QVERIFY2(reply.status == 403 && reply.code() == QStringLiteral("insufficient_role"),
                                 what.constData());
                }
                const auto nobody = t.ask({}, {parts[0], target});
                QVERIFY2(row.who[0] == '*' ? nobody.status == 200 : nobody.status == 401, row.route);
            }
            if (!may)
                QCOMPARE(t.ask({"GET", "/v1/audit/head"}).body, head);
        }
    }

    void credentials() {
        TestApi t;
        QCOMPARE(t.ask({}, {"GET", "/v1/keys"}).headers.value("WWW-Authenticate"),
                 QByteArray(R"(Bearer realm="latchkey")"));
        auto wrong = token::generateAdmin(QStringLiteral("lk"));
        QByteArray changed = t.admin; // right id, another secret
        const auto made = token::parse(t.admin);
        QVERIFY(made);
        changed = changed.left(changed.size() - 38) + QByteArray(32, 'x');
        changed += token::checkOf(changed);
        QVERIFY(token::parse(changed));
        const QString key =
            t.ask({"POST", "/v1/keys", TestApi::keyBody()}).json().value(QStringLiteral("token")).toString();
        const auto unknown = t.ask(wrong.token.view().toByteArray(), {"GET", "/v1/keys"});
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.code(), QStringLiteral("invalid_token"));
        for (const QByteArray &bad : {changed, QByteArray("x"), key.toLatin1()}) {
            const auto reply = t.ask(bad, {"GET", "/v1/keys"});
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.body, unknown.body);
            QCOMPARE(reply.headers, unknown.headers);
        }
    }

    /// An id that nobody has takes as long as a wrong secret: by medians of questions that take turns.
    void unknownTakesAsLongAsWrong() {
        TestApi t;
        constexpr int Pairs = 400;
        QByteArray wrong = t.admin.left(t.admin.size() - 38) + QByteArray(32, 'x');
        QByteArray unknown = wrong.left(7) + QByteArray(12, 'A') + wrong.mid(19);
        wrong += token::checkOf(wrong);
        unknown += token::checkOf(unknown);
        QVERIFY(token::parse(wrong) && token::parse(unknown));
        std::array<QList<qint64>, 2> times;
        for (int i = 0; i < 2 * Pairs; ++i) {
            t.peer = QHostAddress(static_cast<quint32>(0x0a000000 + i)); // nobody is slowed
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(t.ask(i % 2 ? wrong : unknown, {"GET", "/v1/me"}).status, 401);
            times[static_cast<std::size_t>(i % 2)].append(timer.nsecsElapsed());
        }
        for (QList<qint64> &list : times)
            std::sort(list.begin(), list.end());
        const double ratio = double(times[0].at(Pairs / 2)) / double(times[1].at(Pairs / 2));
        qInfo("unknown / wrong: %.3f", ratio);
        QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
    }

    /// From one address only, and a good token passes all the same.
    void guessingIsSlowed() {
        TestApi t;
        const QByteArray wrong = token::generateAdmin(QStringLiteral("lk")).token.view().toByteArray();
        QList<QFuture<ApiResponse>> replies;
        for (int i = 0; i < 40; ++i)
            replies.append(t.start(wrong, {"GET", "/v1/me"}));
        QTRY_VERIFY(replies.last().isFinished());
        QCOMPARE(replies.last().result().status, 429);
        QVERIFY(!replies.last().result().headers.isEmpty());
        QCOMPARE(t.ask({"GET", "/v1/me"}).status, 200);
        t.peer = QHostAddress(QStringLiteral("192.0.2.2"));
        QCOMPARE(t.ask(wrong, {"GET", "/v1/me"}).status, 401);
        AddressThrottle throttle;
        const QHostAddress a(QStringLiteral("2001:db8::1")), b(QStringLiteral("2001:db8::2"));
        for (int i = 0; i < AddressThrottle::Burst; ++i)
            QCOMPARE(throttle.failed(i % 2 ? a : b, Instant(1'000)), std::optional<qint64>(0));
        QCOMPARE(throttle.failed(a, Instant(1'000)), std::optional<qint64>(AddressThrottle::StepMs));
        QCOMPARE(throttle.failed(a, Instant(100'000)), std::optional<qint64>(0));
        for (int i = 0; i < 2 * AddressThrottle::MostAddresses; ++i)
            throttle.failed(QHostAddress(static_cast<quint32>(i)), Instant(100'000));
        QVERIFY(throttle.size() <= AddressThrottle::MostAddresses);
    }

    void theLastAdminStays() {
        TestApi t;
        const auto me = t.ask({"GET", "/v1/me"});
        const QByteArray path = "/v1/principals/" + TestApi::idOf(me.json());
        const auto refused = [&](const TestApi::Ask &ask) {
            const auto r = t.ask(ask);
            QCOMPARE(r.status, 409);
            QCOMPARE(r.json()[QStringLiteral("params")][QStringLiteral("status")].toString(),
                     QStringLiteral("lastAdmin"));
        };
        refused({"DELETE", path, {}, me.etag()});
        refused({"PATCH", path, R"({"role":"viewer"})", me.etag()});
        refused({"PATCH", path, R"({"active":false})", me.etag()});
        const auto second = t.ask({"POST", "/v1/principals", R"({"name":"Second","role":"admin"})"});
        QCOMPARE(second.status, 201);
        const QByteArray token = second.json().value(QStringLiteral("token")).toString().toLatin1();
        QCOMPARE(t.ask({"PATCH", path, R"({"role":"viewer"})", me.etag()}).status, 200);
        QCOMPARE(t.ask({"GET", "/v1/principals"}).status, 403);
        QCOMPARE(t.ask(token, {"GET", "/v1/principals"}).status, 200);
        t.admin = token;
        const QJsonObject p = second.json().value(QStringLiteral("principal")).toObject();
        const QByteArray secondPath = "/v1/principals/" + TestApi::idOf(p);
        const auto rotated = t.ask({"POST", secondPath + "/rotate", {}, "\"1\""});
        QCOMPARE(rotated.status, 200);
        QCOMPARE(t.ask({"GET", "/v1/me"}).status, 401); // the token before it
        t.admin = rotated.json().value(QStringLiteral("token")).toString().toLatin1();
        QCOMPARE(t.ask({"POST", "/v1/principals", R"({"name":"second","role":"viewer"})"}).status, 409);
        QCOMPARE(t.ask({"GET", path}).json().value(QStringLiteral("role")).toString(),
                 QStringLiteral("viewer"));
        QCOMPARE(t.ask({"DELETE", path, {}, "\"1\""}).status, 412);
        QCOMPARE(t.ask({"DELETE", path, {}, "\"2\""}).status, 200);
        QCOMPARE(t.ask({"GET", path}).status, 404);
        QCOMPARE(t.ask({"POST", "/v1/audit/verify"}).json().value(QStringLiteral("intact")).toBool(), true);
    }
};

QTEST_GUILESS_MAIN(MatrixTest)
#include "matrix_test.moc"
