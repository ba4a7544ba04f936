#pragma once

#include "core/model/forward_clock.h"
#include "core/services/request_recorder.h"
#include "server/api/rest_api.h"
#include "server/http/http_server.h"
#include "server/program/deleted_purge.h"
#include "server/program/signals.h"
#include "server/verify/credential_index.h"
#include "server/verify/follower.h"
#include "server/verify/rate_leases.h"
#include "server/verify/verifier.h"

#include <QElapsedTimer>

namespace latchkey::server {

struct ServeOptions {
    QString vault, postgres; ///< one of them
    QString config, readyFile;
    QStringList listen; ///< in place of the configuration's
};

/// `latchkeyd serve`: the composition root of the running server, on the thread of the vault's backend.
class Daemon : public QObject {
    Q_OBJECT
public:
    Daemon(ServeOptions options, std::shared_ptr<const ServerConfig> config, Log &log);
    ~Daemon() override;
    void start();
    void reload();
    /// Requests at hand are answered and what waits is written; then the program ends.
    void stop();

    static constexpr int GraceMs = 10'000, DrainMs = 200;

private:
    void onVault(const Result<std::shared_ptr<VaultBackend>> &opened);
    void shareLimits();
    void follow();
    void tellApi();
    void readRules();
    /// Those of the file, or where it has none those of the vault; at once, without a restart.
    void takeRules(const GatewayRules &rules);
    [[nodiscard]] std::shared_ptr<const ServerConfig> withRules(ServerConfig config) const;
    void listen();
    void drain();
    void orderThreads();
    void finish();
    [[nodiscard]] OpsAnswer ops(std::string_view path) const;
    [[nodiscard]] bool isCurrent() const;
    void fail(const QString &event, const QJsonObject &more);

    const ServeOptions m_options;
    std::shared_ptr<const ServerConfig> m_config;
    Log &m_log;
    SystemClock m_systemClock;
    ForwardClock m_clock{m_systemClock};
    std::shared_ptr<VaultBackend> m_backend;
    GatewayRules m_vaultRules;
    CredentialIndex m_index;
    std::unique_ptr<RateLedger> m_rates; ///< null where no other process shares the limits
    std::unique_ptr<RateLeases> m_leases;
    std::unique_ptr<Follower> m_follower;
    Verifier m_verifier;
    std::unique_ptr<RequestRecorder> m_recorder;
    std::unique_ptr<RestApi> m_api; ///< null where the vault keeps no principals
    std::unique_ptr<HttpServer> m_http;
    QTimer m_drain;
    bool m_logHasThreads = false; ///< as of orderThreads(): rows of requests were written
    std::unique_ptr<DeletedPurge> m_purge;
    QElapsedTimer m_sinceStart;
    std::atomic<qint64> m_mostUnconfirmedMs; ///< of the configuration
    bool m_stopping = false;
};

/// A vault that is there, by its file or its address.
QFuture<Result<std::shared_ptr<VaultBackend>>> openExisting(const QString &file, const QString &uri,
                                                            const Clock &clock);
/// The configuration of a file, or what holds without one, with the addresses of the command line.
ConfigResult configFor(const QString &file, const QStringList &listen);

} // namespace latchkey::server
