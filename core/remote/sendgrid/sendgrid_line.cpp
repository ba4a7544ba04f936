#include "core/remote/sendgrid/sendgrid_line.h"

#include "core/remote/sendgrid/sendgrid_key.h"

#include <utility>

namespace latchkey {

using sendgrid::Reply;

namespace {

constexpr qint64 LongestAnswer = 4 << 20;

/// "GET /v3/api_keys/*"
QByteArray endpointOf(const ServerRequest &r) {
    const qsizetype mark = r.path.indexOf('?');
    QByteArrayList parts = (mark < 0 ? r.path : r.path.left(mark)).split('/');
    for (QByteArray &p : parts) {
        if (sendgrid::isServiceId(QString::fromLatin1(p)))
            p = "*";
    }
    return r.method + ' ' + parts.join('/');
}

} // namespace

SendGridLine::SendGridLine(const ServerAddress &address, const std::shared_ptr<const SecretBytes> &key,
                           const QString &subuser, const Clock &clock, const RestTimes &times)
    : m_line(address, key, times)
    , m_clock(clock)
    , m_subuser(subuser.toUtf8()) {
    m_time.start();
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SendGridLine::pump);
}

QFuture<Result<Reply>> SendGridLine::ask(ServerRequest request, Urgency urgency, const QString &tag) {
    const auto p = std::make_shared<Pending>();
    request.mostBytes = LongestAnswer;
    if (!m_subuser.isEmpty())
        request.headers.emplaceBack("on-behalf-of", m_subuser);
    p->endpoint = endpointOf(request);
    p->request = std::move(request);
    p->urgency = urgency;
    p->tag = tag;
    p->since = m_time.elapsed();
    (urgency == Urgency::Person ? m_person : m_background).push_back(p);
    pump();
    return p->answer.future();
}

void SendGridLine::keepOnly(const QSet<QString> &tags) {
    Queue kept, gone;
    for (const auto &p : m_background)
        (tags.contains(p->tag) ? kept : gone).push_back(p);
    m_background = kept;
    if (m_person.empty() && m_background.empty())
        noteWait(-1);
    for (const auto &p : gone)
        p->answer.give(fail(ErrorCode::Cancelled));
}

void SendGridLine::pump() {
    const qint64 person = pumpQueue(m_person);
    const qint64 background = pumpQueue(m_background);
    qint64 wait = person;
    if (background > 0 && (wait < 0 || background < wait))
        wait = background;
    if (wait > 0)
        m_again.start(static_cast<int>(wait));
    noteWait(wait);
}

/// The end is known to the second only, and looked at anew with each answer.
void SendGridLine::noteWait(qint64 ms) {
    constexpr qint64 SameMs = 1'000;
    std::optional<Instant> until;
    if (ms > 0)
        until = m_clock.now().plusMs(ms);
    if (until && m_waitsUntil && qAbs(until->ms() - m_waitsUntil->ms()) <= SameMs)
        return;
    if (std::exchange(m_waitsUntil, until).has_value() || until)
        emit waitChanged();
}

qint64 SendGridLine::pumpQueue(Queue &queue) {
    qint64 wait = -1;
    for (auto it = queue.begin(); it != queue.end();) {
        const std::shared_ptr<Pending> p = *it;
        const bool background = p->urgency == Urgency::Background;
        if (m_atOnce >= MostAtOnce || (background && m_backgroundAtOnce >= MostInBackground))
            return wait;
        const qint64 now = m_time.elapsed();
        const qint64 ms = m_gates[p->endpoint].waitMs(background, now);
        if (ms > 0 && !background && now - p->since + ms > MostPatienceMs) {
            it = queue.erase(it);
            p->answer.give(
                fail(ErrorCode::RateLimited, {{QStringLiteral("seconds"), (ms + 999) / 1'000},
                                              {QStringLiteral("path"), where()},
                                              {QStringLiteral("service"), sendgrid::serviceName()}}));
            continue;
        }
        if (ms > 0) {
            wait = wait < 0 ? ms : qMin(wait, ms);
            ++it;
            continue;
        }
        it = queue.erase(it);
        start(p);
    }
    return wait;
}

void SendGridLine::start(const std::shared_ptr<Pending> &p) {
    ++m_atOnce;
    ++m_sent;
    if (p->urgency == Urgency::Background)
        ++m_backgroundAtOnce;
    m_gates[p->endpoint].take();
    m_line.askAny<Reply>(p->request, sendgrid::replyOf) |
        then(this, [this, p](const Result<Reply> &reply) { answered(p, reply); });
}

void SendGridLine::answered(const std::shared_ptr<Pending> &p, const Result<Reply> &reply) {
    --m_atOnce;
    if (p->urgency == Urgency::Background)
        --m_backgroundAtOnce;
    if (reply)
        m_gates[p->endpoint].note(reply->rate, m_time.elapsed(), m_clock.now().ms());
    if (reply && reply->status == 429) {
        (p->urgency == Urgency::Person ? m_person : m_background).push_front(p);
        return pump();
    }
    p->answer.give(reply);
    pump();
}

} // namespace latchkey
