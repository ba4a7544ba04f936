#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/instant.h"

#include <QTimer>

namespace latchkey::server {

/// What has been in Recently deleted for longer than the vault keeps it goes: at the start and every hour.
class DeletedPurge : public QObject {
    Q_OBJECT
public:
    static constexpr int EveryMs = 3'600'000;
    DeletedPurge(VaultBackend &vault, const Clock &clock, int everyMs = EveryMs, QObject *parent = nullptr);
    void start();

signals:
    void failed(const latchkey::Error &error);

private:
    void purge();
    VaultBackend &m_vault;
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace latchkey::server
