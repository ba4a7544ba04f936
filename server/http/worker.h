#pragma once

#include "server/http/asio.h"
#include "server/http/http_server.h"

#include <QHostAddress>

namespace latchkey::server {

inline qint64 steadyNowMs() {
    return steadyNs() / 1'000'000;
}

/// A connection as its worker sees it.
class ConnectionBase
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual ~ConnectionBase() = default;
    ConnectionBase() = default;
    ConnectionBase(const ConnectionBase &) = delete;
    ConnectionBase &operator=(const ConnectionBase &) = delete;
    virtual void sweep(qint64 nowMs) = 0; ///< ends it if its time is over
    virtual void finish() = 0;            ///< no request after the one at hand
    virtual void abort() = 0;
};

/// One answering thread with all that belongs to it; nothing here is touched by another one, but for the
/// counters and the queue.
struct Worker {
    Worker(const HttpServer::Parts &parts_, std::shared_ptr<const ServerConfig> config_, int rowsPerSecond);
    /// 16 hex digits, not to be guessed from the one before.
    void nextRequestId(std::string &into);
    void sweepLater();
    void stop();

    net::io_context io{1};
    const HttpServer::Parts &parts;
    std::shared_ptr<const ServerConfig> config;
    std::shared_ptr<net::ssl::context> tls; ///< null: plain
    SeenQueue queue;
    Counters counters;
    bool stopping = false;
    boost::intrusive::list<ConnectionBase, boost::intrusive::constant_time_size<false>> connections;

private:
    net::steady_timer m_sweep{io};
    quint64 m_idState = 0;
};

/// Takes the socket over and serves it until it ends.
void serveConnection(const std::shared_ptr<Worker> &worker, tcp::socket socket);

} // namespace latchkey::server
