#include "server/verify/follower.h"

#include "core/model/futures.h"
#include "server/ops/counters.h"

namespace latchkey::server {

namespace {
qint64 nowMs() {
    return steadyNs() / 1'000'000;
}
} // namespace

Follower::Follower(VerifierFeed &feed, CredentialIndex &index, const Clock &clock, VerifierNode node,
                   QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_index(index)
    , m_clock(clock)
    , m_node(std::move(node)) {
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &Follower::look);
    connect(&m_feed, &VerifierFeed::moved, this, &Follower::look);
}

qint64 Follower::confirmedMsAgo() const {
    return nowMs() - m_confirmedMs.load(std::memory_order_relaxed);
}

void Follower::put(const QList<VerifierKey> &keys) {
    const std::lock_guard lock(m_putting);
    for (const VerifierKey &key : keys)
        m_index.put(key);
}

void Follower::start() {
    m_feed.load([this](const QList<VerifierKey> &some) { put(some); }) |
        then(this, [this](const Result<qint64> &epoch) {
            if (!epoch) {
                report(epoch.error());
                return QTimer::singleShot(AgainMs, this, &Follower::start);
            }
            report({});
            m_epoch = *epoch;
            m_poll.start();
            look();
        });
}

void Follower::look() {
    if (!m_poll.isActive())
        return;
    if (m_askedMs != 0 && nowMs() - m_askedMs < PatienceMs) {
        m_again = true;
        return;
    }
    m_again = false;
    m_askedMs = nowMs();
    m_feed.changesSince(m_epoch) |
        then(this, [this, asked = m_askedMs, turn = ++m_turn](const Result<VerifierFeed::Changes> &changes) {
            if (turn == m_turn)
                m_askedMs = 0;
            take(changes, asked);
            if (m_again && changes)
                look();
        });
}

void Follower::take(const Result<VerifierFeed::Changes> &changes, qint64 askedMs) {
    if (!changes)
        return report(changes.error());
    put(changes->keys);
    if (changes->epoch < m_epoch)
        return; // an answer that was overtaken
    m_epoch = changes->epoch;
    if (changes->more)
        return look();
    m_confirmedMs = askedMs;
    report({});
    confirm();
    if (!m_loaded.exchange(true))
        emit loaded();
}

/// Whoever has revoked a key waits to read this.
void Follower::confirm() {
    const qint64 now = nowMs();
    if (m_saying || (m_node.epoch == m_epoch && now - m_saidMs < SeenMs))
        return;
    m_node.seen = m_clock.now();
    if (m_node.epoch != m_epoch)
        m_node.at = m_node.seen;
    m_node.epoch = m_epoch;
    m_saidMs = now;
    m_saying = true;
    m_feed.confirm(m_node) | then(this, [this](const Outcome &done) {
        m_saying = false;
        if (!done)
            m_saidMs = 0; // at the next look again
    });
}

QFuture<Outcome> Follower::leave() {
    m_poll.stop();
    return m_feed.leave(m_node.id);
}

void Follower::report(std::optional<Error> error) {
    if (error && !std::exchange(m_troubled, true))
        emit troubled(*error);
    else if (!error && std::exchange(m_troubled, false))
        emit recovered();
}

} // namespace latchkey::server
