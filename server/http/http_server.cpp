#include "server/http/http_server.h"

#include "server/http/worker.h"

#include <QFile>
#include <QThread>

#include <algorithm>
#include <pthread.h>
#include <thread>

namespace latchkey::server {

namespace {

tcp::endpoint endpointOf(const ListenAddress &l) {
    if (l.address == QHostAddress(QHostAddress::Any))
        return {tcp::v6(), l.port};
    return {net::ip::make_address(l.address.toString().toStdString()), l.port};
}

std::shared_ptr<net::ssl::context> tlsContext(const TlsFiles &files) {
    auto context = std::make_shared<net::ssl::context>(net::ssl::context::tls_server);
    context->set_options(net::ssl::context::default_workarounds | net::ssl::context::no_compression |
                         SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_session_cache_mode(context->native_handle(), SSL_SESS_CACHE_OFF);
    context->use_certificate_chain_file(QFile::encodeName(files.certificate).toStdString());
    context->use_private_key_file(QFile::encodeName(files.key).toStdString(), net::ssl::context::pem);
    return context;
}

int threadsFor(const ServerConfig &config) {
    constexpr int Most = 8;
    return config.threads > 0 ? config.threads : std::clamp(QThread::idealThreadCount(), 1, Most);
}

} // namespace

struct HttpServer::Private {
    Parts parts;
    std::shared_ptr<const ServerConfig> config;
    std::vector<std::shared_ptr<Worker>> workers;
    std::vector<std::unique_ptr<tcp::acceptor>> acceptors; ///< all on the first worker
    std::vector<std::thread> threads;
    std::size_t next = 0;
    bool stopping = false;

    [[nodiscard]] qint64 open() const {
        qint64 n = 0;
        for (const auto &w : workers)
            n += w->counters.connections.load(std::memory_order_relaxed);
        return n;
    }

    void accept(tcp::acceptor &acceptor) {
        const auto worker = workers[next++ % workers.size()];
        acceptor.async_accept(worker->io, [this, &acceptor, worker](error_code ec, tcp::socket socket) {
            if (ec == net::error::operation_aborted || !acceptor.is_open())
                return;
            if (!ec && open() >= workers.front()->config->maxConnections) {
                Counters::add(workers.front()->counters.refused);
                error_code ignored;
                socket.close(ignored);
            } else if (!ec) {
                Counters::add(workers.front()->counters.accepted);
                net::post(worker->io, [worker, s = std::make_shared<tcp::socket>(std::move(socket))] {
                    if (!worker->stopping)
                        serveConnection(worker, std::move(*s));
                });
            } else { // no more files: others may end soon
                auto pause =
                    std::make_shared<net::steady_timer>(workers.front()->io, std::chrono::milliseconds(100));
                pause->async_wait([this, &acceptor, pause](error_code) {
                    if (acceptor.is_open())
                        accept(acceptor);
                });
                return;
            }
            accept(acceptor);
        });
    }

    std::optional<QString> listenOn(const ListenAddress &l) {
        const tcp::endpoint endpoint = endpointOf(l);
        error_code ec;
        auto acceptor = std::make_unique<tcp::acceptor>(workers.front()->io);
        acceptor->open(endpoint.protocol(), ec);
        if (!ec)
            acceptor->set_option(tcp::acceptor::reuse_address(true), ec);
        if (!ec && endpoint.protocol() == tcp::v6())
            acceptor->set_option(net::ip::v6_only(l.address != QHostAddress(QHostAddress::Any)), ec);
        if (!ec)
            acceptor->bind(endpoint, ec);
        if (!ec)
            acceptor->listen(net::socket_base::max_listen_connections, ec);
        if (ec)
            return QStringLiteral("cannot listen on %1, port %2: %3")
                .arg(l.address.toString(), QString::number(l.port), QString::fromStdString(ec.message()));
        acceptors.push_back(std::move(acceptor));
        return std::nullopt;
    }

