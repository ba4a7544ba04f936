#include "server/http/head_check.h"
#include "server/http/routes.h"

#include "core/model/futures.h"

#include <optional>

namespace latchkey::server {

namespace {

constexpr qint64 HeadMs = 10'000, BodyMs = 30'000, IdleMs = 15'000, WriteMs = 30'000, ApiMs = 60'000,
                 LingerMs = 1'000;
constexpr std::size_t FirstBuffer = 2'048, MostLinger = 262'144;
constexpr std::uint32_t HeaderLimit = MostLineBytes + MostHeaderBytes + 1024; // checkHead() is the stricter

/// One connection: reads a request, has it answered, writes the reply, and again. On its worker's thread.
template<typename Stream>
class Connection final : public ConnectionBase, public std::enable_shared_from_this<Connection<Stream>> {
public:
    Connection(std::shared_ptr<Worker> worker, Stream stream, std::shared_ptr<net::ssl::context> tls)
        : m_worker(std::move(worker))
        , m_tls(std::move(tls))
        , m_stream(std::move(stream)) {
        error_code ec;
        const auto peer = m_socket().remote_endpoint(ec);
        if (!ec)
            m_peer = QHostAddress(peer.data());
        m_worker->connections.push_back(*this);
        Counters::add(m_worker->counters.connections);
    }
    ~Connection() override { Counters::add(m_worker->counters.connections, -1); }

    void start() {
        m_deadline = steadyNowMs() + HeadMs;
        if constexpr (isTls) {
            m_stream.async_handshake(net::ssl::stream_base::server, [self = self()](error_code ec) {
                if (ec)
                    return self->close();
                self->m_deadline = steadyNowMs() + HeadMs;
                self->readHead();
            });
        } else {
            readHead();
        }
    }

    void sweep(qint64 nowMs) override {
        if (nowMs < m_deadline)
            return;
        const auto hold = self();
        Counters::add(m_worker->counters.timeouts);
        switch (m_state) {
        case State::Head:
            if (m_size == 0)
                return close();
            [[fallthrough]];
        case State::Body:
            return refuse(408, "timeout", "The request did not come in time.");
        case State::Api:
            if (m_more)
                return close(); // in the middle of an answer
            m_hold.reset();
            ++m_turn; // an answer that comes now is nobody's
            return refuse(503, "timeout", "There was no answer in time.");
        default:
            return close();
        }
    }
    void finish() override {
        m_last = true;
        if (m_state == State::Head && m_size == 0)
            close();
    }
    void abort() override { close(); }

private:
    static constexpr bool isTls = !std::is_same_v<Stream, tcp::socket>;
    enum class State : quint8 { Head, Body, Api, Writing, Lingering, Closed };

    std::shared_ptr<Connection> self() { return this->shared_from_this(); }
    tcp::socket &m_socket() {
        if constexpr (isTls)
            return m_stream.next_layer();
        else
            return m_stream;
    }

    void close() {
        if (m_state == State::Closed)
            return;
        m_state = State::Closed;
        m_hold.reset();
        error_code ec;
        m_socket().close(ec);
    }

    void read(void (Connection::*then)()) {
        if (m_buffer.size() - m_size < FirstBuffer / 2)
            m_buffer.resize(std::max(FirstBuffer, m_buffer.size() * 2));
        m_reading = true;
        m_stream.async_read_some(net::buffer(m_buffer.data() + m_size, m_buffer.size() - m_size),
                                 [self = self(), then](error_code ec, std::size_t n) {
                                     self->m_reading = false;
                                     if (ec || self->m_state == State::Closed)
                                         return self->close();
                                     if (self->m_state == State::Writing || self->m_state == State::Lingering)
                                         return; // its time was over meanwhile
                                     if (self->m_size == 0 && self->m_state == State::Head)
                                         self->m_deadline = steadyNowMs() + HeadMs;
                                     self->m_size += n;
                                     ((*self).*then)();
                                 });
    }
    void consume(std::size_t n) {
        m_size -= n;
        std::memmove(m_buffer.data(), m_buffer.data() + n, m_size);
    }

    void readHead() {
        m_state = State::Head;
        read(&Connection::onHead);
    }

