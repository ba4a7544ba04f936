#include "server/program/daemon.h"

#include "core/backend/rule_store.h"
#include "core/backend/vault_backend.h"
#include "core/model/futures.h"
#include "core/storage/local_vault.h"
#include "core/storage/postgres/postgres_rates.h"
#include "core/storage/postgres/postgres_vault.h"
#include "server/program/metrics_text.h"
#include "server/program/precedence.h"
#include "server/program/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>
#include <malloc.h>

namespace latchkey::server {

ConfigResult configFor(const QString &file, const QStringList &listen) {
    ConfigResult config = file.isEmpty() ? ConfigResult(ServerConfig()) : loadConfig(file);
    if (!config || listen.isEmpty())
        return config;
    config->listen.clear();
    for (const QString &text : listen) {
        const auto address = parseListenAddress(text);
        if (!address)
            return tl::unexpected(QList<ConfigProblem>{
                {{}, {}, 0, 0, QStringLiteral("--listen %1: an address with a port is expected").arg(text)}});
        config->listen.append(*address);
    }
    if (config->isUnprotected())
        return tl::unexpected(QList<ConfigProblem>{
            {{},
             {},
             0,
             0,
             QStringLiteral("--listen %1: keys would cross the network in clear; the configuration must give "
                            "\"tls\", or \"plainHttp\": true")
                 .arg(listen.join(u' '))}});
    return config;
}

QFuture<Result<std::shared_ptr<VaultBackend>>> openExisting(const QString &file, const QString &uri,
                                                            const Clock &clock) {
    if (!uri.isEmpty()) {
        PostgresOptions options;
        options.create = false;
        options.actor = QStringLiteral("latchkeyd");
        options.indexLoad = IndexLoad::WhenAsked;
        return openPostgresVault(uri, options, clock);
    }
    OpenOptions options;
    options.create = false;
    options.actor = QStringLiteral("latchkeyd");
    options.indexLoad = IndexLoad::WhenAsked; // whoever only verifies needs none
    return openLocalVault(file, options, clock);
}

Daemon::Daemon(ServeOptions options, std::shared_ptr<const ServerConfig> config, Log &log)
    : m_options(std::move(options))
    , m_config(std::move(config))
    , m_log(log)
    , m_verifier(m_index, m_clock, [this] { return isCurrent(); })
    , m_mostUnconfirmedMs(qint64{m_config->confirmWithinSeconds} * 1000) {
    m_drain.setInterval(DrainMs);
    connect(&m_drain, &QTimer::timeout, this, &Daemon::drain);
    m_sinceStart.start();
}

Daemon::~Daemon() {
    m_http.reset(); // its threads use the rest
    m_purge.reset();
    m_recorder.reset();
    m_api.reset();
    m_backend.reset(); // its threads may be loading keys into the index
}

/// The index is whole, and as new as the vault was a moment ago: half a minute at most.
bool Daemon::isCurrent() const {
    return m_follower && m_follower->isLoaded() && (!m_leases || m_leases->hasLooked()) &&
           m_follower->confirmedMsAgo() <= m_mostUnconfirmedMs;
}

void Daemon::fail(const QString &event, const QJsonObject &more) {
    m_log.error(event, more);
    QCoreApplication::exit(1);
}

void Daemon::start() {
    openExisting(m_options.vault, m_options.postgres, m_clock) |
        then(this, [this](const Result<std::shared_ptr<VaultBackend>> &opened) { onVault(opened); });
}

void Daemon::onVault(const Result<std::shared_ptr<VaultBackend>> &opened) {
    if (!opened)
        return fail(QStringLiteral("vault_not_opened"), jsonOf(opened.error()));
    m_backend = *opened;
    m_recorder = std::make_unique<RequestRecorder>(*m_backend);
    if (m_backend->principals())
        m_api = std::make_unique<RestApi>(*m_backend, m_clock);
    tellApi();
    m_purge = std::make_unique<DeletedPurge>(*m_backend, m_clock);
    connect(m_purge.get(), &DeletedPurge::failed, this,
            [this](const Error &e) { m_log.error(QStringLiteral("not_purged"), jsonOf(e)); });
    if (!m_options.postgres.isEmpty())
        shareLimits();
    follow();
    readRules();
}

void Daemon::tellApi() {
    if (m_api)
        m_api->setOwnRules({m_config->fixedRules, m_config->environment});
}

/// Before anybody is answered, and again whenever they are others.
void Daemon::readRules() {
    RuleStore *store = m_backend->rules();
    if (!store)
        return listen();
    connect(store, &RuleStore::changed, this, [this, store] {
        store->rules() | then(this, [this](const Result<RuleBook> &book) {
            if (book)
                takeRules(book->kept);
            else
                m_log.error(QStringLiteral("rules_not_read"), jsonOf(book.error()));
        });
    });
    store->rules() | then(this, [this](const Result<RuleBook> &book) {
        if (!book)
            return fail(QStringLiteral("rules_not_read"), jsonOf(book.error()));
        takeRules(book->kept);
        m_config = withRules(*m_config);
        listen();
    });
}

std::shared_ptr<const ServerConfig> Daemon::withRules(ServerConfig config) const {
    if (!config.fixedRules)
        config.rules = policy::Rules::of(m_vaultRules.rules);
    return std::make_shared<const ServerConfig>(std::move(config));
}

void Daemon::takeRules(const GatewayRules &rules) {
    if (rules.version <= m_vaultRules.version)
        return; // an answer that came late
    m_vaultRules = rules;
    if (m_config->fixedRules || !m_http)
        return;
    m_config = withRules(*m_config);
    m_http->setConfig(m_config);
    m_log.info(QStringLiteral("rules_changed"),
               {{QStringLiteral("rules"), static_cast<qint64>(rules.rules.size())},
                {QStringLiteral("version"), rules.version},
                {QStringLiteral("by"), rules.changedBy}});
}

void Daemon::shareLimits() {
    m_rates = openPostgresRates(m_options.postgres, m_clock);
    m_index.shareLimits();
    m_leases = std::make_unique<RateLeases>(*m_rates, m_index);
    m_verifier.shareLimits(*m_leases);
    connect(m_leases.get(), &RateLeases::troubled, this, [this](const Error &e) {
        m_log.error(QStringLiteral("rate_limits_not_shared"), rateTrouble(e));
    });
    connect(m_leases.get(), &RateLeases::recovered, this,
            [this] { m_log.info(QStringLiteral("rate_limits_shared")); });
}

void Daemon::follow() {
    VerifierNode node;
    node.name = QSysInfo::machineHostName();
    node.id = node.name + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_follower = std::make_unique<Follower>(*m_backend->verifiers(), m_index, m_clock, node);
    connect(m_backend.get(), &VaultBackend::keysChanged, m_follower.get(), &Follower::look);
    connect(m_follower.get(), &Follower::loaded, this, [this] {
        orderThreads();
        malloc_trim(0); // what reading a million rows took in between goes back
        if (m_leases)
            m_leases->start();
        m_purge->start(); // it reads what was deleted, and nobody waits for it
        const auto counts = m_index.counts();
        m_log.info(QStringLiteral("ready"), {{QStringLiteral("keys"), counts.keys},
                                             {QStringLiteral("credentials"), counts.credentials},
                                             {QStringLiteral("damaged"), counts.damaged},
                                             {QStringLiteral("ms"), m_sinceStart.elapsed()}});
    });
    connect(m_follower.get(), &Follower::troubled, this,
            [this](const Error &e) { m_log.error(QStringLiteral("vault_troubled"), jsonOf(e)); });
    connect(m_follower.get(), &Follower::recovered, this,
            [this] { m_log.info(QStringLiteral("vault_recovered")); });
    m_follower->start();
}

void Daemon::listen() {
    m_http = std::make_unique<HttpServer>(
        HttpServer::Parts{&m_verifier, m_api.get(), [this](std::string_view path) { return ops(path); },
                          &m_log},
        m_config);
    const auto bound = m_http->start();
    if (!bound)
        return fail(QStringLiteral("not_listening"), {{QStringLiteral("reason"), bound.error()}});
    QJsonArray addresses;
    for (const ListenAddress &l : *bound)
        addresses.append(QStringLiteral("%1:%2")
                             .arg(l.address.protocol() == QAbstractSocket::IPv6Protocol
                                      ? u'[' + l.address.toString() + u']'
                                      : l.address.toString())
                             .arg(l.port));
    if (m_config->rules.isEmpty())
        m_log.warning(QStringLiteral("no_rules"),
                      {{QStringLiteral("reason"), QStringLiteral("/v1/forward-auth lets no request pass")}});
    m_log.info(QStringLiteral("listening"), {{QStringLiteral("addresses"), addresses},
                                             {QStringLiteral("tls"), m_config->tls.has_value()}});
    if (!m_options.readyFile.isEmpty()) {
        QSaveFile file(m_options.readyFile);
        const QByteArray text =
            QJsonDocument(QJsonObject{{QStringLiteral("addresses"), addresses},
                                      {QStringLiteral("pid"), QCoreApplication::applicationPid()}})
                .toJson(QJsonDocument::Compact);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return fail(QStringLiteral("ready_file_not_written"),
                        {{QStringLiteral("path"), m_options.readyFile}});
    }
    m_drain.start();
}

void Daemon::drain() {
    const std::vector<SeenQueue *> queues = m_http->queues();
    std::vector<Seen> rows;
    for (SeenQueue *queue : queues) {
        SeenQueue::Batch batch = queue->take();
        rows.insert(rows.end(), std::make_move_iterator(batch.rows.begin()),
                    std::make_move_iterator(batch.rows.end()));
        for (const LastUse &use : std::as_const(batch.uses))
            m_recorder->noteUse(use);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Seen &a, const Seen &b) { return a.at < b.at; });
    for (const Seen &seen : rows)
        m_recorder->record(seen.decision, seen.facts());
    if (m_follower->isLoaded() && !m_logHasThreads && m_recorder->writtenRows() > 0)
        orderThreads();
}

