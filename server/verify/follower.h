#pragma once

#include "core/backend/verifier_feed.h"
#include "server/verify/credential_index.h"

#include <QTimer>
#include <atomic>
#include <mutex>

namespace latchkey::server {

/// Keeps an index as new as its vault: loads it, then asks for changes whenever the vault says so, and
/// several times a second in any case. Lives on the thread of the feed.
class Follower : public QObject {
    Q_OBJECT
public:
    /// `node`: how this process is called where others look who has followed a change.
    Follower(VerifierFeed &feed, CredentialIndex &index, const Clock &clock, VerifierNode node,
             QObject *parent = nullptr);
    void start();
    /// Takes this node off the list of those that answer.
    QFuture<Outcome> leave();
    void look();

    /// Any thread: everything has been read once.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Any thread: how long ago, by the steady clock, the index was as new as the vault; milliseconds.
    [[nodiscard]] qint64 confirmedMsAgo() const;
    [[nodiscard]] qint64 epoch() const { return m_epoch; }

    static constexpr int PollMs = 200, AgainMs = 1000;
    static constexpr qint64 SeenMs = 2000; ///< so often it says that it is still there
    /// An answer that takes longer is not waited for.
    static constexpr qint64 PatienceMs = 5'000;

signals:
    void loaded();
    /// The vault does not answer, or went back in time; said once until it works again.
    void troubled(const latchkey::Error &error);
    void recovered();

private:
    void put(const QList<VerifierKey> &keys);
    void confirm();
    void take(const Result<VerifierFeed::Changes> &changes, qint64 askedMs);
    void report(std::optional<Error> error);

    VerifierFeed &m_feed;
    CredentialIndex &m_index;
    const Clock &m_clock;
    VerifierNode m_node;
    qint64 m_saidMs = 0; ///< when it was confirmed last
    bool m_saying = false;
    std::mutex m_putting; ///< the feed loads on several threads
    std::atomic_bool m_loaded{false};
    std::atomic<qint64> m_confirmedMs{0}, m_epoch{0};
    qint64 m_askedMs = 0; ///< 0: nothing is under way
    quint64 m_turn = 0;
    bool m_again = false; ///< something moved while an answer was under way
    bool m_troubled = false;
    QTimer m_poll;
};

} // namespace latchkey::server
