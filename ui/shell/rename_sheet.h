#pragma once

#include "core/services/key_service.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

/// F2: one field, one button.
class RenameSheet : public QDialog {
    Q_OBJECT
public:
    RenameSheet(KeyService &service, const ApiKey &key, QWidget *parent);
    [[nodiscard]] QString name() const;

private:
    void check();
    KeyService &m_service;
    ApiKey m_key;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace latchkey::ui
