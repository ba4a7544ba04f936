#pragma once

#include "server/api/exchange.h"
#include "server/config/server_config.h"
#include "server/ops/counters.h"
#include "server/ops/log.h"
#include "server/verify/seen_queue.h"
#include "server/verify/verifier.h"

#include <functional>
#include <memory>

namespace latchkey::server {

/// What the server answers beside the verification and the API; called on any of its threads.
struct OpsAnswer {
    int status = 200;
    std::string contentType, body;
};

/// HTTP/1.1 on Boost.Beast: threads of its own read requests within the limits of the wire, answer
/// verifications themselves and hand everything else to the API's thread. Lives on the Qt thread.
class HttpServer {
public:
    struct Parts {
        const Verifier *verifier = nullptr;
        Api *api = nullptr; ///< null: there is none, and its paths are not found
        std::function<OpsAnswer(std::string_view path)> ops; ///< /healthz, /readyz, /metrics
        Log *log = nullptr;
    };
    static constexpr char AnswerThreads[] = "answer"; ///< how the names of its threads begin
    HttpServer(Parts parts, std::shared_ptr<const ServerConfig> config);
    ~HttpServer(); ///< ends everything at once
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Binds and begins to answer. A sentence on failure.
    tl::expected<QList<ListenAddress>, QString> start();
    /// Rules, proxies, hosts and TLS files from now on; addresses and threads stay as they were started.
    /// A sentence on failure, and nothing changed.
    std::optional<QString> reload(std::shared_ptr<const ServerConfig> config);
    /// The same without looking at its files: for other rules.
    void setConfig(std::shared_ptr<const ServerConfig> config);
    /// No new connections; requests at hand are answered, for at most `graceMs`. `done` is called on the
    /// thread of `context`.
    void stop(int graceMs, QObject *context, std::function<void()> done);

    [[nodiscard]] std::vector<SeenQueue *> queues() const;
    [[nodiscard]] std::vector<const Counters *> counters() const;

private:
    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace latchkey::server
