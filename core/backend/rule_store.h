#pragma once

#include "core/model/gateway_rule.h"

#include <QFuture>
#include <QObject>

namespace latchkey {

/// Who changes the rules and over which version of them.
struct RulesChange {
    QList<GatewayRule> rules;
    qint64 expectedVersion = 0;
    QString action; ///< of the audit row: "rules.edit", "rules.undo"
    QString actor;
    Instant at = {};
};

/// What a window sees of them.
struct RuleBook {
    GatewayRules kept; ///< in the vault: they hold for every verifier that has none of its own
    /// Of the configuration file of the server that one is connected to: they hold there, whatever the vault
    /// has, and only who may write that file can change them.
    std::optional<QList<GatewayRule>> fixed;
    std::optional<Environment> environment; ///< of that server's API, where a rule names none
    [[nodiscard]] const QList<GatewayRule> &inForce() const { return fixed ? *fixed : kept.rules; }
};

/// What requests need that gateways ask for, shared by all that answer them. Called on the thread that owns
/// the vault; each future finishes once.
class RuleStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QFuture<Result<RuleBook>> rules() = 0;
    /// RuleBook::fixed, as far as it is known without asking; changed() says when that becomes otherwise.
    [[nodiscard]] virtual bool areFixed() const { return false; }
    /// All of them at once, with an audit row, or nothing. InvalidInput ("rules[2].path" …), Conflict where
    /// the version is another one ("changedBy"). As they then are.
    virtual QFuture<Result<RuleBook>> change(const RulesChange &change) = 0;

signals:
    void changed(); ///< here or elsewhere: ask again
};

} // namespace latchkey
