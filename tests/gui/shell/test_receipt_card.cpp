#include "core/model/futures.h"
#include "tests/support/test_vault.h"
#include "ui/detail/receipt_card.h"

#include <QLabel>
#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

/// Says of two verifiers what it is told, by the time of a server of its own.
class TwoVerifiers final : public VerifierFeed {
public:
    Instant now = Instant(1'800'000'000'000);
    qint64 far = 0, near = 0;
    qint64 silentMs = 0;
    int asked = 0;
    QFuture<Result<qint64>> load(Take) override { return ready<Result<qint64>>(0); }
    QFuture<Result<Changes>> changesSince(qint64, int) override { return ready<Result<Changes>>(Changes()); }
    QFuture<Outcome> confirm(const VerifierNode &) override { return ready<Outcome>(ok()); }
    QFuture<Outcome> leave(const QString &) override { return ready<Outcome>(ok()); }
    QFuture<Result<VerifierNodes>> nodes() override {
        ++asked;
        return ready<Result<VerifierNodes>>(
            VerifierNodes{{{QStringLiteral("1"), QStringLiteral("near"), near, now, now},
                           {QStringLiteral("2"), QStringLiteral("far"), far, now, now.plusMs(-silentMs)}},
                          now});
    }
};

} // namespace

/// How far a change has come to those who answer requests.
class ReceiptCardTest : public QObject {
    Q_OBJECT
private slots:
    /// A receipt goes by the server's time: this computer's may be an hour off, either way.
    void receiptWithAWrongClock_data() {
        QTest::addColumn<qint64>("offMs");
        QTest::newRow("right") << 0LL;
        QTest::newRow("fast") << 3'600'000LL;
        QTest::newRow("slow") << -3'600'000LL;
    }
    void receiptWithAWrongClock() {
        QFETCH(const qint64, offMs);
        TwoVerifiers feed;
        const FixedClock clock(feed.now.plusMs(offMs));
        ReceiptCard card(&feed, clock);
        const QLabel *text = nullptr;
        for (const auto labels = card.findChildren<QLabel *>(); const QLabel *l : labels)
            text = l->wordWrap() ? l : text;
        AuditEvent revoked;
        revoked.action = QStringLiteral("key.revoke");
        revoked.seq = 7;
        revoked.at = feed.now.plusMs(-5'000);
        feed.near = 7;
        feed.far = 6;
        card.follow({revoked});
        QTRY_VERIFY(!card.isHidden());
        QCOMPARE(text->text(), QStringLiteral("Confirmed by 1 of 2 verifiers"));
        feed.far = 7;
        QTRY_VERIFY(text->text().startsWith(QStringLiteral("Confirmed by 2 of 2 verifiers at ")));
        // One that has been silent for long by the server's clock is no verifier any more.
        feed.silentMs = 120'000;
        revoked.seq = 8;
        card.follow({revoked});
        feed.near = 8;
        QTRY_VERIFY(text->text().startsWith(QStringLiteral("Confirmed by 1 of 1 verifiers at ")));
    }

    /// Of what is long past there is none, and it is asked for once only.
    void noReceiptOfLongAgo() {
        TwoVerifiers feed;
        const FixedClock clock(feed.now);
        ReceiptCard card(&feed, clock);
        AuditEvent revoked;
        revoked.action = QStringLiteral("key.revoke");
        revoked.seq = 7;
        revoked.at = feed.now.plusMs(-120'000);
        card.follow({revoked});
        QTRY_COMPARE(feed.asked, 1);
        QTest::qWait(0);
        card.follow({revoked});
        QVERIFY(card.isHidden());
        QCOMPARE(feed.asked, 1);
    }
};

QTEST_MAIN(ReceiptCardTest)
#include "test_receipt_card.moc"
