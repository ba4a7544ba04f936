#pragma once

#include "core/model/secret_bytes.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

/// A password or token: typed or pasted, never shown, or kept already.
class SecretField : public QWidget {
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);
    void setKept(bool kept); ///< one is kept; what is typed replaces it
    [[nodiscard]] bool isKept() const { return m_kept; }
    [[nodiscard]] bool isTyped() const;
    [[nodiscard]] SecretBytes typed() const;
    void clear(); ///< what was typed
    [[nodiscard]] QLineEdit &edit() { return *m_edit; }

signals:
    void changed();
    void forgetRequested();

private:
    QLineEdit *m_edit;
    QPushButton *m_forget;
    bool m_kept = false;
};

} // namespace latchkey::ui
