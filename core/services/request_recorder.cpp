#include "core/services/request_recorder.h"

#include "core/backend/request_log.h"
#include "core/model/futures.h"
#include "core/services/log_import/redact.h"

namespace latchkey {

RequestRecord recordOf(const Decision &decision, const RequestFacts &f) {
    // Clients put tokens into paths: those never reach a disk.
    const auto safe = [](const QString &text, int most) {
        return log_line::redacted(text.toUtf8()).left(most);
    };
    RequestRecord r;
    r.at = f.at;
    r.code = decision.code;
    r.status = httpStatusOf(decision.code);
    r.outcome = outcomeOfStatus(r.status);
    r.method = safe(f.method, 20);
    r.path = safe(f.path, LongestRequestPath);
    r.scope = safe(f.scope, LongestRequestText);
    r.key = f.key;
    r.credential = f.credential;
    r.environment = f.environment;
    r.customer = safe(f.customer, LongestRequestText);
    r.ip = safe(f.ip, 64);
    r.userAgent = safe(f.userAgent, LongestRequestText);
    r.durationUs = f.durationUs;
    return r;
}

RequestRecorder::RequestRecorder(VaultBackend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(FlushMs);
    connect(&m_timer, &QTimer::timeout, this, &RequestRecorder::flush);
}

void RequestRecorder::record(const Decision &decision, const RequestFacts &facts) {
    m_rows.append(recordOf(decision, facts));
    if (decision.allowed() && !facts.key.isNull())
        noteUse({facts.key, facts.at, facts.ip, facts.oldToken});
    flushSoon();
}

void RequestRecorder::noteUse(const LastUse &use) {
    LastUse &known = m_uses[use.id];
    if (known.at <= use.at)
        known = use;
    flushSoon();
}

void RequestRecorder::flushSoon() {
    if (m_rows.size() >= FlushRows)
        flush();
    else if (!m_timer.isActive())
        m_timer.start();
}

QFuture<Outcome> RequestRecorder::flush() {
    m_timer.stop();
    if (!m_uses.isEmpty()) {
        const QList<LastUse> uses = std::exchange(m_uses, {}).values();
        m_backend.stampLastUsed(uses) | then(this, [this, uses](const Outcome &done) {
            for (const LastUse &use : done ? QList<LastUse>() : uses)
                noteUse(use); // with the next ones
        });
    }
    RequestLog *log = m_backend.requests();
    const QList<RequestRecord> rows = std::exchange(m_rows, {});
    if (!log || rows.isEmpty())
        return ready(ok());
    const QFuture<Outcome> done = log->append(rows);
    done | then(this,
                [this, n = rows.size()](const Outcome &written) { (written ? m_written : m_failed) += n; });
    return done;
}

} // namespace latchkey
