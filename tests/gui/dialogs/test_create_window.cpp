#include "core/token/token.h"
#include "dialog_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/create/summary_panel.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/lock/lock_cover.h"
#include "ui/permissions/permission_tree.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
/// The one that can be seen, if there are several.
QPushButton *button(QWidget &w, const QString &text) {
    QPushButton *hidden = nullptr;
    for (auto *b : w.findChildren<QPushButton *>()) {
        if (b->text() == text && b->isVisible())
            return b;
        if (b->text() == text && !hidden)
            hidden = b;
    }
    return hidden;
}
} // namespace

class TestCreateWindow : public QObject {
    Q_OBJECT
private slots:
    void fourInteractionsWithATemplate();
    void createIsDisabledWithTheReason();
    void duplicateNameWarnsOnly();
    void switchingTypeSaysWhatItDrops();
    void riskLinesLeadToTheirField();
    void escAsksOnlyAfterTyping();
    void theKeyboardStaysWhereItWas();
    void duplicateTakesTheConfiguration();
    void anAnswerThatWasLost_data();
    void anAnswerThatWasLost();
    void enterCopiesAfterALock_data();
    void enterCopiesAfterALock();
};

/// Locked before the key was asked for, or while it was made: the keyboard unlocks, and then Enter copies.
void TestCreateWindow::enterCopiesAfterALock_data() {
    QTest::addColumn<bool>("asked");
    QTest::newRow("over the form") << false;
    QTest::newRow("while it is made") << true;
}

void TestCreateWindow::enterCopiesAfterALock() {
    QFETCH(bool, asked);
    DialogFixture f;
    QWidget main;
    LockCover cover(&main, nullptr);
    main.show();
    CreateWindow w(f.context(), &main);
    ApiKey like;
    like.config.name = QStringLiteral("Mailer");
    like.config.scopes = ScopeSet::parse(u"leads:read");
    w.startCopyOf(like);
    w.show();
    QVERIFY(QTest::qWaitForWindowActive(&w));
    const QPointer<QWidget> name = w.focusWidget();
    if (asked)
        w.submit();
    cover.lock();
    if (asked)
        QTRY_VERIFY(w.hasUnstoredToken());
    auto *unlock = w.findChild<QWidget *>(QStringLiteral("lockPlate"))->findChild<QPushButton *>();
    QCOMPARE(QApplication::focusWidget(), unlock);
    QTest::keyClick(unlock, Qt::Key_Return);
    QVERIFY(!cover.isLocked());
    if (!asked) {
        QVERIFY(name && name->hasFocus());
        w.submit();
    }
    QTRY_VERIFY(w.hasUnstoredToken());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(w.copyPanel().isSafe());
}

/// The connection goes before the answer, with the key made or not: it ends with one key and its token.
void TestCreateWindow::anAnswerThatWasLost_data() {
    QTest::addColumn<bool>("made");
    QTest::newRow("made") << true;
    QTest::newRow("not made") << false;
}

void TestCreateWindow::anAnswerThatWasLost() {
    QFETCH(bool, made);
    DialogFixture f;
    MemoryBackend backend;
    KeyService service(backend, f.secrets, f.clock, f.service->principal());
    QList<NewKey> asked;
    backend.refuseNew = [&](const NewKey &n) -> std::optional<Error> {
        asked.append(n);
        if (asked.size() > 1)
            return std::nullopt;
        if (made)
            (void)backend.make(n);
        return Error(ErrorCode::Unanswered, {{QStringLiteral("path"), QStringLiteral("x")}});
    };
    CreateWindow w({service, *f.clipboard, QTimeZone::utc()});
    ApiKey like;
    like.config.name = QStringLiteral("Mailer");
    like.config.scopes = ScopeSet::parse(u"leads:read");
    w.startCopyOf(like);
    w.show();
    QVERIFY(QTest::qWaitForWindowExposed(&w));
    w.submit();
    auto *doubt = w.findChild<InlineGuard *>(QStringLiteral("mayExist"));
    QTRY_VERIFY(doubt && doubt->isVisible());
    QCOMPARE(doubt->text(),
             QStringLiteral("The connection dropped before the server answered. The key may exist."));
    QVERIFY(w.hasUnstoredToken());
    QTest::keyClick(&w, Qt::Key_Escape);
    QVERIFY(w.isVisible() && doubt->isVisible()); // it is not forgotten by accident
    w.submit();
    QVERIFY(!w.mayClose());
    QCOMPARE(asked.size(), 1);
    QTest::mouseClick(doubt->stayButton(), Qt::LeftButton);
    if (!made) {
        auto *create = button(w, QStringLiteral("Create key"));
        QTRY_VERIFY(create->isEnabled());
        QVERIFY(!doubt->isVisible());
        w.submit();
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(asked[1].id, asked[0].id);
        QCOMPARE(asked[1].verifier, asked[0].verifier);
    }
    QTRY_COMPARE(w.copyPanel().key().id, asked[0].id);
    QCOMPARE(backend.keys.size(), 1);
    button(w, QStringLiteral("Copy key"))->click();
    QCOMPARE(token::verifierOf(QApplication::clipboard()->text().toLatin1()), asked[0].verifier);
    f.clipboard->clearNow();
}

