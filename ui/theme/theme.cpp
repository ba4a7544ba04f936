#include "ui/theme/theme.h"

#include "ui/theme/style/latchkey_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyle>

namespace latchkey::ui {

namespace {

// Kept with the application object: the palette that the system gave it, and our style under the style
// sheet's.
constexpr const char *SystemPalette = "latchkeySystemPalette";

} // namespace

void applyTheme(QApplication &app, ThemeChoice choice, bool systemIsDark, bool highContrast) {
    if (!app.property(SystemPalette).isValid()) {
        app.setProperty(SystemPalette, app.palette());
        QApplication::setStyle(new LatchkeyStyle); // takes it over
        QFont font = QApplication::font();
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
        if (QFontDatabase::hasFamily(QStringLiteral("Noto Sans")))
            font.setFamilies({QStringLiteral("Noto Sans"), font.family()});
        font.setPointSizeF(qMax(10.0, font.pointSizeF()));
#endif
        QApplication::setFont(font);
        QApplication::setWindowIcon(applicationIcon());
    }
    const auto system = app.property(SystemPalette).value<QPalette>();
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const QPalette palette = highContrast || isHighContrast(system) ? highContrastPalette(system, dark)
                                                                    : paletteFor(choice, systemIsDark);
    QApplication::setPalette(palette);
}

void setReducedMotion(QApplication &app, bool reduced) {
    if (auto *style = dynamic_cast<LatchkeyStyle *>(app.style()))
        style->setReducedMotion(reduced);
}

QFont tokenFont(const QFont &base) {
    static const QStringList wanted{QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"),
                                    QStringLiteral("Menlo"), QStringLiteral("Cascadia Mono"),
                                    QStringLiteral("Consolas")};
    QFont f = base;
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family)) {
            f.setFamilies({family});
            f.setFixedPitch(true);
            return f;
        }
    }
    f.setFamilies({QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family()});
    f.setStyleHint(QFont::Monospace);
    f.setFixedPitch(true);
    return f;
}

QFont smallFont(const QFont &base) {
    QFont f = base;
    if (base.pointSizeF() > 0)
        f.setPointSizeF(base.pointSizeF() * 0.9);
    else
        f.setPixelSize(qRound(base.pixelSize() * 0.9));
    return f;
}

} // namespace latchkey::ui
