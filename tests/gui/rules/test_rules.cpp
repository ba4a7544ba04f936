#include "core/backend/request_log.h"
#include "tests/gui/shell/window_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/feedback/toast_host.h"
#include "ui/feedback/window_feedback.h"
#include "ui/rules/rule_sheet.h"
#include "ui/rules/rules_model.h"
#include "ui/rules/rules_page.h"
#include "ui/rules/trial_view.h"
#include "ui/shell/page_stack.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTableWidget>
#include <algorithm>

using namespace latchkey;
using namespace latchkey::ui;

/// The page of the rules that gateways are answered by.
class TestRules : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;
    RulesPage *page = nullptr;

    static RuleSheet *sheet() {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (auto *s = qobject_cast<RuleSheet *>(w); s && s->isVisible())
                return s;
        }
        return nullptr;
    }
    template<typename T>
    static T *child(const QWidget *of, const char *name) {
        return of->findChild<T *>(QLatin1StringView(name));
    }
    void press(const char *name) {
        auto *b = child<QAbstractButton>(page, name);
        QVERIFY2(b && b->isEnabled(), name);
        b->click();
    }
    /// As a person does it: the sheet, its fields, and Add.
    void addRule(const char *path, const char *methods, const char *scope) {
        press("ruleAdd");
        QVERIFY(sheet());
        child<QLineEdit>(sheet(), "rulePath")->setText(QLatin1StringView(path));
        child<QLineEdit>(sheet(), "ruleMethods")->setText(QLatin1StringView(methods));
        child<QComboBox>(sheet(), "ruleScope")
            ->setCurrentText(*scope ? QString::fromLatin1(scope) : RuleSheet::anyKey());
        auto *done = child<QPushButton>(sheet(), "ruleDone");
        QVERIFY2(done->isEnabled(), path);
        done->click();
        QTRY_VERIFY(!sheet());
    }
    QString state() { return child<QLabel>(page, "rulesState")->text(); }
    void addAndSave(const char *path) {
        addRule(path, "", "");
        press("rulesSave");
        QTRY_VERIFY(!page->isDirty());
    }
    QString paths() {
        QStringList all;
        for (const GatewayRules now = kept(); const GatewayRule &r : now.rules)
            all.append(r.path);
        return all.join(u' ');
    }
    bool said(const QString &text) {
        const auto labels = f->window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }
    GatewayRules kept() { return waitFor(f->vault.backend->rules()->rules())->kept; }

