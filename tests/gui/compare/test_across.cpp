#include "core/remote/sendgrid/sendgrid_key.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "tests/support/fake_sendgrid.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/copy_target_sheet.h"
#include "ui/compare/pair_view.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/permissions/permission_tree.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/page_stack.h"
#include "ui/transfer/take_over_sheet.h"

#include <QCheckBox>
#include <QListWidget>

using namespace latchkey;
using namespace latchkey::ui;

/// The program with a local vault in its window, another one and an account of SendGrid's beside it.
class TestAcross : public QObject {
    Q_OBJECT
    QTemporaryDir m_data;
    std::unique_ptr<FakeSendGrid> server;
    std::unique_ptr<TestVault> own, other;
    std::unique_ptr<DesktopFixture> f;
    Connection m_own, m_other, m_mail;

    MainWindow &window() { return *f->desktop->window(); }
    template<typename T>
    T *sheet() {
        T *found = nullptr;
        [&] {
            QTRY_VERIFY([&] {
                for (const auto all = window().findChildren<T *>(); T * w : all) {
                    if (w->isVisible())
                        found = w;
                }
                return found != nullptr;
            }());
        }();
        return found;
    }
    ComparePage *page() {
        window().showPage(QStringLiteral("compare"));
        return qobject_cast<ComparePage *>(window().pages().widgetOf(QStringLiteral("compare")));
    }
    static ApiKey add(TestVault &v, const QString &name, const std::function<void(KeyConfig &)> &more = {}) {
        KeyConfig c = v.config(name);
        if (more)
            more(c);
        return waitFor(v.service->create(c))->key;
    }
    Connection keep(ConnectionKind kind, const QString &name, const QString &where,
                    SafeMode mode = SafeMode::Off) {
        Connection c;
        c.kind = kind;
        c.name = name;
        c.safeMode = mode;
        (kind == ConnectionKind::Local ? c.file : c.url) = where;
        return f->desktop->book().keep(c);
    }
    void open(SafeMode otherMode = SafeMode::Off, bool secret = true) {
        m_own = keep(ConnectionKind::Local, QStringLiteral("Own"), own->path());
        m_other = keep(ConnectionKind::Local, QStringLiteral("Other"), other->path(), otherMode);
        m_mail = keep(ConnectionKind::SendGrid, QStringLiteral("Mail"), server->url());
        if (secret)
            waitFor(
                f->desktop->secrets().write(m_mail.secretName(), SecretBytes::copyOf(server->callerKey())));
        f->desktop->start({}, m_own.name);
        QTRY_VERIFY(f->desktop->window());
    }
    static QString rows(ComparisonModel &model) {
        QStringList lines;
        for (int r = 0; r < model.rowCount(); ++r)
            lines.append(model.name(r) + u'|' + model.index(r, ComparisonModel::What).data().toString());
        return lines.join(u'\n');
    }
private slots:
    void initTestCase() { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }
    void init() {
        server = std::make_unique<FakeSendGrid>();
        QVERIFY(server->listen());
        own = std::make_unique<TestVault>();
        other = std::make_unique<TestVault>();
        own->open();
        other->open();
        f = std::make_unique<DesktopFixture>();
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
    }
    void cleanup() {
        f.reset();
        own->close();
        other->close();
        server.reset();
    }

    void twoVaults() {
        add(*own, QStringLiteral("CRM"));
        add(*other, QStringLiteral("CRM"), [](KeyConfig &c) { c.scopes = ScopeSet::parse(u"leads:read"); });
        add(*other, QStringLiteral("Mail"), [](KeyConfig &c) { c.environment = Environment::Staging; });
        open();
        ComparePage *p = page();
        p->compare({m_own.id, {}}, {m_other.id, {}});
        QTRY_COMPARE(rows(p->model()), QStringLiteral("CRM|Permissions (+0 −1)\nMail|Only in Other"));
        QVERIFY(p->pair().text().contains(QStringLiteral("Removes 1: Add/Update leads.")));
    }

