#include "server/program/deleted_purge.h"

#include "core/model/futures.h"

namespace latchkey::server {

DeletedPurge::DeletedPurge(VaultBackend &vault, const Clock &clock, int everyMs, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(clock) {
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &DeletedPurge::purge);
}

void DeletedPurge::start() {
    m_timer.start();
    purge();
}

void DeletedPurge::purge() {
    m_vault.purgeExpired(m_clock.now(), {QStringLiteral("latchkeyd")}) |
        then(this, [this](const Result<int> &purged) {
            if (!purged)
                emit failed(purged.error());
        });
}

} // namespace latchkey::server
