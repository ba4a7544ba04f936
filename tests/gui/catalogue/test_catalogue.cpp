#include "tests/gui/shell/window_fixture.h"
#include "ui/catalogue/catalogue_file.h"
#include "ui/catalogue/catalogue_page.h"
#include "ui/catalogue/catalogue_words.h"
#include "ui/catalogue/draft_edits.h"
#include "ui/catalogue/review_view.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/feedback/window_feedback.h"
#include "ui/permissions/permission_tree.h"
#include "ui/shell/page_stack.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace latchkey;
using namespace latchkey::ui;
using Kind = CataloguePlace::Kind;

class TestCatalogue : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;
    CataloguePage *page = nullptr;

    template<typename T>
    T *child(const char *name) {
        for (T *w : page->findChildren<T *>(QLatin1StringView(name))) {
            if (w->isVisible())
                return w;
        }
        return nullptr;
    }
    ApiKey key(const QString &name, QStringView scopes) {
        KeyConfig c = f->vault.config(name);
        c.scopes = ScopeSet::parse(scopes);
        return waitFor(f->vault.service->create(c))->key;
    }
    void saveReviewed() {
        child<QPushButton>("reviewCatalogue")->click();
        QPushButton *save = nullptr;
        QTRY_VERIFY((save = child<QPushButton>("saveCatalogue")) && save->isEnabled());
        save->click();
    }
    QByteArray fileOf(const QByteArray &bytes, const QString &name = QStringLiteral("in.json")) {
        QFile file(f->vault.dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toUtf8();
    }
private slots:
    void init() {
        f = std::make_unique<WindowFixture>();
        f->window->showPage(QStringLiteral("catalogue"));
        page = qobject_cast<CataloguePage *>(f->window->pages().widgetOf(QStringLiteral("catalogue")));
        QVERIFY(page);
    }
    void cleanup() { f.reset(); }

    void renamingAPermission() {
        page->tree().choose({Kind::Scope, 2, 0});
        auto *name = child<QLineEdit>("catalogue.name");
        QVERIFY(name);
        QCOMPARE(name->text(), QStringLiteral("Read leads"));
        QVERIFY(!child<QPushButton>("reviewCatalogue")->isEnabled());
        name->clear();
        QVERIFY(name->accessibleDescription().contains(QStringLiteral("Enter a name")));
        QVERIFY(!child<QPushButton>("reviewCatalogue")->isEnabled());
        QVERIFY(!page->tree().currentItem()->icon(0).isNull()); // marked in the list
        QTest::keyClicks(name, QStringLiteral("See leads"));
        QVERIFY(name->accessibleDescription().isEmpty());
        QCOMPARE(page->tree().currentItem()->text(0), QStringLiteral("See leads"));
        saveReviewed();
        QTRY_COMPARE(f->vault.backend->catalogue().nameOf(*Scope::fromString(u"leads:read")),
                     QStringLiteral("See leads"));
        QTRY_VERIFY(!page->isDirty());
        f->window->undoHistory().undo();
        QTRY_COMPARE(f->vault.backend->catalogue().nameOf(*Scope::fromString(u"leads:read")),
                     QStringLiteral("Read leads"));
        QTRY_COMPARE(page->draft().resources[2].scopes[0].name, QStringLiteral("Read leads"));
    }
    /// The review says from what to what, and Ctrl+Enter saves from anywhere in it.
    void whatChangesIsReviewed() {
        page->tree().choose({Kind::Scope, 2, 0});
        child<QLineEdit>("catalogue.name")->setText(QStringLiteral("See leads"));
        child<QPushButton>("reviewCatalogue")->click();
        QPushButton *save = nullptr;
        QTRY_VERIFY((save = child<QPushButton>("saveCatalogue")) && save->isEnabled());
        const QString text = page->reviewView().text();
        QVERIFY2(
            text.contains(QStringLiteral("Permission “See leads” (leads:read) changes: name: “Read leads” → "
                                         "“See leads”.")),
            qPrintable(text));
        f->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f->vault.backend->catalogue().nameOf(*Scope::fromString(u"leads:read")),
                     QStringLiteral("See leads"));
    }
    /// A template's limits, permissions and flags say it in their own way.
    void everyKindOfValueIsNamed() {
        using Difference = CatalogueDifference;
        const QString text =
            differenceText({Difference::Subject::Template,
                            Difference::Kind::Changed,
                            QStringLiteral("t"),
                            QStringLiteral("T"),
                            {{QStringLiteral("expiresInDays"), QJsonValue(), 90},
                             {QStringLiteral("perMinute"), 60, QJsonValue()},
                             {QStringLiteral("scopes"), QStringLiteral("a:b c:d"), QStringLiteral("a:b e:f")},
                             {QStringLiteral("reads"), false, true}}});
        QCOMPARE(text,
                 QStringLiteral("Template “T” changes: expiry: none → 90 days; rate limit per minute: 60 → "
                                "none; permissions: +e:f, −c:d; part of Read: no → yes."));
    }
    /// Each undo gives the catalogue a newer version: the older step goes on from there.
    void severalStepsBack() {
        const QString first = f->vault.backend->catalogue().name();
        const auto name = [this] { return f->vault.backend->catalogue().name(); };
        for (const QString &next : {QStringLiteral("Second"), QStringLiteral("Third")}) {
            page->tree().choose({Kind::Catalogue});
            child<QLineEdit>("catalogue.name")->setText(next);
            saveReviewed();
            QTRY_COMPARE(name(), next);
            QTRY_VERIFY(!page->isDirty());
        }
        QTRY_COMPARE(f->window->undoHistory().undoText(), QStringLiteral("Permission catalogue saved."));
        f->window->undoHistory().undo();
        QTRY_COMPARE(name(), QStringLiteral("Second"));
        f->window->undoHistory().undo();
        QTRY_COMPARE(name(), first);
    }
    /// The older of two steps that are about different things: the newer one stands, and comes again.
    void theOlderStepBack() {
        const auto name = [this] { return f->vault.backend->catalogue().name(); };
        const auto scope = [this] {
            return f->vault.backend->catalogue().nameOf(*Scope::fromString(u"leads:read"));
        };
        const QString first = name();
        page->tree().choose({Kind::Catalogue});
        child<QLineEdit>("catalogue.name")->setText(QStringLiteral("Second"));
        saveReviewed();
        QTRY_COMPARE(name(), QStringLiteral("Second"));
        QTRY_VERIFY(!page->isDirty());
        page->tree().choose({Kind::Scope, 2, 0});
        child<QLineEdit>("catalogue.name")->setText(QStringLiteral("See leads"));
        saveReviewed();
        QTRY_COMPARE(scope(), QStringLiteral("See leads"));
        QTRY_VERIFY(!page->isDirty());
        UndoHistory &history = f->window->undoHistory();
        QTRY_VERIFY(history.holds(2));
        QVERIFY(history.undoStep(1));
        QTRY_COMPARE(name(), first);
        QCOMPARE(scope(), QStringLiteral("See leads"));
        history.undo();
        QTRY_COMPARE(scope(), QStringLiteral("Read leads"));
        history.redo();
        QTRY_COMPARE(scope(), QStringLiteral("See leads"));
        QCOMPARE(name(), first);
    }
    void removingAPermissionSaysWhichKeys() {
        const ApiKey full = key(QStringLiteral("Everything"), u"leads:read leads:write leads:delete");
        key(QStringLiteral("Reader"), u"leads:read");
        key(QStringLiteral("Eraser"), u"leads:delete");
        page->tree().choose({Kind::Scope, 2, 2});
        child<QToolButton>("catalogueRemove")->click();
        QCOMPARE(page->draft().resources[2].scopes.size(), 2);
        child<QPushButton>("reviewCatalogue")->click();
        QTRY_VERIFY(page->reviewView().text().contains(QStringLiteral("Eraser")));
        const QString text = page->reviewView().text();
        QVERIFY(text.indexOf(QStringLiteral("Eraser")) < text.indexOf(QStringLiteral("What changes")));
        QVERIFY2(text.contains(QStringLiteral("2 keys hold “Delete leads” (leads:delete). They keep it")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("2 keys are touched")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Everything")) && !text.contains(QStringLiteral("Reader")),
                 qPrintable(text));
        QTRY_VERIFY(child<QPushButton>("saveCatalogue")->isEnabled());
        child<QPushButton>("saveCatalogue")->click();
        QTRY_COMPARE(f->vault.backend->catalogueVersion(), 2);
        QCOMPARE(*waitFor(f->vault.backend->rows({full.id})), QList<ApiKey>({full})); // as it was

        // The key shows it by its id, as not in the catalogue, in the window that is open already.
        f->window->showPage({});
        f->window->page().table().select(full.id);
        f->window->setDetailShown(true);
        auto *tree = f->window->detail().findChild<PermissionTree *>();
        QTRY_VERIFY(tree->model().find(QStringLiteral("leads:delete")).isValid());
        QCOMPARE(tree->model().find(QStringLiteral("leads:delete")).data().toString(),
                 QStringLiteral("leads:delete"));
        QVERIFY(tree->model().find(QStringLiteral("*")).isValid());
        QTRY_VERIFY(f->window->page().model().rowOf(full.id) >= 0);
    }
    void aLevelWithAnotherMeaning() {
        key(QStringLiteral("Everything"), u"leads:read leads:write leads:delete");
        page->tree().choose({Kind::Resource, 2});
        for (QAction *a : child<QToolButton>("catalogueAdd")->menu()->actions()) {
            if (a->text() == QStringLiteral("Permission"))
                a->trigger();
        }
        QCOMPARE(page->tree().place(), (CataloguePlace{Kind::Scope, 2, 3}));
        child<QLineEdit>("catalogue.id")->setText(QStringLiteral("leads:export"));
        child<QLineEdit>("catalogue.name")->setText(QStringLiteral("Export leads"));
        child<QPushButton>("reviewCatalogue")->click();
        QTRY_VERIFY(page->reviewView().text().contains(QStringLiteral(
            "1 keys that were Full on Leads become Custom. What they may do stays the same.")));
        QVERIFY(page->escape()); // back to the draft, nothing saved
        QCOMPARE(f->vault.backend->catalogueVersion(), 1);
        child<QPushButton>("discardCatalogue")->click();
        QVERIFY(!page->isDirty());
    }
    void addRemoveReorder() {
        CatalogueDraft d = f->vault.backend->catalogue().draft();
        const CatalogueDraft before = d;
        CataloguePlace p = draft_edits::addResource(&d, {Kind::Resource, 0});
        QCOMPARE(p, (CataloguePlace{Kind::Resource, 1}));
        p = draft_edits::addResource(&d, p);
        QVERIFY(Catalogue::fromDraft(d)); // what is added is valid as it is
        p = draft_edits::addTemplate(&d, p);
        QCOMPARE(p, (CataloguePlace{Kind::Template, 3}));
        p = draft_edits::move(&d, p, -1);
        QCOMPARE(p, (CataloguePlace{Kind::Template, 2}));
        QVERIFY(!draft_edits::canMove(d, {Kind::Resource, 0}, -1));
        QCOMPARE(draft_edits::move(&d, {Kind::Resource, 0}, -1), (CataloguePlace{Kind::Resource, 0}));
        d = before;
        p = draft_edits::remove(&d, {Kind::Resource, 2}); // leads, and from the templates too
        QCOMPARE(p, (CataloguePlace{Kind::Resource, 1}));
        QVERIFY(Catalogue::fromDraft(d));
        QVERIFY(d.templates[1].scopes.isEmpty());
        d = before;
        draft_edits::move(&d, {Kind::Scope, 2, 0}, 1);
        QCOMPARE(d.resources[2].scopes[1].name, QStringLiteral("Read leads"));
    }
    void importAndExport() {
        const QString out = f->vault.dir.filePath(QStringLiteral("out.json"));
        page->exportFile(out);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), f->vault.backend->catalogue().toJson());
        page->importFile(out); // the same again: nothing to review, and the later one counts
        page->importFile(QString::fromUtf8(fileOf(shippedCatalogues().at(2).json)));
        QVERIFY(!page->isDirty()); // it is read elsewhere
        QTRY_VERIFY(page->isDirty());
        QPushButton *save = nullptr;
        QTRY_VERIFY((save = child<QPushButton>("saveCatalogue")) && save->isEnabled());
        save->click();
        QTRY_COMPARE(f->vault.backend->catalogue().name(), QStringLiteral("Email platform"));
        AuditQuery q;
        q.action = QStringLiteral("catalogue");
        QCOMPARE(waitFor(f->vault.backend->audit(q))->first().action, QStringLiteral("catalogue.import"));
    }
    void badFiles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("no json") << QByteArray("hello") << QStringLiteral("Line 1, column 1");
        QTest::newRow("twice") << QByteArray("{\n  \"format\": 1,\n  \"format\": 1\n}")
                               << QStringLiteral("Line 3, column 3");
        QTest::newRow("many problems")
            << QByteArray(R"({"format":1,"name":"","resources":[{"id":"R","name":"R","scopes":[]}]})")
            << QStringLiteral("$.resources[0].scopes");
        QTest::newRow("a value of another kind hides nothing")
            << QByteArray(R"({"format":1,"name":7,"resources":[{"id":"r","name":"R","scopes":[]}]})")
            << QStringLiteral("$.resources[0].scopes");
        QTest::newRow("too large") << QByteArray(6'000'000, ' ') << QStringLiteral("larger than");
    }
    void badFiles() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        page->importFile(QString::fromUtf8(fileOf(bytes)));
        ImportProblems *sheet = nullptr;
        QTRY_VERIFY((sheet = f->window->findChild<ImportProblems *>()) && sheet->isVisible());
        const QString text = sheet->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY(!page->isDirty());
        QCOMPARE(f->vault.backend->catalogueVersion(), 1);
        sheet->reject();
        for (const QString &path : {f->vault.dir.path(), f->vault.dir.filePath(QStringLiteral("none.json")),
                                    QStringLiteral("/dev/zero")})
            QVERIFY(!readCatalogueFile(path));
    }
    void whatIsNotSavedIsAskedFor() {
        const auto edit = [this](const QString &name) {
            page->tree().choose({Kind::Catalogue});
            child<QLineEdit>("catalogue.name")->setText(name);
            QVERIFY(page->isDirty());
        };
        auto *guard = page->findChild<InlineGuard *>(QStringLiteral("catalogueGuard"));
        edit(QStringLiteral("Mine"));
        // Another page drops nothing.
        f->window->showPage(QStringLiteral("jobs"));
        QVERIFY(page->isDirty());
        // The window stays, and shows where the question is.
        f->window->close();
        QVERIFY(f->window->isVisible());
        QTRY_VERIFY(guard->isVisible());
        QCOMPARE(f->window->pages().shown(), QStringLiteral("catalogue"));
        QVERIFY(guard->stayButton()->hasFocus());
        QTest::keyClick(guard->stayButton(), Qt::Key_Space);
        QVERIFY(!guard->isVisible() && page->isDirty() && f->window->isVisible());
        // Another catalogue asks as well.
        page->importFile(QString::fromUtf8(fileOf(shippedCatalogues().at(2).json)));
        QTRY_VERIFY(guard->isVisible());
        QCOMPARE(page->draft().name, QStringLiteral("Mine"));
        QVERIFY(page->escape());
        QCOMPARE(page->draft().name, QStringLiteral("Mine"));
        // Discarded: then it goes.
        f->window->close();
        QTRY_VERIFY(guard->isVisible());
        guard->leaveButton()->click();
        QTRY_VERIFY(!f->window->isVisible());
        QVERIFY(f->vault.backend->catalogue().name() != QStringLiteral("Mine"));
    }
    void somebodyElseSaves() {
        page->tree().choose({Kind::Catalogue});
        child<QLineEdit>("catalogue.name")->setText(QStringLiteral("Mine"));
        CatalogueDraft theirs = f->vault.backend->catalogue().draft();
        theirs.name = QStringLiteral("Theirs");
        QVERIFY(waitFor(f->vault.service->changeCatalogue(*Catalogue::fromDraft(theirs), 1)));
        QTRY_VERIFY(!child<QPushButton>("reviewCatalogue")->isEnabled());
        QCOMPARE(page->draft().name, QStringLiteral("Mine")); // kept until the person decides
        child<QPushButton>("discardCatalogue")->click();
        QCOMPARE(page->draft().name, QStringLiteral("Theirs"));
        QVERIFY(!page->isDirty());
        theirs.name = QStringLiteral("Theirs again");
        QVERIFY(waitFor(f->vault.service->changeCatalogue(*Catalogue::fromDraft(theirs), 2)));
        QTRY_COMPARE(page->draft().name, QStringLiteral("Theirs again")); // nothing of ours to lose: followed
    }
    /// The buttons are commands as well: they can be pressed as the buttons can, or say why not.
    void itsButtonsAreCommands() {
        const auto why = [this](const char *id) {
            const QAction *a = f->window->commands().action(QLatin1StringView(id));
            return a->isEnabled() ? QString() : a->toolTip();
        };
        const auto edit = [this](const QString &name) {
            page->tree().choose({Kind::Catalogue});
            child<QLineEdit>("catalogue.name")->setText(name);
        };
        for (const char *id : {"catalogue.review", "catalogue.discard"})
            QCOMPARE(why(id), QStringLiteral("Change the catalogue first"));
        edit({});
        QCOMPARE(why("catalogue.review"), QStringLiteral("1 problems, marked in the list."));
        QCOMPARE(why("catalogue.discard"), QString());
        edit(QStringLiteral("Mine"));
        QCOMPARE(why("catalogue.review"), QString());
        f->window->commands().trigger(QStringLiteral("catalogue.review"));
        QTRY_VERIFY(child<QPushButton>("saveCatalogue"));
        for (const char *id : {"catalogue.review", "catalogue.discard"}) // they can't be seen
            QCOMPARE(why(id), QStringLiteral("Go back from the review first"));
        QVERIFY(page->escape());
        QCOMPARE(why("catalogue.review"), QString());
        f->window->commands().trigger(QStringLiteral("catalogue.discard"));
        QVERIFY(!page->isDirty());
        f->window->showPage({});
        QCOMPARE(why("catalogue.discard"), QStringLiteral("Go to its page first"));
    }
    void whoMayNotSeesWhy() {
        KeyService service(*f->vault.backend, f->vault.secrets, f->vault.clock,
                           Principal{QStringLiteral("Bo"), true, false, {}});
        CataloguePage other(service, f->window->feedback());
        other.show();
        other.tree().choose({Kind::Scope, 2, 0});
        for (const QLineEdit *e : other.findChildren<QLineEdit *>(QStringLiteral("catalogue.name")))
            QVERIFY(e->isReadOnly());
        QVERIFY(!other.findChild<QToolButton *>(QStringLiteral("catalogueAdd"))->isEnabled());
        QVERIFY(!other.findChild<QToolButton *>(QStringLiteral("catalogueRemove"))->isEnabled());
    }
};

QTEST_MAIN(TestCatalogue)
#include "test_catalogue.moc"
