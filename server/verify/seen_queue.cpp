#include "server/verify/seen_queue.h"

namespace latchkey::server {

RequestFacts Seen::facts() const {
    RequestFacts f;
    std::size_t from = 0;
    const auto next = [&](Part part) {
        const QString t = QString::fromUtf8(text.data() + from, lengths[part]);
        from += lengths[part];
        return t;
    };
    f.at = at;
    f.method = next(Method);
    f.path = next(Path);
    f.scope = next(ScopeWord);
    f.customer = next(Customer);
    f.ip = next(Ip);
    f.userAgent = next(UserAgent);
    f.key = key;
    f.credential = credential;
    f.oldToken = oldToken;
    f.environment = environment;
    f.durationUs = durationUs;
    return f;
}

SeenQueue::SeenQueue(int rowsPerSecond)
    : m_rowsPerSecond(rowsPerSecond) {}

bool SeenQueue::admits(qint64 steadyMs) {
    if (const qint64 second = steadyMs / 1000; second != m_second) {
        m_second = second;
        m_inSecond = 0;
    }
    if (m_inSecond >= m_rowsPerSecond.load(std::memory_order_relaxed)) {
        shed();
        return false;
    }
    ++m_inSecond;
    return true;
}

void SeenQueue::add(Seen &&row) {
    const std::lock_guard lock(m_mutex);
    if (m_rows.size() >= MostRows)
        return shed();
    m_rows.push_back(std::move(row));
}

void SeenQueue::use(const KeyId &key, Instant at, std::string_view from, bool oldToken) {
    const std::lock_guard lock(m_mutex);
    Use &use = m_uses[{key, oldToken}];
    if (use.at == at && use.from == from)
        return;
    use.at = at;
    use.from.assign(from.substr(0, 64));
}

SeenQueue::Batch SeenQueue::take() {
    Batch batch;
    {
        const std::lock_guard lock(m_mutex);
        batch.rows.swap(m_rows);
        m_emptied.swap(m_uses);
    }
    batch.uses.reserve(static_cast<qsizetype>(m_emptied.size()));
    std::string_view before;
    QString from; // many keys are used from one address
    for (const auto &[token, use] : m_emptied) {
        if (from.isNull() || use.from != before)
            from = QString::fromUtf8(use.from.data(), static_cast<qsizetype>(use.from.size()));
        before = use.from;
        batch.uses.append({token.first, use.at, from, token.second});
    }
    if (m_emptied.bucket_count() > MostKept)
        m_emptied = Uses();
    else
        m_emptied.clear();
    return batch;
}

} // namespace latchkey::server
