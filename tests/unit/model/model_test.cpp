#include "core/model/catalogue.h"
#include "core/model/key_filter.h"
#include "core/model/validation.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;

namespace {
Instant now() {
    return Instant(1'800'000'000'000);
}
Principal owner() {
    return {QStringLiteral("Ana"), true, true, {}};
}
Catalogue catalogue() {
    return *Catalogue::fromJson(defaultCatalogueJson());
}
KeyConfig good() {
    KeyConfig c;
    c.name = QStringLiteral("CRM sync");
    c.environment = Environment::Staging;
    c.scopes = ScopeSet::parse(u"leads:read");
    c.expires = now().plusDays(90);
    return c;
}
QStringList codes(const QList<FieldError> &errors) {
    QStringList l;
    for (const FieldError &e : errors)
        l.append(e.field + u':' + e.code);
    return l;
}
} // namespace

class ModelTest : public QObject {
    Q_OBJECT
private slots:
    void shippedCatalogue() {
        const Catalogue c = catalogue();
        QStringList names;
        for (const Scope &s : c.allScopes())
            names.append(c.nameOf(s));
        names.sort();
        QCOMPARE(names, QStringList({QStringLiteral("Add/Update leads"), QStringLiteral("Delete leads"),
                                     QStringLiteral("Manage Email Templates"), QStringLiteral("Read leads"),
                                     QStringLiteral("Send Emails")}));
        const ResourceInfo *leads = c.resource(u"leads");
        QVERIFY(leads);
        QCOMPARE(leads->levelOf(ScopeSet::parse(u"leads:read")), AccessLevel::Read);
        QCOMPARE(leads->levelOf(ScopeSet::parse(u"leads:read leads:write leads:delete")), AccessLevel::Full);
        QCOMPARE(leads->levelOf(ScopeSet::parse(u"leads:write")), AccessLevel::Custom);
        QCOMPARE(leads->levelOf(ScopeSet::parse(u"emails:send")), AccessLevel::None);
        for (const KeyTemplate &t : c.templates())
            QVERIFY2(!t.scopes.containsAll(c.scopesOf(t.type)), qPrintable(t.name)); // never Full by default
        const auto again = Catalogue::fromJson(c.toJson());
        QVERIFY(again);
        QCOMPARE(again->toJson(), c.toJson());
    }

    void ipRanges() {
        for (const char *ok :
             {"10.2.0.4", "10.2.0.0/16", "::1", "2001:db8::/32", "0.0.0.0/0", "255.255.255.255"})
            QVERIFY2(IpRange::fromString(QString::fromLatin1(ok)), ok);
        for (const char *bad :
             {"", "10", "10.2", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "10.0.0.1/33", "10.0.0.1/",
              "10.0.0.1/-1", "::1/129", "fe80::1%eth0", "localhost", "1.2.3.4 ", "1..2.3", "1.2.3.", ".1.2.3",
              "1.2.3.00", "1.2.3.1000", "1.2.3.4294967297"}) {
            QVERIFY2(!IpRange::fromString(QString::fromLatin1(bad)), bad);
            QVERIFY2(!strictAddress(QLatin1StringView(bad)), bad);
        }
        for (const char *one : {"10.2.0.4", "0.0.0.0", "255.255.255.255", "::1", "2001:db8::7"})
            QCOMPARE(strictAddress(QLatin1StringView(one)), QHostAddress(QLatin1StringView(one)));
        QVERIFY(!strictAddress(QLatin1StringView("10.2.0.4/32")) &&
                !strictAddress(QLatin1StringView("::1/128")));
        QVERIFY(IpRange::fromString(u"0.0.0.0/0")->contains(QHostAddress(QStringLiteral("203.0.113.9"))));
        QVERIFY(!IpRange::fromString(u"0.0.0.0/0")->contains(QHostAddress(QStringLiteral("2001:db8::7"))));
        const auto net = IpRange::fromString(u"10.2.3.4/16");
        QCOMPARE(net->toString(), QStringLiteral("10.2.0.0/16"));
        QVERIFY(net->contains(QHostAddress(QStringLiteral("10.2.255.1"))));
        QVERIFY(net->contains(QHostAddress(QStringLiteral("::ffff:10.2.0.1"))));
        QVERIFY(!net->contains(QHostAddress(QStringLiteral("10.3.0.1"))));
        QVERIFY(!IpRange::fromString(u"::/0")->contains(QHostAddress(QStringLiteral("10.3.0.1"))));
        QVERIFY(IpRange::fromString(u"2001:db8::/33")
                    ->contains(QHostAddress(QStringLiteral("2001:db8:7fff::1"))));
        QVERIFY(!IpRange::fromString(u"2001:db8::/33")
                     ->contains(QHostAddress(QStringLiteral("2001:db8:8000::1"))));
    }

