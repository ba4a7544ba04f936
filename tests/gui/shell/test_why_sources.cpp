#include "core/backend/request_log.h"
#include "core/backend/rule_store.h"
#include "tests/gui/shell/why_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/paste/paste_box.h"
#include "ui/why/whose_key_window.h"

#include <QLabel>
#include <QMimeData>

using namespace latchkey;
using namespace latchkey::ui;
using diagnosis::Fix;
using diagnosis::Remark;

/// What the answer to "Why was it rejected?" is made of: the rules, a row of the log, what was copied.
class WhySources : public QObject {
    Q_OBJECT
private slots:
    /// Rules say what everybody's keys may do: who may change some keys only is not offered one.
    void aRuleIsOfferedToWhoMayAddOne() {
        WindowFixture f;
        diagnosis::Facts facts;
        facts.method = QStringLiteral("GET");
        facts.path = QStringLiteral("/v1/leads");
        facts.status = 403;
        facts.code = DecisionCode::NoRule;
        for (const bool all : {false, true}) {
            KeyService service(*f.vault.backend, f.vault.secrets, f.vault.clock,
                               Principal{QStringLiteral("Bo"), true, all, {}});
            WhyWindow w(service, *f.clipboard, QTimeZone::utc());
            w.setFacts(facts);
            const QPushButton *add = fixOf(&w, Check::Scope);
            QVERIFY(!add->isHidden());
            QCOMPARE(add->isEnabled(), all);
            QCOMPARE(add->toolTip().contains(QStringLiteral("but not change them")), !all);
        }
    }

    /// Those of a server's file are known to be so before anybody goes to the rules.
    void noRuleIsOfferedToAFile() {
        struct Rules final : RuleStore {
            bool fixed = false;
            QFuture<Result<RuleBook>> rules() override { return ready<Result<RuleBook>>(RuleBook()); }
            QFuture<Result<RuleBook>> change(const RulesChange &) override { return rules(); }
            [[nodiscard]] bool areFixed() const override { return fixed; }
        };
        struct Vault final : MemoryBackend {
            Rules store;
            RuleStore *rules() override { return &store; }
        } backend;
        WindowFixture f;
        KeyService service(backend, f.vault.secrets, f.vault.clock,
                           Principal{QStringLiteral("Bo"), true, true, {}});
        WhyWindow w(service, *f.clipboard, QTimeZone::utc());
        diagnosis::Facts facts;
        facts.method = QStringLiteral("GET");
        facts.path = QStringLiteral("/v1/leads");
        facts.status = 403;
        facts.code = DecisionCode::NoRule;
        w.setFacts(facts);
        const QPushButton *add = fixOf(&w, Check::Scope);
        QVERIFY(add->isEnabled());
        backend.store.fixed = true;
        emit backend.store.changed();
        QVERIFY(!add->isEnabled());
        QVERIFY(add->toolTip().contains(QStringLiteral("configuration file only")));
    }

    /// An old row of the log, and what it would get by the rules as they are now.
    void aRuleAddedMeanwhileIsFound() {
        WindowFixture f;
        const auto made = make(f);
        diagnosis::Facts facts;
        facts.key = diagnosis::KeyReference{};
        facts.key->id = made.key.id;
        facts.method = QStringLiteral("GET");
        facts.path = QStringLiteral("/v1/leads");
        facts.status = 403;
        facts.code = DecisionCode::NoRule;
        f.window->why().open(facts);
        WhyWindow *w = f.window->why().window();
        QTRY_VERIFY(w->subject().key);
        QVERIFY2(w->verdict().contains(QStringLiteral("No gateway rule fits GET /v1/leads")),
                 qPrintable(w->verdict()));
        const RuleBook book = *waitFor(f.vault.backend->rules()->rules());
        QVERIFY(waitFor(f.vault.service->changeRules(
            {{{}, QStringLiteral("/v1/**"), QStringLiteral("leads:read"), {}, {}}}, book.kept.version)));
        QTRY_VERIFY2(w->verdict().contains(QStringLiteral("would be allowed now")), qPrintable(w->verdict()));
        QVERIFY(w->report().contains(QStringLiteral("Rule 1 fits now.")));
    }

