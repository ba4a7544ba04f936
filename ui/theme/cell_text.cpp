#include "ui/theme/cell_text.h"

#include <QPainter>
#include <QTextLayout>

namespace latchkey::ui {

void paintLine(QPainter *p, const QRect &area, const QString &text, Qt::LayoutDirection place) {
    const Qt::LayoutDirection before = p->layoutDirection();
    p->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side =
        (place == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    p->drawText(area, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                p->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    p->setLayoutDirection(before);
}

QString breakable(const QString &text) {
    constexpr int MostTogether = 16;
    QString out;
    int together = 0;
    for (const QChar c : text) {
        together = c.isSpace() ? 0 : together + 1;
        out += c;
        if (together % MostTogether == 0 && together > 0 && !c.isHighSurrogate())
            out += QChar(0x200b);
    }
    return out;
}

QStringList wrappedLines(const QString &text, const QFont &font, int width, int most) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines.append(QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace latchkey::ui
