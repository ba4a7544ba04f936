#pragma once

#include "ui/format/words.h"

#include <QWidget>

namespace latchkey::ui {

/// The status as the table shows it: icon, word, colour.
class StatusPill : public QWidget {
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent = nullptr);
    void setKey(const ApiKey &key, Instant now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *e) override;

private:
    StatusLook m_look;
};

} // namespace latchkey::ui
