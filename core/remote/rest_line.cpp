#include "core/remote/rest_line.h"

#include "core/model/handoff.h"
#include "core/wire/problem.h"

#include <QCryptographicHash>

namespace latchkey {

RestLine::RestLine(const ServerAddress &address, const std::shared_ptr<const SecretBytes> &token,
                   const RestTimes &times)
    : m_where(address.url.toString())
    , m_client(new HttpClient(address, token, times)) {
    m_thread.setObjectName(QStringLiteral("remote"));
    m_client->moveToThread(&m_thread);
    m_thread.start();
}

RestLine::~RestLine() {
    handoff::post(
        m_client,
        [client = m_client, thread = &m_thread] {
            delete client;
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void RestLine::post(const ServerRequest &request, HttpClient::Done done) {
    handoff::post(
        m_client,
        [this, client = m_client, request, done = std::move(done)] {
            const bool stored = request.stored || request.changes;
            client->send(request, [this, done, stored, number = ++m_sent](Result<ServerAnswer> &&got) {
                noteReach(got, stored, number);
                done(std::move(got));
            });
        },
        Qt::QueuedConnection);
}

/// What a server says out of its memory does not bring its database back, nor what was asked before that
/// went.
void RestLine::noteReach(const Result<ServerAnswer> &got, bool stored, qint64 number) {
    const bool lost =
        !got && (got.error().code == ErrorCode::Unreachable || got.error().code == ErrorCode::Unanswered);
    const bool noDatabase = got && got->isWithoutDatabase();
    if (noDatabase)
        m_sentBefore = m_sent;
    const bool proof = got && stored && got->status < 500 && number > m_sentBefore;
    if (!lost && !noDatabase && m_reach == Reach::NoDatabase && !proof)
        return;
    const Reach reach = lost ? Reach::Nobody : noDatabase ? Reach::NoDatabase : Reach::All;
    if (std::exchange(m_reach, reach) == reach)
        return;
    std::optional<Error> error;
    if (lost)
        error = got.error();
    else if (noDatabase)
        error = problemOf(*got, m_where, false);
    if (error)
        error->params.remove(QStringLiteral("change")); // that is between it and who asked
    handoff::post(this, [this, error] { tellReach(error); });
}

void RestLine::tellReach(const std::optional<Error> &error) {
    if (error)
        emit unreachable(*error);
    else
        emit reachable();
}

std::optional<Error> RestLine::problemOf(const ServerAnswer &answer, const QString &where, bool changes) {
    if (answer.status < 400)
        return std::nullopt;
    if (answer.contentType.startsWith("application/problem+json")) {
        if (const auto problem = wire::problemFrom(answer.body)) {
            Error e = wire::errorOf(*problem);
            e.params.insert(QStringLiteral("httpStatus"), answer.status);
            if (e.code == ErrorCode::Unreachable || e.code == ErrorCode::Unanswered) {
                if (!changes) // a question leaves nothing in doubt
                    e.code = ErrorCode::Unreachable;
                else
                    e.params.insert(QStringLiteral("change"), true);
                e.params.insert(QStringLiteral("path"), where);
                e.params.insert(QStringLiteral("reason"), QStringLiteral("database"));
            }
            return e;
        }
    }
    // A gateway's own words: what the server behind it has made of a change, it does not know.
    return Error(answer.status < 500 ? ErrorCode::NotAServer
                 : changes           ? ErrorCode::Unanswered
                                     : ErrorCode::Unreachable,
                 {{QStringLiteral("path"), where},
                  {QStringLiteral("reason"), QStringLiteral("HTTP %1").arg(answer.status)},
                  {QStringLiteral("httpStatus"), answer.status}});
}

Error RestLine::unreadable(const Error &error, const QString &where) {
    if (error.code != ErrorCode::InvalidInput)
        return error;
    const FieldError first = error.fields.value(0);
    return Error(ErrorCode::NotAServer, {{QStringLiteral("path"), where},
                                         {QStringLiteral("reason"), first.field + u' ' + first.code}});
}

QFuture<Outcome> RestLine::tell(const ServerRequest &request) {
    return ask<std::monostate>(request, [](const ServerAnswer &) { return ok(); });
}

QFuture<QVariantMap> RestLine::certificate() {
    const Answer<QVariantMap> answer;
    handoff::post(
        m_client,
        [answer, client = m_client] {
            const QSslCertificate &c = client->seen();
            if (c.isNull())
                return answer.give({});
            answer.give({{QStringLiteral("fingerprint"),
                          QString::fromLatin1(c.digest(QCryptographicHash::Sha256).toHex(':')).toUpper()},
                         {QStringLiteral("subject"), c.subjectDisplayName()},
                         {QStringLiteral("issuer"), c.issuerDisplayName()},
                         {QStringLiteral("until"), Instant(c.expiryDate().toMSecsSinceEpoch()).toIso()}});
        },
        Qt::QueuedConnection);
    return answer.future();
}

} // namespace latchkey