    void pasteTheRequestTakesWhatWasCopied() {
        WindowFixture f;
        const auto made = make(f);
        WhyWindow *w = opened(f);
        w->clear();
        diagnosis::Facts facts;
        facts.ofALog = true;
        facts.status = 401;
        w->setFacts(facts);
        QCOMPARE(w->findChild<QLabel *>(QStringLiteral("whyKey"))->text(), QStringLiteral("Not in the log"));
        facts.code = DecisionCode::NoKey;
        w->setFacts(facts);
        QCOMPARE(w->findChild<QLabel *>(QStringLiteral("whyKey"))->text(), QStringLiteral("No key came"));
        QApplication::clipboard()->setText(curl(made.token, QStringLiteral("DELETE")));
        QCOMPARE(fixOf(w, Check::Shape)->text(), QStringLiteral("Paste the request"));
        QTest::mouseClick(fixOf(w, Check::Shape), Qt::LeftButton);
        QTRY_VERIFY2(w->verdict().contains(QStringLiteral("can't delete leads")), qPrintable(w->verdict()));
        w->paste(
            QStringLiteral("curl 'https://api.prod.example.com/v1/leads?api_key=%1'").arg(text(made.token)));
        QTRY_VERIFY2(w->verdict().contains(QStringLiteral("It isn't read from there")),
                     qPrintable(w->verdict()));
    }

    void pastingLeavesNoTokenAnywhere() {
        WindowFixture f;
        const auto made = make(f);
        WhyWindow *w = opened(f);
        const QString token = text(made.token), secret = token.mid(21, 20);
        QMimeData data;
        data.setText(curl(made.token, QStringLiteral("DELETE")));
        QApplication::clipboard()->setText(data.text());
        w->pasteBox().setFocus();
        w->pasteBox().paste();
        QTRY_VERIFY2(w->verdict().contains(QStringLiteral("can't delete leads")), qPrintable(w->verdict()));
        QVERIFY(w->verdict().contains(QStringLiteral("It needs Full access to Leads.")));
        QVERIFY(!w->pasteBox().toPlainText().contains(secret));
        QVERIFY(w->pasteBox().toPlainText().contains(QStringLiteral("••••")));
        w->pasteBox().undo();
        QVERIFY(!w->pasteBox().toPlainText().contains(secret));
        QVERIFY(!w->report().contains(secret));
        QVERIFY(w->report().contains(made.key.config.name));
        QTest::mouseClick(w->findChild<QPushButton *>(QStringLiteral("copyReport")), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("can't delete leads")));
        QVERIFY(!QApplication::clipboard()->text().contains(secret));
        for (const auto *widget : w->findChildren<QWidget *>()) {
            QVERIFY(!widget->accessibleName().contains(secret));
            QVERIFY(!widget->accessibleDescription().contains(secret));
        }
        for (const auto *label : w->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(secret));
        // Typed, letter by letter, it goes as soon as it is whole.
        w->clear();
        w->pasteBox().setFocus();
        QTest::keyClicks(&w->pasteBox(), token);
        QTRY_VERIFY(!w->pasteBox().toPlainText().contains(secret));
        QCOMPARE(w->pasteBox().textCursor().position(), w->pasteBox().toPlainText().size());
        QTRY_COMPARE(w->subject().key.value_or(ApiKey()).id, made.key.id);
    }

    /// A log line that shows the whole token makes its key possibly exposed; a command of one's own does not.
    void aTokenInALoggedAddressIsNoted() {
        WindowFixture f;
        const auto made = make(f);
        WhyWindow *w = opened(f);
        ask(w, curl(made.token, QStringLiteral("DELETE")), QStringLiteral("can't delete leads"));
        QVERIFY(waitFor(f.vault.backend->requests()->exposures())->isEmpty());
        w->clear();
        ask(w,
            QStringLiteral(
                "10.2.0.4 - - [10/Oct/2026:13:55:36 +0000] \"DELETE /v1/leads/4?key=%1 HTTP/1.1\" 403 "
                "12 \"-\" \"-\"")
                .arg(text(made.token)),
            QStringLiteral("can't delete leads"));
        QVERIFY(w->report().contains(QStringLiteral("The whole token stands in the address.")));
        QTRY_COMPARE(waitFor(f.vault.backend->requests()->exposures())->size(), 1);
        const Exposure e = waitFor(f.vault.backend->requests()->exposures())->first();
        QCOMPARE(e.credential, made.key.credentialId);
        QCOMPARE(e.seen.toIso(), QStringLiteral("2026-10-10T13:55:36.000Z"));
        QTRY_COMPARE(f.vault.ids({}, SmartFilter::PossiblyExposed), QList<KeyId>{made.key.id});
        // Pasted again without its time: it stays known since the log's.
        f.window->commands().trigger(QStringLiteral("tools.whose"));
        QTRY_VERIFY(f.shown<WhoseKeyWindow>());
        auto *whose = f.shown<WhoseKeyWindow>();
        whose->paste(QStringLiteral("https://api.example.com/v1/leads?key=%1").arg(text(made.token)));
        QTRY_VERIFY(whose->answer().contains(QStringLiteral("Possibly exposed")));
        QVERIFY(waitFor(f.vault.backend->requests()->append({}))); // what was asked for before is written
        QCOMPARE(waitFor(f.vault.backend->requests()->exposures())->value(0).seen, e.seen);
    }
};

QTEST_MAIN(WhySources)
#include "test_why_sources.moc"
