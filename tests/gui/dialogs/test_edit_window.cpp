#include "dialog_fixture.h"
#include "ui/dialogs/edit/changes_panel.h"
#include "ui/dialogs/edit/conflict_panel.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/permissions/permission_tree.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>

using namespace latchkey;
using namespace latchkey::ui;

class TestEditWindow : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_f;
    std::unique_ptr<EditWindow> m_w;
    ApiKey m_key;
    QPushButton *button(const QString &text) {
        for (auto *b : m_w->findChildren<QPushButton *>()) {
            if (b->text() == text && b->isVisible())
                return b;
        }
        return nullptr;
    }
    QLineEdit *edit(const char *name) { return m_w->findChild<QLineEdit *>(QLatin1StringView(name)); }

private slots:
    void init() {
        m_f = std::make_unique<DialogFixture>();
        m_key = m_f->make(QStringLiteral("CRM"), QStringLiteral("leads:read leads:write odd:thing"));
        m_w = std::make_unique<EditWindow>(m_f->context());
        m_w->start(m_key);
        m_w->show();
        m_w->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_w.get()));
    }
    void cleanup() {
        m_w.reset();
        m_f.reset();
    }

    void unchangedSavesNothing() {
        QVERIFY(!button(QStringLiteral("Save"))->isEnabled());
        QTest::keyClick(m_w.get(), Qt::Key_Escape);
        QVERIFY(!m_w->isVisible());
    }

    void changesAreSavedWithBeforeAndAfter() {
        QSignalSpy saved(m_w.get(), &EditWindow::saved);
        edit("owner")->setText(QStringLiteral("Sales"));
        QVERIFY(m_w->changes().text().contains(QStringLiteral("Sales")));
        QTest::keyClick(edit("owner"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved.first().at(0).value<ApiKey>().config, m_key.config);
        const KeyConfig now = m_f->row(m_key.id).config;
        QCOMPARE(now.owner, QStringLiteral("Sales"));
        QCOMPARE(now.scopes, m_key.config.scopes);   // the unknown scope is still there
        QCOMPARE(now.expires, m_key.config.expires); // to the millisecond
    }

    void reducingPermissionsShowsTheDiffFirst() {
        QSignalSpy saved(m_w.get(), &EditWindow::saved);
        auto &m = m_w->form().permissions().model();
        m.choose(m.find(QStringLiteral("leads")), AccessLevel::Read);
        m.choose(m.find(QStringLiteral("emails")), AccessLevel::Full);
        QTest::mouseClick(button(QStringLiteral("Save")), Qt::LeftButton);
        auto *go = button(QStringLiteral("Save these permissions"));
        QVERIFY(go);
        const QString text = static_cast<InlineGuard *>(go->parentWidget())->text();
        QVERIFY2(text.startsWith(QStringLiteral("Adds 1, removes 1.")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Add/Update leads")));
        QCOMPARE(saved.size(), 0);
        QPushButton *save = button(QStringLiteral("Save"));
        QVERIFY(!save->isEnabled()); // the question's own buttons decide
        static_cast<InlineGuard *>(go->parentWidget())->stayButton()->click();
        QVERIFY(save->isEnabled() && !go->isVisible());
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(go->isVisible());
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_f->row(m_key.id).config.scopes, ScopeSet::parse(u"emails:send leads:read odd:thing"));
    }

    void conflictIsSettledPerField() {
        KeyConfig theirs = m_key.config;
        theirs.name = QStringLiteral("CRM theirs");
        theirs.note = QStringLiteral("Their note");
        QVERIFY(DialogFixture::wait(m_f->service->edit(m_key, theirs)));
        QSignalSpy saved(m_w.get(), &EditWindow::saved);
        edit("name")->setText(QStringLiteral("CRM mine"));
        edit("owner")->setText(QStringLiteral("My team"));
        m_w->save();
        QTRY_VERIFY(m_w->conflict().isVisible());
        QCOMPARE(m_w->conflict().questions(), QList{ConfigField::Name});
        QCOMPARE(saved.size(), 0);
        QTest::mouseClick(m_w->conflict().choiceFor(ConfigField::Name)->button(1), Qt::LeftButton); // theirs
        auto *save = m_w->conflict().findChild<QPushButton *>(QStringLiteral("saveDecided"));
        QTRY_VERIFY(save->isEnabled());
        QTest::keyClick(m_w.get(), Qt::Key_Return, Qt::ControlModifier); // as in the form
        QTRY_COMPARE(saved.size(), 1);
        const KeyConfig now = m_f->row(m_key.id).config;
        QCOMPARE(now.name, QStringLiteral("CRM theirs"));
        QCOMPARE(now.note, QStringLiteral("Their note")); // only they changed it
        QCOMPARE(now.owner, QStringLiteral("My team"));   // only I changed it
    }

    /// Back in the form, what the person never touched is as the other one has made it.
    void backFromAConflictKeepsBoth() {
        KeyConfig theirs = m_key.config;
        theirs.name = QStringLiteral("CRM theirs");
        QVERIFY(DialogFixture::wait(m_f->service->edit(m_key, theirs)));
        QSignalSpy saved(m_w.get(), &EditWindow::saved);
        edit("owner")->setText(QStringLiteral("My team"));
        m_w->save();
        QTRY_VERIFY(m_w->conflict().isVisible());
        QVERIFY(m_w->conflict().questions().isEmpty());
        const auto labels = m_w->conflict().findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
            return l->text() == QStringLiteral("Theirs: CRM theirs");
        }));
        QTest::keyClick(m_w.get(), Qt::Key_Escape);
        QVERIFY(!m_w->conflict().isVisible() && m_w->isVisible());
        QCOMPARE(edit("name")->text(), QStringLiteral("CRM theirs"));
        QCOMPARE(edit("owner")->text(), QStringLiteral("My team"));
        m_w->save();
        QTRY_COMPARE(saved.size(), 1);
        const KeyConfig now = m_f->row(m_key.id).config;
        QCOMPARE(now.name, QStringLiteral("CRM theirs"));
        QCOMPARE(now.owner, QStringLiteral("My team"));
    }

    /// The second click of a double click on the form's Save settles nothing that nobody has read.
    void theConflictWaitsForADoubleClick() {
        const auto usual = qScopeGuard(
            [ms = QApplication::doubleClickInterval()] { QApplication::setDoubleClickInterval(ms); });
        QApplication::setDoubleClickInterval(60'000);
        KeyConfig theirs = m_key.config;
        theirs.name = QStringLiteral("CRM theirs");
        QVERIFY(DialogFixture::wait(m_f->service->edit(m_key, theirs)));
        edit("name")->setText(QStringLiteral("CRM mine"));
        m_w->save();
        QTRY_VERIFY(m_w->conflict().isVisible());
        auto *save = m_w->conflict().findChild<QPushButton *>(QStringLiteral("saveDecided"));
        QVERIFY(!save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(m_f->row(m_key.id).config.name, QStringLiteral("CRM theirs"));
        QVERIFY(m_w->conflict().isVisible());
    }

    void closingWithChangesAsks() {
        edit("owner")->setText(QStringLiteral("Sales"));
        QVERIFY(!m_w->close());
        QVERIFY(button(QStringLiteral("Discard")));
        QTest::mouseClick(button(QStringLiteral("Discard")), Qt::LeftButton);
        QVERIFY(!m_w->isVisible());
        QVERIFY(m_f->row(m_key.id).config.owner.isEmpty());
    }

    void environmentAndTypeAreFixed() {
        QVERIFY(!button(QStringLiteral("Production"))->isEnabled());
        QVERIFY(!button(QStringLiteral("Staging")));
        QVERIFY(!button(QStringLiteral("General"))->isEnabled());
    }
};

QTEST_MAIN(TestEditWindow)
#include "test_edit_window.moc"
