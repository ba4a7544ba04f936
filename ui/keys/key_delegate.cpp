#include "ui/keys/key_delegate.h"

#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/keys/insight_cells.h"
#include "ui/keys/key_table_model.h"
#include "ui/keys/revealed_token.h"
#include "ui/theme/cell_text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace latchkey::ui {

namespace {

constexpr int AroundStatus = 32; ///< of its word: the icon, and the ends of the pill
constexpr int BeforePill = 8, AfterPill = 4;
constexpr qreal StaleOpacity = 0.55; ///< of rows whose vault doesn't answer

QRect centred(const QRect &r, int size) {
    return {r.center().x() - size / 2 + 1, r.center().y() - size / 2 + 1, size, size};
}

QColor colour(ColorRole role, const QStyleOptionViewItem &o) {
    return themeColor(role, o.palette);
}

} // namespace

KeyDelegate::KeyDelegate(const KeyTableModel &model, const RevealedToken &revealed, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_revealed(revealed) {}

/// What a cell needs to say all. Names, tokens and permissions give way on purpose: they are elided, or
/// counted.
QSize KeyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const auto column = static_cast<KeyColumn>(index.column());
    const int least = columnSpec(index.column()).least, height = 28;
    switch (column) {
    case KeyColumn::Name:
    case KeyColumn::Token:
    case KeyColumn::Permissions:
    case KeyColumn::Status:
    case KeyColumn::Actions:
    case KeyColumn::Alerts:
        return {least, height};
    default:
        break;
    }
    const QRect cell(0, 0, least, height);
    const int around = least - textRect(column, cell, option.direction).width();
    return {QFontMetrics(option.font).horizontalAdvance(index.data().toString()) + around, height};
}

void KeyDelegate::setHovered(const QModelIndex &index, CellPart part) {
    m_hoveredIndex = index;
    m_hoveredPart = part;
}

bool KeyDelegate::hovered(const QStyleOptionViewItem &o, CellPart part) const {
    return m_hoveredPart == part && m_hoveredIndex == o.index;
}

bool KeyDelegate::partEnabled(CellPart part, const ApiKey &k) const {
    const Kept state = kept(k.id);
    switch (part) {
    case CellPart::Eye:
    case CellPart::Copy:
        return state == Kept::Here || state == Kept::KeychainLocked;
    case CellPart::Switch:
        if (!m_model.canOf(k).deactivate)
            return false;
        return !k.damaged ? k.state == KeyState::Active || k.state == KeyState::Inactive
                          : k.state == KeyState::Active;
    case CellPart::More:
        return true;
    case CellPart::None:
        return false;
    }
    return false;
}

QString KeyDelegate::partText(CellPart part, const ApiKey &k) const {
    const bool eye = part == CellPart::Eye;
    switch (part) {
    case CellPart::Eye:
    case CellPart::Copy:
        switch (kept(k.id)) {
        case Kept::Here:
            return !eye ? tr("Copy key") : m_revealed.shows(k.id) ? tr("Hide key") : tr("Reveal key");
        case Kept::KeychainLocked:
            return tr("The copy is in the keychain, which is locked");
        case Kept::Outdated:
            return tr("The copy on this computer is outdated: it no longer fits this key");
        case Kept::NotKept:
        case Kept::Unknown:
            return tr("Not kept on this computer. A key is shown only once, when it is created.");
        }
        return {};
    case CellPart::Switch:
        if (const Capabilities can = m_model.canOf(k); !can.deactivate)
            return whyNot(can, QStringLiteral("key.toggle"));
        return k.state == KeyState::Active     ? tr("Deactivate")
               : k.state == KeyState::Inactive ? tr("Activate")
                                               : tr("It can't be switched in this state");
    case CellPart::More:
        return tr("More actions");
    case CellPart::None:
        return {};
    }
    return {};
}

void KeyDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem o = option;
    initStyleOption(&o, index);
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const bool selected = o.state.testFlag(QStyle::State_Selected);
    p->fillRect(o.rect, selected ? colour(ColorRole::Selection, o) : colour(ColorRole::Base, o));
    p->setPen(colour(ColorRole::Hover, o));
    p->drawLine(o.rect.bottomLeft(), o.rect.bottomRight());
    if (const ApiKey *k = m_model.shownAt(index.row())) {
        const auto column = static_cast<KeyColumn>(index.column());
        if (!m_model.staleText(k->id).isEmpty())
            p->setOpacity(StaleOpacity);
        const bool words = m_model.serviceText(*k, column).has_value();
        switch (words ? KeyColumn::Owner : column) { // words are painted as text, whatever the column
        case KeyColumn::Token:
            paintToken(p, o, *k);
            break;
        case KeyColumn::Actions:
            paintActions(p, o, *k);
            break;
        case KeyColumn::Status:
            paintStatus(p, o, *k);
            break;
        case KeyColumn::Permissions:
            paintChips(p, o, *k);
            break;
        case KeyColumn::Alerts:
            paintAlerts(p, o, m_model.insights().alerts(k->id));
            break;
        case KeyColumn::Usage:
            paintUsage(p, o, m_model.insights().usage(k->id));
            break;
        default:
            paintText(p, o, *k, index);
            break;
        }
    } else if (const QString missing = m_model.missingText(index.row()); !missing.isEmpty()) {
        const auto column = static_cast<KeyColumn>(index.column());
        const QRect area = textRect(column, o.rect, o.direction);
        p->setPen(colour(ColorRole::Secondary, o));
        if (column == KeyColumn::Name)
            paintLine(p, area, o.fontMetrics.elidedText(missing, Qt::ElideRight, area.width()), o.direction);
    } else {
        QRect bar = textRect(static_cast<KeyColumn>(index.column()), o.rect, o.direction);
        bar.setHeight(8);
        bar.moveTop(o.rect.center().y() - 4);
        bar.setWidth(bar.width() * 2 / 3);
        p->setPen(Qt::NoPen);
        p->setBrush(colour(ColorRole::Hover, o));
        p->drawRoundedRect(bar, 4, 4);
    }
    p->setOpacity(1);
    if (o.state.testFlag(QStyle::State_HasFocus)) {
        p->setPen(QPen(colour(ColorRole::Accent, o), 1.5));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(QRectF(o.rect).adjusted(1, 1, -2, -2), 4, 4);
    }
    p->restore();
}

