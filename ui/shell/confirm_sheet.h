#pragma once

#include <QDialog>

class QPushButton;

namespace latchkey::ui {

/// Asks before a change that needs no asking elsewhere, where the connection's safe mode is Confirm. Cancel
/// has the focus, so that Return changes nothing.
class ConfirmSheet final : public QDialog {
    Q_OBJECT
public:
    /// `question`: "Deactivate “CRM sync”?"; `place`: where it would happen; `verb`: of the button.
    ConfirmSheet(const QString &question, const QString &place, const QString &verb, QWidget *parent);
};

} // namespace latchkey::ui
