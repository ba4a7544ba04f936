#pragma once

#include "core/backend/request_log.h"
#include "core/model/instant.h"

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace latchkey {

/// What the requests say about keys, as the index needs it for smart filters.
struct RequestAlerts {
    QSet<KeyId> rateLimited, rejectionsUp;
    QHash<KeyId, QSet<QString>> usedScopes; ///< of allowed requests of the last 90 days
    QHash<KeyId, QList<KeyId>> exposed;     ///< credentials of each key that stood in clear, not dismissed
    bool operator==(const RequestAlerts &) const = default;
};

/// The keys of which the two say different things.
QSet<KeyId> differingKeys(const RequestAlerts &a, const RequestAlerts &b);

/// Asks a request log for its alerts: once it is started, soon after it changed, and now and then because
/// time passes. While requests come all the time, asking takes a fiftieth of the time at most.
class RequestAlertsFeed : public QObject {
    Q_OBJECT
public:
    RequestAlertsFeed(RequestLog &log, const Clock &clock,
                      std::function<void(std::shared_ptr<const RequestAlerts>)> changed,
                      int settleMs = SettleMs);
    /// Whoever has no index needs none. A second time: nothing.
    void start();
    static constexpr int SettleMs = 1'500, AgainMs = 5 * 60'000, UsedDays = 90, RestFactor = 50;

private:
    void askSoon();
    void ask();
    void gather(const std::shared_ptr<RequestAlerts> &into);

    RequestLog &m_log;
    const Clock &m_clock;
    std::function<void(std::shared_ptr<const RequestAlerts>)> m_changed;
    const int m_settleMs;
    RequestAlerts m_known;
    QTimer m_later, m_again;
    QElapsedTimer m_asked;    ///< since the last question began
    qint64 m_notBeforeMs = 0; ///< of m_asked
    bool m_started = false, m_asking = false;
};

} // namespace latchkey
