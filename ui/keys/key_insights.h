#pragma once

#include "core/backend/vault_backend.h"

#include <QHash>
#include <QSet>

namespace latchkey::ui {

/// What the columns Alerts and Usage show: it stands in no key's own row, and is asked for when such a cell
/// is looked at, a page of keys in one question. What was known is shown until the new answer is here. GUI
/// thread.
class KeyInsights : public QObject {
    Q_OBJECT
public:
    KeyInsights(VaultBackend &backend, const Clock &clock, QObject *parent = nullptr);

    /// Null while they are not known.
    [[nodiscard]] const KeyAlerts *alerts(const KeyId &id) const { return m_alerts.at(id); }
    /// Requests of each of the last 7 times 24 hours, oldest first; empty where nobody reports them.
    [[nodiscard]] const QList<qint64> *usage(const KeyId &id) const { return m_usage.at(id); }
    /// Asks for what is not known of these keys, or outdated.
    void wantAlerts(const QList<KeyId> &page, const Thresholds &t);
    void wantUsage(const QList<KeyId> &page);
    [[nodiscard]] bool knowsAlerts(const KeyId &id) const { return m_alerts.fresh.contains(id); }
    [[nodiscard]] bool knowsUsage(const KeyId &id) const { return m_usage.fresh.contains(id); }
    void outdateAlerts();
    void outdateUsage();

    static constexpr int Days = 7;
    static constexpr qsizetype MostKept = 20'000; ///< keys

signals:
    void changed();

private:
    template<typename T>
    struct Known {
        QHash<KeyId, T> values;
        QSet<KeyId> fresh, asked;
        int generation = 0;
        [[nodiscard]] const T *at(const KeyId &id) const {
            const auto it = values.constFind(id);
            return it == values.cend() ? nullptr : &*it;
        }
        void outdate() {
            ++generation;
            fresh.clear();
            asked.clear();
            if (values.size() > MostKept)
                values.clear();
        }
    };
    template<typename T>
    static QList<KeyId> missing(Known<T> &known, const QList<KeyId> &page);
    template<typename T>
    void take(Known<T> &known, int generation, const QList<KeyId> &asked,
              const Result<QHash<KeyId, T>> &answer);

    VaultBackend &m_backend;
    const Clock &m_clock;
    Thresholds m_thresholds;
    Known<KeyAlerts> m_alerts;
    Known<QList<qint64>> m_usage;
};

} // namespace latchkey::ui
