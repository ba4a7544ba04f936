#pragma once

#include <QObject>
#include <memory>

namespace latchkey::ui {

/// What the system says about its look: dark windows, high contrast, less motion. One file per system: the
/// desktop portal on Linux, the registry on Windows, the preferences on macOS. GUI thread.
class ColorScheme : public QObject {
    Q_OBJECT
public:
    explicit ColorScheme(QObject *parent = nullptr);
    ~ColorScheme() override;
    [[nodiscard]] bool dark() const;
    [[nodiscard]] bool highContrast() const;
    [[nodiscard]] bool reducedMotion() const;

signals:
    void changed(); ///< any of the three

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace latchkey::ui
