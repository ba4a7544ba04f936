#pragma once

#include "core/backend/change_gate.h"
#include "core/merged/merged_vault.h"

namespace latchkey {

/// The gates of the vaults that a change is about, one after the other; who declines at one declines all of
/// it.
class MergedVault::Gate final : public ChangeGate {
public:
    explicit Gate(MergedVault &vault)
        : m_vault(vault) {}
    QFuture<bool> ask(const PlannedChange &change) override;

private:
    void next(const PlannedChange &change, QList<PlannedChange::Part> parts, const Answer<bool> &answer);
    MergedVault &m_vault;
};

} // namespace latchkey