    void onHead() {
        const std::string_view bytes(m_buffer.data(), m_size);
        const std::size_t from = m_scanned > 3 ? m_scanned - 3 : 0;
        const std::size_t end = bytes.find("\r\n\r\n", from);
        const std::string_view head = bytes.substr(0, end == std::string_view::npos ? end : end + 4);
        if (end == std::string_view::npos) {
            m_scanned = m_size;
            if (const auto problem = checkPartialHead(head); problem != HeadProblem::None)
                return refuseHead(problem);
            return readHead();
        }
        m_startedNs = steadyNs();
        if (const auto problem = checkHead(head); problem != HeadProblem::None)
            return refuseHead(problem);
        m_scanned = 0;
        m_parser.emplace();
        m_parser->header_limit(HeaderLimit);
        const std::size_t space = head.find(' ') + 1;
        m_parser->body_limit(mostBodyBytes(head.substr(space, head.find(' ', space) - space)));
        error_code ec;
        const std::size_t used = m_parser->put(net::const_buffer(head.data(), head.size()), ec);
        if (ec)
            return refuseParsed(ec);
        consume(used);
        if (m_parser->is_done())
            return answer();
        m_state = State::Body;
        m_deadline = steadyNowMs() + BodyMs;
        m_parser->eager(true);
        if (boost::beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
            static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            net::async_write(m_stream, net::buffer(goOn), [self = self()](error_code failed, std::size_t) {
                if (failed || self->m_state != State::Body)
                    return self->close();
                self->onBody();
            });
            return;
        }
        onBody();
    }

    void onBody() {
        while (m_size > 0) {
            error_code ec;
            const std::size_t used = m_parser->put(net::const_buffer(m_buffer.data(), m_size), ec);
            consume(used);
            if (ec == http::error::need_more)
                break;
            if (ec)
                return refuseParsed(ec);
            if (m_parser->is_done())
                return answer();
        }
        read(&Connection::onBody);
    }

    void answer() {
        HttpRequest message = m_parser->release();
        const bool keep = message.keep_alive() && !m_last && !m_worker->stopping;
        m_last = !keep;
        m_old = message.version() < 11;
        m_worker->nextRequestId(m_requestId);
        const Incoming in{message, m_peer, m_requestId, m_startedNs};
        m_reply.clear();
        m_isHead = message.method() == http::verb::head;
        if (const auto status = answerAtOnce(*m_worker, in, m_reply)) {
            if (m_isHead)
                m_reply.resize(m_reply.find("\r\n\r\n") + 4);
            return write(*status);
        }
        askApi(apiRequestOf(*m_worker, in));
    }

    void askApi(ApiRequest request) {
        m_state = State::Api;
        m_deadline = steadyNowMs() + ApiMs;
        m_hold = self();
        Api *api = m_worker->parts.api;
        handoff::post(
            api,
            [api, request = std::move(request), me = std::weak_ptr<Connection>(self()),
             worker = std::weak_ptr<Worker>(m_worker), turn = m_turn]() mutable {
                whenDone(
                    api->handle(std::move(request)), api, [me, worker, turn](const ApiResponse &response) {
                        const auto alive = worker.lock();
                        if (!alive)
                            return;
                        net::post(alive->io, [me, turn, response] {
                            const auto connection = me.lock();
                            if (connection && connection->m_turn == turn && connection->m_state == State::Api)
                                connection->onApi(response);
                        });
                    });
            },
            Qt::QueuedConnection);
    }

    void onApi(const ApiResponse &response) {
        const auto hold = std::move(m_hold);
        m_hold.reset();
        m_last = m_last || m_worker->stopping;
        if (response.more && m_old)
            m_last = true; // the end of the connection is the end of the answer
        composeApi(response, m_isHead, m_old, m_requestId, m_reply);
        if (!m_isHead)
            m_more = response.more;
        write(response.status);
    }

    void askMore() {
        m_state = State::Api;
        m_deadline = steadyNowMs() + ApiMs;
        m_hold = self();
        Api *api = m_worker->parts.api;
        handoff::post(
            api,
            [api, more = m_more, me = std::weak_ptr<Connection>(self()),
             worker = std::weak_ptr<Worker>(m_worker)]() mutable {
                whenDone(more(), api, [me, worker](const Result<QByteArray> &piece) {
                    const auto alive = worker.lock();
                    if (!alive)
                        return;
                    net::post(alive->io, [me, piece] {
                        const auto connection = me.lock();
                        if (connection && connection->m_state == State::Api)
                            connection->onMore(piece);
                    });
                });
            },
            Qt::QueuedConnection);
    }
    void onMore(const Result<QByteArray> &piece) {
        const auto hold = std::move(m_hold);
        m_hold.reset();
        if (!piece)
            return close(); // without its end
        m_reply.clear();
        appendPiece(*piece, m_old, m_reply);
        if (piece->isEmpty())
            m_more = nullptr;
        send();
    }