    void tenThousandIpLines() {
        QStringList lines;
        for (int i = 0; i < 10'000; ++i)
            lines.append(i == 41 || i == 9'998 ? QStringLiteral("10.0.0.x")
                                               : QStringLiteral("10.%1.%2.1").arg(i / 250).arg(i % 250));
        QList<BadIpLine> bad;
        const auto ranges = parseIpRanges(lines.join(u'\n'), &bad);
        QCOMPARE(ranges.size(), 9'998);
        QCOMPARE(bad.size(), 2);
        QCOMPARE(bad[0].line, 42);
        QCOMPARE(bad[1].line, 9'999);
    }

    void names_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QString() << QStringLiteral("name:empty");
        QTest::newRow("blank") << QStringLiteral("  \t ") << QStringLiteral("name:empty");
        QTest::newRow("100") << QString(100, u'x') << QString();
        QTest::newRow("101") << QString(101, u'x') << QStringLiteral("name:tooLong");
        QTest::newRow("100 emoji") << QStringLiteral("🔑").repeated(100) << QString();
        QTest::newRow("emoji") << QStringLiteral("Key 🔑 für München") << QString();
        QTest::newRow("arabic") << QStringLiteral("مفتاح الإنتاج") << QString();
        QTest::newRow("control") << QStringLiteral("a\u0007b") << QStringLiteral("name:controlCharacter");
        QTest::newRow("line break") << QStringLiteral("a\nb") << QStringLiteral("name:controlCharacter");
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0) + u'b')
                             << QStringLiteral("name:controlCharacter");
        QTest::newRow("override") << QStringLiteral("abc\u202Egpj.exe")
                                  << QStringLiteral("name:bidiOverride");
        QTest::newRow("half a character")
            << QString(QChar(0xd83d)) << QStringLiteral("name:controlCharacter");
    }
    void names() {
        QFETCH(QString, name);
        QFETCH(QString, code);
        KeyConfig c = good();
        c.name = name;
        QCOMPARE(codes(validate(c, catalogue(), owner(), now())).join(u' '), code);
    }

    void otherFields() {
        KeyConfig c = good();
        QCOMPARE(codes(validate(c, catalogue(), owner(), now())), QStringList());
        c.scopes = {};
        c.expires = now();
        c.limits.set(RatePeriod::Minute, -1);
        c.limits.set(RatePeriod::Day, RateLimits::MaxCount + 1);
        c.note = QString(4001, u'n');
        QCOMPARE(codes(validate(c, catalogue(), owner(), now())),
                 QStringList({QStringLiteral("scopes:empty"), QStringLiteral("limits.minute:notPositive"),
                              QStringLiteral("limits.day:tooLarge"), QStringLiteral("expires:inPast"),
                              QStringLiteral("note:tooLong")}));
        // What was there already is no new error: an expired key can be renamed.
        KeyConfig before = good();
        before.expires = now().plusDays(-3);
        KeyConfig after = before;
        after.name = QStringLiteral("Other");
        QCOMPARE(codes(validate(after, catalogue(), owner(), now(), &before)), QStringList());
    }

    void nobodyGrantsBeyondTheirOwn() {
        Principal p{QStringLiteral("Ben"), true, false, ScopeSet::parse(u"leads:read")};
        KeyConfig c = good();
        c.scopes = ScopeSet::parse(u"leads:read leads:delete");
        const auto errors = validate(c, catalogue(), p, now());
        QCOMPARE(codes(errors), QStringList({QStringLiteral("scopes:notHeld")}));
        QCOMPARE(errors[0].params.value(QStringLiteral("scope")).toString(), QStringLiteral("leads:delete"));
        KeyConfig before = good();
        before.scopes = ScopeSet::parse(u"leads:delete");
        KeyConfig after = before;
        after.scopes = ScopeSet::parse(u"leads:delete leads:read");
        QCOMPARE(codes(validate(after, catalogue(), p, now(), &before)), QStringList());
    }

