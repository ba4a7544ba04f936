#include "ui/dialogs/copy_key/snippets.h"
#include "ui/dialogs/create/summary.h"
#include "ui/dialogs/edit/config_fields.h"

#include <QtTest>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
const Catalogue &catalogue() {
    static const Catalogue c = *Catalogue::fromJson(defaultCatalogueJson());
    return c;
}

KeyConfig emailKey() {
    KeyConfig c;
    c.name = QStringLiteral("Production Email API");
    c.environment = Environment::Production;
    c.scopes = ScopeSet::parse(u"emails:send leads:read");
    c.limits.set(RatePeriod::Minute, 100);
    c.expires = Instant::fromDateTime(QDateTime(QDate(2026, 6, 12), QTime(21, 59), Qt::UTC));
    return c;
}

QString plain(const KeyConfig &c, bool environment = true) {
    return summaryText(c, environment, catalogue(), QTimeZone(7200))
        .remove(QStringLiteral("<b>"))
        .remove(QStringLiteral("</b>"));
}
} // namespace

class TestSummary : public QObject {
    Q_OBJECT
private slots:
    void wholeSentences() {
        QCOMPARE(
            plain(emailKey()),
            QStringLiteral("Production Email API will be able to send emails and read leads in Production. "
                           "It can't delete anything. It works for all customers, from any IP address, up "
                           "to 100 requests a minute, until 12 June 2026, 23:59 (UTC+2)."));
    }
    void namesWhatIsLimited() {
        KeyConfig c = emailKey();
        c.scopes = ScopeSet::parse(u"leads:delete");
        c.customers = {QStringLiteral("Acme"), QStringLiteral("Umbrella")};
        c.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8"), nullptr);
        c.limits = {};
        c.expires.reset();
        QCOMPARE(plain(c),
                 QStringLiteral("Production Email API will be able to delete leads in Production. It "
                                "works for Acme and Umbrella, from 10.0.0.0/8, without a rate limit, "
                                "and never expires."));
    }
    /// A service's permissions have names, but no words for a sentence.
    void aServicesKeyHoldsPermissions() {
        Capabilities can;
        can.service = QStringLiteral("SendGrid");
        const QString text = serviceSummary(emailKey(), false, catalogue(), can);
        QVERIFY2(text.contains(QStringLiteral("</b> will hold these permissions: <b>")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("will be able to")), qPrintable(text));
    }
    void emptyFormSaysSo() {
        QVERIFY(plain(KeyConfig{}, false).startsWith(QStringLiteral("This key can't do anything yet.")));
    }
    void typedMarkupIsText() {
        KeyConfig c = emailKey();
        c.name = QStringLiteral("<img src=x>%1%2");
        const QString html = summaryText(c, true, catalogue(), QTimeZone::utc());
        QVERIFY(html.contains(QStringLiteral("&lt;img src=x&gt;%1%2")));
    }
    void envNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("variable");
        QTest::newRow("plain") << QStringLiteral("CRM sync") << QStringLiteral("CRM_SYNC_API_KEY");
        QTest::newRow("has it") << QStringLiteral("Mail API key") << QStringLiteral("MAIL_API_KEY");
        QTest::newRow("half of it") << QStringLiteral("Mail API") << QStringLiteral("MAIL_API_KEY");
        QTest::newRow("no word of it") << QStringLiteral("Rapi") << QStringLiteral("RAPI_API_KEY");
        QTest::newRow("digit") << QStringLiteral("2nd") << QStringLiteral("KEY_2ND_API_KEY");
        QTest::newRow("accents") << QStringLiteral("Clé é") << QStringLiteral("CLE_E_API_KEY");
        QTest::newRow("nothing") << QStringLiteral("🔑") << QStringLiteral("API_KEY");
        QTest::newRow("shell") << QStringLiteral("a;rm -rf $(x)") << QStringLiteral("A_RM_RF_X_API_KEY");
    }
    void envNames() {
        QFETCH(QString, name);
        QTEST(envVariable(name), "variable");
    }
    void diffByName() {
        const ScopeDiff d = scopeDiff(ScopeSet::parse(u"leads:read leads:write leads:delete"),
                                      ScopeSet::parse(u"leads:read emails:send"), catalogue());
        const QString text = diffText(d);
        QVERIFY2(text.startsWith(QStringLiteral("Adds 1, removes 2.")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Delete leads")) &&
                text.contains(QStringLiteral("Send Emails")));
        QVERIFY(diffText({}).isEmpty());
    }
    void fieldsAreFoundAndCopied() {
        const KeyConfig a = emailKey();
        KeyConfig b = a;
        b.owner = QStringLiteral("Ana");
        b.expires.reset();
        QCOMPARE(changedFields(a, b), (QList{ConfigField::Expires, ConfigField::Owner}));
        for (const ConfigField f : changedFields(a, b))
            copyField(f, a, &b);
        QCOMPARE(b, a);
    }
};

QTEST_MAIN(TestSummary)
#include "test_summary.moc"
