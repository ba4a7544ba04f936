#include "ui/detail/receipts.h"

#include "core/model/futures.h"

#include <QLocale>
#include <QSet>
#include <algorithm>

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

bool givesBack(const QString &action) {
    return action == QLatin1StringView("key.activate") || action == QLatin1StringView("key.restore");
}

} // namespace

Receipts::Receipts(VerifierFeed *feed, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_clock(clock) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Receipts::ask);
}

bool Receipts::follow(const KeyId &key, const QList<AuditEvent> &events) {
    const auto last = std::find_if(events.begin(), events.end(), [](const AuditEvent &e) {
        return takesAway(e.action) || givesBack(e.action);
    });
    if (!m_feed || last == events.end())
        return false;
    if (givesBack(last->action)) {
        if (m_followed.remove(key) > 0)
            emit changed(key);
        return false;
    }
    const auto known = m_followed.constFind(key);
    if (known != m_followed.cend() && known->epoch >= last->seq) // an answer may come late
        return true;
    m_followed.insert(key, {last->seq, last->at, {}, {}, true});
    emit changed(key);
    m_asked = 0;
    m_again.stop();
    ask();
    return true;
}

void Receipts::ask() {
    if (std::exchange(m_asking, true))
        return;
    m_feed->nodes() | then(this, [this](const Result<VerifierNodes> &nodes) {
        m_asking = false;
        if (!nodes && nodes.error().code == ErrorCode::NotAllowed)
            return;
        QList<KeyId> told;
        bool open = false;
        for (auto it = m_followed.begin(); it != m_followed.end(); ++it) {
            if (it->open && nodes && take(*it, *nodes))
                told.append(it.key());
            open |= it->open;
        }
        if (open) // also while it works offline: the banner says it
            m_again.start(++m_asked < QuickTimes ? AskAgainMs : SlowMs);
        for (const KeyId &key : std::as_const(told))
            emit changed(key);
    });
}

bool Receipts::take(Followed &f, const VerifierNodes &known) const {
    // Stamped by the server or, straight in a database, by this computer: its clock may be the wrong one of
    // two.
    const bool fresh = known.now.ms() - f.at.ms() < FollowedMs || m_clock.now().ms() - f.at.ms() < FollowedMs;
    const bool shown = !f.confirmed.isEmpty() || !f.missing.isEmpty();
    if (!shown && !fresh) {
        f.open = false;
        return false;
    }
    QStringList missing;
    QHash<QString, Instant> confirmed;
    for (const VerifierNode &n : known.nodes) {
        if (known.now.ms() - n.seen.ms() > SilentMs)
            continue;
        if (f.confirmed.contains(n.id) || n.epoch >= f.epoch)
            confirmed.insert(n.id, f.confirmed.value(n.id, n.at));
        else
            missing.append(n.name.isEmpty() ? n.id : n.name);
    }
    f.open = !missing.isEmpty();
    const bool moved = missing != f.missing || confirmed != f.confirmed;
    f.missing = missing;
    f.confirmed = confirmed;
    return moved;
}

std::optional<Receipts::Receipt> Receipts::of(const KeyId &key) const {
    const auto at = m_followed.constFind(key);
    if (at == m_followed.cend() || (at->confirmed.isEmpty() && at->missing.isEmpty()))
        return std::nullopt;
    const auto done = at->confirmed.size(), all = done + at->missing.size();
    if (!at->missing.isEmpty())
        return Receipt{tr("Confirmed by %1 of %2 verifiers", "1 of 3").arg(done).arg(all),
                       at->missing.join(QStringLiteral(", "))};
    const Instant last = *std::max_element(at->confirmed.begin(), at->confirmed.end());
    const QTime time = QDateTime::fromMSecsSinceEpoch(last.ms(), m_zone).time();
    return Receipt{tr("Confirmed by %1 of %2 verifiers at %3", "3 of 3, 12:03:04.2")
                       .arg(done)
                       .arg(all)
                       .arg(QLocale().toString(time, QStringLiteral("HH:mm:ss")) + QLocale().decimalPoint() +
                            QString::number(time.msec() / 100)),
                   {}};
}

} // namespace latchkey::ui
