#include "core/storage/request_alerts.h"

#include "core/model/futures.h"

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

void differ(const QSet<KeyId> &a, const QSet<KeyId> &b, QSet<KeyId> *keys) {
    *keys |= (a - b) | (b - a);
}

template<typename T>
void differ(const QHash<KeyId, T> &a, const QHash<KeyId, T> &b, QSet<KeyId> *keys) {
    for (auto it = a.cbegin(); it != a.cend(); ++it) {
        if (const auto other = b.constFind(it.key()); other == b.cend() || *other != *it)
            keys->insert(it.key());
    }
    for (auto it = b.cbegin(); it != b.cend(); ++it) {
        if (!a.contains(it.key()))
            keys->insert(it.key());
    }
}

} // namespace

QSet<KeyId> differingKeys(const RequestAlerts &a, const RequestAlerts &b) {
    QSet<KeyId> keys;
    differ(a.rateLimited, b.rateLimited, &keys);
    differ(a.rejectionsUp, b.rejectionsUp, &keys);
    differ(a.usedScopes, b.usedScopes, &keys);
    differ(a.exposed, b.exposed, &keys);
    return keys;
}

RequestAlertsFeed::RequestAlertsFeed(RequestLog &log, const Clock &clock,
                                     std::function<void(std::shared_ptr<const RequestAlerts>)> changed,
                                     int settleMs)
    : m_log(log)
    , m_clock(clock)
    , m_changed(std::move(changed))
    , m_settleMs(settleMs) {
    m_later.setSingleShot(true);
    m_again.setInterval(AgainMs);
    connect(&m_later, &QTimer::timeout, this, &RequestAlertsFeed::ask);
    connect(&m_again, &QTimer::timeout, this, &RequestAlertsFeed::ask);
}

void RequestAlertsFeed::start() {
    if (std::exchange(m_started, true))
        return;
    connect(&m_log, &RequestLog::changed, this, [this] {
        if (!m_later.isActive()) // an import that goes on for long is not waited for
            askSoon();
    });
    askSoon();
    m_again.start();
}

void RequestAlertsFeed::askSoon() {
    const qint64 rest = m_asked.isValid() ? m_notBeforeMs - m_asked.elapsed() : 0;
    m_later.start(static_cast<int>(std::clamp<qint64>(rest, m_settleMs, AgainMs)));
}

void RequestAlertsFeed::ask() {
    if (m_asking)
        return askSoon();
    m_asking = true;
    m_asked.start();
    m_notBeforeMs = 0;
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
    m_notBeforeMs = m_asked.elapsed() * RestFactor;
    if (*found == m_known)
        return;
    m_known = *found;
    m_changed(found);
}

} // namespace latchkey
