#pragma once

#include "core/services/connections/connection.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class SecretField;

/// Asks for the password or token of one connection, for as long as the program runs.
class SecretSheet final : public QDialog {
    Q_OBJECT
public:
    SecretSheet(const Connection &connection, QWidget *parent);
    [[nodiscard]] SharedSecret secret() const { return m_secret; } ///< after it was accepted
    void accept() override;

private:
    void check();
    Connection m_connection;
    SecretField *m_field;
    QLabel *m_problem;
    QPushButton *m_open;
    SharedSecret m_secret;
};

} // namespace latchkey::ui
