#pragma once

#include "core/model/api_key.h"

#include <QLabel>

namespace latchkey::ui {

/// The stripe over a sheet that says in word and colour which environment it acts on.
class EnvironmentBand : public QLabel {
    Q_OBJECT
public:
    explicit EnvironmentBand(Environment environment, QWidget *parent = nullptr);
    void setEnvironment(Environment environment);

protected:
    void paintEvent(QPaintEvent *e) override;

private:
    Environment m_environment;
};

} // namespace latchkey::ui
