#include "core/model/catalogue_change.h"
#include "core/model/strict_json.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace latchkey;

namespace {

Catalogue shipped(const char *id = "business-tools") {
    for (const ShippedCatalogue &s : shippedCatalogues()) {
        if (s.id == QLatin1StringView(id))
            return *Catalogue::fromJson(s.json);
    }
    qFatal("no such catalogue");
}

QByteArray document(const QByteArray &resources, const QByteArray &rest = {}) {
    return "{\"format\":1,\"name\":\"X\",\"resources\":[" + resources + "]" + rest + "}";
}
QByteArray resource(const QByteArray &scopes) {
    return "{\"id\":\"r\",\"name\":\"R\",\"scopes\":[" + scopes + "]}";
}
const QByteArray scope = "{\"id\":\"a:b\",\"name\":\"B\"}";
QByteArray withTemplate(const QByteArray &t) {
    return document(resource(scope), ",\"templates\":[" + t + "]");
}

KeyId id(int n) {
    return *KeyId::fromString(QStringLiteral("k%1").arg(n, 11, 10, QLatin1Char('0')));
}
ScopeUse use(const char *scopes, qint64 keys, KeyType type = KeyType::General) {
    return {type, ScopeSet::parse(QString::fromLatin1(scopes)), keys, {id(static_cast<int>(keys))}};
}
QString textOf(const Touched &t) {
    QStringList lines;
    for (const TouchedKeys &e : t.effects)
        lines.append(QStringLiteral("%1 %2 %3>%4 %5")
                         .arg(static_cast<int>(e.what))
                         .arg(e.id)
                         .arg(static_cast<int>(e.from))
                         .arg(static_cast<int>(e.to))
                         .arg(e.keys));
    return lines.join(u'|');
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private slots:
    void shippedOnes_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("first document")
            << QStringLiteral("business-tools")
            << QStringList{QStringLiteral("Send Emails"), QStringLiteral("Manage Email Templates"),
                           QStringLiteral("Read leads"), QStringLiteral("Add/Update leads"),
                           QStringLiteral("Delete leads")};
        QTest::newRow("fourth document")
            << QStringLiteral("licensing-platform")
            << QStringList{QStringLiteral("License Management"), QStringLiteral("Customer Read"),
                           QStringLiteral("Telemetry Write")};
        QTest::newRow("third document")
            << QStringLiteral("email-platform") << QStringList{QStringLiteral("Send mail")};
    }
    void shippedOnes() {
        QFETCH(QString, id);
        QFETCH(QStringList, names);
        const QByteArray id8 = id.toLatin1();
        const Catalogue c = shipped(id8.constData());
        QStringList all;
        for (const Scope &s : c.allScopes()) {
            all.append(c.nameOf(s));
            QVERIFY2(!c.find(s)->description.isEmpty() && !c.find(s)->phrase.isEmpty(),
                     qPrintable(s.toString()));
        }
        for (const QString &n : names)
            QVERIFY2(all.contains(n), qPrintable(n));
        QVERIFY(c.templates().size() >= 3);
        for (const KeyTemplate &t : c.templates()) {
            QVERIFY2(!t.scopes.containsAll(c.scopesOf(t.type)), qPrintable(t.name)); // never Full by default
            QVERIFY(t.expiresInDays && !t.limits.isEmpty());
        }
        for (const ShippedCatalogue &s : shippedCatalogues()) {
            if (s.id != id)
                continue;
            QCOMPARE(s.name, c.name());
            QCOMPARE(QString::fromUtf8(c.toJson()), QString::fromUtf8(s.json)); // written as it is exported
        }
    }
    /// Third document: No, Read and Full access over its areas; billing apart from the rest.
    void emailPlatformHasLevelsAndBilling() {
        const Catalogue c = shipped("email-platform");
        const ResourceInfo *templates = c.resource(u"templates");
        QVERIFY(templates && templates->hasReadLevel());
        QCOMPARE(templates->scopesFor(AccessLevel::Read).toString(), QStringLiteral("templates:read"));
        QCOMPARE(templates->scopesFor(AccessLevel::Full).size(), 4);
        QVERIFY(!c.scopesOf(KeyType::Billing).isEmpty());
        QVERIFY(c.scopesOf(KeyType::Billing).intersected(c.scopesOf(KeyType::General)).isEmpty());
    }

