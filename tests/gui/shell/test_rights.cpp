#include "tests/gui/shell/window_fixture.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/format/words.h"
#include "ui/shell/key_actions.h"
#include "ui/sidebar/sidebar.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace latchkey;
using namespace latchkey::ui;

/// The window of those who may not do everything: what a server would answer with 403 is off, and says why.
class RightsTest : public QObject {
    Q_OBJECT
private:
    WindowFixture f;
    KeyId m_own, m_beyond; ///< reads and writes leads; deletes them too

    const QAction *action(const QByteArray &id) {
        const QAction *a = f.window->commands().action(QLatin1StringView(id));
        return a ? a : (qFatal("no command %s", id.constData()), nullptr);
    }
    /// The window as one of these sees it.
    void lookAs(const PrincipalRecord &who) {
        f.who = who.principal();
        f.restart();
        QTRY_COMPARE(f.model().rowCount(), 2);
    }
    static PrincipalRecord person(Role role, const QString &scopes = {}) {
        PrincipalRecord p;
        p.name = QStringLiteral("Vi");
        p.role = role;
        p.scopes = ScopeSet::parse(scopes);
        return p;
    }
    /// All of these are off, with this reason.
    void off(const QList<QByteArray> &ids, const QString &why) {
        for (const QByteArray &id : ids) {
            QVERIFY2(!action(id)->isEnabled(), id.constData());
            QVERIFY2(action(id)->toolTip().contains(why), qPrintable(action(id)->toolTip()));
        }
    }
    void on(const QList<QByteArray> &ids) {
        for (const QByteArray &id : ids)
            QVERIFY2(action(id)->isEnabled(), qPrintable(QString::fromLatin1(id) + action(id)->toolTip()));
    }
    bool sidebarHas(const QString &page) {
        const auto *list = f.window->sidebar().findChild<QListWidget *>();
        return list && !list->findItems(page, Qt::MatchExactly).isEmpty();
    }
    inline static const QList<QByteArray> changes{"key.edit",       "key.rename", "key.toggle",
                                                  "key.deactivate", "key.rotate", "key.regenerate",
                                                  "key.revoke",     "key.delete"},
        administration{"logs.keep", "customers.add", "catalogue.import"};
    inline static const QString OnlyAdmin = QStringLiteral("Only an administrator can change this");

private slots:
    void initTestCase() {
        m_own = waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Own"))))->key.id;
        KeyConfig beyond = f.vault.config(QStringLiteral("Beyond"));
        beyond.scopes = ScopeSet::parse(u"leads:read leads:delete");
        m_beyond = waitFor(f.vault.service->create(beyond))->key.id;
    }

    void aViewerOnlyLooks() {
        lookAs(person(Role::Viewer));
        f.choose(m_own);
        off(changes + administration + QList<QByteArray>{"key.create", "key.duplicate", "file.import"},
            QStringLiteral("Your token for this server may only look"));
        on({"key.copyId", "file.export"});
        off({"page.audit", "audit.verify", "audit.export", "tools.check"},
            QStringLiteral("reads the audit log of each key, not the whole one"));
        QVERIFY(!sidebarHas(QStringLiteral("Audit Log")));
    }

    void anOperatorChangesWhatTheyCouldHaveMade() {
        lookAs(person(Role::Operator, QStringLiteral("leads:read leads:write")));
        f.choose(m_own);
        QTRY_VERIFY(action("key.edit")->isEnabled());
        on(changes + QList<QByteArray>{"key.create", "key.duplicate"});
        off(administration, OnlyAdmin);
        f.choose(m_beyond);
        QTRY_VERIFY(!action("key.edit")->isEnabled());
        off(changes, QStringLiteral("The key has permissions that you don't hold"));
        on({"key.create", "key.duplicate", "key.copyId"}); // with fewer permissions
        // The same of the switch in its row, which changes nothing and says why.
        emit f.table().partPressed(CellPart::Switch, m_beyond);
        const auto toasts = f.window->findChildren<QWidget *>(QStringLiteral("toast"));
        QVERIFY(!toasts.isEmpty() &&
                toasts.last()->accessibleName().contains(QStringLiteral("permissions that you don't hold")));
        QVERIFY(f.read(m_beyond).state == KeyState::Active);
        // What is off is what would be refused.
        QVERIFY(!waitFor(f.vault.service->setActive(f.read(m_beyond), false)));
        // The form grants what is held, and says what isn't.
        f.window->actions().duplicate();
        QTRY_VERIFY(f.shown<CreateWindow>());
        auto *form = f.shown<CreateWindow>();
        QPushButton *create = f.button(form, QStringLiteral("Create key"));
        QVERIFY(create && !create->isEnabled());
        QVERIFY2(create->accessibleDescription().contains(QStringLiteral("hold")),
                 qPrintable(create->accessibleDescription()));
        form->reject();
        KeyConfig fewer = f.read(m_beyond).config;
        fewer.scopes = ScopeSet::parse(u"leads:read");
        QVERIFY(f.vault.service->check(fewer).isEmpty());
    }

    /// Who holds every permission changes every key, but keeps to keys.
    void anOperatorWithEveryPermission() {
        PrincipalRecord all = person(Role::Operator);
        all.holdsAll = true;
        lookAs(all);
        f.choose(m_beyond);
        QTRY_VERIFY(action("key.edit")->isEnabled());
        on(changes);
        off(administration, OnlyAdmin);
        lookAs(person(Role::Admin));
        on(administration + QList<QByteArray>{"page.audit", "audit.verify", "audit.export", "tools.check"});
        QVERIFY(sidebarHas(QStringLiteral("Audit Log")));
    }
};

QTEST_MAIN(RightsTest)
#include "test_rights.moc"