    void counts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("1") << QStringLiteral("1") << qint64{1} << QString();
        QTest::newRow("spaces") << QStringLiteral(" 100 ") << qint64{100} << QString();
        QTest::newRow("0") << QStringLiteral("0") << qint64{0} << QStringLiteral("notPositive");
        QTest::newRow("-1") << QStringLiteral("-1") << qint64{0} << QStringLiteral("notPositive");
        QTest::newRow("2^63") << QStringLiteral("9223372036854775808") << qint64{0}
                              << QStringLiteral("tooLarge");
        QTest::newRow("too large") << QStringLiteral("1000000001") << qint64{0} << QStringLiteral("tooLarge");
        QTest::newRow("words") << QStringLiteral("many") << qint64{0} << QStringLiteral("notANumber");
        QTest::newRow("1e3") << QStringLiteral("1e3") << qint64{0} << QStringLiteral("notANumber");
        QTest::newRow("1.5") << QStringLiteral("1.5") << qint64{0} << QStringLiteral("notANumber");
        QTest::newRow("empty") << QString() << qint64{0} << QStringLiteral("notANumber");
    }
    void counts() {
        QFETCH(QString, text);
        QFETCH(qint64, value);
        QFETCH(QString, code);
        const auto n = parseCount(text, QStringLiteral("f"));
        QCOMPARE(n ? QString() : n.error().fields.first().code, code);
        if (n)
            QCOMPARE(*n, value);
    }

    void filters_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<int>("problems");
        QTest::newRow("words") << QStringLiteral("CRM  Sync") << QStringLiteral("crm sync") << 0;
        QTest::newRow("accents") << QStringLiteral("Ärger") << QStringLiteral("arger") << 0;
        QTest::newRow("fields") << QStringLiteral("status:active env:prod perm:leads:read x")
                                << QStringLiteral("status:active env:production perm:leads:read x") << 0;
        QTest::newRow("negated") << QStringLiteral("-status:revoked") << QStringLiteral("-status:revoked")
                                 << 0;
        QTest::newRow("times") << QStringLiteral("last:>90d last:never expires:<2w")
                               << QStringLiteral("last:>90d last:never expires:<14d") << 0;
        QTest::newRow("quotes") << QStringLiteral("owner:\"Ana Silva\" \"two words\"")
                                << QStringLiteral("owner:\"ana silva\" \"two words\"") << 0;
        QTest::newRow("bad value") << QStringLiteral("expires:<soon status:none a") << QStringLiteral("a")
                                   << 2;
        QTest::newRow("unfinished") << QStringLiteral("status: a") << QStringLiteral("a") << 0;
        QTest::newRow("not a field") << QStringLiteral("http://x 12:30 x:")
                                     << QStringLiteral("\"http://x\" \"12:30\" \"x:\"") << 1;
        QTest::newRow("quoted colon") << QStringLiteral("\"status:active\" -\"statuss:active\"")
                                      << QStringLiteral("\"status:active\" \"-statuss:active\"") << 0;
        QTest::newRow("name") << QStringLiteral("name:\"CRM Sync\" -name:old")
                              << QStringLiteral("name:\"crm sync\" -name:old") << 0;
        QTest::newRow("no environment")
            << QStringLiteral("ENV:None -environment:none") << QStringLiteral("env:none -env:none") << 0;
        QTest::newRow("limit") << QStringLiteral("limit:none") << QStringLiteral("limit:none") << 0;
    }
    void foldingTwiceChangesNothing() {
        QCOMPARE(foldForSearch(QStringLiteral("İstanbul Ärger 𝐀b")), QStringLiteral("istanbul arger ab"));
        for (const QString &t :
             {QStringLiteral("İ"), QStringLiteral("ß"), QStringLiteral("ﬁ"), QStringLiteral("Ǆ")})
            QCOMPARE(foldForSearch(foldForSearch(t)), foldForSearch(t));
    }
    void filters() {
        QFETCH(QString, typed);
        QFETCH(QString, canonical);
        QFETCH(int, problems);
        QList<FilterProblem> found;
        const KeyFilter f = parseFilter(typed, &found);
        QCOMPARE(formatFilter(f), canonical);
        QCOMPARE(found.size(), problems);
        QCOMPARE(parseFilter(formatFilter(f)), f);
    }

    /// Nothing is guessed: it is searched for as typed, and what may have been meant is named.
    void mistypedFields() {
        QList<FilterProblem> found;
        const KeyFilter f = parseFilter(QStringLiteral("crm -Statuss:active onwer:ana leads:read"), &found);
        QVERIFY(f.terms.isEmpty());
        QCOMPARE(f.words.size(), 4);
        QStringList said;
        for (const FilterProblem &p : found)
            said.append(p.code + u' ' + p.field + u' ' + QString::number(p.at) + u' ' + p.nearest);
        QCOMPARE(said, QStringList({QStringLiteral("unknownField Statuss 5 status"),
                                    QStringLiteral("unknownField onwer 20 owner"),
                                    QStringLiteral("unknownField leads 30 ")}));
        const QString typed = QStringLiteral("a tpye:billing"); // two letters changed places
        (void)parseFilter(typed, &found);
        QCOMPARE(found.last().nearest, QStringLiteral("type"));
        QCOMPARE(corrected(typed, found.last()), QStringLiteral("a type:billing"));
    }

    void statusFollowsFromTheClock() {
        ApiKey k;
        k.config.expires = now();
        QCOMPARE(statusOf(k, now()), KeyStatus::Active); // inclusive to the millisecond
        QCOMPARE(statusOf(k, now().plusMs(1)), KeyStatus::Expired);
        k.state = KeyState::Inactive;
        QCOMPARE(statusOf(k, now().plusMs(1)), KeyStatus::Inactive);
        k.damaged = true;
        QCOMPARE(statusOf(k, now()), KeyStatus::Damaged);
    }

    void risks() {
        KeyConfig c = good();
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(u"leads:delete");
        c.expires.reset();
        QList<Risk> found;
        for (const RiskLine &r : risksOf(c, catalogue(), now()))
            found.append(r.risk);
        QCOMPARE(found, QList<Risk>({Risk::CanDelete, Risk::NeverExpires, Risk::FromAnywhere,
                                     Risk::AllCustomers, Risk::NoRateLimit, Risk::ProductionWrite}));
    }
};

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"
