#include "core/services/request_recorder.h"

#include "core/backend/request_log.h"
#include "core/model/futures.h"
#include "core/services/log_import/redact.h"

#include <algorithm>

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

RequestRecorder::RequestRecorder(VaultBackend &backend, int intervalMs, QObject *parent)
    : QObject(parent)
    , m_backend(backend) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(intervalMs);
    connect(&m_timer, &QTimer::timeout, this, &RequestRecorder::nextTurn);
}

void RequestRecorder::record(const Decision &decision, const RequestFacts &facts) {
    m_rows.append(recordOf(decision, facts));
    if (decision.allowed() && !facts.key.isNull())
        noteUse({facts.key, facts.at, facts.ip, facts.oldToken});
    flushSoon();
}

void RequestRecorder::noteUse(const LastUse &use) {
    const Token token(use.id, use.oldToken);
    Turn &turn = m_turns[qHash(use.id) % Turns];
    LastUse &known = (turn.written.contains(token) ? turn.waiting : m_uses)[token];
    if (known.at <= use.at)
        known = use;
    flushSoon();
}

void RequestRecorder::flushSoon() {
    if (m_rows.size() >= FlushRows)
        writeRows();
    if (!m_timer.isActive())
        m_timer.start();
}

void RequestRecorder::nextTurn() {
    m_turn = (m_turn + 1) % Turns;
    Turn &turn = m_turns[m_turn];
    turn.written.clear();
    QHash<Token, LastUse> uses = std::exchange(turn.waiting, {});
    uses.insert(std::exchange(m_uses, {}));
    for (auto at = uses.keyBegin(); at != uses.keyEnd(); ++at)
        m_turns[qHash(at->first) % Turns].written.insert(*at);
    writeUses(std::move(uses));
    writeRows();
    if (std::any_of(m_turns.begin(), m_turns.end(), [](const Turn &t) { return !t.written.isEmpty(); }))
        m_timer.start();
}

QFuture<Outcome> RequestRecorder::flush() {
    m_timer.stop();
    QHash<Token, LastUse> uses = std::exchange(m_uses, {});
    for (Turn &turn : m_turns) {
        uses.insert(std::exchange(turn.waiting, {}));
        turn.written.clear();
    }
    writeUses(std::move(uses));
    return writeRows();
}

void RequestRecorder::writeUses(QHash<Token, LastUse> uses) {
    if (uses.isEmpty())
        return;
    const QList<LastUse> all = uses.values();
    m_backend.stampLastUsed(all) | then(this, [this, all](const Outcome &done) {
        for (const LastUse &use : done ? QList<LastUse>() : all)
            noteUse(use); // once more
    });
}

QFuture<Outcome> RequestRecorder::writeRows() {
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
