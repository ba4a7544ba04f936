#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

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
        return {0xff1f5fd6, 0xff8ab8ff};
    case ColorRole::AccentText:
        return {0xffffffff, 0xff0b1a33};
    case ColorRole::Danger:
        return {0xffb3142d, 0xffff9ea3};
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
    case ColorRole::ProductionInk:
        return {0xffa40e26, 0xffff9ea3};
    case ColorRole::StagingInk:
        return {0xff8a5300, 0xfff5c96b};
    case ColorRole::DevelopmentInk:
        return {0xff0a4a91, 0xff8cc8ff};
    case ColorRole::ControlBorder:
        return {0xff8c959f, 0xff6e7884};
    case ColorRole::Focus:
        return {0xff1f5fd6, 0xff8ab8ff};
    case ColorRole::Disabled:
        return {0xff8c959f, 0xff6e7884};
    case ColorRole::RaisedText:
        return {0xffffffff, 0xfff0f4f8};
    case ColorRole::RaisedBack:
        return {0xff24292f, 0xff3a414b};
    }
    return {0xff000000, 0xffffffff};
}

/// In high contrast a role is a foreground, a background or an emphasis of the system's own palette.
QColor highContrastColor(ColorRole role, const QPalette &p) {
    switch (role) {
    case ColorRole::Base:
    case ColorRole::Window:
    case ColorRole::Hover:
    case ColorRole::ActiveBack:
    case ColorRole::InactiveBack:
    case ColorRole::ExpiringBack:
    case ColorRole::ExpiredBack:
    case ColorRole::RevokedBack:
    case ColorRole::RotatingBack:
    case ColorRole::LimitedBack:
    case ColorRole::RaisedBack:
        return p.color(QPalette::Base);
    case ColorRole::Selection:
    case ColorRole::Accent:
    case ColorRole::Danger:
    case ColorRole::ProductionBack:
    case ColorRole::StagingBack:
    case ColorRole::DevelopmentBack:
        return p.color(QPalette::Highlight);
    case ColorRole::AccentText:
    case ColorRole::DangerText:
    case ColorRole::ProductionText:
    case ColorRole::StagingText:
    case ColorRole::DevelopmentText:
        return p.color(QPalette::HighlightedText);
    case ColorRole::Disabled:
        return p.color(QPalette::Disabled, QPalette::Text);
    default:
        return p.color(QPalette::Text);
    }
}

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double t) {
    const auto part = [t](double x, double y) { return static_cast<float>(x + (y - x) * t); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()), part(a.alphaF(), b.alphaF()));
}

bool isHighContrast(const QPalette &palette) {
    return contrastRatio(palette.color(QPalette::Active, QPalette::Window),
                         palette.color(QPalette::Active, QPalette::WindowText)) > 19.5;
}

bool isDark(const QPalette &palette) {
    // By the text: a style sheet may make a background transparent, and that has no lightness.
    return palette.color(QPalette::Active, QPalette::WindowText).lightness() > 128;
}

QColor themeColor(ColorRole role, const QPalette &palette) {
    if (isHighContrast(palette))
        return highContrastColor(role, palette);
    const Pair p = pairOf(role);
    return QColor::fromRgb(isDark(palette) ? p.dark : p.light);
}

} // namespace latchkey::ui
