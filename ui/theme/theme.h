#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QApplication;
class QPainter;

/// Colours, icons, fonts and the style of the whole program. GUI thread.
///
/// A widget chooses its look by a property, set to true:
///   QPushButton: primary, danger (both filled), link (a flat one in the accent's colour), segment
///   (checkable, one of several) QLineEdit, QPlainTextEdit, QSpinBox, QComboBox …: bad QLabel: secondary,
///   heading, section, bad, warn         QFrame: card
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
    ProductionInk, ///< an environment's icon or word on Base or Window
    StagingInk,
    DevelopmentInk,
    ControlBorder, ///< of fields and check boxes: at least 3:1 on Base
    Focus,
    Disabled,
    RaisedText, ///< toasts and tooltips
    RaisedBack,
};

/// The colour for this palette: dark or light follows from the palette itself, so nothing reaches for a
/// global.
QColor themeColor(ColorRole role, const QPalette &palette);
bool isDark(const QPalette &palette);
/// Nearly black on white or the reverse, as a system's high-contrast theme has it: then every role is one of
/// the palette's own colours.
bool isHighContrast(const QPalette &palette);
/// WCAG 2 contrast ratio, 1 … 21.
double contrastRatio(const QColor &a, const QColor &b);
/// `a` with the share `t` (0 … 1) of `b`.
QColor mixed(const QColor &a, const QColor &b, double t);

enum class ThemeChoice { System, Light, Dark };
QPalette paletteFor(ThemeChoice choice, bool systemIsDark);
/// Style, palette and font of the whole program. Whether the system is dark: ui/platform/color_scheme.h.
/// A high-contrast palette of the system stays; `highContrast` asks for one where the system only says so.
void applyTheme(QApplication &app, ThemeChoice choice, bool systemIsDark, bool highContrast = false);
/// The system's own palette if it is a high-contrast one, else black and white.
QPalette highContrastPalette(const QPalette &system, bool dark);
/// No animations in the style (and in what asks QStyle::SH_Widget_Animate).
void setReducedMotion(QApplication &app, bool reduced);

/// One of resources/icons/<name>.svg, tinted at paint time from the widget's palette, sharp at every scale.
QIcon themedIcon(const QString &name);
/// The same in one colour.
QIcon themedIcon(const QString &name, ColorRole role);
void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color);
/// Draws a themed icon in this colour; any other icon as it is.
void paintTinted(QPainter *painter, const QIcon &icon, const QRect &rect, const QColor &color);

/// The program's own picture, in colour.
QIcon applicationIcon();

/// A real monospace for tokens, in the size of `base`.
QFont tokenFont(const QFont &base);
/// Small print.
QFont smallFont(const QFont &base);

} // namespace latchkey::ui
