#include "tests/gui/connections/desktop_fixture.h"
#include "tests/support/echo_upstream.h"
#include "tests/support/gateway_process.h"
#include "tests/support/served_vault.h"
#include "ui/keys/cell_parts.h"
#include "ui/shell/page_stack.h"

#include <QTableView>

using namespace latchkey;
using namespace latchkey::ui;

/// What all of it is for: the desktop on a running latchkeyd makes a key, a real nginx in front of an API
/// lets a request with it through, one click stops that, and the desktop shows the request and says why it
/// was refused.
class EndToEnd : public QObject {
    Q_OBJECT
private:
    ServedVault m_served;
    EchoUpstream m_api;
    std::unique_ptr<DesktopFixture> f;

private slots:
    void initTestCase() {
        QVERIFY(
            m_served.init("{\"trustedProxies\": [\"127.0.0.1\"], \"environment\": \"production\", \"rules\": "
                          "[{\"path\": \"/leads/*\", \"scope\": \"leads:read\"}]}"));
        f = std::make_unique<DesktopFixture>();
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
        Connection c;
        c.kind = ConnectionKind::Server;
        c.name = QStringLiteral("Team");
        c.url = QStringLiteral("http://127.0.0.1:%1").arg(m_served.daemon.port);
        c = f->desktop->book().keep(c);
        QVERIFY(waitFor(f->desktop->secrets().write(c.secretName(), SecretBytes::copyOf(m_served.admin))));
        f->desktop->start({}, c.name);
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
    }
    void cleanupTestCase() { f.reset(); }

    void aKeyCountsBehindNginx() {
        GatewayProcess nginx(QStringLiteral("nginx"), m_served.daemon.port, m_api.port());
        QVERIFY2(nginx.start(), nginx.output().constData());
        MainWindow &window = *f->desktop->window();
        KeyConfig config;
        config.name = QStringLiteral("CRM sync");
        config.environment = Environment::Production;
        config.scopes = ScopeSet::parse(u"leads:read");
        const auto made = waitFor(window.service().create(config));
        QVERIFY(made);
        const auto ask = [&] {
            return httpAsk(nginx.port, "GET", "/leads/7",
                           {"Authorization: Bearer " + made->token->view().toByteArray()})
                .status;
        };
        QTRY_COMPARE_WITH_TIMEOUT(ask(), 200, 20'000);
        QVERIFY(m_api.reached() > 0);

        // One click: the switch of its row.
        QTRY_COMPARE_WITH_TIMEOUT(window.page().model().rowCount(), 1, 20'000);
        window.page().table().select(made->key.id);
        QTRY_VERIFY(window.commands().action(QStringLiteral("key.toggle"))->isEnabled());
        emit window.page().table().partPressed(CellPart::Switch, made->key.id);
        QTRY_COMPARE_WITH_TIMEOUT(ask(), 401, 20'000);
        const int reached = m_api.reached();
        QCOMPARE(ask(), 401);
        QCOMPARE(m_api.reached(), reached);

        // The request is in Logs, and its cause is known.
        window.showPage(QStringLiteral("logs"));
        // That page's own: the details of the key may have a list of its requests as well.
        QWidget *logs = window.pages().widgetOf(QStringLiteral("logs"));
        QVERIFY(logs);
        auto *requests = logs->findChild<QTableView *>(QStringLiteral("requestTable"));
        QVERIFY(requests);
        auto *why = logs->findChild<QPushButton *>(QStringLiteral("whyRejected"));
        QVERIFY(why);
        const auto newestWasRefused = [&] {
            window.refresh();
            QTest::qWait(200);
            if (requests->model()->rowCount() == 0)
                return false;
            requests->setCurrentIndex(requests->model()->index(0, 0));
            return why->isEnabled();
        };
        QTRY_VERIFY_WITH_TIMEOUT(newestWasRefused(), 30'000);
        QTest::mouseClick(why, Qt::LeftButton);
        QWidget *answer = nullptr;
        QTRY_VERIFY((answer = window.findChild<QWidget *>(QStringLiteral("whyWindow"))) &&
                    answer->isVisible());
        auto *verdict = answer->findChild<QLabel *>(QStringLiteral("whyVerdict"));
        QTRY_VERIFY2_WITH_TIMEOUT(
            verdict && verdict->text().contains(QStringLiteral("inactive"), Qt::CaseInsensitive),
            verdict ? qPrintable(verdict->text()) : "", 20'000);
        QVERIFY2(DesktopFixture::says(answer, QStringLiteral("CRM sync")),
                 qPrintable(DesktopFixture::texts(answer)));
    }
};

QTEST_MAIN(EndToEnd)
#include "test_end_to_end.moc"
