#include "server/auth/authenticator.h"

#include "core/token/token.h"

#include <QTimer>

namespace latchkey::server {

Authenticator::Authenticator(PrincipalStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock) {}

void Authenticator::refuse(const latchkey::Answer<Result<Answer>> &to, const QHostAddress &peer) {
    const Instant now = m_clock.now();
    const auto wait = m_throttle.failed(peer, now);
    if (!wait)
        return to.give(Answer(tl::unexpected(AuthRefusal{
            AuthRefusal::Why::TooMany, qMax<qint64>(1'000, m_throttle.retryAfterMs(peer, now))})));
    QTimer::singleShot(static_cast<int>(*wait), this, [to] {
        to.give(Answer(tl::unexpected(AuthRefusal{AuthRefusal::Why::Invalid, 0})));
    });
}

QFuture<Result<Authenticator::Answer>> Authenticator::check(std::shared_ptr<const SecretBytes> bearer,
                                                            const QHostAddress &peer) {
    const latchkey::Answer<Result<Answer>> answer;
    if (!bearer) {
        answer.give(Answer(tl::unexpected(AuthRefusal{})));
        return answer.future();
    }
    const auto parsed = token::parse(bearer->view());
    // What is no admin token at all takes the same way, with an id that nobody has.
    const bool admin = parsed && parsed->environmentWord == QStringLiteral("adm");
    m_store.find(admin ? parsed->id : token::randomId()) |
        then(this, [this, answer, bearer, peer](const Result<std::optional<KnownPrincipal>> &found) {
            if (!found)
                return answer.give(fail(found.error()));
            const auto &known = *found;
            const QByteArray verifier =
                known && !known->verifier.isEmpty() ? known->verifier : QByteArray(32, '\0');
            const bool same = token::matches(bearer->view(), verifier);
            if (!same || !known || !known->record.active || known->record.damaged)
                return refuse(answer, peer);
            const Instant now = m_clock.now();
            if (!known->record.lastUsedAt || now.ms() - known->record.lastUsedAt->ms() >= StampEveryMs)
                m_store.stampUsed(known->record.id, now);
            answer.give(Answer(known->record));
        });
    return answer.future();
}

} // namespace latchkey::server
