#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/instant.h"

#include <QTimer>
#include <map>

namespace latchkey::server {

/// Lists of ids that somebody is looking through in windows, so that the windows fit together. At most
/// MostLists, each until nobody has asked for it for IdleMs: the oldest goes first. One thread.
class ListShelf {
public:
    static constexpr qint64 IdleMs = 60'000;
    static constexpr std::size_t MostLists = 16;
    explicit ListShelf(const Clock &clock);
    /// Null when it is gone or was of another question.
    KeyListPtr find(const QString &name, const QString &question);
    QString put(const KeyListPtr &list, const QString &question);

private:
    struct Kept {
        KeyListPtr list;
        QString question;
        Instant used;
    };
    void drop();
    const Clock &m_clock;
    std::map<QString, Kept> m_kept;
    QTimer m_timer;
};

} // namespace latchkey::server
