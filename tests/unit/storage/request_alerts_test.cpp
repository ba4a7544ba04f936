#include "core/storage/request_alerts.h"

#include "tests/support/absent_request_log.h"
#include "tests/support/test_vault.h"

#include <QPromise>
#include <QTest>
#include <QTimer>

using namespace latchkey;

namespace {

constexpr int SettleMs = 20;

/// Takes its time for an answer.
class SlowLog final : public AbsentRequestLog {
public:
    int takesMs = 0, asked = 0;
    QFuture<Result<QList<KeyId>>> keysRateLimited(Instant) override {
        ++asked;
        auto promise = std::make_shared<QPromise<Result<QList<KeyId>>>>();
        promise->start();
        QTimer::singleShot(takesMs, this, [promise] {
            promise->addResult(QList<KeyId>());
            promise->finish();
        });
        return promise->future();
    }
};

} // namespace

class RequestAlertsTest : public QObject {
    Q_OBJECT
    FixedClock m_clock{Instant(1'000'000)};

private slots:
    void askedAgainAfterAChange() {
        SlowLog log;
        RequestAlertsFeed feed(
            log, m_clock, [](const auto &) {}, SettleMs);
        feed.start();
        QTRY_COMPARE(log.asked, 1);
        emit log.changed();
        QTRY_COMPARE(log.asked, 2);
    }

    void doesNotAskAllTheTime() { // requests come all the time, and answers are costly
        SlowLog log;
        log.takesMs = 200;
        RequestAlertsFeed feed(
            log, m_clock, [](const auto &) {}, SettleMs);
        feed.start();
        QTRY_COMPARE(log.asked, 1);
        QTest::qWait(log.takesMs * 2);
        for (int i = 0; i < 10; ++i) { // two seconds; the rest is ten at least
            emit log.changed();
            QTest::qWait(200);
        }
        QCOMPARE(log.asked, 1);
    }
};

QTEST_GUILESS_MAIN(RequestAlertsTest)
#include "request_alerts_test.moc"
