#pragma once

#include "core/storage/local_vault.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "tests/support/daemon_process.h"
#include "tests/support/fake_sendgrid.h"
#include "ui/detail/detail_pane.h"
#include "ui/sidebar/sidebar.h"

namespace latchkey::ui {

/// The window over all connections, with real vaults, a real latchkeyd and an account of SendGrid's.
class PaneFixture : public QObject {
protected:
    using State = AllConnections::State;
    QTemporaryDir m_data; ///< where this computer's notes would be
    std::unique_ptr<DesktopFixture> f;
    SystemClock m_clock;

    void keepNotesHere() const { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }
    void begin() {
        f = std::make_unique<DesktopFixture>();
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
    }

    MainWindow &window() { return *f->desktop->window(); }
    KeyTableModel &model() { return window().page().model(); }
    QString cell(int row, KeyColumn column) {
        return model().index(row, static_cast<int>(column)).data().toString();
    }
    QStringList cells(KeyColumn column) {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            all.append(cell(row, column));
        return all;
    }
    QString path(const QString &name) const { return f->dir.filePath(name + QStringLiteral(".latchkey")); }
    [[nodiscard]] KeyConfig config(const QString &name) const {
        KeyConfig c;
        c.name = name;
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(u"leads:read");
        c.expires = m_clock.now().plusDays(90);
        return c;
    }
    /// A file with these keys, as a connection.
    Connection vault(const QString &name, const QStringList &keys, SafeMode safeMode = SafeMode::Off) {
        OpenOptions o;
        o.create = true;
        o.actor = QStringLiteral("Ana");
        o.name = name;
        {
            const auto opened = waitFor(openLocalVault(path(name), o, m_clock));
            [&] { QVERIFY(opened.has_value()); }();
            SessionStore secrets;
            KeyService service(**opened, secrets, m_clock, {QStringLiteral("Ana"), true, true, {}});
            for (const QString &key : keys)
                [&] { QVERIFY(waitFor(service.create(config(key))).has_value()); }();
        }
        Connection c;
        c.name = name;
        c.file = path(name);
        c.safeMode = safeMode;
        return f->desktop->book().keep(c);
    }
    void openAll(int rows) {
        f->desktop->showAll();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), rows, 20'000); }();
        [&] { QTRY_VERIFY(!cells(KeyColumn::Name).contains(QString())); }();
    }
    int rowOf(const QString &name) { return static_cast<int>(cells(KeyColumn::Name).indexOf(name)); }
    KeyId idOf(const QString &name) { return model().idAt(rowOf(name)); }
    void select(const QString &name) {
        [&] {
            QTRY_VERIFY(rowOf(name) >= 0);
        }(); // rows of a list that was just made anew come a moment later
        window().page().table().select(idOf(name));
        [&] { QTRY_VERIFY(window().detail().key() && window().detail().key()->config.name == name); }();
    }
    bool enabled(const char *id) { return window().commands().action(QLatin1StringView(id))->isEnabled(); }
    QString tip(const char *id) { return window().commands().action(QLatin1StringView(id))->toolTip(); }
    void run(const char *id) { window().commands().action(QLatin1StringView(id))->trigger(); }
    State stateOf(const Connection &c) { return f->desktop->all()->rowOf(c.id)->state; }

    /// A latchkeyd on a vault of its own, as a connection whose token is kept.
    struct Daemon {
        QTemporaryDir dir;
        QProcess process;
        QByteArray admin;
        quint16 port = 0;
        ~Daemon() { stop(); }
        void stop() {
            process.kill();
            process.waitForFinished(5'000);
        }
        [[nodiscard]] QString file(const char *name) const { return dir.filePath(QLatin1StringView(name)); }
        bool start() {
            QProcess init;
            dieWithTest(init);
            init.start(QStringLiteral(LATCHKEYD),
                       {QStringLiteral("init"), QStringLiteral("--vault"), file("v/team.latchkey")});
            if (!init.waitForFinished(20'000) || init.exitCode() != 0)
                return false;
            admin = init.readAllStandardOutput().trimmed();
            dieWithTest(process);
            process.setStandardErrorFile(file("log"), QIODevice::Append);
            return serve();
        }
        bool serve() {
            QFile::remove(file("ready.json"));
            process.start(QStringLiteral(LATCHKEYD),
                          {QStringLiteral("serve"), QStringLiteral("--vault"), file("v/team.latchkey"),
                           QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                           QStringLiteral("--ready-file"), file("ready.json")});
            return QTest::qWaitFor(
                [this] {
                    QFile ready(file("ready.json"));
                    if (!ready.open(QIODevice::ReadOnly))
                        return false;
                    port = QJsonDocument::fromJson(ready.readAll())[QStringLiteral("addresses")][0]
                               .toString()
                               .section(u':', -1)
                               .toUShort();
                    return port != 0;
                },
                20'000);
        }
    };
    Connection server(const QString &name, const Daemon &daemon, const QStringList &keys) {
        Connection c;
        c.name = name;
        c.kind = ConnectionKind::Server;
        c.url = QStringLiteral("http://127.0.0.1:%1").arg(daemon.port);
        c = f->desktop->book().keep(c);
        waitFor(f->desktop->secrets().write(c.secretName(), SecretBytes::copyOf(daemon.admin)));
        const auto opened = waitFor(openConnection(
            c, std::make_shared<const SecretBytes>(SecretBytes::copyOf(daemon.admin)), {}, {}, m_clock));
        [&] { QVERIFY(opened.has_value()); }();
        SessionStore secrets;
        KeyService service(*opened->backend, secrets, m_clock, opened->principal);
        for (const QString &key : keys)
            [&] { QVERIFY(waitFor(service.create(config(key))).has_value()); }();
        return c;
    }
    Connection account(const QString &name, const FakeSendGrid &mail) {
        Connection c;
        c.kind = ConnectionKind::SendGrid;
        c.name = name;
        c.url = mail.url();
        c = f->desktop->book().keep(c);
        waitFor(f->desktop->secrets().write(c.secretName(), SecretBytes::copyOf(mail.callerKey())));
        return c;
    }
    QString banners() { return f->texts(window().findChild<QWidget *>(QStringLiteral("banners"))); }
    QListWidget *side() { return window().findChild<QListWidget *>(QStringLiteral("sidebar")); }
    QListWidgetItem *sideRow(const QString &text) {
        const auto found = side()->findItems(text, Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.first();
    }
    void click(const QString &text) {
        QListWidgetItem *item = sideRow(text);
        QVERIFY2(item, qPrintable(text));
        side()->scrollToItem(item);
        QTest::mouseClick(side()->viewport(), Qt::LeftButton, {}, side()->visualItemRect(item).center());
    }
};

} // namespace latchkey::ui
