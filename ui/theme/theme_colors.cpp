#include "ui/theme/theme.h"

#include <QHash>
#include <array>

namespace latchkey::ui {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr Pair pairOf(ColorRole role) {
    switch (role) {
    case ColorRole::Text:
        return {0xff1b1f24, 0xffe6edf3};
    case ColorRole::Secondary:
        return {0xff57606a, 0xffa5afba};
    case ColorRole::Base:
        return {0xffffffff, 0xff1c1f24};
    case ColorRole::Window:
        return {0xfff6f8fa, 0xff15181c};
    case ColorRole::Border:
        return {0xffd8dee4, 0xff343a42};
    case ColorRole::Hover:
        return {0xffeef1f4, 0xff262b31};
    case ColorRole::Selection:
        return {0xffdbe9ff, 0xff1d3557};
    case ColorRole::Accent:
        return {0xff1f5fd6, 0xff5b9bff};
    case ColorRole::AccentText:
        return {0xffffffff, 0xff0b1a33};
    case ColorRole::Danger:
        return {0xffb3142d, 0xffff8a8a};
    case ColorRole::DangerText:
        return {0xffffffff, 0xff3a0d12};
    case ColorRole::ActiveText:
        return {0xff116329, 0xff7ee2a0};
    case ColorRole::ActiveBack:
        return {0xffdafbe1, 0xff12331f};
    case ColorRole::InactiveText:
        return {0xff424a53, 0xffc2cad3};
    case ColorRole::InactiveBack:
        return {0xffeaeef2, 0xff2e343c};
    case ColorRole::ExpiringText:
        return {0xff7a4100, 0xfff5c96b};
    case ColorRole::ExpiringBack:
        return {0xfffff1d6, 0xff3b2a08};
    case ColorRole::ExpiredText:
        return {0xff8a2c0d, 0xffffb59b};
    case ColorRole::ExpiredBack:
        return {0xffffe5db, 0xff45210f};
    case ColorRole::RevokedText:
        return {0xffa40e26, 0xffffa8a8};
    case ColorRole::RevokedBack:
        return {0xffffebe9, 0xff471a1f};
    case ColorRole::RotatingText:
        return {0xff0550ae, 0xff8cc8ff};
    case ColorRole::RotatingBack:
        return {0xffddf4ff, 0xff0f2e4d};
    case ColorRole::LimitedText:
        return {0xff6639ba, 0xffd2b6ff};
    case ColorRole::LimitedBack:
        return {0xfff5ecff, 0xff33234f};
    case ColorRole::ProductionText:
        return {0xffffffff, 0xffffffff};
    case ColorRole::ProductionBack:
        return {0xffa40e26, 0xffb3142d};
    case ColorRole::StagingText:
        return {0xff5c3300, 0xfff5c96b};
    case ColorRole::StagingBack:
        return {0xffffe2ad, 0xff4a340b};
    case ColorRole::DevelopmentText:
        return {0xff0a4a91, 0xffa3d3ff};
    case ColorRole::DevelopmentBack:
        return {0xffd3ecff, 0xff12365a};
    }
    return {0xff000000, 0xffffffff};
}

} // namespace

bool isDark(const QPalette &palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() <
           palette.color(QPalette::Active, QPalette::WindowText).lightness();
}

QColor themeColor(ColorRole role, const QPalette &palette) {
    const Pair p = pairOf(role);
    return QColor::fromRgb(isDark(palette) ? p.dark : p.light);
}

QPalette paletteFor(ThemeChoice choice, bool systemIsDark) {
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const auto c = [dark](ColorRole r) { return QColor::fromRgb(dark ? pairOf(r).dark : pairOf(r).light); };
    QPalette p;
    p.setColor(QPalette::Window, c(ColorRole::Window));
    p.setColor(QPalette::WindowText, c(ColorRole::Text));
    p.setColor(QPalette::Base, c(ColorRole::Base));
    p.setColor(QPalette::AlternateBase, c(ColorRole::Hover));
    p.setColor(QPalette::Text, c(ColorRole::Text));
    p.setColor(QPalette::Button, c(ColorRole::Base));
    p.setColor(QPalette::ButtonText, c(ColorRole::Text));
    p.setColor(QPalette::BrightText, c(ColorRole::Danger));
    p.setColor(QPalette::Highlight, c(ColorRole::Selection));
    p.setColor(QPalette::HighlightedText, c(ColorRole::Text));
    p.setColor(QPalette::Link, c(ColorRole::Accent));
    p.setColor(QPalette::LinkVisited, c(ColorRole::Accent));
    p.setColor(QPalette::PlaceholderText, c(ColorRole::Secondary));
    p.setColor(QPalette::ToolTipBase, c(ColorRole::Text));
    p.setColor(QPalette::ToolTipText, c(ColorRole::Base));
    p.setColor(QPalette::Mid, c(ColorRole::Border));
    p.setColor(QPalette::Midlight, c(ColorRole::Border));
    p.setColor(QPalette::Dark, c(ColorRole::Border));
    p.setColor(QPalette::Light, c(ColorRole::Base));
    p.setColor(QPalette::Shadow, QColor(0, 0, 0, dark ? 160 : 60));
    QColor off = c(ColorRole::Secondary);
    off.setAlpha(150);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, off);
    return p;
}

} // namespace latchkey::ui
