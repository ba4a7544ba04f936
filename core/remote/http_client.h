#pragma once

#include "core/model/error.h"
#include "core/remote/rest_vault.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <functional>

namespace latchkey {

/// One request to the server. `path` begins with "/" and may have a query, percent-encoded.
struct ServerRequest {
    QByteArray method = "GET";
    QByteArray path;
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    /// Doing it twice is the same as doing it once (RFC 9110, 9.2.2), so that it may be sent again.
    bool repeatable = true;
    bool changes = false; ///< without an answer nobody knows whether it was done: Unanswered
    /// Not even Qt may send it again by itself, as it does when a server closes before it answers.
    bool once = false;
    qint64 mostBytes = 4 << 20; ///< a longer answer is cut off: NotAServer
    int mostValues = 80'000;    ///< of a JSON answer: one with more is NotAServer
    int deadlineMs = 0;         ///< 0: that of RestTimes
    /// Only the server's database has the answer, not its memory: one that comes says that it is there.
    bool stored = false;
};

struct ServerAnswer {
    int status = 0;
    QByteArray contentType, etag, body;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    /// Of the first header of this name, whatever its case; empty without one.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// A latchkeyd whose database does not answer says so.
    [[nodiscard]] bool isWithoutDatabase() const;
};

/// HTTP to one server, with what QNetworkAccessManager leaves open: an absolute deadline, a cap of bytes, no
/// redirects, cookies, cache or foreign sign-in, no HTTP byte to a certificate that does not hold, retries
/// with jitter for what may be repeated. Answers of any status are answers; Busy ones (503 with Retry-After)
/// are asked for again, but not where a database is away: for how long nobody knows, and a change may be
/// made. Lives on one thread.
class HttpClient final : public QObject {
    Q_OBJECT
public:
    HttpClient(ServerAddress address, std::shared_ptr<const SecretBytes> token, const RestTimes &times);
    using Done = std::function<void(Result<ServerAnswer>)>;
    /// `done` is called once, later, on this thread; not at all if this goes first.
    void send(const ServerRequest &request, const Done &done);
    /// The certificate that the server showed last.
    [[nodiscard]] const QSslCertificate &seen() const { return m_seen; }

private:
    struct Try;
    void useProxy();
    void attempt(const std::shared_ptr<Try> &t);
    void ended(const std::shared_ptr<Try> &t, QNetworkReply *reply);
    void again(const std::shared_ptr<Try> &t, int ms);
    [[nodiscard]] bool isPinned(const QSslCertificate &certificate) const;
    [[nodiscard]] Error untrusted(const QString &reason) const;
    [[nodiscard]] Error silent(const Try &t, const QString &reason) const;

    ServerAddress m_address;
    std::shared_ptr<const SecretBytes> m_token;
    RestTimes m_times;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    QSslCertificate m_seen;
};

} // namespace latchkey