    void bad_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &json, const char *where, const char *code,
                            const char *place = "") {
            QTest::newRow(name) << json << QString::fromLatin1(where) << QString::fromLatin1(code)
                                << QString::fromLatin1(place);
        };
        row("nothing", "", "$", "unexpectedEnd", "1:1");
        row("cut off", "{", "$", "unexpectedEnd", "1:2");
        row("cut off in a text", "{\"name\":\"X", "$.name", "unexpectedEnd");
        row("no object", "[]", "$", "notAnObject", "1:1");
        row("two documents", document(resource(scope)) + "{}", "$", "unexpected");
        row("a comma too many", R"({"format":1,})", "$", "unexpected", "1:13");
        row("a comment", "{\n  // hi\n}", "$", "unexpected", "2:3");
        row("byte order mark", "\xEF\xBB\xBF{}", "$", "byteOrderMark");
        row("not UTF-8", "{\n\"name\":\"\xff\"}", "$", "notUtf8", "2:1");
        row("overlong UTF-8", "{\"name\":\"\xc0\xaf\"}", "$", "notUtf8");
        row("NUL", QByteArray("{\"name\":\"a\0b\"}", 14), "$.name", "controlCharacter");
        row("escaped NUL", R"({"format":1,"name":"a\u0000","resources":[)" + resource(scope) + "]}", "$.name",
            "controlCharacter");
        row("half a surrogate", R"({"name":"\ud800"})", "$.name", "loneSurrogate");
        row("the other half", R"({"name":"\udc00\ud800"})", "$.name", "loneSurrogate");
        row("bad escape", R"({"name":"\x41"})", "$.name", "badEscape");
        row("bad unicode escape", R"({"name":"\u00g1"})", "$.name", "badEscape");
        row("field twice", R"({"format":1,"name":"X","name":"Y"})", "$", "duplicateKey", "1:24");
        row("escaped field twice", R"({"name":"X","\u006eame":"Y"})", "$", "duplicateKey");
        row("deep", QByteArray(100'000, '['), "$", "tooDeep");
        row("deep objects", QByteArray(R"({"a":)").repeated(5'000), "$", "tooDeep");
        row("huge number", R"({"format":18446744073709551616})", "$.format", "numberTooLarge");
        row("endless number", "{\"format\":" + QByteArray(100'000, '9') + "}", "$.format", "numberTooLarge");
        row("fraction", R"({"format":1.0})", "$.format", "notWhole");
        row("exponent", R"({"format":1e999})", "$.format", "notWhole");
        row("octal", R"({"format":01})", "$.format", "badNumber");
        row("plus", R"({"format":+1})", "$.format", "unexpected");
        row("NaN", R"({"format":NaN})", "$.format", "unexpected");
        row("other format", R"({"format":2,"name":"X"})", "$.format", "otherFormat", "1:11");
        row("format as text", R"({"format":"1","name":"X"})", "$.format", "otherFormat");
        row("unknown field", document(R"({"id":"r","name":"R","colour":1,"scopes":[)" + scope + "]}"),
            "$.resources[0].colour", "unknownField");
        row("no name", R"({"format":1,"resources":[)" + resource(scope) + "]}", "$.name", "missing");
        row("blank name", document(R"({"id":"r","name":" ","scopes":[)" + scope + "]}"),
            "$.resources[0].name", "empty");
        row("name is a number", document(R"({"id":"r","name":7,"scopes":[)" + scope + "]}"),
            "$.resources[0].name", "notAText");
        row("name is null", document(R"({"id":"r","name":null,"scopes":[)" + scope + "]}"),
            "$.resources[0].name", "notAText");
        row("long name",
            document(R"({"id":"r","name":")" + QByteArray(101, 'x') + R"(","scopes":[)" + scope + "]}"),
            "$.resources[0].name", "tooLong");
        row("reversing name",
            document("{\"id\":\"r\",\"name\":\"a\xE2\x80\xAE\",\"scopes\":[" + scope + "]}"),
            "$.resources[0].name", "bidiOverride");
        row("bad resource id", document(R"({"id":"R r","name":"R","scopes":[)" + scope + "]}"),
            "$.resources[0].id", "badId");
        row("bad scope", document(resource(R"({"id":"A B","name":"B"})")), "$.resources[0].scopes[0].id",
            "badScope");
        row("scope twice", document(resource(scope + "," + scope)), "$.resources[0].scopes[1].id",
            "duplicateId");
        row("scope in two resources",
            document(resource(scope) + R"(,{"id":"q","name":"Q","scopes":[)" + scope + "]}"),
            "$.resources[1].scopes[0].id", "duplicateId");
        row("resource twice", document(resource(scope) + "," + resource(R"({"id":"c:d","name":"D"})")),
            "$.resources[1].id", "duplicateId");
        row("no resources", document({}), "$.resources", "noResources");
        row("no scopes", document(resource({})), "$.resources[0].scopes", "noScopes");
        row("scopes is no list", document(R"({"id":"r","name":"R","scopes":{}})"), "$.resources[0].scopes",
            "notAList");
        row("a scope is a text", document(resource(R"("a:b")")), "$.resources[0].scopes[0]", "notAnObject");
        row("reads is no flag", document(resource(R"({"id":"a:b","name":"B","reads":"yes"})")),
            "$.resources[0].scopes[0].reads", "notAFlag");
        row("template scope unknown", withTemplate(R"({"id":"t","name":"T","scopes":["c:d"]})"),
            "$.templates[0].scopes", "unknownScope");
        row("template of the other type",
            withTemplate(R"({"id":"t","name":"T","type":"billing","scopes":["a:b"]})"),
            "$.templates[0].scopes", "wrongType");
        row("template type", withTemplate(R"({"id":"t","name":"T","type":"Owner","scopes":[]})"),
            "$.templates[0].type", "otherType");
        row("template scope twice", withTemplate(R"({"id":"t","name":"T","scopes":["a:b","a:b"]})"),
            "$.templates[0].scopes[1]", "duplicateId");
        row("limit 0", withTemplate(R"({"id":"t","name":"T","scopes":[],"limits":{"minute":0}})"),
            "$.templates[0].limits.minute", "outOfRange");
        row("limit of a week", withTemplate(R"({"id":"t","name":"T","scopes":[],"limits":{"week":1}})"),
            "$.templates[0].limits.week", "unknownField");
        row("days below 1", withTemplate(R"({"id":"t","name":"T","scopes":[],"expiresInDays":-1})"),
            "$.templates[0].expiresInDays", "outOfRange");
        row("5 MB", QByteArray(5 * 1024 * 1024, ' '), "$", "fileTooLarge");
        row("200,000 values", "{\"resources\":[" + QByteArray("0,").repeated(200'000) + "0]}",
            "$.resources[99998]", "tooManyValues");
    }
    void bad() {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        QFETCH(QString, code);
        QFETCH(QString, place);
        const auto c = Catalogue::fromJson(json);
        QVERIFY(!c);
        const FieldError &e = c.error().fields.first();
        QCOMPARE(e.code, code);
        if (code == QStringLiteral("tooDeep"))
            QVERIFY(e.field.startsWith(where));
        else
            QCOMPARE(e.field, where);
        const int line = e.params.value(QStringLiteral("line")).toInt();
        const int column = e.params.value(QStringLiteral("column")).toInt();
        QVERIFY(line > 0 && column > 0);
        if (!place.isEmpty())
            QCOMPARE(QStringLiteral("%1:%2").arg(line).arg(column), place);
    }
    /// All that is wrong is said at once, each with its line.
    void allProblemsAreNamed() {
        const auto c = Catalogue::fromJson("{\"format\":1,\"name\":\"X\",\"resources\":[\n"
                                           "{\"id\":\"\",\"name\":\"R\",\"scopes\":[\n"
                                           "{\"id\":\"a:b\",\"name\":\"\"}]}]}");
        QVERIFY(!c);
        QStringList all;
        for (const FieldError &e : c.error().fields)
            all.append(QStringLiteral("%1 %2 %3")
                           .arg(e.field, e.code, e.params.value(QStringLiteral("line")).toString()));
        QCOMPARE(all, QStringList({QStringLiteral("$.resources[0].id empty 2"),
                                   QStringLiteral("$.resources[0].scopes[0].name empty 3")}));
    }
    /// Values that cannot be read hide no others; what only follows from them is not said.
    void problemsOfBothKindsAreNamed() {
        const auto problems = [](const QByteArray &json) {
            QStringList all;
            const auto c = Catalogue::fromJson(json);
            for (const FieldError &e : c ? QList<FieldError>() : c.error().fields)
                all.append(QStringLiteral("%1 %2 %3")
                               .arg(e.field, e.code, e.params.value(QStringLiteral("line")).toString()));
            return all;
        };
        const QByteArray good = R"({"id":"a:b","name":"B"})";
        QCOMPARE(problems("{\"format\":1,\"name\":\"X\",\"resources\":[\n"
                          "{\"id\":\"r\",\"name\":\"R\",\"scopes\":[" +
                          good +
                          "]},\n{\"id\":\"r\",\"name\":\"S\",\"scopes\":[\n{\"id\":\"c:d\",\"name\":7}]},\n" +
                          "{\"id\":\"t\",\"name\":\"T\",\"scopes\":[]}]}"),
                 QStringList({QStringLiteral("$.resources[1].id duplicateId 3"),
                              QStringLiteral("$.resources[1].scopes[0].name notAText 4"),
                              QStringLiteral("$.resources[2].scopes noScopes 5")}));
        // The template's permission may well be one of the resource that is no object.
        QCOMPARE(
            problems(
                "{\"format\":1,\"name\":\"X\",\"resources\":[7,\n{\"id\":\"r\",\"name\":\"\",\"scopes\":[" +
                good + "]}],\n\"templates\":[{\"id\":\"t\",\"name\":\"T\",\"scopes\":[\"c:d\"]}]}"),
            QStringList({QStringLiteral("$.resources[0] notAnObject 1"),
                         QStringLiteral("$.resources[1].name empty 2")}));
        // A mistyped name of a field is one mistake, not one of each template, too.
        const auto mistyped = [&](const QByteArray &fields) {
            return problems("{\"format\":1,\"name\":\"X\",\"resources\":[\n{\"id\":\"r\",\"name\":\"R\"," +
                            fields + ":[" + good +
                            "]}],\n\"templates\":[{\"id\":\"t\",\"name\":\"T\",\"type\":\"billing\","
                            "\"scopes\":[\"a:b\"]}]}");
        };
        QCOMPARE(mistyped("\"scope\""), QStringList{QStringLiteral("$.resources[0].scope unknownField 2")});
        QCOMPARE(mistyped("\"billling\":true,\"scopes\""),
                 QStringList{QStringLiteral("$.resources[0].billling unknownField 2")});
        QCOMPARE(problems("{\"format\":2,\"name\":\"\"}"),
                 QStringList{QStringLiteral("$.format otherFormat 1")});
    }
    void roundTripIsExact() {
        QRandomGenerator random(7);
        const auto text = [&](int most) {
            static const QString letters = QStringLiteral("aä漢\"\\/ \n\t{}[],:é😀Z9");
            QString s = QStringLiteral("n");
            for (int i = random.bounded(most); i > 0; --i) {
                const qsizetype at = random.bounded(letters.size());
                if (!letters.at(at).isSurrogate() && letters.at(at) != u'\n' && letters.at(at) != u'\t')
                    s += letters.at(at);
            }
            return s;
        };
        for (int n = 0; n < 200; ++n) {
            CatalogueDraft d;
            d.name = text(20);
            QList<Scope> scopes;
            for (int r = 0; r <= random.bounded(5); ++r) {
                ResourceInfo res{QStringLiteral("r%1").arg(r), text(30), text(40), text(5), false, {}};
                for (int s = 0; s <= random.bounded(4); ++s) {
                    scopes.append(*Scope::fromString(QStringLiteral("r%1:s%2").arg(r).arg(s)));
                    res.scopes.append({scopes.last(), text(20), text(20), text(9), random.bounded(2) == 0,
                                       random.bounded(2) == 0});
                }
                d.resources.append(res);
            }
            for (int t = 0; t < random.bounded(3); ++t) {
                KeyTemplate k;
                k.id = QStringLiteral("t%1").arg(t);
                k.name = text(9);
                k.scopes = ScopeSet(scopes.mid(0, random.bounded(scopes.size() + 1)));
                k.limits.set(RatePeriod::Hour, 1 + random.bounded(100));
                if (random.bounded(2))
                    k.expiresInDays = 1 + random.bounded(3650);
                d.templates.append(k);
            }
            const auto c = Catalogue::fromDraft(d);
            QVERIFY(c);
            const auto again = Catalogue::fromJson(c->toJson());
            QVERIFY2(again, c->toJson().constData());
            QVERIFY(*again == *c);
            QCOMPARE(again->toJson(), c->toJson());
        }
    }
    /// Whatever comes, there is an answer.
    void brokenCopiesAreAnswered() {
        const QByteArray good = shipped("licensing-platform").toJson();
        QRandomGenerator random(11);
        int refused = 0;
        for (int n = 0; n < 3000; ++n) {
            QByteArray bad = good;
            const auto at = random.bounded(bad.size());
            switch (random.bounded(3)) {
            case 0:
                bad.truncate(at);
                break;
            case 1:
                bad[at] = static_cast<char>(random.bounded(256));
                break;
            default:
                bad.remove(at, 1 + random.bounded(20));
            }
            const auto c = Catalogue::fromJson(bad);
            if (!c) {
                ++refused;
                QVERIFY(!c.error().fields.isEmpty());
                QVERIFY(c.error().fields.first().params.value(QStringLiteral("line")).toInt() > 0);
            } else {
                QVERIFY(Catalogue::fromJson(c->toJson())); // what is taken can be written
            }
        }
        QVERIFY(refused > 1500);
    }

    void differencesByName() {
        const Catalogue before = shipped();
        CatalogueDraft d = before.draft();
        d.resources[2].scopes[0].name = QStringLiteral("See leads");
        d.resources[2].scopes.removeLast();
        d.templates[1].scopes.remove(*Scope::fromString(u"leads:write"));
        d.resources.append(
            {QStringLiteral("deals"),
             QStringLiteral("Deals"),
             {},
             {},
             false,
             {{*Scope::fromString(u"deals:read"), QStringLiteral("Read deals"), {}, {}, true, false}}});
        const Catalogue after = *Catalogue::fromDraft(d);
        QStringList lines;
        for (const CatalogueDifference &x : differences(before, after)) {
            QStringList fields;
            for (const CatalogueDifference::Change &c : x.changes)
                fields.append(
                    QStringLiteral("%1: %2 > %3").arg(c.field, c.before.toString(), c.after.toString()));
            lines.append(QStringLiteral("%1 %2 %3 %4")
                             .arg(static_cast<int>(x.subject))
                             .arg(static_cast<int>(x.kind))
                             .arg(x.id, fields.join(u',')));
        }
        QCOMPARE(lines,
                 QStringList({QStringLiteral("2 2 leads:read name: Read leads > See leads"),
                              QStringLiteral("1 0 deals "), QStringLiteral("2 0 deals:read "),
                              QStringLiteral("3 2 lead-import scopes: leads:read leads:write > leads:read"),
                              QStringLiteral("2 1 leads:delete ")}));
        QVERIFY(differences(before, before).isEmpty());
        QJsonObject old, now;
        describeChange(before, after, &old, &now);
        QCOMPARE(old.value(QStringLiteral("scope leads:read name")).toString(), QStringLiteral("Read leads"));
        QCOMPARE(now.value(QStringLiteral("scope leads:read name")).toString(), QStringLiteral("See leads"));
        QCOMPARE(old.value(QStringLiteral("scope leads:delete name")).toString(),
                 QStringLiteral("Delete leads"));
        QVERIFY(!now.contains(QStringLiteral("scope leads:delete name")));
        QCOMPARE(now.value(QStringLiteral("scope deals:read reads")).toBool(), true);
    }
    void movingIsADifference() {
        const Catalogue before = shipped();
        CatalogueDraft d = before.draft();
        d.resources.swapItemsAt(0, 2);
        const auto all = differences(before, *Catalogue::fromDraft(d));
        QCOMPARE(all.size(), 1);
        QVERIFY(all.first().kind == CatalogueDifference::Kind::Moved);
    }

    void removedScopesStayOnKeys() {
        const Catalogue before = shipped();
        CatalogueDraft d = before.draft();
        d.resources[2].scopes.removeLast(); // leads:delete
        const Touched t = touchedKeys(before, *Catalogue::fromDraft(d),
                                      {use("leads:delete leads:read leads:write", 12), use("leads:read", 5),
                                       use("leads:delete", 3), use("emails:send", 100)});
        // Full stays Full of what is left; what was only leads:delete is no access to what is known of leads.
        QCOMPARE(textOf(t), QStringLiteral("0 leads:delete 0>0 15|2 leads 3>0 3"));
        QCOMPARE(t.keys, 15);
        QCOMPARE(t.effects.first().name, QStringLiteral("Delete leads"));
        QCOMPARE(t.effects.first().some, QList<KeyId>({id(12), id(3)}));
    }
    void aWiderFullMakesKeysCustom() {
        const Catalogue before = shipped();
        CatalogueDraft d = before.draft();
        d.resources[2].scopes.append(
            {*Scope::fromString(u"leads:export"), QStringLiteral("Export leads"), {}, {}, false, false});
        const Touched t = touchedKeys(before, *Catalogue::fromDraft(d),
                                      {use("leads:delete leads:read leads:write", 12), use("leads:read", 5),
                                       use("leads:export leads:read", 2)});
        QCOMPARE(textOf(t), QStringLiteral("2 leads 2>3 12|1 leads:export 0>0 2|2 leads 1>3 2"));
        QCOMPARE(t.keys, 14);
    }
    void anotherReadLevel() {
        const Catalogue before = shipped();
        CatalogueDraft d = before.draft();
        d.resources[2].scopes[1].reads = true; // leads:write
        const Touched t = touchedKeys(before, *Catalogue::fromDraft(d),
                                      {use("leads:read", 5), use("leads:read leads:write", 4)});
        QCOMPARE(textOf(t), QStringLiteral("2 leads 1>3 5|2 leads 3>1 4"));
    }
    void billingChangesSides() {
        const Catalogue before = shipped("licensing-platform");
        CatalogueDraft d = before.draft();
        for (ResourceInfo &r : d.resources) {
            if (r.id == QStringLiteral("logs"))
                r.billing = true;
        }
        const Touched t =
            touchedKeys(before, *Catalogue::fromDraft(d),
                        {use("logs:read", 5), use("billing:read logs:read", 2, KeyType::Billing)});
        QCOMPARE(textOf(t), QStringLiteral("3 logs:read 0>0 5|4 logs:read 0>0 2"));
    }
    void namesAloneTouchNoKey() {
        const Catalogue before = shipped();
        CatalogueDraft d = before.draft();
        d.name = QStringLiteral("Ours");
        d.resources[0].name = QStringLiteral("Mail");
        QCOMPARE(touchedKeys(before, *Catalogue::fromDraft(d), {use("emails:send", 9)}).keys, 0);
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
