#pragma once

#include "core/model/futures.h"
#include "core/remote/http_client.h"
#include "core/wire/reading.h"

#include <QThread>

namespace latchkey {

/// The line to one server: an HttpClient on a thread of its own, where answers are read too, so that the
/// window's thread sees values only. Lives on the thread that made it.
class RestLine final : public QObject {
    Q_OBJECT
public:
    RestLine(const ServerAddress &address, const std::shared_ptr<const SecretBytes> &token,
             const RestTimes &times);
    ~RestLine() override; ///< what is under way ends as cancelled

    /// `read` makes a value of an answer below 400, on the network's thread; the others become errors.
    template<typename T>
    QFuture<Result<T>> ask(const ServerRequest &request,
                           std::function<Result<T>(const ServerAnswer &)> read) {
        const Answer<Result<T>> answer;
        post(request, [answer, read = std::move(read), where = m_where,
                       changes = request.changes](Result<ServerAnswer> &&got) {
            if (!got)
                return answer.give(fail(got.error()));
            if (auto refused = problemOf(*got, where, changes))
                return answer.give(fail(std::move(*refused)));
            Result<T> value = read(*got);
            if (!value)
                return answer.give(fail(unreadable(value.error(), where)));
            answer.give(std::move(value));
        });
        return answer.future();
    }
    /// Whatever its status says: for servers that speak otherwise. `read` runs on the network's thread.
    template<typename T>
    QFuture<Result<T>> askAny(const ServerRequest &request, std::function<T(const ServerAnswer &)> read) {
        const Answer<Result<T>> answer;
        post(request, [answer, read = std::move(read)](Result<ServerAnswer> &&got) {
            answer.give(got ? Result<T>(read(*got)) : Result<T>(fail(got.error())));
        });
        return answer.future();
    }
    /// The same for an answer that is one JSON document.
    template<typename T>
    QFuture<Result<T>> askJson(const ServerRequest &request,
                               std::function<Result<T>(const JsonNode &)> read) {
        return ask<T>(
            request, [read = std::move(read), most = request.mostValues](const ServerAnswer &a) -> Result<T> {
                const auto node = wire::parseAnswer(a.body, most);
                if (!node)
                    return fail(node.error());
                return read(*node);
            });
    }
    /// Only whether it went well.
    QFuture<Outcome> tell(const ServerRequest &request);
    [[nodiscard]] const QString &where() const { return m_where; }
    /// SHA-256 and subject of the certificate that was seen last, for the test of a connection.
    QFuture<QVariantMap> certificate();

signals:
    /// After a request: whether the server could be reached at all, and its database behind it ("reason":
    /// "database"). Only when that changes.
    void unreachable(const latchkey::Error &error);
    void reachable();

private:
    /// How far the last questions came.
    enum class Reach : quint8 { All, Nobody, NoDatabase };
    void post(const ServerRequest &request, HttpClient::Done done);
    void noteReach(const Result<ServerAnswer> &got, bool stored, qint64 number);
    void tellReach(const std::optional<Error> &error);
    static std::optional<Error> problemOf(const ServerAnswer &answer, const QString &where, bool changes);
    static Error unreadable(const Error &error, const QString &where);

    QString m_where;
    QThread m_thread;
    HttpClient *m_client = nullptr;
    // On the network's thread.
    Reach m_reach = Reach::All;
    qint64 m_sent = 0;
    qint64 m_sentBefore = 0; ///< the last answer that the database is away: these may have met it before
};

} // namespace latchkey
