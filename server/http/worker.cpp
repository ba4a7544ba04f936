#include "server/http/worker.h"

#include <chrono>
#include <random>

namespace latchkey::server {

namespace {
constexpr auto SweepEvery = std::chrono::milliseconds(250);
}

Worker::Worker(const HttpServer::Parts &parts_, std::shared_ptr<const ServerConfig> config_,
               int rowsPerSecond)
    : parts(parts_)
    , config(std::move(config_))
    , queue(rowsPerSecond) {
    std::random_device random;
    m_idState = (static_cast<quint64>(random()) << 32) ^ random();
}

void Worker::nextRequestId(std::string &into) {
    static constexpr char hex[] = "0123456789abcdef";
    m_idState += 0x9E3779B97F4A7C15ULL; // SplitMix64
    quint64 z = m_idState;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    into.resize(16);
    for (char &c : into) {
        c = hex[z & 15];
        z >>= 4;
    }
}

void Worker::sweepLater() {
    m_sweep.expires_after(SweepEvery);
    m_sweep.async_wait([this](error_code ec) {
        if (ec)
            return;
        const qint64 now = steadyNowMs();
        for (auto at = connections.begin(); at != connections.end();) {
            ConnectionBase &connection = *at++; // it may go
            connection.sweep(now);
        }
        sweepLater();
    });
}

void Worker::stop() {
    stopping = true;
    for (auto at = connections.begin(); at != connections.end();) {
        ConnectionBase &connection = *at++;
        connection.finish();
    }
}

} // namespace latchkey::server
