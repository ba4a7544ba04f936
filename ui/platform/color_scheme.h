#pragma once

#include <QObject>

namespace latchkey::ui {

/// Does the person want dark windows? On Linux the desktop portal's color-scheme; elsewhere the palette at
/// start.
class ColorScheme : public QObject {
    Q_OBJECT
public:
    explicit ColorScheme(QObject *parent = nullptr);
    [[nodiscard]] bool dark() const { return m_dark; }

signals:
    void changed(bool dark);

public:
    /// For the system's file only.
    void set(bool dark);

private:
    bool m_dark = false;
};

} // namespace latchkey::ui
