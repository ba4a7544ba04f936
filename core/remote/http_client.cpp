#include "core/remote/http_client.h"

#include "core/wire/problem.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTimer>

namespace latchkey {

namespace {

/// What the system says, and nothing in between on this machine.
/// What failed before the server was asked: "signIn", "unreachable"; empty: nothing of the proxy's.
QString proxyProblem(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return QStringLiteral("signIn");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return QStringLiteral("unreachable");
    default:
        return {};
    }
}

class SystemProxies final : public QNetworkProxyFactory {
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override {
        const QString host = query.peerHostName();
        if (host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

QByteArray fingerprintOf(const QSslCertificate &c) {
    return c.isNull() ? QByteArray() : c.digest(QCryptographicHash::Sha256);
}

QString reasonOf(const QList<QSslError> &errors) {
    for (const QSslError &e : errors) {
        switch (e.error()) {
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            return QStringLiteral("expired");
        case QSslError::HostNameMismatch:
            return QStringLiteral("wrongHost");
        default:
            break;
        }
    }
    return QStringLiteral("selfSigned");
}

/// A body that can be read once only: then Qt can't send the request a second time.
class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray body)
        : m_body(std::move(body)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_read >= m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override {
        return m_body.size() - m_read + QIODevice::bytesAvailable();
    }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override {
        const qint64 n = qMin<qint64>(most, m_body.size() - m_read);
        if (n <= 0)
            return -1;
        memcpy(data, m_body.constData() + m_read, static_cast<size_t>(n));
        m_read += n;
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

/// Looks at an answer whenever more of it has come to this thread. While bytes come faster than they are
/// handed on, QNetworkReply says readyRead() only at the end of them: a chunked GiB would be here by then.
class FloodWatch final : public QObject {
public:
    FloodWatch(QNetworkReply *reply, std::function<void()> look)
        : QObject(reply)
        , m_look(std::move(look)) {
        reply->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override {
        if (event->type() == QEvent::MetaCall)
            m_look();
        return false;
    }

private:
    std::function<void()> m_look;
};

constexpr qint64 MostUnread = 256 << 10; ///< more is left to the network
constexpr int MostBusy = 40;             ///< a server that is just starting is asked for about 20 s
constexpr int BusyMs = 500;

} // namespace

struct HttpClient::Try {
    ServerRequest request;
    Done done;
    int tries = 0, busy = 0;
    bool sent = false; ///< the server may have read it
    bool tooLong = false, late = false;
    std::optional<QString> untrusted;
    QByteArray body;
};

QByteArray ServerAnswer::header(QByteArrayView name) const {
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool ServerAnswer::isWithoutDatabase() const {
    if (status != 503 || !contentType.startsWith("application/problem+json"))
        return false;
    const auto problem = wire::problemFrom(body);
    const auto code = problem ? wire::errorCodeFromWord(problem->code) : std::nullopt;
    return code == ErrorCode::Unreachable || code == ErrorCode::Unanswered;
}

HttpClient::HttpClient(ServerAddress address, std::shared_ptr<const SecretBytes> token,
                       const RestTimes &times)
    : m_address(std::move(address))
    , m_token(std::move(token))
    , m_times(times)
    , m_network(this)
    , m_tls(QSslConfiguration::defaultConfiguration()) {
    useProxy();
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_address.authority.isEmpty())
        m_tls.setCaCertificates(QSslCertificate::fromData(m_address.authority, QSsl::Pem));
}

void HttpClient::useProxy() {
    switch (m_address.proxy) {
    case ServerAddress::Proxy::System:
        m_network.setProxyFactory(new SystemProxies); // the network owns it
        break;
    case ServerAddress::Proxy::None:
        m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        break;
    case ServerAddress::Proxy::Own:
        const bool socks = m_address.ownProxy.scheme() == QLatin1StringView("socks5");
        const auto &password = m_address.proxyPassword;
        m_network.setProxy(QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                                         m_address.ownProxy.host(),
                                         static_cast<quint16>(m_address.ownProxy.port()), m_address.proxyUser,
                                         password ? QString::fromUtf8(password->view()) : QString()));
        break;
    }
}

bool HttpClient::isPinned(const QSslCertificate &certificate) const {
    return !m_address.pin.isEmpty() && fingerprintOf(certificate) == m_address.pin;
}

Error HttpClient::untrusted(const QString &reason) const {
    const QString fingerprint = QString::fromLatin1(fingerprintOf(m_seen).toHex(':')).toUpper();
    return Error(ErrorCode::UntrustedServer,
                 {{QStringLiteral("path"), m_address.url.toString()},
                  {QStringLiteral("reason"), reason},
                  {QStringLiteral("fingerprint"), fingerprint},
                  {QStringLiteral("subject"), m_seen.subjectDisplayName()},
                  {QStringLiteral("issuer"), m_seen.issuerDisplayName()},
                  {QStringLiteral("until"), Instant(m_seen.expiryDate().toMSecsSinceEpoch()).toIso()}});
}

Error HttpClient::silent(const Try &t, const QString &reason) const {
    Error e(t.sent && t.request.changes ? ErrorCode::Unanswered : ErrorCode::Unreachable,
            {{QStringLiteral("path"), m_address.url.toString()}, {QStringLiteral("reason"), reason}});
    if (t.request.changes)
        e.params.insert(QStringLiteral("change"), true);
    return e;
}

void HttpClient::send(const ServerRequest &request, const Done &done) {
    const auto t = std::make_shared<Try>();
    t->request = request;
    t->done = done;
    attempt(t);
}

void HttpClient::attempt(const std::shared_ptr<Try> &t) {
    ++t->tries;
    t->body.clear();
    QUrl url = m_address.url;
    const qsizetype mark = t->request.path.indexOf('?');
    url.setPath(QString::fromUtf8(mark < 0 ? t->request.path : t->request.path.first(mark)),
                QUrl::TolerantMode);
    if (mark >= 0)
        url.setQuery(QString::fromUtf8(t->request.path.mid(mark + 1)), QUrl::TolerantMode);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    request.setRawHeader("Accept-Encoding", "identity"); // nothing that could grow while it is unpacked
    request.setRawHeader("User-Agent", "latchkey");
    if (m_token)
        request.setRawHeader("Authorization", "Bearer " + m_token->view().toByteArray());
    for (const auto &[name, value] : t->request.headers)
        request.setRawHeader(name, value);
    if (!t->request.body.isEmpty() && !request.hasRawHeader("Content-Type"))
        request.setRawHeader("Content-Type", "application/json");

    QNetworkReply *reply = nullptr;
    if (t->request.once && !t->request.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentLengthHeader, t->request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *body = new OnceBody(t->request.body);
        reply = m_network.sendCustomRequest(request, t->request.method, body);
        body->setParent(reply);
    } else {
        reply = m_network.sendCustomRequest(request, t->request.method, t->request.body);
    }
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply, t](const QList<QSslError> &errors) {
        m_seen = reply->sslConfiguration().peerCertificate();
        if (isPinned(m_seen))
            return reply->ignoreSslErrors(errors);
        t->untrusted = m_address.pin.isEmpty() ? reasonOf(errors) : QStringLiteral("changed");
    });
    connect(reply, &QNetworkReply::encrypted, this, [this, reply, t] {
        m_seen = reply->sslConfiguration().peerCertificate();
        if (!m_address.pin.isEmpty() && !isPinned(m_seen)) {
            t->untrusted = QStringLiteral("changed");
            reply->abort(); // before a byte of HTTP
        }
    });
    connect(reply, &QNetworkReply::requestSent, this, [t] { t->sent = true; });
    // Now nobody would hear of it: the thread of the connection is asked for by an event. Right behind that
    // one it is heard before the first byte comes; later a server that floods this thread could be faster.
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(MostUnread); }, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
            [reply] { reply->setReadBufferSize(MostUnread); });
    connect(reply, &QNetworkReply::requestSent, this, [reply] { reply->setReadBufferSize(MostUnread); });
    connect(reply, &QIODevice::readyRead, this, [reply, t] { t->body += reply->readAll(); });
    new FloodWatch(reply, [reply, t] { // goes with the reply
        if (t->tooLong || t->body.size() + reply->bytesAvailable() <= t->request.mostBytes)
            return;
        t->tooLong = true;
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, t] {
        reply->deleteLater();
        ended(t, reply);
    });
    const int ms = t->request.deadlineMs > 0 ? t->request.deadlineMs : m_times.deadlineMs;
    QTimer::singleShot(ms, reply, [reply, t] {
        t->late = true;
        reply->abort();
    });
}

