#pragma once

#include "core/model/api_key.h"
#include "core/model/error.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <functional>

namespace latchkey {

/// A key as a verifier needs it. A damaged row comes as it refuses: inactive and without
/// scopes; its verifiers as they stand, so that whoever holds its token is told why.
struct VerifierKey {
    ApiKey key;
    QByteArray verifier, oldVerifier; ///< of the current token and of the one before; empty: none
    qint64 change = 0; ///< the audit row of its last change: of two states of a key the higher one holds
};

/// One process that answers gateways, and how far it has followed the vault.
struct VerifierNode {
    QString id, name;
    qint64 epoch = 0; ///< every change up to this one decides its answers
    Instant at;       ///< when it had applied that epoch, by its own clock
    Instant seen;     ///< when it last said so; a node that is silent for long is gone
};

/// All that are known, and what time it is where they are known: by the clock of the server or the database,
/// so that a computer whose own clock is wrong can still say who has been silent for how long.
struct VerifierNodes {
    QList<VerifierNode> nodes;
    Instant now;
};

/// What verifiers follow. The epoch of a vault is the number of its last audit row: it only grows, without
/// gaps, and each change of a key carries one. Called on the thread that owns the vault; each future finishes
/// once.
///
/// An index starts with load(), then asks changesSince() from the epoch that load() gave, again whenever
/// moved() comes and in any case once a second. It puts a key only over a state with a lower `change`, so
/// that an answer that comes late can never bring a revoked key back.
class VerifierFeed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Take = std::function<void(QList<VerifierKey> some)>;
    /// All keys in batches of a few thousand, in no order, purged ones left out. `take` is called on database
    /// threads, by several at once. Gives the epoch from which to go on.
    virtual QFuture<Result<qint64>> load(Take take) = 0;

    struct Changes {
        QList<VerifierKey> keys; ///< by `change`; purged ones too: they refuse
        qint64 epoch = 0;        ///< what has been followed with these: ask again from it
        bool more = false;       ///< there were more than `limit`: ask again at once
    };
    /// The answer also proves that the vault was there, which a verifier has to know now and then.
    virtual QFuture<Result<Changes>> changesSince(qint64 epoch, int limit = 2'000) = 0;

    /// Remembers how far this node is; `seen` moves with each call, `at` with each new epoch.
    virtual QFuture<Outcome> confirm(const VerifierNode &node) = 0;
    /// Takes a node that stops off the list.
    virtual QFuture<Outcome> leave(const QString &nodeId) = 0;
    virtual QFuture<Result<VerifierNodes>> nodes() = 0;

signals:
    /// Something changed, here or elsewhere. May come too often, and may be lost.
    void moved();
};

} // namespace latchkey