void TestCreateWindow::fourInteractionsWithATemplate() {
    DialogFixture f;
    CreateWindow w(f.context());
    w.startNew(Environment::Production); // what Ctrl+N does
    w.show();
    w.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w));
    auto *start = w.findChild<QComboBox *>(QStringLiteral("template"));
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Down); // 1: a template
    auto *name = w.findChild<QLineEdit *>(QStringLiteral("name"));
    QTest::keyClicks(name, QStringLiteral("Mailer")); // 2
    QSignalSpy created(&w, &CreateWindow::created);
    QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier); // 3
    QTRY_COMPARE(created.size(), 1);
    auto *copy = button(w, QStringLiteral("Copy key"));
    QVERIFY(copy && copy->isVisible());
    QCOMPARE(w.focusWidget(), copy);
    QVERIFY(w.hasUnstoredToken());
    QTest::keyClick(copy, Qt::Key_Return); // 4
    const QString token = QGuiApplication::clipboard()->text();
    QVERIFY(token::parse(token.toLatin1()).has_value());
    QVERIFY(!w.hasUnstoredToken());
    const auto key = created.first().first().value<ApiKey>();
    QCOMPARE(key.config.scopes.toString(), QStringLiteral("emails:send"));
    QTest::keyClick(copy, Qt::Key_Return, Qt::ControlModifier); // Done
    QTRY_VERIFY(!w.isVisible());
    QVERIFY(token::matches(token.toLatin1(), DialogFixture::wait(f.backend->verifierOf(key.id)).value()));
}

void TestCreateWindow::createIsDisabledWithTheReason() {
    DialogFixture f;
    CreateWindow w(f.context());
    w.startNew(std::nullopt);
    w.show();
    auto *create = button(w, QStringLiteral("Create key"));
    QVERIFY(!create->isEnabled());
    QCOMPARE(create->accessibleDescription(), QStringLiteral("Give the key a name."));
    QVERIFY(w.form().row(QStringLiteral("name"))->error().isEmpty()); // nothing was touched yet
    w.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("A"));
    QCOMPARE(create->accessibleDescription(), QStringLiteral("Choose an environment."));
    QTest::mouseClick(button(w, QStringLiteral("Staging")), Qt::LeftButton);
    QCOMPARE(create->accessibleDescription(), QStringLiteral("Choose at least one permission."));
    auto &tree = w.form().permissions();
    tree.model().choose(tree.model().find(QStringLiteral("leads")), AccessLevel::Read);
    QVERIFY(create->isEnabled());
    QVERIFY(create->accessibleDescription().isEmpty());
}

void TestCreateWindow::duplicateNameWarnsOnly() {
    DialogFixture f;
    f.make(QStringLiteral("Mailer"), QStringLiteral("emails:send"), Environment::Staging);
    CreateWindow w(f.context());
    w.startNew(Environment::Staging);
    w.show();
    w.form().permissions().model().choose(w.form().permissions().model().find(QStringLiteral("leads")),
                                          AccessLevel::Read);
    w.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Mailer"));
    QTRY_VERIFY(!w.form().row(QStringLiteral("name"))->warning().isEmpty());
    QVERIFY(button(w, QStringLiteral("Create key"))->isEnabled());
    w.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Mailer 2"));
    QTRY_VERIFY(w.form().row(QStringLiteral("name"))->warning().isEmpty());
}

void TestCreateWindow::switchingTypeSaysWhatItDrops() {
    DialogFixture f;
    CreateWindow w(f.context());
    w.startNew(Environment::Staging);
    w.show();
    w.form().permissions().model().choose(w.form().permissions().model().find(QStringLiteral("leads")),
                                          AccessLevel::Read);
    QTest::mouseClick(button(w, QStringLiteral("Billing")), Qt::LeftButton);
    const QString said = w.form().row(QStringLiteral("type"))->warning();
    QVERIFY2(said.contains(QStringLiteral("Read leads")), qPrintable(said));
    QVERIFY(w.form().config().scopes.isEmpty());
    // This catalogue has nothing for billing, and an empty list would not say so.
    const auto none = [&w] {
        const auto labels = w.form().permissions().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
            return l->isVisible() &&
                   l->text() == QStringLiteral("The permission catalogue has none for this type of key.");
        });
    };
    QVERIFY(none() && !w.form().permissions().view().isVisible());
    QTest::mouseClick(button(w, QStringLiteral("General")), Qt::LeftButton);
    QVERIFY(!none() && w.form().permissions().view().isVisible());
}