/// When all keys are loaded, and once more only if the log of requests gets its threads after that.
void Daemon::orderThreads() {
    m_logHasThreads = m_recorder->writtenRows() > 0;
    letAnswersGoFirst();
}

void Daemon::reload() {
    if (m_options.config.isEmpty()) {
        m_log.warning(QStringLiteral("not_reloaded"),
                      {{QStringLiteral("reason"), QStringLiteral("there is no configuration file")}});
        return;
    }
    auto config = configFor(m_options.config, m_options.listen);
    QJsonArray problems;
    if (!config) {
        for (const ConfigProblem &p : std::as_const(config.error()))
            problems.append(p.toString());
    } else if (m_http) {
        auto shared = withRules(*std::move(config));
        if (const auto problem = m_http->reload(shared)) {
            problems.append(*problem);
        } else {
            if (shared->listen != m_config->listen || shared->threads != m_config->threads)
                m_log.warning(QStringLiteral("restart_needed"),
                              {{QStringLiteral("reason"),
                                QStringLiteral("listen and threads stay as they were started")}});
            m_config = shared;
            tellApi();
            const auto &rules = m_config->fixedRules ? *m_config->fixedRules : m_vaultRules.rules;
            m_mostUnconfirmedMs = qint64{m_config->confirmWithinSeconds} * 1000;
            m_log.info(QStringLiteral("reloaded"),
                       {{QStringLiteral("rules"), static_cast<qint64>(rules.size())}});
            return;
        }
    }
    m_log.error(QStringLiteral("not_reloaded"),
                {{QStringLiteral("reason"), QStringLiteral("the configuration before it stays")},
                 {QStringLiteral("problems"), problems}});
}

