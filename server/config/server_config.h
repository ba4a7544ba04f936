#pragma once

#include "core/model/catalogue.h"
#include "core/model/ip_range.h"
#include "core/policy/rules.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace latchkey::server {

struct ListenAddress {
    QHostAddress address;
    quint16 port = 0; ///< 0: the system chooses
    bool operator==(const ListenAddress &) const = default;
};

struct TlsFiles {
    QString certificate, key; ///< PEM
    bool operator==(const TlsFiles &) const = default;
};

/// What stands in the configuration file; docs/server.md describes each field. A value.
struct ServerConfig {
    QList<ListenAddress> listen{{QHostAddress(QHostAddress::LocalHost), 8093}};
    std::optional<TlsFiles> tls;
    bool plainHttp = false; ///< listens beyond this computer without TLS
    int threads = 0;        ///< 0: one for each processor, at most 8
    int maxConnections = 4096;
    QStringList hosts;             ///< allowed in Host besides the addresses it listens on; lower case
    QList<IpRange> trustedProxies; ///< whose X-Forwarded-For is believed
    QList<IpRange> callers;        ///< who may ask for verifications; empty: this computer and the proxies
    std::optional<Environment> environment; ///< of the API behind this verifier
    std::string customerHeader;             ///< names the customer where the path doesn't; empty: none
    /// The rules as the file writes them; none: those of the vault hold.
    std::optional<QList<GatewayRule>> fixedRules;
    policy::Rules rules;           ///< those that hold
    int introspectionSeconds = 60; ///< how long an introspection's answer may be believed
    int requestRowsPerSecond = 1000;
    int confirmWithinSeconds = 30; ///< a verifier that could not look at its vault for so long answers 503

    /// Would keys leave this computer unprotected? Not without being told so.
    [[nodiscard]] bool isUnprotected() const;
    /// May this address ask for a verification?
    [[nodiscard]] bool mayCall(const QHostAddress &peer) const;
    [[nodiscard]] bool isTrustedProxy(const QHostAddress &peer) const;
    /// Is this the value of a Host header that the server answers to?
    [[nodiscard]] bool answersTo(std::string_view host) const;
};

/// What is wrong in it, and where. `message` is a sentence in English without secrets.
struct ConfigProblem {
    QString file, path; ///< path: "$.rules[2].scope"
    int line = 0, column = 0;
    QString message;
    [[nodiscard]] QString toString() const;
};
using ConfigResult = tl::expected<ServerConfig, QList<ConfigProblem>>;

/// What a configuration names and can be held against.
struct ConfigChecks {
    std::function<std::optional<QString>(const TlsFiles &)> tls; ///< why they cannot be used
    const Catalogue *catalogue = nullptr;                        ///< of the vault: what its rules may ask for
};
/// Strict JSON: unknown fields and repeated keys are problems. All problems are named, not just the first, in
/// the order of their places. Looks at no file but by `checks`.
ConfigResult parseConfig(const QByteArray &json, const QString &file = {}, const ConfigChecks &checks = {});
/// Reads and parses the file, and looks at what it names: the certificate and its key (which only its owner
/// may read), and permissions, where there is a catalogue.
ConfigResult loadConfig(const QString &file, const Catalogue *catalogue = nullptr);
/// Permissions of a vault's rules that its catalogue does not have. `vault`: where that is.
QList<ConfigProblem> problemsOf(const QList<GatewayRule> &rules, const Catalogue &catalogue,
                                const QString &vault);
/// "127.0.0.1:8093", "[::1]:8093"; "*:8093" for every address.
std::optional<ListenAddress> parseListenAddress(QStringView text);
/// Why these files cannot be used for TLS; nothing if they can.
std::optional<QString> problemOfTls(const TlsFiles &files);

} // namespace latchkey::server