    /// Production of the one beside Staging of the other.
    void environmentsOfTwoVaults() {
        add(*own, QStringLiteral("CRM"));
        add(*own, QStringLiteral("Mail"), [](KeyConfig &c) { c.environment = Environment::Staging; });
        add(*other, QStringLiteral("CRM"), [](KeyConfig &c) { c.environment = Environment::Staging; });
        open();
        ComparePage *p = page();
        p->compare({m_own.id, Environment::Production}, {m_other.id, Environment::Staging});
        QTRY_COMPARE(rows(p->model()), QStringLiteral("CRM|Equal"));
    }

    /// No side is the window's own there: both are asked for.
    void fromAllConnections() {
        add(*own, QStringLiteral("CRM"));
        const ApiKey mail = add(*other, QStringLiteral("Mail"));
        open();
        f->desktop->showAll();
        QTRY_VERIFY(f->desktop->all() && f->desktop->window());
        QTRY_COMPARE_WITH_TIMEOUT(window().page().model().rowCount(), 2, 20'000);
        QAction *command = window().commands().action(QStringLiteral("page.compare"));
        QVERIFY(command && command->isEnabled());
        command->trigger();
        auto *p = qobject_cast<ComparePage *>(window().pages().widgetOf(QStringLiteral("compare")));
        QVERIFY(p && p->isVisible());
        QCOMPARE(p->message(), QStringLiteral("Choose a left and a right side."));
        for (const auto &[name, side] :
             {std::pair("compareLeft", "Own"), std::pair("compareRight", "Other")}) {
            auto *box = p->findChild<QComboBox *>(QLatin1StringView(name));
            QCOMPARE(box->currentIndex(), -1);
            box->setCurrentIndex(box->findText(QLatin1StringView(side)));
            emit box->activated(box->currentIndex());
        }
        QTRY_COMPARE(rows(p->model()), QStringLiteral("CRM|Only in Own\nMail|Only in Other"));
        // Its keys are in the table of all.
        emit p->keyWanted(m_other.id, mail.id);
        QVERIFY(window().pages().keysShown());
        QTRY_COMPARE(window().page().table().currentKey().at(0), mail.id);
        QVERIFY(f->desktop->all());
    }

    void withAnAccount() {
        add(*own, QStringLiteral("Newsletter"));
        add(*own, QStringLiteral("Only here"));
        server->add(QStringLiteral("Newsletter"), {QStringLiteral("mail.send")});
        open();
        ComparePage *p = page();
        p->compare({m_own.id, {}}, {m_mail.id, {}});
        QTRY_COMPARE(rows(p->model()),
                     QStringLiteral("Newsletter|Permissions (+1 −2)\nOnly here|Only in Own"));
        // What SendGrid has no word for isn't compared, and says so.
        QVERIFY(p->pair().text().contains(QStringLiteral("\nExpires: ")));
        QVERIFY(p->pair().text().contains(QStringLiteral("| Not reported")));
        QVERIFY(!p->pair().text().contains(QStringLiteral("≠ Expires")));
        server.reset(); // gone: said, and nothing hangs
        server = std::make_unique<FakeSendGrid>();
    }

    void anAccountWithoutItsKey() {
        open(SafeMode::Off, false);
        ComparePage *p = page();
        p->compare({m_own.id, {}}, {m_mail.id, {}});
        QTRY_VERIFY2(p->message().contains(QStringLiteral("isn't kept on this computer")),
                     qPrintable(p->message()));
    }

    /// What could not be opened is tried again when it is chosen once more.
    void anAccountWhoseKeyIsKeptLater() {
        const ApiKey key = add(*own, QStringLiteral("CRM"));
        open(SafeMode::Off, false);
        window().across().createLike(m_own.id, key.id, PlaceChoice{m_mail.id, {}});
        auto *s = sheet<CopyTargetSheet>();
        QCOMPARE(s->targetName(), QStringLiteral("Mail · Production")); // as the key is where it is
        QTRY_VERIFY2(s->text().contains(QStringLiteral("isn't kept on this computer")),
                     qPrintable(s->text()));
        waitFor(f->desktop->secrets().write(m_mail.secretName(), SecretBytes::copyOf(server->callerKey())));
        auto *box = s->findChild<QComboBox *>(QStringLiteral("copyTarget"));
        emit box->activated(box->currentIndex());
        QTRY_VERIFY2(s->service(), qPrintable(s->text()));
        s->reject();
    }

    /// Likewise when a sheet is opened once more.
    void aFileThatComesBack() {
        other->close();
        const QString away = other->path() + QStringLiteral(".away");
        QVERIFY(QFile::rename(other->path(), away));
        open();
        window().commands().trigger(QStringLiteral("file.takeOver"));
        auto *s = sheet<TakeOverSheet>();
        QTRY_COMPARE(s->problem(), QStringLiteral("There is no file of this name."));
        s->reject();
        QVERIFY(QFile::rename(away, other->path()));
        window().commands().trigger(QStringLiteral("file.takeOver"));
        s = sheet<TakeOverSheet>();
        QTRY_COMPARE(s->problem(), QString());
        s->reject();
    }

    /// From a vault into an account: what can't come along is named, what is made has what is left.
    void createLikeAtSendGrid() {
        const ApiKey key = add(*own, QStringLiteral("CRM"), [](KeyConfig &c) {
            c.owner = QStringLiteral("Ana");
            c.limits.set(RatePeriod::Minute, 5);
        });
        open();
        window().across().createLike(m_own.id, key.id, PlaceChoice{m_mail.id, Environment::Staging});
        auto *s = sheet<CopyTargetSheet>();
        QTRY_VERIFY2(s->text().contains(QStringLiteral("Read leads (leads:read)")), qPrintable(s->text()));
        QCOMPARE(s->targetName(), QStringLiteral("Mail · Staging"));
        for (const char *part : {"have no expiry date", "have no rate limit", "No permission is left"})
            QVERIFY2(s->text().contains(QLatin1StringView(part)), part);
        s->accept();
        auto *w = sheet<CreateWindow>();
        QVERIFY(f->says(w, QStringLiteral("leads:write")));
        QCOMPARE(server->count("POST"), 0); // nothing is made yet
        w->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"mail.send")}));
        w->submit();
        QTRY_COMPARE(server->count("POST"), 1);
        QCOMPARE(server->keys().first().name, QStringLiteral("CRM"));
        const auto post = std::find_if(server->asked.begin(), server->asked.end(),
                                       [](const HttpFake::Request &r) { return r.method == "POST"; });
        QCOMPARE(QJsonDocument::fromJson(post->body)[QStringLiteral("scopes")].toArray(),
                 QJsonArray{QStringLiteral("mail.send")});
        QTRY_VERIFY(w->copyPanel().isVisible());
        w->copyPanel().copy();
        w->copyPanel().submit();
        QTRY_VERIFY(f->says(&window(), QStringLiteral("“CRM” was created in Mail · Staging.")));
    }

    void createLikeInAVaultThatMayNotBeWritten() {
        const ApiKey key = add(*own, QStringLiteral("CRM"));
        open(SafeMode::ReadOnly);
        window().across().createLike(m_own.id, key.id, PlaceChoice{m_other.id, Environment::Staging});
        auto *s = sheet<CopyTargetSheet>();
        QTRY_VERIFY(s->service());
        QTRY_VERIFY(!s->text().startsWith(QStringLiteral("Opening")));
        QVERIFY2(!s->findChild<QPushButton *>(QStringLiteral("copyContinue"))->isEnabled(),
                 qPrintable(s->text()));
        s->reject();
    }

    void createLikeWithAnotherCatalogue() {
        QVERIFY(waitFor(other->service->changeCatalogue(*Catalogue::fromJson(shippedCatalogues()[1].json),
                                                        other->backend->catalogueVersion())));
        const ApiKey key = add(*own, QStringLiteral("CRM"));
        open();
        window().across().createLike(m_own.id, key.id, PlaceChoice{m_other.id, Environment::Staging});
        auto *s = sheet<CopyTargetSheet>();
        QTRY_VERIFY2(
            s->text().contains(QStringLiteral("Add/Update leads (leads:write), Read leads (leads:read)")) ||
                s->text().contains(QStringLiteral("Read leads (leads:read), Add/Update leads (leads:write)")),
            qPrintable(s->text()));
        QVERIFY(s->plan().config.scopes.isEmpty());
        s->reject();
    }

    void importFromAnother() {
        add(*other, QStringLiteral("CRM"), [](KeyConfig &c) { c.owner = QStringLiteral("Ana"); });
        add(*other, QStringLiteral("New"));
        add(*own, QStringLiteral("CRM"));
        open();
        window().commands().trigger(QStringLiteral("file.takeOver"));
        auto *s = sheet<TakeOverSheet>();
        QTRY_COMPARE(s->problem(), QString());
        f->fill(s, "takeOverFilter", QStringLiteral("crm"));
        f->press(s, "takeOverNext");
        QTRY_COMPARE(s->report().changed, 1);
        QVERIFY(f->says(s, QStringLiteral("0 new · 1 changed · 0 unchanged, skipped · 0 invalid")));
        f->press(s, "takeOverBack");
        f->fill(s, "takeOverFilter", QString());
        s->findChild<QCheckBox *>(QStringLiteral("takeOverNewTokens"))->setChecked(true);
        f->fill(s, "takeOverFile", own->dir.filePath(QStringLiteral("new.csv")));
        f->press(s, "takeOverNext");
        QTRY_COMPARE(s->report().created, 1);
        f->press(s, "takeOverNext");
        QTRY_COMPARE(own->ids(QStringLiteral("New")).size(), 1);
        QTRY_VERIFY(window().jobs().isIdle());
        QVERIFY(QFile::exists(own->dir.filePath(QStringLiteral("new.csv"))));
        const auto crm = waitFor(own->backend->rows(own->ids(QStringLiteral("CRM"))));
        QCOMPARE(crm->first().config.owner, QStringLiteral("Ana"));
        // One Undo takes it back.
        QTRY_VERIFY(window().undoHistory().canUndo());
        window().undoHistory().undo();
        QTRY_COMPARE(own->ids(QStringLiteral("New")).size(), 0);
        QTRY_COMPARE(waitFor(own->backend->rows(own->ids(QStringLiteral("CRM"))))->first().config.owner,
                     QString());
    }

    /// What a vault knows of keys goes to the notes of an account's; nothing is asked of SendGrid but the
    /// list.
    void importIntoAnAccount() {
        add(*own, QStringLiteral("Newsletter"), [](KeyConfig &c) {
            c.owner = QStringLiteral("Ana");
            c.note = QStringLiteral("Weekly");
        });
        add(*own, QStringLiteral("Only here"));
        server->add(QStringLiteral("Newsletter"));
        server->add(QStringLiteral("Other"));
        server->mood = [](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (!r.path.startsWith("/v3/api_keys/"))
                return std::nullopt;
            FakeSendGrid::Instead i;
            i.response.status = 503;
            return i;
        };
        open();
        f->desktop->start({}, m_mail.name);
        QTRY_COMPARE(window().service().backend().capabilities().service, QStringLiteral("SendGrid"));
        QTRY_COMPARE(window().page().model().rowCount(), 2);
        window().commands().trigger(QStringLiteral("file.takeOver"));
        auto *s = sheet<TakeOverSheet>();
        QTRY_COMPARE(s->problem(), QString());
        QVERIFY(!s->findChild<QCheckBox *>(QStringLiteral("takeOverNewTokens"))->isVisible());
        f->press(s, "takeOverNext");
        QTRY_COMPARE(s->report().changed, 1);
        QCOMPARE(s->report().invalid, 1);
        auto *list = s->findChild<QListWidget *>(QStringLiteral("importRows"));
        QCOMPARE(list->item(0)->text(),
                 QStringLiteral("Only here: The service tells each key once. Create it by "
                                "itself: Create Like This Elsewhere."));
        f->press(s, "takeOverNext");
        const auto owner = [this] {
            const KeyTableModel &keys = window().page().model();
            for (int row = 0; row < keys.rowCount(); ++row) {
                const ApiKey *k = keys.keyAt(row);
                if (k && k->config.name == QStringLiteral("Newsletter"))
                    return k->config.owner;
            }
            return QStringLiteral("?");
        };
        QTRY_COMPARE(owner(), QStringLiteral("Ana"));
        // Taken back, and made again, with permissions that nobody knew when it was imported.
        server->mood = nullptr;
        QTRY_VERIFY(window().undoHistory().canUndo());
        window().undoHistory().undo();
        QTRY_COMPARE(owner(), QString());
        QTRY_VERIFY(window().undoHistory().canRedo());
        window().undoHistory().redo();
        QTRY_COMPARE(owner(), QStringLiteral("Ana"));
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
            QCOMPARE(server->count(method), 0);
    }
};

QTEST_MAIN(TestAcross)
#include "test_across.moc"
