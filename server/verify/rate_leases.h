#pragma once

#include "core/policy/rate_ledger.h"
#include "core/policy/rate_share.h"
#include "server/verify/credential_index.h"

#include <QHash>
#include <QTimer>
#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

namespace latchkey::server {

/// Settles with a ledger what this process has let through of keys with limits, and leases more from it;
/// never on the path of a request; and learns what others have used. Lives on the thread that puts rows into
/// the index.
class RateLeases : public QObject {
    Q_OBJECT
public:
    RateLeases(RateLedger &ledger, const CredentialIndex &index, QObject *parent = nullptr);
    /// Looks who shares the limits and what they have used, and again several times a second. When the index
    /// has been loaded.
    void start();
    /// What is owed is told and what is leased goes back; finished when that is done, or failed.
    QFuture<Outcome> leave();

    /// One key that has something to settle. The meter and the share live as long as the index.
    struct Due {
        KeyId key;
        RateLimits limits;
        policy::Meter *meter = nullptr;
        policy::RateShare *share = nullptr;
    };
    /// Any thread.
    void note(const Due &due);
    [[nodiscard]] int sharers() const { return m_sharers.load(std::memory_order_relaxed); }
    /// Any thread: has it once been seen who shares the limits?
    [[nodiscard]] bool hasLooked() const { return m_looked; }
    [[nodiscard]] bool isReached() const { return m_reached; } ///< did the ledger answer last?
    [[nodiscard]] qint64 settlements() const { return m_settlements; }

    /// Between two settlements; after one that failed; a lease that is not renewed goes back; how often it is
    /// looked who shares.
    static constexpr int PauseMs = 5, AgainMs = 500, HoldMs = 1'000, LookMs = 250;

signals:
    /// The ledger can't be asked, for this reason; once, until it is another one or `recovered`.
    void troubled(const latchkey::Error &error);
    void recovered();

private:
    enum class Step : quint8 { Settle, Look };
    void settle();
    void look();
    void takeBackUnused();
    void ask(const std::vector<Due> &due, bool everythingBack);
    void take(const Result<RateLedger::Settled> &settled);
    void hear(const RateLedger::Seen &seen);
    void note(Step step, const std::optional<Error> &error);

    RateLedger &m_ledger;
    const CredentialIndex &m_index;
    std::mutex m_mutex;
    std::vector<Due> m_due; ///< guarded by the mutex
    bool m_called = false;  ///< guarded: the thread of the ledger knows of them

    struct Asked {
        Due due;
        policy::RateShare::Stock stock;
        qint64 back = 0;
    };
    std::vector<Asked> m_asked; ///< while the ledger is asked
    struct Held {
        Due due;
        qint64 sinceMs = 0;
    };
    QHash<KeyId, Held> m_held;
    QTimer m_soon, m_look;
    std::array<std::optional<ErrorCode>, 2> m_trouble; ///< by Step: looking may work where settling does not
    bool m_asking = false, m_looking = false;
    std::atomic_int m_sharers{1};
    std::atomic_bool m_reached{false}, m_looked{false};
    std::atomic<qint64> m_settlements{0};
};

} // namespace latchkey::server
