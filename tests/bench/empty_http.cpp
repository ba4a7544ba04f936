#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

// latchkey-empty-http PORT: answers every request on 127.0.0.1 with an empty 200, by the parser of
// Boost.Beast and Asio on one thread, as latchkeyd does on its verify path. What a gateway can have at most
// from this library.

namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;
using boost::system::error_code;

constexpr std::string_view reply = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

class Session : public std::enable_shared_from_this<Session> {
public:
    explicit Session(tcp::socket socket)
        : m_socket(std::move(socket)) {}
    void read() {
        m_socket.async_read_some(net::buffer(m_bytes.data() + m_size, m_bytes.size() - m_size),
                                 [self = shared_from_this()](error_code ec, std::size_t n) {
                                     if (!ec)
                                         self->onBytes(n);
                                 });
    }

private:
    void onBytes(std::size_t n) {
        m_size += n;
        if (std::string_view(m_bytes.data(), m_size).find("\r\n\r\n") == std::string_view::npos)
            return m_size < m_bytes.size() ? read() : void();
        m_parser.emplace();
        error_code ec;
        m_parser->put(net::buffer(m_bytes.data(), m_size), ec);
        m_size = 0;
        if (ec)
            return;
        net::async_write(m_socket, net::buffer(reply),
                         [self = shared_from_this()](error_code failed, std::size_t) {
                             if (!failed)
                                 self->read();
                         });
    }
    tcp::socket m_socket;
    std::array<char, 4096> m_bytes{};
    std::size_t m_size = 0;
    std::optional<http::request_parser<http::string_body>> m_parser;
};

void acceptNext(tcp::acceptor &acceptor) {
    acceptor.async_accept([&acceptor](error_code ec, tcp::socket socket) {
        if (!ec) {
            socket.set_option(tcp::no_delay(true), ec);
            std::make_shared<Session>(std::move(socket))->read();
        }
        acceptNext(acceptor);
    });
}

} // namespace

int main(int argc, char **argv) {
    const int port = argc == 2 ? std::atoi(argv[1]) : 0;
    if (port < 1 || port > 65535) {
        std::fputs("usage: latchkey-empty-http PORT\n", stderr);
        return 2;
    }
    net::io_context io(1);
    tcp::acceptor acceptor(io, {net::ip::address_v4::loopback(), static_cast<unsigned short>(port)});
    acceptNext(acceptor);
    io.run();
}
