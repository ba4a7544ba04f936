#pragma once

#include "core/wire/records_json.h"

#include <QObject>
#include <deque>
#include <functional>

namespace latchkey::server {

/// The last changes of the vault as this process heard of them, for windows that follow. One thread.
class ChangeTail : public QObject {
    Q_OBJECT
public:
    /// It remembers so many steps and keys; one answer has so many keys.
    static constexpr std::size_t Most = 10'000;
    static constexpr qsizetype MostKept = 200'000, MostKeys = 10'000;
    explicit ChangeTail(VaultBackend &vault);
    /// Of the last change; opaque.
    [[nodiscard]] QString position() const;
    [[nodiscard]] wire::ChangesDocument since(const QString &position) const;
    /// Calls `f` once: at the next change, or after `ms`. Not at all if `context` goes first.
    void whenMoved(QObject *context, int ms, std::function<void()> f);

signals:
    void moved();

private:
    struct Step {
        QList<KeyId> keys;
        bool all = false, catalogue = false, customers = false, rules = false;
    };
    void note(Step step);
    [[nodiscard]] QString positionOf(qint64 number) const;
    QString m_process; ///< positions of another process mean nothing here
    qint64 m_last = 0;
    qsizetype m_kept = 0;     ///< keys of all steps
    std::deque<Step> m_steps; ///< the last one is number m_last
};

} // namespace latchkey::server
