#include "ui/keys/key_insights.h"

#include "core/backend/request_log.h"
#include "core/model/futures.h"

namespace latchkey::ui {

namespace {
constexpr qsizetype AtOnce = 500; // more than a page only where rows are copied
} // namespace

KeyInsights::KeyInsights(VaultBackend &backend, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_clock(clock) {
    if (RequestLog *log = backend.requests())
        connect(log, &RequestLog::changed, this, &KeyInsights::outdateUsage);
}

void KeyInsights::outdateAlerts() {
    m_alerts.outdate();
    emit changed();
}

void KeyInsights::outdateUsage() {
    m_usage.outdate();
    emit changed();
}

template<typename T>
QList<KeyId> KeyInsights::missing(Known<T> &known, const QList<KeyId> &page) {
    QList<KeyId> ids;
    for (const KeyId &id : page) {
        if (id.isNull() || known.fresh.contains(id) || known.asked.contains(id))
            continue;
        known.asked.insert(id);
        ids.append(id);
    }
    return ids;
}

template<typename T>
void KeyInsights::take(Known<T> &known, int generation, const QList<KeyId> &asked,
                       const Result<QHash<KeyId, T>> &answer) {
    if (generation != known.generation)
        return; // asked for again meanwhile
    if (known.fresh.size() > MostKept) {
        known.outdate();
        known.values.clear();
    }
    for (const KeyId &id : asked) {
        known.values.insert(id, answer ? answer->value(id) : T());
        known.fresh.insert(id);
        known.asked.remove(id);
    }
    emit changed();
}

void KeyInsights::wantAlerts(const QList<KeyId> &page, const Thresholds &t) {
    if (!(t == m_thresholds)) {
        m_thresholds = t;
        m_alerts.outdate();
    }
    const QList<KeyId> ids = missing(m_alerts, page);
    if (ids.isEmpty())
        return;
    m_backend.alerts(ids, t) |
        then(this, [this, ids, g = m_alerts.generation](const Result<QHash<KeyId, KeyAlerts>> &answer) {
            take(m_alerts, g, ids, answer);
        });
}

void KeyInsights::wantUsage(const QList<KeyId> &page) {
    const QList<KeyId> ids = missing(m_usage, page);
    if (ids.isEmpty())
        return;
    using Days7 = Result<QHash<KeyId, QList<qint64>>>;
    RequestLog *log = m_backend.requests();
    for (qsizetype at = 0; at < ids.size(); at += AtOnce) {
        const QList<KeyId> some = ids.mid(at, AtOnce);
        (log ? log->usage(some, m_clock.now(), Days) : ready(Days7())) |
            then(this, [this, some, g = m_usage.generation](const Days7 &answer) {
                take(m_usage, g, some, answer);
            });
    }
}

} // namespace latchkey::ui
