#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QApplication;

namespace latchkey::ui {

/// What a colour is for. The values are docs/design tokens (light and dark), each text/background pair at least 4.5:1.
enum class ColorRole {
    Text, Secondary, Base, Window, Border, Hover, Selection, Accent, AccentText, Danger, DangerText,
    ActiveText, ActiveBack, InactiveText, InactiveBack, ExpiringText, ExpiringBack, ExpiredText, ExpiredBack,
    RevokedText, RevokedBack, RotatingText, RotatingBack, LimitedText, LimitedBack,
    ProductionText, ProductionBack, StagingText, StagingBack, DevelopmentText, DevelopmentBack,
};

/// The colour for this palette: dark or light follows from the palette itself, so nothing reaches for a global.
QColor themeColor(ColorRole role, const QPalette &palette);
bool isDark(const QPalette &palette);

enum class ThemeChoice { System, Light, Dark };
QPalette paletteFor(ThemeChoice choice, bool systemIsDark);
/// Style, palette and font of the whole program; follows the system while the choice is System.
void applyTheme(QApplication &app, ThemeChoice choice);

/// One of resources/icons/<name>.svg, tinted at paint time from the widget's palette, sharp at every scale.
QIcon themedIcon(const QString &name);
/// The same in one colour.
QIcon themedIcon(const QString &name, ColorRole role);
void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color);

/// A real monospace for tokens, in the size of `base`.
QFont tokenFont(const QFont &base);

} // namespace latchkey::ui
