#include "server/api/list_shelf.h"

#include "core/token/token.h"

#include <algorithm>

namespace latchkey::server {

ListShelf::ListShelf(const Clock &clock)
    : m_clock(clock) {
    m_timer.setInterval(IdleMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { drop(); });
}

void ListShelf::drop() {
    const Instant now = m_clock.now();
    std::erase_if(m_kept, [now](const auto &k) { return now.ms() - k.second.used.ms() > IdleMs; });
    if (m_kept.empty())
        m_timer.stop();
}

KeyListPtr ListShelf::find(const QString &name, const QString &question) {
    drop();
    const auto it = m_kept.find(name);
    if (it == m_kept.end() || it->second.question != question)
        return nullptr;
    it->second.used = m_clock.now();
    return it->second.list;
}

QString ListShelf::put(const KeyListPtr &list, const QString &question) {
    drop();
    if (m_kept.size() >= MostLists)
        m_kept.erase(std::min_element(m_kept.begin(), m_kept.end(), [](const auto &a, const auto &b) {
            return a.second.used < b.second.used;
        }));
    const QString name = token::randomId().toString();
    m_kept[name] = {list, question, m_clock.now()};
    m_timer.start();
    return name;
}

} // namespace latchkey::server
