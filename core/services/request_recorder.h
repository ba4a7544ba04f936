#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/request.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <array>
#include <atomic>
#include <utility>

namespace latchkey {

/// What a verifier knows of a request besides its decision.
struct RequestFacts {
    Instant at;
    QString method, path, scope;
    KeyId key;        ///< null: the token led to none
    KeyId credential; ///< id part of the token; null when it had no shape
    bool oldToken = false;
    std::optional<Environment> environment;
    QString customer, ip, userAgent;
    std::optional<qint64> durationUs;
};

RequestRecord recordOf(const Decision &decision, const RequestFacts &facts);

/// Writes down what a verifier decided: a row of the requests and, for an allowed one, when its key was used.
/// In batches, never a write per request; and a key that is used all the time is not written every second:
/// its first use is, its newest one when its turn comes. Lives on the backend's thread.
class RequestRecorder : public QObject {
    Q_OBJECT
public:
    static constexpr int FlushMs = 1000, FlushRows = 1000;
    /// A use that waits for its turn is written after at most so many intervals.
    static constexpr int Turns = 10;

    explicit RequestRecorder(VaultBackend &backend, int intervalMs = FlushMs, QObject *parent = nullptr);
    void record(const Decision &decision, const RequestFacts &facts);
    /// A key was used; for requests of which no row is kept. record() does it too.
    void noteUse(const LastUse &use);
    /// Writes at once everything that is waiting; finished when it is on the disk.
    QFuture<Outcome> flush();
    /// Any thread: rows that stand in the log, and rows that it did not take.
    [[nodiscard]] qint64 writtenRows() const { return m_written; }
    [[nodiscard]] qint64 failedRows() const { return m_failed; }

private:
    /// Of a rotating key both tokens count for themselves.
    using Token = std::pair<KeyId, bool>;
    /// The keys whose turn is the same.
    struct Turn {
        QSet<Token> written; ///< since the turn before
        QHash<Token, LastUse> waiting;
    };
    void flushSoon();
    void nextTurn();
    void writeUses(QHash<Token, LastUse> uses);
    QFuture<Outcome> writeRows();
    VaultBackend &m_backend;
    QList<RequestRecord> m_rows;
    QHash<Token, LastUse> m_uses;
    std::array<Turn, Turns> m_turns;
    std::size_t m_turn = 0;
    QTimer m_timer;
    std::atomic<qint64> m_written{0}, m_failed{0};
};

} // namespace latchkey
