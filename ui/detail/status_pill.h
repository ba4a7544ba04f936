#pragma once

#include "core/model/api_key.h"

#include <QWidget>

namespace latchkey::ui {

/// The status as the table shows it: icon, word, colour.
class StatusPill : public QWidget {
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent = nullptr);
    void setStatus(KeyStatus s);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *e) override;

private:
    KeyStatus m_status = KeyStatus::Active;
};

} // namespace latchkey::ui
