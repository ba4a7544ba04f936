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
    void stop() override { m_stopped = true; }
    [[nodiscard]] qsizetype chunk() const override { return 2; } // a keychain takes a tenth of a second a key

private:
    using Step = std::function<QFuture<Outcome>(qsizetype)>;
    enum class After { GoOn, Stop };
    /// `step` for 0 … count-1, one after the other, also `after` a failure; the first one is told.
    QFuture<Outcome> each(qsizetype count, After after, const Step &step);
    KeyService &m_service;
    QList<FreshToken> m_waiting;
    bool m_stopped = false;
};

} // namespace latchkey
