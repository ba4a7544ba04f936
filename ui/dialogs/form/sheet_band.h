#pragma once

#include "core/model/api_key.h"

#include <QLabel>

namespace latchkey::ui {

/// The stripe over a sheet that says in word and colour which environment it acts on.
class SheetBand : public QLabel {
    Q_OBJECT
public:
    explicit SheetBand(Environment environment, QWidget *parent = nullptr);
    void setEnvironment(Environment environment);

protected:
    void paintEvent(QPaintEvent *e) override;

private:
    Environment m_environment;
};

} // namespace latchkey::ui
