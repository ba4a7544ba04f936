#include "tests/gui/sendgrid/account_window.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rename_sheet.h"

#include <QPushButton>

using namespace latchkey;
using namespace latchkey::ui;

/// While SendGrid's rate limit is waited for.
class SendGridWaiting : public QObject, AccountWindow {
    Q_OBJECT
    bool m_limited = true;

    /// No key can be read for as long as m_limited holds; each answer says to come back in two seconds.
    void limitReading() {
        server->mood = [this](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (!m_limited || r.method != "GET" || !r.path.startsWith("/v3/api_keys/"))
                return std::nullopt;
            FakeSendGrid::Instead i;
            i.response.status = 429;
            i.response.headers = {
                {"X-RateLimit-Limit", "10"},
                {"X-RateLimit-Remaining", "0"},
                {"X-RateLimit-Reset", QByteArray::number(QDateTime::currentSecsSinceEpoch() + 2)}};
            return i;
        };
    }

private slots:
    void initTestCase() { keepNotesApart(); }
    void init() {
        start();
        m_limited = true;
    }
    void cleanup() { stop(); }

    /// While the permissions can't be read, the line says why and until when; then it says so no more.
    void theStatusLineSaysThatTheRateLimitIsWaitedFor() {
        for (int i = 0; i < 14; ++i)
            server->add(QStringLiteral("Key %1").arg(i), {QStringLiteral("stats.read")});
        server->perWindow = 10;
        open();
        const QString waits = QStringLiteral("waiting until "),
                      whose = QStringLiteral("rate limit of SendGrid");
        QTRY_VERIFY2_WITH_TIMEOUT(f->says(&window(), waits) && f->says(&window(), whose),
                                  qPrintable(f->texts(&window())), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!f->says(&window(), waits), 20'000);
    }

    /// The name stands on the screen; nothing else is needed for another one.
    void renamingWaitsForNothing() {
        server->add(QStringLiteral("CRM"));
        server->add(QStringLiteral("Shop")); // a row that stands alone is read before it is shown
        limitReading();
        open();
        select(server->keys().first());
        window().commands().trigger(QStringLiteral("key.rename"));
        auto *sheet = dialog<RenameSheet>();
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral("CRM 2"));
        m_limited = false;
        sheet->accept();
        QTRY_COMPARE_WITH_TIMEOUT(server->keys().first().name, QStringLiteral("CRM 2"), 20'000);
    }

    /// What waits says so; who goes on to something else is not called back by it.
    void whatIsAskedForIsDroppedWhenThePersonGoesOn() {
        server->add(QStringLiteral("CRM"));
        server->add(QStringLiteral("Shop"));
        limitReading();
        open();
        const KeyId crm = idOf(server->keys().first());
        const auto cancel = [this] {
            for (const auto all = window().findChildren<QPushButton *>(QStringLiteral("bannerAction"));
                 QPushButton * b : all) {
                if (b->text() == QStringLiteral("Cancel"))
                    return b->click();
            }
        };
        const QList<std::function<void()>> ways{
            [this] { window().page().table().select(idOf(server->keys().last())); },
            [this] { window().showPage(QStringLiteral("jobs")); },
            [this] { window().commands().trigger(QStringLiteral("view.detail")); }, cancel};
        for (const auto &goOn : ways) {
            window().showPage({});
            select(server->keys().first());
            window().commands().trigger(QStringLiteral("key.edit"));
            QTRY_VERIFY2(f->says(&window(), QStringLiteral("The key can't be read yet: waiting until ")),
                         qPrintable(f->texts(&window())));
            goOn();
            QTRY_VERIFY(!f->says(&window(), QStringLiteral("The key can't be read yet")));
            QVERIFY(!f->says(&window(), QStringLiteral("The key is being read")));
        }
        m_limited = false;
        QTRY_COMPARE_WITH_TIMEOUT(cell(model().rowOf(crm), KeyColumn::Permissions),
                                  QStringLiteral("Mail Send: send"), 20'000);
        QVERIFY(!window().findChild<EditWindow *>());
    }
};

QTEST_MAIN(SendGridWaiting)
#include "test_sendgrid_waiting.moc"
