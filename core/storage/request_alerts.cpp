#include "core/storage/request_alerts.h"

#include "core/model/futures.h"

namespace latchkey {

RequestAlertsFeed::RequestAlertsFeed(RequestLog &log, const Clock &clock,
                                     std::function<void(std::shared_ptr<const RequestAlerts>)> changed)
    : m_log(log)
    , m_clock(clock)
    , m_changed(std::move(changed)) {
    m_later.setSingleShot(true);
    m_later.setInterval(SettleMs);
    m_again.setInterval(AgainMs);
    connect(&m_later, &QTimer::timeout, this, &RequestAlertsFeed::ask);
    connect(&m_again, &QTimer::timeout, this, &RequestAlertsFeed::ask);
    connect(&log, &RequestLog::changed, this, [this] {
        if (!m_later.isActive()) // an import that goes on for long is not waited for
            m_later.start();
    });
    m_later.start();
    m_again.start();
}

void RequestAlertsFeed::ask() {
    if (m_asking)
        return m_later.start();
    m_asking = true;
    auto found = std::make_shared<RequestAlerts>();
    const Instant now = m_clock.now();
    m_log.keysRateLimited(now) | then(this, [this, found, now](const Result<QList<KeyId>> &limited) {
        if (limited)
            found->rateLimited = QSet<KeyId>(limited->begin(), limited->end());
        m_log.keysRejectionsUp(now) | then(this, [this, found, now](const Result<QList<KeyId>> &up) {
            if (up)
                found->rejectionsUp = QSet<KeyId>(up->begin(), up->end());
            m_log.keysUsedScopes(now.plusDays(-UsedDays)) |
                then(this, [this, found](const Result<QHash<KeyId, QSet<QString>>> &used) {
                    if (used)
                        found->usedScopes = *used;
                    m_log.exposures() | then(this, [this, found](const Result<QList<Exposure>> &seen) {
                        for (const Exposure &e : seen ? *seen : QList<Exposure>()) {
                            if (!e.dismissed)
                                found->exposed[e.key].append(e.credential);
                        }
                        gather(found);
                    });
                });
        });
    });
}

void RequestAlertsFeed::gather(const std::shared_ptr<RequestAlerts> &found) {
    m_asking = false;
    if (*found == m_known)
        return;
    m_known = *found;
    m_changed(found);
}

} // namespace latchkey