    void refuseParsed(error_code ec) {
        if (ec == http::error::body_limit)
            return refuse(413, "too_large", "The body is larger than it may be.");
        Counters::add(m_worker->counters.badHeads);
        refuse(400, "invalid_request", "The request is malformed.");
    }
    void refuseHead(HeadProblem problem) {
        Counters::add(m_worker->counters.badHeads);
        refuse(statusOf(problem), "invalid_request", sentenceOf(problem));
    }
    void refuse(int status, std::string_view code, std::string_view detail) {
        m_last = true;
        m_worker->nextRequestId(m_requestId);
        m_reply.clear();
        composeProblem(status, code, detail, m_requestId, m_reply);
        m_cutShort = true;
        write(status);
    }

    void write(int status) {
        Counters::add(m_worker->counters.byStatusClass[static_cast<std::size_t>(qBound(0, status / 100, 5))]);
        if (m_last)
            m_reply.insert(m_reply.find("\r\n") + 2, "Connection: close\r\n");
        else if (m_old)
            m_reply.insert(m_reply.find("\r\n") + 2, "Connection: keep-alive\r\n");
        send();
    }

    void send() {
        m_state = State::Writing;
        m_deadline = steadyNowMs() + WriteMs;
        net::async_write(m_stream, net::buffer(m_reply), [self = self()](error_code ec, std::size_t) {
            if (ec || self->m_state == State::Closed)
                return self->close();
            if (self->m_more)
                return self->askMore();
            if (self->m_last)
                return self->linger();
            self->next();
        });
    }

    void next() {
        ++m_turn;
        m_deadline = steadyNowMs() + (m_size > 0 ? HeadMs : IdleMs);
        m_state = State::Head;
        constexpr std::size_t Kept = 16'384;
        if (m_reply.capacity() > Kept)
            std::string().swap(m_reply);
        if (m_size == 0 && m_buffer.size() > Kept)
            std::vector<char>(FirstBuffer).swap(m_buffer);
        if (m_size > 0)
            return onHead(); // it was sent behind the request before
        readHead();
    }

    /// What was not read must be, or the peer's system throws the reply away with the connection.
    void linger() {
        if (m_reading) // its time was over while it was waited for: the buffer is in use
            return close();
        m_state = State::Lingering;
        m_deadline = steadyNowMs() + LingerMs;
        if constexpr (isTls) {
            m_stream.async_shutdown([self = self()](error_code) { self->close(); });
        } else {
            error_code ec;
            m_stream.shutdown(tcp::socket::shutdown_send, ec);
            if (ec || !m_cutShort)
                return close();
            drain(0);
        }
    }
    void drain(std::size_t soFar) {
        m_buffer.resize(std::max<std::size_t>(m_buffer.size(), FirstBuffer));
        m_stream.async_read_some(net::buffer(m_buffer), [self = self(), soFar](error_code ec, std::size_t n) {
            if (ec || soFar + n > MostLinger || self->m_state == State::Closed)
                return self->close();
            self->drain(soFar + n);
        });
    }

    const std::shared_ptr<Worker> m_worker; // first: it outlives what stands on it
    const std::shared_ptr<net::ssl::context> m_tls;
    Stream m_stream;
    QHostAddress m_peer;
    State m_state = State::Head;
    qint64 m_deadline = 0, m_startedNs = 0;
    std::vector<char> m_buffer;
    std::size_t m_size = 0, m_scanned = 0;
    std::optional<http::request_parser<http::string_body>> m_parser;
    std::string m_reply, m_requestId;
    bool m_last = false, m_old = false, m_isHead = false, m_cutShort = false, m_reading = false;
    quint64 m_turn = 0;
    std::function<QFuture<Result<QByteArray>>()> m_more; ///< of an answer that is sent in pieces
    std::shared_ptr<Connection> m_hold;                  ///< while nothing else waits for it
};

} // namespace

void serveConnection(const std::shared_ptr<Worker> &worker, tcp::socket socket) {
    error_code ec;
    socket.set_option(tcp::no_delay(true), ec);
    if (worker->tls) {
        using Tls = net::ssl::stream<tcp::socket>;
        std::make_shared<Connection<Tls>>(worker, Tls(std::move(socket), *worker->tls), worker->tls)->start();
    } else {
        std::make_shared<Connection<tcp::socket>>(worker, std::move(socket), nullptr)->start();
    }
}

} // namespace latchkey::server
