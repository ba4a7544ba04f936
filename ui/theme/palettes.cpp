#include "ui/theme/theme.h"

namespace latchkey::ui {

namespace {

/// Enough of a palette for themeColor to know which theme is meant.
QPalette seed(bool dark) {
    QPalette p;
    p.setColor(QPalette::Window, dark ? QColor(0x15, 0x18, 0x1c) : QColor(0xf6, 0xf8, 0xfa));
    p.setColor(QPalette::WindowText, dark ? QColor(0xe6, 0xed, 0xf3) : QColor(0x1b, 0x1f, 0x24));
    return p;
}

} // namespace

QPalette paletteFor(ThemeChoice choice, bool systemIsDark) {
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    QPalette p = seed(dark);
    const auto color = [&p](ColorRole role) { return themeColor(role, p); };
    const QColor text = color(ColorRole::Text), base = color(ColorRole::Base),
                 window = color(ColorRole::Window);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, mixed(base, window, 0.7));
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, base);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, color(ColorRole::Danger));
    p.setColor(QPalette::PlaceholderText, color(ColorRole::Secondary));
    p.setColor(QPalette::ToolTipBase, color(ColorRole::RaisedBack));
    p.setColor(QPalette::ToolTipText, color(ColorRole::RaisedText));
    p.setColor(QPalette::Highlight, color(ColorRole::Selection));
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, color(ColorRole::Accent));
    p.setColor(QPalette::LinkVisited, color(ColorRole::Accent));
    p.setColor(QPalette::Light, base);
    p.setColor(QPalette::Midlight, color(ColorRole::Hover));
    p.setColor(QPalette::Mid, color(ColorRole::Border));
    p.setColor(QPalette::Dark, color(ColorRole::ControlBorder));
    p.setColor(QPalette::Shadow, dark ? QColor(0, 0, 0) : color(ColorRole::ControlBorder));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, color(ColorRole::Disabled));
    p.setColor(QPalette::Disabled, QPalette::Base, window);
    p.setColor(QPalette::Disabled, QPalette::Highlight, color(ColorRole::Hover));
    return p;
}

QPalette highContrastPalette(const QPalette &system, bool dark) {
    if (isHighContrast(system))
        return system;
    const QColor ink = dark ? Qt::white : Qt::black, paper = dark ? Qt::black : Qt::white;
    QPalette p(ink, paper);
    p.setColor(QPalette::Base, paper);
    p.setColor(QPalette::AlternateBase, paper);
    p.setColor(QPalette::Button, paper);
    p.setColor(QPalette::PlaceholderText, ink);
    p.setColor(QPalette::ToolTipBase, paper);
    p.setColor(QPalette::ToolTipText, ink);
    p.setColor(QPalette::Highlight, dark ? QColor(0x00, 0xff, 0xff) : QColor(0x00, 0x00, 0x9f));
    p.setColor(QPalette::HighlightedText, paper);
    p.setColor(QPalette::Link, dark ? QColor(0x80, 0xff, 0xff) : QColor(0x00, 0x00, 0x9f));
    p.setColor(QPalette::Mid, ink);
    p.setColor(QPalette::Dark, ink);
    const QColor gray = dark ? QColor(0xb4, 0xb4, 0xb4) : QColor(0x55, 0x55, 0x55);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, gray);
    return p;
}

} // namespace latchkey::ui
