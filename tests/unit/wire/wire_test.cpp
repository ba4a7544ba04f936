#include "core/wire/key_json.h"
#include "core/wire/key_query.h"
#include "core/wire/problem.h"
#include "core/wire/records_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;

namespace {

JsonNode nodeOf(const QJsonObject &o) {
    const auto parsed = wire::parseAnswer(QJsonDocument(o).toJson());
    if (!parsed)
        qFatal("no JSON");
    return *parsed;
}

KeyConfig someConfig() {
    KeyConfig c;
    c.name = QStringLiteral("Ünï \"quoted\" \\ \u2028 \U0001F511");
    c.environment = Environment::Staging;
    c.type = KeyType::Billing;
    c.scopes = ScopeSet::parse(u"billing:read billing:write");
    c.limits.set(RatePeriod::Minute, 100);
    c.limits.set(RatePeriod::Day, RateLimits::MaxCount);
    c.customers = {QStringLiteral("acme"), QStringLiteral("b/ü")};
    c.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8\n2001:db8::/32"), nullptr);
    c.expires = Instant(1'999'999'999'123);
    c.owner = QStringLiteral("Ana");
    c.tags = {QStringLiteral("x"), QStringLiteral("y")};
    c.note = QStringLiteral("line\nline");
    c.storedIn = QStringLiteral("vault");
    return c;
}

ApiKey someKey() {
    ApiKey k;
    k.id = *KeyId::fromString(u"4fQz8KpW02aB");
    k.credentialId = *KeyId::fromString(u"000000000001");
    k.config = someConfig();
    k.state = KeyState::Revoked;
    k.stateBeforeDelete = KeyState::Inactive;
    k.stateReason = QStringLiteral("why");
    k.deletedAt = Instant(5);
    k.old = OldCredential{*KeyId::fromString(u"000000000002"), Instant(7), Instant(6), QStringLiteral("::1")};
    k.rotatedAt = Instant(4);
    k.leaked = true;
    k.createdAt = Instant(1);
    k.createdBy = QStringLiteral("Ana");
    k.changedAt = Instant(2);
    k.changedBy = QStringLiteral("Bo");
    k.lastUsedAt = Instant(3);
    k.lastUsedFrom = QStringLiteral("192.0.2.1");
    k.version = 9'007'199'254'740'993; // no double holds it
    return k;
}

} // namespace

class WireTest : public QObject {
    Q_OBJECT
private slots:
    void keys() {
        ApiKey bare;
        bare.id = *KeyId::fromString(u"4fQz8KpW02aB");
        for (const ApiKey &k : {someKey(), bare}) {
            const QJsonObject o = wire::toJson(k, Instant(10));
            QVERIFY(!QJsonDocument(o).toJson().contains("erifier"));
            const auto read = wire::keyFrom(nodeOf(o));
            QVERIFY2(read, read ? "" : qPrintable(read.error().fields.first().field));
            QCOMPARE(*read, k);
        }
        QJsonObject newer = wire::toJson(someKey(), Instant(10));
        newer.insert(QStringLiteral("somethingNew"), 1);
        QVERIFY(wire::keyFrom(nodeOf(newer)));
        newer.insert(QStringLiteral("version"), 7);
        QVERIFY(!wire::keyFrom(nodeOf(newer)));
    }

    void creations() {
        NewKey k;
        k.id = *KeyId::fromString(u"4fQz8KpW02aB");
        k.verifier = QByteArray(32, '\x8f');
        k.config = someConfig();
        const auto one = wire::creationFrom(nodeOf(wire::creationJson(k)), k.id);
        QVERIFY(one);
        QCOMPARE(one->verifier, k.verifier);
        QCOMPARE(one->config, k.config);
        const auto many = wire::bulkCreationFrom(nodeOf(wire::bulkCreationJson(k)), {});
        QVERIFY(many);
        QCOMPARE(many->id, k.id);
        QCOMPARE(many->config, k.config);
        for (const QString &bad :
             {QString(), QStringLiteral("ab"), QString(64, u'A'), QString(64, u'g'), QString(63, u'a')})
            QVERIFY(wire::verifierFrom(bad).isEmpty());
    }

