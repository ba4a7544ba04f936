#pragma once

#include "core/services/key_service.h"
#include "core/services/rotation/new_tokens.h"

namespace latchkey {

/// New tokens in the keychain. Until the vault has answered each lies beside the copy of its key, under its
/// own id, so that neither overwrites the other; KeyService::reveal finds it there too.
class KeptRotation final : public QObject, public NewTokens {
    Q_OBJECT
public:
    explicit KeptRotation(KeyService &service);
    QFuture<Outcome> open() override;
    QFuture<Outcome> put(const QList<FreshToken> &tokens) override;
    QFuture<Outcome> settle(const QList<Fate> &fates, const QList<ApiKey> &keys) override;
    void discard() override {}
    [[nodiscard]] qsizetype chunk() const override { return 8; } // a keychain is slow

private:
    using Step = std::function<QFuture<Outcome>(qsizetype)>;
    /// `step` for 0 … count-1, one after the other; the first failure is told, the others are tried all the
    /// same.
    QFuture<Outcome> each(qsizetype count, const Step &step);
    KeyService &m_service;
    QList<FreshToken> m_waiting;
};

} // namespace latchkey
