#include "ui/detail/receipt_card.h"

#include "core/model/futures.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSet>

namespace latchkey::ui {

namespace {

constexpr int AskAgainMs = 250;
constexpr int SlowMs = 2'000; ///< where one verifier does not come, or the vault is away
constexpr int QuickTimes = 12;
constexpr qint64 FollowedMs = 60'000; ///< a change that is older was confirmed or is given up
constexpr qint64 SilentMs = 60'000;   ///< a node that says nothing refuses everything after half of it

bool takesAway(const QString &action) {
    static const QSet<QString> actions{QStringLiteral("key.revoke"),  QStringLiteral("key.deactivate"),
                                       QStringLiteral("key.rotate"),  QStringLiteral("key.regenerate"),
                                       QStringLiteral("key.stopOld"), QStringLiteral("key.delete"),
                                       QStringLiteral("key.purge")};
    return actions.contains(action);
}

} // namespace

ReceiptCard::ReceiptCard(VerifierFeed *feed, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_feed(feed)
    , m_clock(clock)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("receipt"));
    setProperty("card", true);
    m_text->setWordWrap(true);
    m_icon->setFixedSize(16, 16);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ReceiptCard::ask);
    hide();
}

void ReceiptCard::follow(const QList<AuditEvent> &events) {
    const AuditEvent newest = events.value(0);
    const qint64 epoch = m_feed && takesAway(newest.action) ? newest.seq : 0;
    if (epoch == m_epoch)
        return;
    m_epoch = epoch;
    m_at = newest.at;
    m_confirmed.clear();
    m_asked = 0;
    m_again.stop();
    hide();
    if (m_epoch > 0)
        ask();
}

void ReceiptCard::ask() {
    m_feed->nodes() | then(this, [this, epoch = m_epoch](const Result<VerifierNodes> &nodes) {
        if (epoch != m_epoch)
            return;
        if (nodes)
            show(*nodes);
        else if (nodes.error().code != ErrorCode::NotAllowed)
            askSoon(); // working offline: the banner says it
    });
}

void ReceiptCard::askSoon() {
    m_again.start(++m_asked < QuickTimes ? AskAgainMs : SlowMs);
}

/// Stamped by the server or, straight in a database, by this computer: its clock may be the wrong one of two.
bool ReceiptCard::isFresh(Instant theirs) const {
    return theirs.ms() - m_at.ms() < FollowedMs || m_clock.now().ms() - m_at.ms() < FollowedMs;
}

void ReceiptCard::show(const VerifierNodes &known) {
    if (isHidden() && !isFresh(known.now))
        return;
    int all = 0;
    QStringList missing;
    Instant last;
    for (const VerifierNode &n : known.nodes) {
        if (known.now.ms() - n.seen.ms() > SilentMs)
            continue;
        ++all;
        if (n.epoch >= m_epoch && !m_confirmed.contains(n.id))
            m_confirmed.insert(n.id, n.at);
        if (m_confirmed.contains(n.id))
            last = qMax(last, m_confirmed.value(n.id));
        else
            missing.append(n.name.isEmpty() ? n.id : n.name);
    }
    if (all == 0)
        return QFrame::hide();
    const int done = all - static_cast<int>(missing.size());
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(last.ms(), m_zone);
    const QString time = QLocale().toString(at.time(), QStringLiteral("HH:mm:ss")) +
                         QLocale().decimalPoint() + QString::number(at.time().msec() / 100);
    m_icon->setPixmap(themedIcon(missing.isEmpty() ? QStringLiteral("check") : QStringLiteral("clock"),
                                 missing.isEmpty() ? ColorRole::ActiveText : ColorRole::ExpiringText)
                          .pixmap(16, 16));
    m_text->setText(
        missing.isEmpty()
            ? tr("Confirmed by %1 of %2 verifiers at %3", "3 of 3, 12:03:04.2").arg(done).arg(all).arg(time)
            : tr("Confirmed by %1 of %2 verifiers", "1 of 3").arg(done).arg(all));
    m_text->setToolTip(missing.isEmpty() ? QString()
                                         : tr("Not yet: %1").arg(missing.join(QStringLiteral(", "))));
    setAccessibleName(m_text->text());
    QFrame::show();
    if (!missing.isEmpty())
        askSoon();
}

} // namespace latchkey::ui