void KeyDelegate::paintToken(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const {
    const bool revealed = m_revealed.shows(k.id);
    const QRect area = textRect(KeyColumn::Token, o.rect, o.direction);
    p->setFont(tokenFont(o.font));
    const QString text = revealed ? m_revealed.forPainting()
                                  : fittedMask(m_model.masked(k), QFontMetrics(p->font()), area.width());
    p->setPen(colour(revealed ? ColorRole::Text : ColorRole::Secondary, o));
    paintLine(p, area, text, o.direction);
    for (const PlacedPart &part : partsOf(KeyColumn::Token, o.rect, o.direction)) {
        const bool on = partEnabled(part.part, k);
        if (on && hovered(o, part.part)) {
            p->setPen(Qt::NoPen);
            p->setBrush(colour(ColorRole::Border, o));
            p->drawRoundedRect(part.rect.adjusted(1, 1, -1, -1), 5, 5);
        }
        QColor ink = colour(ColorRole::Secondary, o);
        if (!on)
            ink.setAlpha(110);
        const QString icon = part.part == CellPart::Copy    ? QStringLiteral("copy")
                             : kept(k.id) == Kept::Outdated ? QStringLiteral("eye-outdated")
                             : !on || revealed              ? QStringLiteral("eye-off")
                                                            : QStringLiteral("eye");
        paintIcon(p, icon, centred(part.rect, 16), ink);
    }
}

void KeyDelegate::paintActions(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const {
    for (const PlacedPart &part : partsOf(KeyColumn::Actions, o.rect, o.direction)) {
        if (part.part == CellPart::Switch && !m_model.canOf(k).deactivate)
            continue; // neither on nor off: nobody reports it
        if (part.part == CellPart::Switch) {
            const bool on = k.state == KeyState::Active, enabled = partEnabled(part.part, k);
            QColor track = colour(on ? ColorRole::Accent : ColorRole::Secondary, o);
            if (!enabled)
                track.setAlpha(70);
            p->setPen(Qt::NoPen);
            p->setBrush(track);
            p->drawRoundedRect(part.rect, part.rect.height() / 2.0, part.rect.height() / 2.0);
            const int d = part.rect.height() - 4;
            const bool right = on != (o.direction == Qt::RightToLeft);
            p->setBrush(colour(ColorRole::Base, o));
            p->drawEllipse(right ? part.rect.right() - d - 1 : part.rect.left() + 2, part.rect.top() + 2, d,
                           d);
        } else {
            if (hovered(o, part.part)) {
                p->setPen(Qt::NoPen);
                p->setBrush(colour(ColorRole::Border, o));
                p->drawRoundedRect(part.rect.adjusted(1, 1, -1, -1), 5, 5);
            }
            paintIcon(p, QStringLiteral("more"), centred(part.rect, 18), colour(ColorRole::Secondary, o));
        }
    }
}

int KeyDelegate::statusWidth(const QFontMetrics &metrics) {
    int longest = metrics.horizontalAdvance(word(SmartFilter::Rotating));
    for (const KeyStatus s : {KeyStatus::Active, KeyStatus::Inactive, KeyStatus::Revoked, KeyStatus::Expired,
                              KeyStatus::Deleted, KeyStatus::Damaged})
        longest = qMax(longest, metrics.horizontalAdvance(word(s)));
    return longest + AroundStatus + BeforePill + AfterPill;
}

void KeyDelegate::paintStatus(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const {
    const StatusLook look = statusLook(k, m_model.now());
    const QString &text = look.word;
    QRect area = o.rect.adjusted(BeforePill, 0, -AfterPill, 0);
    constexpr int Height = 20;
    const int width = qMin(area.width(), o.fontMetrics.horizontalAdvance(text) + AroundStatus);
    QRect pill(area.left(), area.center().y() - Height / 2 + 1, width, Height);
    pill = QStyle::visualRect(o.direction, o.rect, pill);
    p->setPen(Qt::NoPen);
    p->setBrush(colour(look.back, o));
    p->drawRoundedRect(pill, Height / 2.0, Height / 2.0);
    const QColor ink = colour(look.text, o);
    const QRect inner = pill.adjusted(7, 0, -8, 0);
    paintIcon(p, look.icon,
              QStyle::visualRect(o.direction, pill, QRect(inner.left(), inner.center().y() - 6, 13, 13)),
              ink);
    p->setPen(ink);
    p->drawText(QStyle::visualRect(o.direction, pill, inner.adjusted(17, 0, 0, 0)),
                Qt::AlignVCenter | Qt::AlignLeading,
                o.fontMetrics.elidedText(text, Qt::ElideRight, inner.width() - 16));
}

void KeyDelegate::paintChips(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const {
    QStringList names;
    const Catalogue catalogue = m_model.catalogueOf(k);
    for (const Scope &s : k.config.scopes)
        names.append(catalogue.nameOf(s));
    QFont small = o.font;
    small.setPointSizeF(o.font.pointSizeF() * 0.92);
    p->setFont(small);
    const QRect area = textRect(KeyColumn::Permissions, o.rect, o.direction);
    for (const Chip &chip : chipsOf(names, area, QFontMetrics(small), o.direction)) {
        p->setPen(Qt::NoPen);
        p->setBrush(colour(ColorRole::InactiveBack, o));
        p->drawRoundedRect(chip.rect, 5, 5);
        p->setPen(colour(ColorRole::InactiveText, o));
        p->setLayoutDirection(chip.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        p->drawText(chip.rect, Qt::AlignCenter, chip.text);
    }
}

void KeyDelegate::paintText(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k,
                            const QModelIndex &index) const {
    const auto column = static_cast<KeyColumn>(index.column());
    QRect area = textRect(column, o.rect, o.direction);
    QFont font = o.font;
    ColorRole role = ColorRole::Secondary;
    if (column == KeyColumn::Name) {
        font.setWeight(QFont::DemiBold);
        role = ColorRole::Text;
    } else if (column == KeyColumn::Environment && !m_model.serviceText(k, column)) {
        role = ColorRole::Text;
        const QRect icon = QStyle::visualRect(o.direction, o.rect,
                                              QRect(o.rect.left() + 8, o.rect.center().y() - 7, 15, 15));
        const Environment env = k.config.environment;
        paintIcon(p, iconName(env), icon,
                  colour(env == Environment::Production ? ColorRole::RevokedText
                         : env == Environment::Staging  ? ColorRole::ExpiringText
                                                        : ColorRole::RotatingText,
                         o));
        area =
            QStyle::visualRect(o.direction, o.rect,
                               QRect(o.rect.left() + 29, o.rect.top(), o.rect.width() - 33, o.rect.height()));
    } else if (column == KeyColumn::KeyIdText) {
        font = tokenFont(o.font);
    }
    p->setFont(font);
    p->setPen(colour(role, o));
    const QString text = o.text.simplified();
    const Note note = column == KeyColumn::Name ? noteOf(k) : Note();
    if (note.text.isEmpty())
        return paintLine(p, area, text, o.direction);
    const NamePlaces at = placesOfName(area, font, text, o.direction);
    p->setFont(at.nameFont);
    paintLine(p, at.name, text, o.direction);
    if (at.rest.isEmpty())
        return; // the status and the tooltip say it
    p->setFont(at.restFont);
    p->setPen(colour(note.ink, o));
    const bool fits = QFontMetrics(at.restFont).horizontalAdvance(note.text) <= at.rest.width();
    paintLine(p, at.rest, fits ? note.text : note.inShort, o.direction);
}

KeyDelegate::Note KeyDelegate::noteOf(const ApiKey &k) const {
    if (const QString rotation = rotationText(k, m_model.now()); !rotation.isEmpty())
        return {rotation, shortRotationText(k, m_model.now()), ColorRole::RotatingText};
    const auto *view = qobject_cast<const QTableView *>(parent());
    if (view && !view->isColumnHidden(static_cast<int>(KeyColumn::Expires)))
        return {};
    const QString expiring = m_model.expiringText(k);
    return {expiring, expiring, ColorRole::ExpiringText};
}

bool KeyDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index) {
    const ApiKey *k = index.isValid() ? m_model.shownAt(index.row()) : nullptr;
    if (k && event->type() == QEvent::ToolTip) {
        const CellPart part = partAt(static_cast<KeyColumn>(index.column()), view->visualRect(index),
                                     event->pos(), option.direction);
        if (part != CellPart::None) {
            QToolTip::showText(event->globalPos(), partText(part, *k), view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace latchkey::ui
