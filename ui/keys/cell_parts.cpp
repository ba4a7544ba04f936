#include "ui/keys/cell_parts.h"

#include <QFontInfo>
#include <QStyle>

namespace latchkey::ui {

namespace {
constexpr int Pad = 8, Icon = 24, Switch = 32, SwitchHeight = 18, ChipPad = 7, ChipHeight = 20, ChipGap = 4;

QFont scaled(const QFont &font, double by) {
    QFont f = font;
    if (font.pointSizeF() > 0)
        f.setPointSizeF(font.pointSizeF() * by);
    else
        f.setPixelSize(qRound(font.pixelSize() * by));
    return f;
}

/// What the letters of a line need without the air above and below them.
int lettersOf(const QFont &font) {
    return qRound(QFontInfo(font).pixelSize() * 1.15);
}

/// A whole line of this font with its middle there, so that nothing of a letter is cut off.
QRect lineAt(int middle, const QRect &area, const QFont &font) {
    const int height = QFontMetrics(font).height();
    return {area.left(), middle - height / 2, area.width(), height};
}
} // namespace

QList<PlacedPart> partsOf(KeyColumn column, const QRect &cell, Qt::LayoutDirection direction) {
    QList<PlacedPart> parts;
    const auto add = [&](CellPart part, int x, int w, int h) {
        parts.append(
            {part, QStyle::visualRect(direction, cell, QRect(x, cell.center().y() - h / 2 + 1, w, h))});
    };
    if (column == KeyColumn::Token) {
        add(CellPart::Copy, cell.right() - Icon + 1, Icon, Icon);
        add(CellPart::Eye, cell.right() - 2 * Icon + 1, Icon, Icon);
    } else if (column == KeyColumn::Actions) {
        add(CellPart::Switch, cell.left() + Pad, Switch, SwitchHeight);
        add(CellPart::More, cell.left() + Pad + Switch + Pad, Icon, Icon);
    }
    return parts;
}

CellPart partAt(KeyColumn column, const QRect &cell, const QPoint &point, Qt::LayoutDirection direction) {
    for (const PlacedPart &p : partsOf(column, cell, direction)) {
        if (p.rect.contains(point))
            return p.part;
    }
    return CellPart::None;
}

QRect textRect(KeyColumn column, const QRect &cell, Qt::LayoutDirection direction) {
    QRect r = cell.adjusted(Pad, 0, -Pad, 0);
    if (column == KeyColumn::Token)
        r.setRight(cell.right() - 2 * Icon - 2);
    return QStyle::visualRect(direction, cell, r);
}

NamePlaces placesOfName(const QRect &area, const QFont &font, const QString &name,
                        Qt::LayoutDirection direction) {
    QFont plain = font;
    plain.setWeight(QFont::Normal);
    NamePlaces at{area, {}, font, scaled(plain, 0.9)};
    const int line = QFontMetrics(font).height();
    if (area.height() >= 2 * line) {
        at.name = QRect(area.left(), area.center().y() - line + 1, area.width(), line);
        at.rest = at.name.translated(0, line);
        return at;
    }
    const QFont less = scaled(font, 0.92), least = scaled(plain, 0.78);
    const int above = lettersOf(less), below = lettersOf(least);
    if (area.height() >= above + below) {
        const int top = area.top() + (area.height() - above - below) / 2;
        at.nameFont = less;
        at.restFont = least;
        at.name = lineAt(top + above / 2, area, less);
        at.rest = lineAt(top + above + below / 2, area, least);
        return at;
    }
    constexpr int Gap = 10, Least = 70;
    const int nameWidth = QFontMetrics(font).horizontalAdvance(name), room = area.width() - nameWidth - Gap;
    if (room < Least)
        return at;
    const auto beside = [&](int x, int width) {
        return QStyle::visualRect(direction, area, QRect(area.left() + x, area.top(), width, area.height()));
    };
    at.name = beside(0, nameWidth);
    at.rest = beside(nameWidth + Gap, room);
    return at;
}

QString fittedMask(const QString &masked, const QFontMetrics &fm, int width) {
    constexpr QChar Dot(0x2022);
    if (masked.isEmpty() || fm.horizontalAdvance(masked) <= width)
        return masked;
    constexpr qsizetype Start = 3, LeastOfId = 6;
    const QString dots(4, Dot);
    const qsizetype end = masked.indexOf(Dot) - 1; // without the separator
    const QString head = masked.left(end);
    const int room = width - fm.horizontalAdvance(dots);
    const QString whole = fm.elidedText(head, Qt::ElideRight, room);
    const qsizetype id = head.lastIndexOf(masked.at(qMax<qsizetype>(0, end))) + 1;
    if (id <= Start || whole == head || whole.size() - 1 - id >= LeastOfId)
        return whole + dots;
    QString part = head.left(Start) + QChar(0x2026) + head.mid(id);
    while (part.size() > Start && fm.horizontalAdvance(part) > room)
        part.chop(1);
    return part + dots;
}

QList<Chip> chipsOf(const QStringList &names, const QRect &area, const QFontMetrics &fm,
                    Qt::LayoutDirection direction, int icon) {
    QList<Chip> chips;
    const int y = area.center().y() - ChipHeight / 2 + 1;
    int x = area.left();
    const auto place = [&](const QString &text, qsizetype index) {
        const int w = fm.horizontalAdvance(text) + 2 * ChipPad + (index < 0 ? 0 : icon);
        chips.append({text, QStyle::visualRect(direction, area, QRect(x, y, w, ChipHeight)), index});
        x += w + ChipGap;
    };
    for (qsizetype i = 0; i < names.size(); ++i) {
        const qsizetype left = names.size() - i;
        const int reserve =
            left > 1 ? fm.horizontalAdvance(QStringLiteral("+%1").arg(left - 1)) + 2 * ChipPad + ChipGap : 0;
        const int room = area.right() - x - reserve - 2 * ChipPad - icon;
        const bool fits = fm.horizontalAdvance(names[i]) <= room;
        if (!fits && i > 0) {
            place(QStringLiteral("+%1").arg(left), -1);
            break;
        }
        place(fits ? names[i] : fm.elidedText(names[i], Qt::ElideRight, qMax(24, room)), i);
    }
    return chips;
}

} // namespace latchkey::ui
