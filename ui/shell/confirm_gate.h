#pragma once

#include "core/backend/change_gate.h"
#include "core/backend/vault_backend.h"

#include <QWidget>
#include <functional>

namespace latchkey::ui {

/// Safe mode Confirm: asks the person in front of the window before each change that no sheet has asked
/// about.
class ConfirmGate final : public QObject, public ChangeGate {
    Q_OBJECT
public:
    /// `place` gives the connection's name, as it is when asked; `vault` knows what the keys are called.
    /// `window` is where to ask; without one every change is declined.
    ConfirmGate(VaultBackend &vault, std::function<QString()> place, std::function<QWidget *()> window);
    QFuture<bool> ask(const PlannedChange &change) override;

private:
    void show(const PlannedChange &change, const Answer<bool> &answer);

    VaultBackend &m_vault;
    std::function<QString()> m_place;
    std::function<QWidget *()> m_window;
};

} // namespace latchkey::ui
