#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QApplication;

namespace latchkey::ui {

/// What a colour is for. The values are docs/design tokens (light and dark), each text/background pair at
/// least 4.5:1.
enum class ColorRole {
    Text,
    Secondary,
    Base,
    Window,
    Border,
    Hover,
    Selection,
    Accent,
    AccentText,
    Danger,
    DangerText,
    ActiveText,
    ActiveBack,
    InactiveText,
    InactiveBack,
    ExpiringText,
    ExpiringBack,
    ExpiredText,
    ExpiredBack,
    RevokedText,
    RevokedBack,
    RotatingText,
    RotatingBack,
    LimitedText,
    LimitedBack,
    ProductionText,
    ProductionBack,
    StagingText,
    StagingBack,
    DevelopmentText,
    DevelopmentBack,
};

/// The colour for this palette: dark or light follows from the palette itself, so nothing reaches for a
/// global.
QColor themeColor(ColorRole role, const QPalette &palette);
bool isDark(const QPalette &palette);

enum class ThemeChoice { System, Light, Dark };
QPalette paletteFor(ThemeChoice choice, bool systemIsDark);
/// Style, palette and font of the whole program. Whether the system is dark: ui/platform/color_scheme.h.
void applyTheme(QApplication &app, ThemeChoice choice, bool systemIsDark);

/// One of resources/icons/<name>.svg, tinted at paint time from the widget's palette, sharp at every scale.
QIcon themedIcon(const QString &name);
/// The same in one colour.
QIcon themedIcon(const QString &name, ColorRole role);
void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color);

/// The program's own picture, in colour.
QIcon applicationIcon();

/// A real monospace for tokens, in the size of `base`.
QFont tokenFont(const QFont &base);

} // namespace latchkey::ui