void TestCreateWindow::riskLinesLeadToTheirField() {
    DialogFixture f;
    CreateWindow w(f.context());
    w.startNew(Environment::Staging);
    w.show();
    auto *risk = button(w, QStringLiteral("Works from anywhere."));
    QVERIFY(risk);
    QTest::mouseClick(risk, Qt::LeftButton);
    QCOMPARE(w.focusWidget()->objectName(), QStringLiteral("allowedIps"));
    // One that is longer than the panel is wide wraps.
    SummaryPanel narrow(f.service->backend().catalogue(), QTimeZone::utc());
    narrow.show(KeyConfig(), true, {{Risk::ProductionWrite, QStringLiteral("scopes"), {}}});
    narrow.resize(160, 400);
    narrow.QWidget::show();
    auto *line = narrow.findChild<QPushButton *>();
    QVERIFY(line);
    QTRY_VERIFY(line->width() < line->sizeHint().width());
    QTRY_VERIFY(line->height() >= 2 * line->fontMetrics().height() + 8);
}

void TestCreateWindow::escAsksOnlyAfterTyping() {
    DialogFixture f;
    CreateWindow w(f.context());
    w.startNew(Environment::Staging);
    w.show();
    QTest::keyClick(&w, Qt::Key_Escape);
    QVERIFY(!w.isVisible()); // nothing typed
    w.startNew(Environment::Staging);
    w.show();
    QTest::keyClicks(w.findChild<QLineEdit *>(QStringLiteral("name")), QStringLiteral("x"));
    QTest::keyClick(&w, Qt::Key_Escape);
    QVERIFY(w.isVisible());
    QVERIFY(button(w, QStringLiteral("Discard"))->isVisible());
    QTest::keyClick(&w, Qt::Key_Escape); // Esc in the question stays
    QVERIFY(w.isVisible() && !button(w, QStringLiteral("Discard"))->isVisible());
    QVERIFY(!w.close());
    QTest::mouseClick(button(w, QStringLiteral("Discard")), Qt::LeftButton);
    QVERIFY(!w.isVisible());
}

/// Neither a question nor a refusal sends it to the top of the form.
void TestCreateWindow::theKeyboardStaysWhereItWas() {
    DialogFixture f;
    MemoryBackend backend;
    KeyService service(backend, f.secrets, f.clock, f.service->principal());
    int asked = 0;
    backend.refuseNew = [&](const NewKey &) -> std::optional<Error> {
        return ++asked == 1
                   ? Error(ErrorCode::DiskFull)
                   : Error(QList<FieldError>{{QStringLiteral("owner"), QStringLiteral("holdsToken"), {}}});
    };
    CreateWindow w({service, *f.clipboard, QTimeZone::utc()});
    ApiKey like;
    like.config.name = QStringLiteral("Mailer");
    like.config.scopes = ScopeSet::parse(u"leads:read");
    w.startCopyOf(like);
    w.show();
    QVERIFY(QTest::qWaitForWindowExposed(&w));
    QWidget *owner = w.form().row(QStringLiteral("owner"))->field();
    owner->setFocus();
    QTest::keyClicks(owner, QStringLiteral("x"));
    QTest::keyClick(&w, Qt::Key_Escape);
    button(w, QStringLiteral("Keep editing"))->click();
    QCOMPARE(w.focusWidget(), owner);
    auto *create = button(w, QStringLiteral("Create key"));
    create->setFocus();
    create->click();
    QTRY_VERIFY(asked == 1 && create->isEnabled());
    QCOMPARE(w.focusWidget(), create);
    create->click();
    QTRY_VERIFY(asked == 2 && create->isEnabled());
    QCOMPARE(w.focusWidget(), owner);
}

void TestCreateWindow::duplicateTakesTheConfiguration() {
    DialogFixture f;
    const ApiKey key = f.make(QStringLiteral("CRM"), QStringLiteral("leads:read odd:thing"));
    CreateWindow w(f.context());
    w.startCopyOf(key);
    const KeyConfig c = w.form().config();
    QCOMPARE(c.name, QStringLiteral("CRM copy"));
    QCOMPARE(c.scopes, key.config.scopes); // also what the catalogue does not know
    QCOMPARE(c.environment, key.config.environment);
    QCOMPARE(c.expires, key.config.expires);
}

QTEST_MAIN(TestCreateWindow)
#include "test_create_window.moc"