private slots:
    void init() {
        f = std::make_unique<WindowFixture>();
        f->window->showPage(QStringLiteral("rules"));
        page = qobject_cast<RulesPage *>(f->window->pages().widgetOf(QStringLiteral("rules")));
        QVERIFY(page);
        QTRY_COMPARE(state(), QStringLiteral("No rules yet."));
    }
    void cleanup() { f.reset(); }

    /// A vault does not know what stands in the configuration file of a latchkeyd.
    void noRuleHereIsNotNoRuleAnywhere() {
        QVERIFY(!said(QStringLiteral("While there is no rule")));
        QVERIFY(said(QStringLiteral("A latchkeyd that has no rule lets nobody pass.")));
        QVERIFY(
            said(QStringLiteral("A latchkeyd with rules in its own configuration file goes by those, which "
                                "are not shown here.")));
    }

    void addReorderSaveUndo() {
        const QAbstractItemModelTester tester(page->table().model());
        addRule("/v1/leads/**", "get, head", "leads:read");
        addRule("/v1/leads/**", "", "leads:write");
        QCOMPARE(page->draft().size(), 2);
        QCOMPARE(page->draft().first().methods, (QStringList{QStringLiteral("GET"), QStringLiteral("HEAD")}));
        QCOMPARE(state(), QStringLiteral("Not saved yet."));
        press("ruleUp");
        QCOMPARE(page->draft().first().scope, QStringLiteral("leads:write"));
        QTest::keyClick(&page->table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(page->draft().first().scope, QStringLiteral("leads:read"));
        QVERIFY(kept().rules.isEmpty());
        press("rulesSave");
        QTRY_COMPARE(kept().rules.size(), 2);
        QTRY_VERIFY(!page->isDirty());
        QVERIFY2(state().startsWith(QStringLiteral("In force. Last changed by ")), qPrintable(state()));
        AuditQuery newest;
        newest.limit = 1;
        QCOMPARE(waitFor(f->vault.backend->audit(newest))->first().action, QStringLiteral("rules.edit"));
        f->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f->window.get()));
        page->table().setFocus();
        QTest::keyClick(&page->table(), Qt::Key_Delete);
        QTRY_COMPARE(page->draft().size(), 1);
        press("rulesDiscard");
        QCOMPARE(page->draft().size(), 2);
        // The toast's Undo.
        auto *undo = f->window->findChild<QAbstractButton *>(QStringLiteral("toastUndo"));
        QVERIFY(undo);
        undo->click();
        QTRY_VERIFY(kept().rules.isEmpty());
        QTRY_COMPARE(page->draft().size(), 0);
    }

    /// Each undo gives the rules a newer version: the older step goes on from there.
    void severalStepsBack() {
        for (int n = 1; n <= 3; ++n) {
            addRule("/v1/leads/**", "", "leads:read");
            press("rulesSave");
            QTRY_COMPARE(kept().rules.size(), n);
            QTRY_VERIFY(!page->isDirty());
        }
        for (int n = 2; n >= 0; --n) {
            f->window->undoHistory().undo();
            QTRY_COMPARE(page->draft().size(), n);
            QCOMPARE(kept().rules.size(), n);
        }
    }
    void twoStepsBackAtOnce() {
        for (int n = 1; n <= 2; ++n) {
            addRule("/v1/leads/**", "", "leads:read");
            press("rulesSave");
            QTRY_COMPARE(kept().rules.size(), n);
            QTRY_VERIFY(!page->isDirty());
        }
        f->window->undoHistory().undo();
        f->window->undoHistory().undo(); // waits for the answer to the first
        QTRY_VERIFY(kept().rules.isEmpty());
    }

    /// The older of two steps: what came after it stands. The other one there and back.
    void theOlderStepBack() {
        addAndSave("/one");
        addAndSave("/two");
        UndoHistory &history = f->window->undoHistory();
        QVERIFY(history.undoStep(1));
        QTRY_COMPARE(paths(), QStringLiteral("/two"));
        QTRY_VERIFY(said(QStringLiteral("Undone: the change of the rules.")));
        history.undo();
        QTRY_COMPARE(paths(), QString());
        history.redo();
        QTRY_COMPARE(paths(), QStringLiteral("/two"));
        QTRY_VERIFY(said(QStringLiteral("Redone: the change of the rules.")));
    }
    /// What one has changed again is undone first, and the older step stays.
    void aLaterChangeIsUndoneFirst() {
        addAndSave("/one");
        page->edit();
        QTRY_VERIFY(sheet());
        child<QLineEdit>(sheet(), "rulePath")->setText(QStringLiteral("/uno"));
        child<QPushButton>(sheet(), "ruleDone")->click();
        QTRY_VERIFY(!sheet());
        press("rulesSave");
        QTRY_VERIFY(!page->isDirty());
        UndoHistory &history = f->window->undoHistory();
        QVERIFY(history.undoStep(1));
        QTRY_VERIFY(said(QStringLiteral("Undo that one first.")));
        QVERIFY(history.holds(1));
        QCOMPARE(paths(), QStringLiteral("/uno"));
        history.undo();
        QTRY_COMPARE(paths(), QStringLiteral("/one"));
        history.undo();
        QTRY_COMPARE(paths(), QString());
    }
    /// Somebody else's rules stay; only the step that they stand in the way of is dropped.
    void somebodyElsesChangeStays() {
        addAndSave("/one");
        addAndSave("/two");
        GatewayRules theirs = kept();
        theirs.rules.last().path = QStringLiteral("/theirs");
        QVERIFY(waitFor(
            f->vault.backend->rules()->change({theirs.rules, theirs.version, QStringLiteral("rules.edit"),
                                               QStringLiteral("Bea"), f->vault.clock.now()})));
        UndoHistory &history = f->window->undoHistory();
        history.undo();
        QTRY_VERIFY(said(QStringLiteral("Bea changed the gateway rules in the meantime.")));
        QVERIFY(!history.holds(2) && !history.canRedo());
        history.undo();
        QTRY_COMPARE(paths(), QStringLiteral("/theirs"));
    }
    void withoutARuleThePageSaysWhatTheyAreFor() {
        auto *empty = child<QWidget>(page, "rulesEmpty");
        QTRY_VERIFY(empty->isVisible());
        press("rulesEmptyAdd");
        QVERIFY(sheet());
        sheet()->reject();
        QTRY_VERIFY(!sheet());
        addRule("/one", "", "");
        QVERIFY(!empty->isVisible() && page->table().isVisible());
    }

    /// After a read that failed too; but not when the page was left meanwhile.
    void aProposedRuleWaitsForTheRules() {
        struct FailsFirst final : RuleStore {
            int asked = 0;
            QFuture<Result<RuleBook>> rules() override {
                if (++asked == 1)
                    return ready<Result<RuleBook>>(fail(ErrorCode::Busy));
                return ready<Result<RuleBook>>(RuleBook());
            }
            QFuture<Result<RuleBook>> change(const RulesChange &) override {
                return ready<Result<RuleBook>>(fail(ErrorCode::Busy));
            }
        };
        struct Vault final : MemoryBackend {
            FailsFirst store;
            RuleStore *rules() override { return &store; }
        } backend;
        KeyService service(backend, f->vault.secrets, f->vault.clock,
                           Principal{QStringLiteral("Bo"), true, true, {}});
        RulesPage other(service, f->window->feedback());
        other.setVisible(true);
        auto *said = child<QLabel>(&other, "rulesState");
        QTRY_VERIFY(said->property("bad").toBool());
        const GatewayRule rule{{}, QStringLiteral("/v1/leads"), {}, {}, {}};
        other.propose(rule);
        other.hide();
        QTRY_COMPARE(said->text(), QStringLiteral("No rules yet."));
        QVERIFY(!sheet());
        other.setVisible(true);
        other.propose(rule);
        QTRY_VERIFY(sheet());
        QCOMPARE(sheet()->rule().path, rule.path);
        sheet()->reject();
        QTRY_VERIFY(!sheet());
    }

    void whatIsWrongIsSaidUnderItsField() {
        press("ruleAdd");
        auto *path = child<QLineEdit>(sheet(), "rulePath");
        auto *done = child<QPushButton>(sheet(), "ruleDone");
        QVERIFY(!done->isEnabled());
        const auto says = [&](const QString &text) {
            const auto labels = sheet()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
        };
        path->setText(QStringLiteral("/a/**/b"));
        QVERIFY(says(QStringLiteral("** stands at the end only.")) && !done->isEnabled());
        path->setText(QStringLiteral("/a"));
        child<QLineEdit>(sheet(), "ruleMethods")->setText(QStringLiteral("GET, 7"));
        QVERIFY(says(QStringLiteral("“7” is no method")) && !done->isEnabled());
        child<QLineEdit>(sheet(), "ruleMethods")->setText(QStringLiteral("get pots"));
        QVERIFY(says(QStringLiteral("“POTS” is no usual method. Is “POST” meant?")));
        child<QLineEdit>(sheet(), "ruleMethods")->setText(QStringLiteral("SUBSCRIBE"));
        QVERIFY(says(QStringLiteral("“SUBSCRIBE” is no usual method. The rule")));
        child<QComboBox>(sheet(), "ruleScope")->setCurrentText(RuleSheet::anyKey());
        QVERIFY(done->isEnabled()); // an API may have its own
        child<QComboBox>(sheet(), "ruleScope")->setCurrentText(QString());
        child<QLineEdit>(sheet(), "ruleMethods")->clear();
        QVERIFY(!says(QStringLiteral("usual method")));
        // Nothing is chosen for the person: not to ask for a permission is a choice.
        QVERIFY(says(QStringLiteral("Choose the permission.")) && !done->isEnabled());
        auto *scope = child<QComboBox>(sheet(), "ruleScope");
        scope->setCurrentText(RuleSheet::anyKey());
        QVERIFY(says(QStringLiteral("Every key that is active passes")) && done->isEnabled());
        QVERIFY(!says(QStringLiteral("Choose the permission.")) && sheet()->rule().scope.isEmpty());
        scope->setCurrentText(QStringLiteral("no:where"));
        QVERIFY(says(QStringLiteral("doesn't know it")));
        scope->setCurrentText(QStringLiteral("read leads")); // by its name
        QCOMPARE(sheet()->rule().scope, QStringLiteral("leads:read"));
        QVERIFY(!says(QStringLiteral("doesn't know it")) && done->isEnabled());
        auto *question = sheet()->findChild<InlineGuard *>();
        sheet()->reject(); // what was typed is not dropped unasked
        QVERIFY(sheet() && question->isVisible());
        question->stayButton()->click();
        QVERIFY(sheet() && !question->isVisible());
        sheet()->reject();
        question->leaveButton()->click();
        QTRY_VERIFY(!sheet());
        QVERIFY(page->draft().isEmpty());
    }

    /// A vault that was away when the page was opened.
    void readsAgainWhenTheVaultIsBack() {
        struct Rules final : RuleStore {
            bool away = true;
            QFuture<Result<RuleBook>> rules() override {
                return ready<Result<RuleBook>>(away ? Result<RuleBook>(fail(ErrorCode::Unreachable))
                                                    : Result<RuleBook>(RuleBook()));
            }
            QFuture<Result<RuleBook>> change(const RulesChange &) override { return rules(); }
        };
        struct Vault final : MemoryBackend {
            Rules store;
            RuleStore *rules() override { return &store; }
        } backend;
        KeyService service(backend, f->vault.secrets, f->vault.clock,
                           Principal{QStringLiteral("Bo"), true, true, {}});
        RulesPage other(service, f->window->feedback());
        other.show();
        const auto *add = child<QAbstractButton>(&other, "ruleAdd");
        QTRY_VERIFY(!child<QLabel>(&other, "rulesState")->text().isEmpty());
        QVERIFY(!add->isEnabled());
        backend.store.away = false;
        emit backend.recovered();
        QTRY_VERIFY(add->isEnabled());
    }

    void tabGoesFromFieldToField() {
        press("ruleAdd");
        child<QLineEdit>(sheet(), "rulePath")->setText(QStringLiteral("/a"));
        child<QComboBox>(sheet(), "ruleScope")->setCurrentText(RuleSheet::anyKey());
        QStringList names;
        for (int i = 0; i < 7; ++i) {
            names.append(sheet()->focusWidget()->objectName());
            QTest::keyClick(sheet()->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names.join(u' '), QStringLiteral("rulePath ruleMethods ruleScope ruleEnvironment ruleType "
                                                  "ruleCancel ruleDone"));
        QVERIFY(QTest::qWaitForWindowExposed(sheet()));
        sheet()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), sheet());
        QTest::keyClick(sheet()->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!sheet());
        QCOMPARE(page->draft().size(), 1);
        QVERIFY(page->draft().first().scope.isEmpty());
    }

    void aRuleThatIsNeverReachedIsNamed() {
        addRule("/v1/**", "", "");
        const auto *covered = child<QLabel>(page, "rulesCovered");
        QVERIFY(!covered->isVisible());
        addRule("/v1/leads", "GET", "");
        QVERIFY(covered->isVisible());
        QCOMPARE(covered->text(), QStringLiteral("Never reached, because a rule before it fits all its "
                                                 "requests: 2 (behind 1)."));
        const QModelIndex path = page->table().model()->index(1, RulesModel::Path);
        QCOMPARE(path.data(Qt::ToolTipRole).toString(),
                 QStringLiteral("/v1/leads\nNever reached: rule 1 fits all its requests."));
        QCOMPARE(path.data(Qt::AccessibleDescriptionRole).toString(),
                 QStringLiteral("Never reached: rule 1 fits all its requests."));
        press("ruleUp"); // the narrower one first
        QVERIFY(!covered->isVisible());
    }

    void tryAgainstTheLastRequests() {
        const ApiKey key = waitFor(f->vault.service->create(f->vault.config(QStringLiteral("Reader"))))->key;
        QList<RequestRecord> log;
        for (int i = 0; i < 5; ++i) {
            RequestRecord r;
            r.at = f->vault.clock.now().plusMs(-i);
            r.key = key.id;
            r.method = QStringLiteral("GET");
            r.path = QStringLiteral("/v1/leads/7");
            log.append(r);
        }
        QVERIFY(waitFor(f->vault.backend->requests()->append(log)));
        const QString scope = key.config.scopes.toString().section(u' ', 0, 0);
        addRule("/v1/leads/**", "", scope.toLatin1().constData());
        press("rulesTry");
        QTRY_VERIFY2(page->trial().text().contains(QStringLiteral("5 that are refused now would pass.")),
                     qPrintable(page->trial().text()));
        auto *table = child<QTableWidget>(&page->trial(), "trialTable");
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("GET /v1/leads/7"));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("Reader"));
        QCOMPARE(table->item(0, 4)->text(), QStringLiteral("Passes"));
        f->window->resize(900, 600); // the reason is said in full
        const auto isWhole = [table] {
            const QRect cell = table->visualItemRect(table->item(0, 3)), room(0, 0, cell.width() - 20, 1000);
            const QRect text =
                table->fontMetrics().boundingRect(room, Qt::TextWordWrap, table->item(0, 3)->text());
            return text.height() <= cell.height() && text.width() <= room.width();
        };
        QVERIFY(table->item(0, 3)->text().size() > 20);
        QTRY_VERIFY(isWhole());
        QVERIFY(page->escape());
        QVERIFY(!page->trial().isVisible());
    }

    /// The buttons are commands as well: they can be pressed as the buttons can, or say why not.
    void itsButtonsAreCommands() {
        const auto why = [this](const char *id) {
            const QAction *a = f->window->commands().action(QLatin1StringView(id));
            return a->isEnabled() ? QString() : a->toolTip();
        };
        QCOMPARE(why("rules.save"), QStringLiteral("Change a rule first"));
        QCOMPARE(why("rules.edit"), QStringLiteral("Select a rule first"));
        addRule("/v1/leads/**", "", "");
        for (const char *id : {"rules.save", "rules.try", "rules.discard", "rules.edit", "rules.remove"})
            QCOMPARE(why(id), QString());
        QCOMPARE(why("rules.up"), QStringLiteral("It is the first rule"));
        f->window->showPage({});
        QCOMPARE(why("rules.save"), QStringLiteral("Go to its page first"));
        f->window->showPage(QStringLiteral("rules"));
        f->window->commands().trigger(QStringLiteral("rules.save"));
        QTRY_COMPARE(kept().rules.size(), 1);
        QTRY_COMPARE(why("rules.save"), QStringLiteral("Change a rule first"));
    }

    void somebodyElseSavesMeanwhile() {
        addRule("/mine", "", "");
        const GatewayRule theirs{{}, QStringLiteral("/theirs"), {}, {}, {}};
        QVERIFY(waitFor(f->vault.backend->rules()->change(
            {{theirs}, 1, QStringLiteral("rules.edit"), QStringLiteral("Bea"), f->vault.clock.now()})));
        QTRY_VERIFY2(state().startsWith(QStringLiteral("Bea changed the rules while you were editing.")),
                     qPrintable(state()));
        QCOMPARE(page->draft().first().path, QStringLiteral("/mine"));
        QVERIFY(f->window->pages().unsaved([] {}).has_value());
        press("rulesDiscard");
        QCOMPARE(page->draft().first().path, QStringLiteral("/theirs"));
        QVERIFY(!page->isDirty());
    }
};

QTEST_MAIN(TestRules)
#include "test_rules.moc"
