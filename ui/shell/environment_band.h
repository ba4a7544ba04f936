#pragma once

#include "core/model/api_key.h"

#include <QWidget>
#include <optional>

namespace latchkey::ui {

/// The line at the top that says where one is: colour and word.
class EnvironmentBand : public QWidget {
    Q_OBJECT
public:
    explicit EnvironmentBand(QWidget *parent = nullptr);
    void show(std::optional<Environment> environment, const QString &vault, const QString &state);
    [[nodiscard]] QSize sizeHint() const override { return {400, 30}; }

protected:
    void paintEvent(QPaintEvent *e) override;

private:
    std::optional<Environment> m_environment;
    QString m_vault, m_state;
};

} // namespace latchkey::ui