    void changes() {
        const Instant now(1'000'000);
        KeyChange base;
        base.id = *KeyId::fromString(u"4fQz8KpW02aB");
        base.expectedVersion = 17;
        base.at = now;
        const auto same = [&](const KeyChange &c) {
            const auto read = wire::changeFrom(nodeOf(wire::toJson(c)), QStringLiteral("changes[0]"), now);
            QVERIFY2(read, qPrintable(c.action));
            QCOMPARE(read->id, c.id);
            QCOMPARE(read->expectedVersion, c.expectedVersion);
            QCOMPARE(read->action, c.action);
            QCOMPARE(read->config, c.config);
            QCOMPARE(read->reason, c.reason);
            QCOMPARE(read->leaked, c.leaked);
            QCOMPARE(read->oldUntil, c.oldUntil);
            QCOMPARE(read->rotation.has_value(), c.rotation.has_value());
            if (c.rotation) {
                QCOMPARE(read->rotation->credentialId, c.rotation->credentialId);
                QCOMPARE(read->rotation->verifier, c.rotation->verifier);
                QCOMPARE(read->rotation->oldUntil, c.rotation->oldUntil);
            }
        };
        for (const char *action : {"key.edit", "key.rename", "key.undo", "key.import"}) {
            KeyChange c = base;
            c.action = QLatin1StringView(action);
            c.config = someConfig();
            same(c);
        }
        for (const auto &[action, state] :
             {std::pair{"key.activate", KeyState::Active}, std::pair{"key.deactivate", KeyState::Inactive},
              std::pair{"key.delete", KeyState::Deleted}, std::pair{"key.purge", KeyState::Purged}}) {
            KeyChange c = base;
            c.action = QLatin1StringView(action);
            c.state = state;
            same(c);
        }
        KeyChange revoke = base;
        revoke.action = QStringLiteral("key.revoke");
        revoke.state = KeyState::Revoked;
        revoke.reason = QStringLiteral("lost");
        revoke.leaked = true;
        same(revoke);
        KeyChange rotate = base;
        rotate.action = QStringLiteral("key.rotate");
        for (const std::optional<Instant> &until : {std::optional<Instant>(), std::optional(now.plusMs(-1)),
                                                    std::optional(now.plusMs(86'399'999))}) {
            rotate.rotation =
                KeyChange::Rotation{*KeyId::fromString(u"000000000009"), QByteArray(32, 'v'), until};
            same(rotate);
        }
        KeyChange extend = base;
        extend.action = QStringLiteral("key.extendOld");
        extend.oldUntil = std::optional(now.plusMs(4'999));
        same(extend);
        extend.oldUntil = std::optional<Instant>();
        same(extend);
        KeyChange stop = base;
        stop.action = QStringLiteral("key.stopOld");
        stop.oldUntil = std::optional(now.plusMs(-1));
        same(stop);
    }

    /// Whatever the window can ask for comes out as it went in.
    void queries() {
        QRandomGenerator random(11);
        const QStringList values{QStringLiteral("active"), QStringLiteral("leads:read"),
                                 QStringLiteral("a b"),    QStringLiteral("50%25 + 1&x"),
                                 QStringLiteral("ü#?=/"),  QStringLiteral("10.0.0.1")};
        for (int i = 0; i < 500; ++i) {
            KeyQuery q;
            for (int n = random.bounded(3); n > 0; --n)
                q.filter.words.append(foldForSearch(values.at(random.bounded(values.size()))));
            const QStringList texts{QStringLiteral("status:active"), QStringLiteral("-tag:\"a b\""),
                                    QStringLiteral("last:>90d"),     QStringLiteral("expires:<36h"),
                                    QStringLiteral("limit:none"),    QStringLiteral("owner:ü&%41")};
            const KeyFilter parsed = parseFilter(texts.at(random.bounded(texts.size())));
            q.filter.terms = parsed.terms;
            if (random.bounded(2))
                q.filter.environment = Environment::Staging;
            q.filter.smart = static_cast<SmartFilter>(random.bounded(SmartFilterCount));
            q.sort = {static_cast<SortColumn>(random.bounded(15)),
                      random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder};
            q.thresholds.unusedDays = random.bounded(200);
            q.filter.words.removeIf([](const QString &w) { return w.contains(u':'); });
            QList<FieldError> errors;
            wire::QueryReader r(wire::toQuery(q).toString(QUrl::FullyEncoded).toUtf8(), errors);
            const KeyQuery read = wire::keyQueryFrom(r);
            r.finish();
            QVERIFY2(errors.isEmpty(), qPrintable(wire::toQuery(q).toString(QUrl::FullyEncoded)));
            QCOMPARE(read, q);
        }
        RequestFilter f;
        f.outcomes = {RequestOutcome::Forbidden, RequestOutcome::RateLimited};
        f.keys = {*KeyId::fromString(u"4fQz8KpW02aB")};
        f.environment = Environment::Production;
        f.from = Instant(1'000);
        f.to = Instant(2'000);
        f.terms = {{RequestTerm::Field::Path, true, QStringLiteral("/a?b=c&d+e%20")},
                   {RequestTerm::Field::Status, false, QStringLiteral("403")},
                   {RequestTerm::Field::Outcome, true, QStringLiteral("allowed")},
                   {RequestTerm::Field::Environment, true, QStringLiteral("none")},
                   {RequestTerm::Field::Key, true, QStringLiteral("4fQz8KpW02aB")}};
        f.words = {QStringLiteral("x y"), QStringLiteral("ü")};
        QList<FieldError> errors;
        wire::QueryReader r(wire::toQuery(f).toString(QUrl::FullyEncoded).toUtf8(), errors);
        QCOMPARE(wire::requestFilterFrom(r), f);
        r.finish();
        QVERIFY(errors.isEmpty());
    }

    void records() {
        const Customer c{QStringLiteral("a/b"), QStringLiteral("Acme"), QStringLiteral("n"), 3, Instant(4),
                         QStringLiteral("Bo")};
        QCOMPARE(*wire::customerFrom(nodeOf(wire::toJson(c))), c);
        RequestRecord q;
        q.seq = 5;
        q.at = Instant(6);
        q.outcome = RequestOutcome::RateLimited;
        q.code = DecisionCode::RateLimited;
        q.status = 429;
        q.method = QStringLiteral("GET");
        q.path = QStringLiteral("/x");
        q.key = *KeyId::fromString(u"4fQz8KpW02aB");
        q.environment = Environment::Development;
        q.durationUs = 12;
        QCOMPARE(*wire::requestRecordFrom(nodeOf(wire::toJson(q))), q);
        QCOMPARE(*wire::requestRecordFrom(nodeOf(wire::toJson(RequestRecord()))), RequestRecord());
        PrincipalRecord p;
        p.id = p.credentialId = *KeyId::fromString(u"4fQz8KpW02aB");
        p.name = QStringLiteral("Otto");
        p.role = Role::Operator;
        p.scopes = ScopeSet::parse(u"leads:read");
        p.version = 4;
        p.lastUsedAt = Instant(9);
        QCOMPARE(*wire::principalFrom(nodeOf(wire::toJson(p))), p);
        SidebarCounts counts;
        counts.all = 12;
        counts.environments = {1, 2, 3};
        for (int i = 1; i < SmartFilterCount; ++i)
            counts.smart[static_cast<size_t>(i)] = i * 10;
        const auto read = wire::sidebarCountsFrom(nodeOf(wire::toJson(counts)));
        QVERIFY(read && read->environments == counts.environments && read->smart == counts.smart &&
                read->all == 12);
        KeySummary summary;
        summary.keys = 7;
        summary.byRisk[1] = {3, {p.id}};
        summary.byRisk[5].keys = 4;
        summary.states = {1, 2, 3, 4, 5};
        const auto sum = wire::keySummaryFrom(nodeOf(wire::toJson(summary)));
        QVERIFY(sum && sum->keys == 7 && sum->states == summary.states && sum->byRisk[1].keys == 3 &&
                sum->byRisk[1].some == summary.byRisk[1].some && sum->byRisk[5].keys == 4);
        const QHash<KeyId, KeyAlerts> alerts{{p.id, {SmartFilter::Rotating, SmartFilter::Unused}}};
        QCOMPARE(*wire::alertsFrom(nodeOf(wire::toJson(alerts))), alerts);
        AuditEvent e;
        e.seq = 1;
        e.at = Instant(2);
        e.action = QStringLiteral("key.edit");
        e.before = {{QStringLiteral("limits"), QJsonObject{{QStringLiteral("minute"), 5}}},
                    {QStringLiteral("n"), QJsonValue()}};
        e.after = {{QStringLiteral("list"), QJsonArray{1, true, QStringLiteral("x")}}};
        e.hash = QByteArray(32, 'h');
        const auto event = wire::auditEventFrom(nodeOf(wire::toJson(e)));
        QVERIFY(event);
        QCOMPARE(event->before, e.before);
        QCOMPARE(event->after, e.after);
        QCOMPARE(event->hash, e.hash);
    }

    void problems() {
        Error e(QList<FieldError>{
            {QStringLiteral("limits.minute"), QStringLiteral("tooLarge"), {{QStringLiteral("max"), 7LL}}},
            {QStringLiteral("allowedIps[3]"), QStringLiteral("badIp"), {}}});
        auto p = wire::problemFrom(QJsonDocument(wire::toJson(wire::problemOf(e))).toJson());
        QVERIFY(p);
        QCOMPARE(p->status, 400);
        const Error back = wire::errorOf(*p);
        QCOMPARE(back.code, ErrorCode::InvalidInput);
        QCOMPARE(back.fields.size(), 2);
        QCOMPARE(back.fields[0].field, QStringLiteral("limits.minute"));
        QCOMPARE(back.fields[0].params.value(QStringLiteral("max")).toLongLong(), 7);
        QCOMPARE(back.fields[1].field, QStringLiteral("allowedIps[3]"));
        const Error conflict(ErrorCode::Conflict, {{QStringLiteral("changedBy"), QStringLiteral("Bo")},
                                                   {QStringLiteral("version"), 12LL}});
        p = wire::problemFrom(QJsonDocument(wire::toJson(wire::problemOf(conflict))).toJson());
        QCOMPARE(wire::errorOf(*p).code, ErrorCode::Conflict);
        QCOMPARE(wire::errorOf(*p).params.value(QStringLiteral("version")).toLongLong(), 12);
        const auto gone = wire::problemOf(Error(ErrorCode::Unreachable));
        QCOMPARE(gone.status, 503);
        QCOMPARE(gone.code, QStringLiteral("database_unreachable"));
        QCOMPARE(wire::errorOf(gone).code, ErrorCode::Unreachable);
        QCOMPARE(wire::errorOf(wire::problemOf(Error(ErrorCode::Unanswered))).code, ErrorCode::Unanswered);
        const auto secret =
            wire::problemOf(Error(ErrorCode::DiskFull, {{QStringLiteral("path"), QStringLiteral("/srv/x")},
                                                        {QStringLiteral("reason"), QStringLiteral("r")}}));
        QVERIFY(!QJsonDocument(wire::toJson(secret)).toJson().contains("/srv"));
        for (const char *bad : {"", "x", "{}", "[]", "{\"status\":\"400\",\"code\":\"x\"}", "<html>"})
            QVERIFY(!wire::problemFrom(bad));
        wire::Problem other;
        other.status = 403;
        other.code = QStringLiteral("insufficient_scope");
        QCOMPARE(wire::errorOf(other).code, ErrorCode::NotAllowed);
        other.status = 401;
        other.code = QStringLiteral("invalid_token");
        other.title = QStringLiteral("This token is not valid");
        other.requestId = QStringLiteral("0a");
        const auto again = wire::problemOf(wire::errorOf(other));
        QCOMPARE(wire::toJson(again), wire::toJson(other));
        const Error unheld(QList<FieldError>{{QStringLiteral("scopes"),
                                              QStringLiteral("notHeld"),
                                              {{QStringLiteral("scope"), QStringLiteral("leads:write")}}}});
        QCOMPARE(wire::insufficientScope(unheld).value().status, 403);
        QVERIFY(!wire::insufficientScope(e));
    }

    void small() {
        QCOMPARE(wire::instantFrom(u"2026-11-21T16:30:00.123Z")->toIso(),
                 QStringLiteral("2026-11-21T16:30:00.123Z"));
        for (const QString &bad :
             {QString(), QStringLiteral("2026-11-21"), QStringLiteral("2026-11-21T16:30:00Z"),
              QStringLiteral("2026-02-30T00:00:00.000Z"), QStringLiteral("2026-11-21T24:00:00.000Z"),
              QStringLiteral("2026-11-21T16:30:60.000Z"), QStringLiteral("2026-11-21t16:30:00.000z"),
              QStringLiteral("٢٠٢٦-11-21T16:30:00.000Z")})
            QVERIFY2(!wire::instantFrom(bad), qPrintable(bad));
        QCOMPARE(wire::counterFrom(u"9223372036854775807"),
                 std::optional(std::numeric_limits<qint64>::max()));
        for (const QString &bad :
             {QString(), QStringLiteral("-1"), QStringLiteral("+1"), QStringLiteral("01"),
              QStringLiteral(" 1"), QStringLiteral("9223372036854775808"), QStringLiteral("1e3"),
              QStringLiteral("٣")})
            QVERIFY2(!wire::counterFrom(bad), qPrintable(bad));
        QCOMPARE(wire::versionOfEtag(wire::etagOf(42)), std::optional<qint64>(42));
        for (const char *bad : {"", "42", "\"42", "W/\"42\"", "\"\"", "\"4 2\""})
            QVERIFY(!wire::versionOfEtag(bad));
        QCOMPARE(wire::pointerOf(QStringLiteral("$.resources[0].scopes[1].id")),
                 QStringLiteral("/resources/0/scopes/1/id"));
        QCOMPARE(wire::pointerOf(QStringLiteral("a/b~c")), QStringLiteral("/a~1b~0c"));
    }
};

QTEST_GUILESS_MAIN(WireTest)
#include "wire_test.moc"
