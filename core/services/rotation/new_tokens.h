#pragma once

#include "core/model/api_key.h"
#include "core/secrets/secret_store.h"

#include <QFuture>

namespace latchkey {

/// A token that was made for a key, and that works only once the key's rotation is in the vault.
struct FreshToken {
    KeyId key;
    KeyId credential; ///< the token's own id
    QString name;
    Environment environment = Environment::Development;
    SharedSecret token;
};

/// Where the new tokens of many keys go. Each is safe there before its rotation is asked for, so that none is
/// ever lost; what became of it is noted afterwards.
class NewTokens {
public:
    enum class Fate {
        Rotated,
        Refused, ///< the token never worked and is taken out again
        Unknown  ///< the vault gave no clear answer: the token stays
    };
    virtual ~NewTokens() = default;
    virtual QFuture<Outcome> open() = 0;
    /// When it is answered these survive the end of the program and of the power supply.
    virtual QFuture<Outcome> put(const QList<FreshToken> &tokens) = 0;
    /// Of the tokens put last, in their order; `keys` are the keys of those that were rotated, else as they
    /// were.
    virtual QFuture<Outcome> settle(const QList<Fate> &fates, const QList<ApiKey> &keys) = 0;
    /// Nothing was rotated: what open() made goes.
    virtual void discard() = 0;
    /// A put() that takes long may end early, with an error.
    virtual void stop() {}
    /// How many at a time, so that a cancel is obeyed within half a second.
    [[nodiscard]] virtual qsizetype chunk() const = 0;
};

} // namespace latchkey