void Daemon::stop() {
    if (std::exchange(m_stopping, true))
        return;
    m_log.info(QStringLiteral("stopping"));
    if (!m_http)
        return QCoreApplication::exit(0);
    m_http->stop(GraceMs, this, [this] { finish(); });
}

void Daemon::finish() {
    m_drain.stop();
    drain();
    m_recorder->flush() | then(this, [this](const Outcome &written) {
        if (!written)
            m_log.error(QStringLiteral("requests_not_written"), jsonOf(written.error()));
        (m_leases ? m_leases->leave() : ready(ok())) | then(this, [this](const Outcome &) {
            m_follower->leave() | then(this, [this](const Outcome &) {
                m_log.info(QStringLiteral("stopped"));
                QCoreApplication::exit(0);
            });
        });
    });
}

OpsAnswer Daemon::ops(std::string_view path) const {
    if (path == "/healthz")
        return {200, "application/json", R"({"status":"ok"})"};
    if (path == "/readyz") {
        const bool loaded = m_follower->isLoaded(), current = isCurrent();
        return {current ? 200 : 503, "application/json",
                std::string(R"({"ready":)") + (current ? "true" : "false") + R"(,"loaded":)" +
                    (loaded ? "true" : "false") + R"(,"current":)" + (current ? "true" : "false") + "}"};
    }
    MetricsView view;
    view.counters = m_http->counters();
    view.queues = m_http->queues();
    view.index = m_index.counts();
    view.current = isCurrent();
    view.confirmedMsAgo = m_follower->isLoaded() ? m_follower->confirmedMsAgo() : 0;
    view.rowsWritten = m_recorder->writtenRows();
    view.rowsFailed = m_recorder->failedRows();
    if (m_leases)
        view.leases = {m_leases->isReached(), m_leases->sharers(), m_leases->settlements()};
    return {200, "text/plain; version=0.0.4; charset=utf-8", metricsText(view)};
}

} // namespace latchkey::server
