#include "core/model/audit_actions.h"
#include "ui/connections/connection_words.h"
#include "ui/format/words.h"

#include <QJsonArray>
#include <QtTest>

using namespace latchkey;
using namespace latchkey::ui;

class TestWords : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        (void)themedIcon(QStringLiteral("key")).pixmap(16, 16); // registers the icons
    }

    void whatIsToCome() {
        const Instant now(1'800'000'000'000);
        QCOMPARE(timeUntil(now.plusMs(20'000), now), QStringLiteral("in less than a minute"));
        QCOMPARE(timeUntil(now.plusMs(50'000), now), QStringLiteral("in 1 min"));
        QCOMPARE(timeUntil(now, now), QStringLiteral("just now"));
        QCOMPARE(timeUntil(now.plusMs(-20'000), now), QStringLiteral("just now"));
    }

    void relative_data() {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 s, const char *text) {
            QTest::newRow(qPrintable(QString::number(s))) << s << QString::fromUtf8(text);
        };
        row(0, "just now");
        row(44, "just now");
        row(-44, "just now");
        row(45, "1 min ago");
        row(119, "2 min ago");
        row(3569, "59 min ago");
        row(3599, "1 h ago");
        row(3600, "1 h ago");
        row(2 * 3600, "2 h ago");
        row(86399, "24 h ago");
        row(36 * 3600, "36 h ago");
        row(48 * 3600, "2 days ago");
        row(3 * 86400, "3 days ago");
        row(59 * 86400, "59 days ago");
        row(60LL * 86400 - 1, "2 months ago");
        row(90LL * 86400, "3 months ago");
        row(720LL * 86400 - 1, "2 years ago");
        row(800LL * 86400, "2 years ago");
        row(-3 * 86400, "in 3 days");
        row(-2 * 3600, "in 2 h");
        row(-(48 * 3600 - 60), "in 2 days");
        row(-(47 * 3600 + 1200), "in 47 h");
        row(-14LL * 86400, "in 14 days");
    }
    void relative() {
        QFETCH(qint64, secondsAgo);
        QFETCH(QString, text);
        const Instant now(1'800'000'000'000);
        QCOMPARE(relativeTime(now.plusMs(-secondsAgo * 1000), now), text);
    }

    void dates() {
        const auto t = Instant::fromDateTime(QDateTime(QDate(2026, 3, 3), QTime(12, 5), Qt::UTC));
        QCOMPARE(shortDate(t, QTimeZone::utc()), QStringLiteral("3 Mar 2026"));
        QCOMPARE(fullTime(t, QTimeZone::utc()), QStringLiteral("3 March 2026, 12:05 (UTC)"));
        QCOMPARE(fullTime(t, QTimeZone(2 * 3600)), QStringLiteral("3 March 2026, 14:05 (UTC+2)"));
        QCOMPARE(fullTime(t, QTimeZone(-(3 * 3600 + 1800))),
                 QStringLiteral("3 March 2026, 08:35 (UTC−3:30)"));
        const QString time = QLocale().toString(QTime(12, 5), QLocale::ShortFormat);
        const auto evening = t.plusMs(11 * 3'600'000);
        QCOMPARE(dayTime(t, evening, QTimeZone::utc()), time);
        QCOMPARE(dayTime(t, t.plusDays(1), QTimeZone::utc()), QStringLiteral("3 Mar 2026, ") + time);
        // The day depends on the zone.
        QVERIFY(dayTime(t, evening, QTimeZone(2 * 3600)).startsWith(QStringLiteral("3 Mar 2026, ")));
        const auto late = Instant::fromDateTime(QDateTime(QDate(2026, 12, 31), QTime(23, 30), Qt::UTC));
        QCOMPARE(shortDate(late, QTimeZone(2 * 3600)), QStringLiteral("1 Jan 2027"));
    }

    void aProxyThatIsSilentIsNotOneThatRefuses() {
        Connection c;
        c.kind = ConnectionKind::Server;
        const auto said = [&c](const QString &proxy) {
            return connectionTrouble(Error(ErrorCode::Unreachable, {{QStringLiteral("proxy"), proxy}}), c);
        };
        QCOMPARE(said(QStringLiteral("unreachable")),
                 QStringLiteral("The proxy on the way to it doesn't answer."));
        QCOMPARE(said(QStringLiteral("signIn")),
                 QStringLiteral("The proxy on the way to it wants a user and a password, and did not accept "
                                "what it got."));
    }

    void limits() {
        RateLimits l;
        QCOMPARE(limitsText(l), QStringLiteral("No limit"));
        l.set(RatePeriod::Minute, 100);
        QCOMPARE(limitsText(l), QStringLiteral("100 a minute"));
        l.set(RatePeriod::Day, 5000);
        QCOMPARE(limitsText(l), QStringLiteral("100 a minute, 5,000 a day"));
    }

    void everyErrorHasASentence() {
        QSet<QString> seen;
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const QString text =
                sentence(Error(code, {{QStringLiteral("path"), QStringLiteral("/home/ana/team.latchkey")},
                                      {QStringLiteral("reason"), QStringLiteral("Permission denied")},
                                      {QStringLiteral("changedBy"), QStringLiteral("Ana")}}));
            QVERIFY2(text.size() > 5, qPrintable(QStringLiteral("code %1 has none").arg(i)));
            QVERIFY2(!text.contains(QStringLiteral("%1")) && !text.contains(QStringLiteral("Error")),
                     qPrintable(text));
            QVERIFY2(text.at(0).isUpper() || text.startsWith(u'“'), qPrintable(text));
            QVERIFY2(QStringLiteral(".!?").contains(text.back()), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("/home")),
                     qPrintable(text)); // the name, not the whole path
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
        QVERIFY(sentence(Error(ErrorCode::Conflict, {{QStringLiteral("changedBy"), QStringLiteral("Ana")}}))
                    .startsWith(QStringLiteral("Ana changed")));
        // A gateway's answer to a question: nobody asked for a change.
        QCOMPARE(sentence(Error(ErrorCode::Unreachable,
                                {{QStringLiteral("path"), QStringLiteral("https://keys.example.com")},
                                 {QStringLiteral("reason"), QStringLiteral("HTTP 502")},
                                 {QStringLiteral("httpStatus"), 502}})),
                 QStringLiteral("“https://keys.example.com” could not be asked: what stands in front of it "
                                "answers HTTP 502."));
    }

    /// A connection is called by its name, and where some keys were changed nobody says that nothing was.
    void anErrorOfSome() {
        Error e(ErrorCode::Unreachable, {{QStringLiteral("path"), QStringLiteral("http://127.0.0.1:81")},
                                         {QStringLiteral("connection"), QStringLiteral("Team")}});
        QCOMPARE(sentence(e), QStringLiteral("“Team” doesn't answer.")); // a question
        e.params.insert(QStringLiteral("change"), true);
        QCOMPARE(sentence(e), QStringLiteral("“Team” doesn't answer. Nothing was changed."));
        e.params.insert(QStringLiteral("partly"), true);
        QCOMPARE(sentence(e), QStringLiteral("“Team” didn't answer: its keys are as they were."));
        e = Error(ErrorCode::Refused, {{QStringLiteral("service"), QStringLiteral("SendGrid")},
                                       {QStringLiteral("partly"), true}});
        QCOMPARE(sentence(e), QStringLiteral("SendGrid refused."));
        e.code = ErrorCode::RateLimited;
        QCOMPARE(sentence(e), QStringLiteral("SendGrid wants fewer requests. Try again in a while."));
    }

    /// A service that fails has answered, and is no Latchkey server.
    void aServiceThatFails() {
        Error e(ErrorCode::Unreachable, {{QStringLiteral("path"), QStringLiteral("https://api.sendgrid.com")},
                                         {QStringLiteral("service"), QStringLiteral("SendGrid")},
                                         {QStringLiteral("httpStatus"), 500},
                                         {QStringLiteral("reason"), QStringLiteral("HTTP 500")},
                                         {QStringLiteral("change"), true}});
        QCOMPARE(sentence(e), QStringLiteral("“https://api.sendgrid.com” reports an error of its own: HTTP "
                                             "500. Nothing was changed."));
        e.code = ErrorCode::Unanswered;
        QCOMPARE(sentence(e), QStringLiteral("“https://api.sendgrid.com” reported an error of its own: HTTP "
                                             "500. The change may have been made: look again."));
        e.code = ErrorCode::NotAServer;
        QCOMPARE(sentence(e), QStringLiteral("What answers at “https://api.sendgrid.com” is not the API of "
                                             "SendGrid."));
    }

    void whatADatabaseRefusesIsSaidInWords() {
        Error e(ErrorCode::Unreachable, {{QStringLiteral("path"), QStringLiteral("postgresql://db/keys")},
                                         {QStringLiteral("sqlState"), QStringLiteral("57P01")}});
        QCOMPARE(sentence(e), QStringLiteral("“postgresql://db/keys” doesn't answer. The database server "
                                             "ended the connection (57P01)."));
        e.code = ErrorCode::Internal;
        e.params.insert(QStringLiteral("sqlState"), QStringLiteral("22P02"));
        QCOMPARE(sentence(e),
                 QStringLiteral("Something went wrong inside Latchkey: The database refused what "
                                "it was asked for (22P02)."));
    }

    void aBadAddressOfAFileIsNamed() {
        FieldError e{QStringLiteral("allowedIps"), QStringLiteral("badAddress"), {}};
        QCOMPARE(sentence(e), QStringLiteral("An IP address or range in it isn't one."));
        e.params.insert(QStringLiteral("text"), QStringLiteral("10.0.0.999"));
        QCOMPARE(sentence(e), QStringLiteral("“10.0.0.999” is no IP address or range."));
    }

    void everyFieldErrorHasASentence() {
        const QStringList codes{QStringLiteral("empty"),        QStringLiteral("tooLong"),
                                QStringLiteral("tooMany"),      QStringLiteral("controlCharacter"),
                                QStringLiteral("bidiOverride"), QStringLiteral("billingMixed"),
                                QStringLiteral("notHeld"),      QStringLiteral("notANumber"),
                                QStringLiteral("notPositive"),  QStringLiteral("tooLarge"),
                                QStringLiteral("inPast"),       QStringLiteral("tooFar"),
                                QStringLiteral("badIp"),        QStringLiteral("badPrefix"),
                                QStringLiteral("outOfRange"),   QStringLiteral("noEnvironment")};
        const QString unknown =
            sentence(FieldError{QStringLiteral("name"), QStringLiteral("noSuchCode"), {}});
        QSet<QString> seen;
        for (const QString &code : codes) {
            const QString text =
                sentence(FieldError{QStringLiteral("name"),
                                    code,
                                    {{QStringLiteral("max"), 100},
                                     {QStringLiteral("length"), 101},
                                     {QStringLiteral("scope"), QStringLiteral("leads:read")},
                                     {QStringLiteral("line"), 7},
                                     {QStringLiteral("text"), QStringLiteral("10.0.0.1/33")}}});
            QVERIFY2(text != unknown, qPrintable(code));
            QVERIFY2(!text.contains(QStringLiteral("%1")), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
        QCOMPARE(sentence(FieldError{QStringLiteral("scopes"), QStringLiteral("empty"), {}}),
                 QStringLiteral("Choose at least one permission."));
        QVERIFY(
            sentence(FieldError{QStringLiteral("allowedIps"),
                                QStringLiteral("badIp"),
                                {{QStringLiteral("line"), 7}, {QStringLiteral("text"), QStringLiteral("x")}}})
                .contains(u'7'));
    }

    void everyStateHasWordAndIcon() {
        for (int i = 0; i <= static_cast<int>(KeyStatus::Damaged); ++i) {
            const auto s = static_cast<KeyStatus>(i);
            QVERIFY(!word(s).isEmpty());
            QVERIFY2(QFile::exists(QStringLiteral(":/latchkey/icons/%1.svg").arg(iconName(s))),
                     qPrintable(iconName(s)));
        }
        for (const Environment e : AllEnvironments)
            QVERIFY2(QFile::exists(QStringLiteral(":/latchkey/icons/%1.svg").arg(iconName(e))),
                     qPrintable(iconName(e)));
        for (int i = 0; i < SmartFilterCount; ++i) {
            QVERIFY(!word(static_cast<SmartFilter>(i)).isEmpty());
            QVERIFY(!rule(static_cast<SmartFilter>(i), {}).isEmpty());
        }
        Thresholds t;
        t.expiringDays = 21;
        QVERIFY(rule(SmartFilter::ExpiringSoon, t).contains(QStringLiteral("21 days")));
    }

    void auditActionsAreWorded() {
        QStringList said;
        for (const char16_t *action : AuditActions) {
            AuditEvent e;
            e.action = QStringView(action).toString();
            const QString words = auditSentence(e);
            QVERIFY2(!words.isEmpty() && words != e.action && !words.contains(u'.'), qPrintable(e.action));
            QVERIFY2(!said.contains(words), qPrintable(words)); // no two say the same
            said.append(words);
        }
    }

    /// What was written beside a change, but did not change.
    void auditLinesWithoutAChangeAreLeftOut() {
        AuditEvent e;
        e.action = QStringLiteral("key.edit");
        e.before = {{QStringLiteral("owner"), QStringLiteral("Ana")}, {QStringLiteral("tags"), QJsonArray()}};
        e.after = {{QStringLiteral("note"), QString()},
                   {QStringLiteral("owner"), QStringLiteral("Ben")},
                   {QStringLiteral("tags"), QJsonArray()}};
        QCOMPARE(auditChanges(e, QTimeZone::utc()), QStringList{QStringLiteral("Owner: Ana → Ben")});
    }

    void auditSaysWhatWasRemoved() {
        AuditEvent e;
        e.action = QStringLiteral("customer.remove");
        e.before = {{QStringLiteral("customer"), QStringLiteral("c2")},
                    {QStringLiteral("name"), QStringLiteral("Bolt")},
                    {QStringLiteral("note"), QString()}};
        QCOMPARE(auditChanges(e, QTimeZone::utc()), (QStringList{QStringLiteral("External ID: c2 → none"),
                                                                 QStringLiteral("Name: Bolt → none")}));
        e.action = QStringLiteral("rules.edit");
        e.before = {{QStringLiteral("rules"), QJsonArray{QStringLiteral("POST /v1/emails emails:send")}}};
        e.after = {{QStringLiteral("rules"), QJsonArray()}};
        QCOMPARE(auditChanges(e, QTimeZone::utc()),
                 QStringList{QStringLiteral("Removed: POST /v1/emails emails:send")});
    }

    void auditRemarksAreNoChanges() {
        AuditEvent e;
        e.action = QStringLiteral("key.reveal");
        e.after = {{QStringLiteral("why"), QStringLiteral("reveal")}};
        QCOMPARE(auditChanges(e, QTimeZone::utc()), QStringList{QStringLiteral("For: showing it")});
        e.action = QStringLiteral("key.edit");
        e.after = {{QStringLiteral("owner"), QStringLiteral("Ben")}};
        QCOMPARE(auditChanges(e, QTimeZone::utc()), QStringList{QStringLiteral("Owner: none → Ben")});
    }

    void usedAndExpires() {
        ApiKey k;
        const Instant now(1'800'000'000'000);
        QCOMPARE(lastUsedText(k, now), QStringLiteral("Never used"));
        QCOMPARE(expiresText(k, now, QTimeZone::utc()), QStringLiteral("Never expires"));
        k.lastUsedAt = now.plusMs(-7'200'000);
        k.config.expires = now.plusDays(14);
        QCOMPARE(lastUsedText(k, now), QStringLiteral("2 h ago"));
        QVERIFY(expiresText(k, now, QTimeZone::utc()).endsWith(QStringLiteral("(in 14 days)")));
    }
};

QTEST_MAIN(TestWords)
#include "test_words.moc"
