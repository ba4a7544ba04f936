#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>

namespace latchkey::ui {

void applyTheme(QApplication &app, ThemeChoice choice, bool systemIsDark) {
    if (app.style()->objectName() != QStringLiteral("latchkey")) {
        auto *style = new LatchkeyStyle;
        style->setObjectName(QStringLiteral("latchkey"));
        QApplication::setStyle(style); // takes it over
        QFont font = QApplication::font();
        if (QFontDatabase::families().contains(QStringLiteral("Noto Sans")))
            font.setFamily(QStringLiteral("Noto Sans"));
        font.setPointSizeF(qMax(9.5, font.pointSizeF()));
        QApplication::setFont(font);
    }
    const QPalette palette = paletteFor(choice, systemIsDark);
    QApplication::setPalette(palette);
    app.setStyleSheet(styleSheetFor(palette));
}

QFont tokenFont(const QFont &base) {
    static const QStringList wanted{QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"),
                                    QStringLiteral("SF Mono"), QStringLiteral("Cascadia Mono"),
                                    QStringLiteral("Consolas")};
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QStringList families = QFontDatabase::families();
    for (const QString &name : wanted) {
        if (families.contains(name)) {
            font = QFont(name);
            break;
        }
    }
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(base.pointSizeF() > 0 ? base.pointSizeF() * 0.95 : 9.5);
    return font;
}

} // namespace latchkey::ui