void HttpClient::again(const std::shared_ptr<Try> &t, int ms) {
    QTimer::singleShot(ms, this, [this, t] { attempt(t); });
}

void HttpClient::ended(const std::shared_ptr<Try> &t, QNetworkReply *reply) {
    const auto give = [&](Result<ServerAnswer> r) { t->done(std::move(r)); };
    if (t->untrusted)
        return give(fail(untrusted(*t->untrusted)));
    const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const bool answered = status.isValid() && !t->late && !t->tooLong;
    if (t->tooLong)
        return give(fail(ErrorCode::NotAServer, {{QStringLiteral("path"), m_address.url.toString()},
                                                 {QStringLiteral("reason"), QStringLiteral("tooLong")}}));
    const QNetworkReply::NetworkError error = reply->error();
    // An answer that ended early has a status too.
    const bool whole = answered && (error == QNetworkReply::NoError || status.toInt() >= 400) &&
                       error != QNetworkReply::RemoteHostClosedError;
    if (whole) {
        t->body += reply->readAll();
        const int code = status.toInt();
        if (code >= 300 && code < 400)
            return give(
                fail(ErrorCode::NotAServer, {{QStringLiteral("path"), m_address.url.toString()},
                                             {QStringLiteral("reason"), QStringLiteral("redirect")}}));
        ServerAnswer a{code, reply->rawHeader("Content-Type"), reply->rawHeader("ETag"), t->body,
                       reply->rawHeaderPairs()};
        if (code == 503 && !t->request.once && reply->hasRawHeader("Retry-After") && !a.isWithoutDatabase() &&
            ++t->busy <= MostBusy)
            return again(t, BusyMs);
        return give(std::move(a));
    }
    if (error == QNetworkReply::SslHandshakeFailedError) {
        m_seen = m_seen.isNull() ? reply->sslConfiguration().peerCertificate() : m_seen;
        return give(fail(untrusted(QStringLiteral("tls"))));
    }
    const bool refused =
        error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError;
    if (t->request.body.isEmpty() && !refused)
        t->sent = true; // Qt tells of requests with a body only
    if (t->tries <= m_times.retries && (t->request.repeatable || refused) &&
        error != QNetworkReply::HostNotFoundError) {
        const int base = m_times.firstRetryMs << (t->tries - 1);
        return again(t, base / 2 + static_cast<int>(QRandomGenerator::global()->bounded(base)));
    }
    Error e = silent(*t, t->late ? QStringLiteral("deadline") : reply->errorString());
    if (const QString proxy = proxyProblem(error); !proxy.isEmpty())
        e.params.insert(QStringLiteral("proxy"), proxy);
    give(fail(std::move(e)));
}

} // namespace latchkey