    void endNow() {
        for (const auto &w : workers)
            w->io.stop();
        for (std::thread &t : threads)
            t.join();
        threads.clear();
    }
};

HttpServer::HttpServer(Parts parts, std::shared_ptr<const ServerConfig> config)
    : m(std::make_unique<Private>()) {
    m->parts = std::move(parts);
    m->config = std::move(config);
    const int threads = threadsFor(*m->config);
    for (int i = 0; i < threads; ++i)
        m->workers.push_back(std::make_shared<Worker>(
            m->parts, m->config, std::max(1, m->config->requestRowsPerSecond / threads)));
}

HttpServer::~HttpServer() {
    m->endNow();
    m->acceptors.clear();
    for (const auto &w : m->workers) {
        for (auto at = w->connections.begin(); at != w->connections.end();) {
            ConnectionBase &connection = *at++;
            connection.abort();
        }
    }
}

tl::expected<QList<ListenAddress>, QString> HttpServer::start() {
    if (m->config->tls) {
        try { // Asio's TLS context has no other way to say so
            const auto tls = tlsContext(*m->config->tls);
            for (const auto &w : m->workers)
                w->tls = tls;
        } catch (const std::exception &e) {
            return tl::unexpected(QStringLiteral("TLS: %1").arg(QString::fromLocal8Bit(e.what())));
        }
    }
    QList<ListenAddress> bound;
    for (const ListenAddress &l : m->config->listen) {
        if (auto problem = m->listenOn(l))
            return tl::unexpected(*problem);
        error_code ec;
        bound.append({l.address, m->acceptors.back()->local_endpoint(ec).port()});
    }
    for (const auto &acceptor : m->acceptors)
        m->accept(*acceptor);
    for (const auto &w : m->workers) {
        w->sweepLater();
        m->threads.emplace_back([w] {
            (void)pthread_setname_np(pthread_self(), AnswerThreads);
            w->io.run();
        });
    }
    return bound;
}

std::optional<QString> HttpServer::reload(std::shared_ptr<const ServerConfig> config) {
    std::shared_ptr<net::ssl::context> tls;
    if (config->tls.has_value() != m->config->tls.has_value())
        return QStringLiteral("TLS cannot be switched on or off while running");
    if (config->tls) {
        try {
            tls = tlsContext(*config->tls);
        } catch (const std::exception &e) {
            return QStringLiteral("TLS: %1").arg(QString::fromLocal8Bit(e.what()));
        }
    }
    for (const auto &w : m->workers)
        net::post(w->io, [w, tls] { w->tls = tls; });
    setConfig(std::move(config));
    return std::nullopt;
}

void HttpServer::setConfig(std::shared_ptr<const ServerConfig> config) {
    m->config = config;
    const int rows = std::max(1, config->requestRowsPerSecond / static_cast<int>(m->workers.size()));
    for (const auto &w : m->workers) {
        w->queue.setRowsPerSecond(rows);
        net::post(w->io, [w, config] { w->config = config; });
    }
}

void HttpServer::stop(int graceMs, QObject *context, std::function<void()> done) {
    if (std::exchange(m->stopping, true))
        return;
    net::post(m->workers.front()->io, [this] {
        for (const auto &acceptor : m->acceptors) {
            error_code ec;
            acceptor->close(ec);
        }
    });
    for (const auto &w : m->workers)
        net::post(w->io, [w] { w->stop(); });
    const qint64 until = steadyNowMs() + graceMs;
    auto *timer = new QTimer(context);
    timer->setInterval(20);
    QObject::connect(timer, &QTimer::timeout, context, [this, timer, until, done = std::move(done)] {
        if (m->open() > 0 && steadyNowMs() < until)
            return;
        timer->stop();
        timer->deleteLater();
        m->endNow();
        done();
    });
    timer->start();
}

std::vector<SeenQueue *> HttpServer::queues() const {
    std::vector<SeenQueue *> list;
    for (const auto &w : m->workers)
        list.push_back(&w->queue);
    return list;
}

std::vector<const Counters *> HttpServer::counters() const {
    std::vector<const Counters *> list;
    for (const auto &w : m->workers)
        list.push_back(&w->counters);
    return list;
}

} // namespace latchkey::server
