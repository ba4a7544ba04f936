#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>

namespace latchkey::ui {

namespace {

constexpr int ControlHeight = 32;

} // namespace

int LatchkeyStyle::pixelMetric(PixelMetric m, const QStyleOption *o, const QWidget *w) const {
    switch (m) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_SplitterWidth:
        return 7;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return 18;
    case PM_MenuVMargin:
        return 5;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_MenuBarHMargin:
        return 6;
    case PM_MenuBarVMargin:
        return 2;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderMarkSize:
        return 14;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_DefaultFrameWidth:
        return w && w->inherits("QMenu") ? 1 : QProxyStyle::pixelMetric(m, o, w);
    default:
        return QProxyStyle::pixelMetric(m, o, w);
    }
}

QSize LatchkeyStyle::sizeFromContents(ContentsType t, const QStyleOption *o, const QSize &s,
                                      const QWidget *w) const {
    switch (t) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(o);
        if (!button)
            break;
        // measured here: QPushButton adds its own idea of an icon's room
        int width =
            button->text.isEmpty() ? 0 : o->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        if (!button->icon.isNull())
            width += button->iconSize.width() + (button->text.isEmpty() ? 0 : 8);
        if (button->features & QStyleOptionButton::HasMenu)
            width += 20;
        const bool textless = button->text.isEmpty();
        if (w && w->property("link").toBool())
            return {width + 12, qMax(26, o->fontMetrics.height() + 8)};
        width += textless ? 16 : (button->features & QStyleOptionButton::Flat) ? 20 : 30;
        const int least = textless || (button->features & QStyleOptionButton::Flat) ? 0 : 76;
        return {qMax(width, least), qMax(ControlHeight, o->fontMetrics.height() + 12)};
    }
    case CT_ToolButton: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {qMax(30, size.width() + 2), qMax(30, size.height() + 2)};
    }
    case CT_LineEdit: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(o);
        if (frame && frame->lineWidth == 0)
            return size;
        return {size.width() + 12, qMax(ControlHeight, o->fontMetrics.height() + 12)};
    }
    case CT_SpinBox: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {size.width() + 16, qMax(ControlHeight, o->fontMetrics.height() + 12)};
    }
    case CT_ComboBox: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {size.width() + 20, qMax(ControlHeight, o->fontMetrics.height() + 12)};
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {size.width() + 4, qMax(24, size.height())};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(o);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {s.width(), item->text.isEmpty() ? 9 : 24};
        const auto tab = item->text.indexOf(u'\t');
        const QFontMetrics metrics(item->font);
        int width =
            metrics
                .size(Qt::TextShowMnemonic | Qt::TextSingleLine, tab < 0 ? item->text : item->text.left(tab))
                .width();
        width += item->reservedShortcutWidth > 0 ? item->reservedShortcutWidth + 36
                 : tab >= 0                      ? metrics.horizontalAdvance(item->text.mid(tab + 1)) + 36
                                                 : 0;
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
            width += 20;
        if (item->maxIconWidth > 0 || item->menuHasCheckableItems)
            width += 28;
        return {width + 32, qMax(30, metrics.height() + 12)};
    }
    case CT_MenuBarItem:
        return {s.width() + 16, qMax(28, s.height() + 10)};
    case CT_TabBarTab: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {size.width() + 8, qMax(38, size.height())};
    }
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {size.width() + 8, qMax(34, size.height())};
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(t, o, s, w);
        return {size.width(), qMax(28, size.height())};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(t, o, s, w);
}

QRect LatchkeyStyle::subElementRect(SubElement e, const QStyleOption *o, const QWidget *w) const {
    switch (e) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(o);
        if (!frame || frame->lineWidth == 0 || (w && w->inherits("QExpandingLineEdit")))
            return QProxyStyle::subElementRect(e, o, w);
        return o->rect.adjusted(8, 2, -8, -2);
    }
    case SE_PushButtonContents:
        return o->rect;
    case SE_ItemViewItemFocusRect: // the whole item, not its text alone
        return o->rect;
    case SE_HeaderLabel: // the sort arrow stands behind the text, inside
        return o->rect.adjusted(8, 0, -6, 0);
    case SE_TabBarTabText:
        return o->rect;
    default:
        return QProxyStyle::subElementRect(e, o, w);
    }
}

QRect LatchkeyStyle::subControlRect(ComplexControl c, const QStyleOptionComplex *o, SubControl s,
                                    const QWidget *w) const {
    const QRect r = o->rect;
    if (c == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(o);
        if (!bar)
            return {};
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? r.width() : r.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0) {
            slider = int(qint64(length) * bar->pageStep / (range + bar->pageStep));
            slider = qBound(qMin(36, length), slider, length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - slider, bar->upsideDown);
        const auto part = [&](int from, int size) {
            return across ? QRect(r.x() + from, r.y(), size, r.height())
                          : QRect(r.x(), r.y() + from, r.width(), size);
        };
        QRect rect;
        switch (s) { // no arrow buttons
        case SC_ScrollBarGroove:
            rect = r;
            break;
        case SC_ScrollBarSlider:
            rect = part(start, slider);
            break;
        case SC_ScrollBarSubPage:
            rect = part(0, start);
            break;
        case SC_ScrollBarAddPage:
            rect = part(start + slider, length - start - slider);
            break;
        default:
            return {};
        }
        return visualRect(o->direction, r, rect);
    }
    if (c == CC_GroupBox) {
        if (const auto *group = qstyleoption_cast<const QStyleOptionGroupBox *>(o)) {
            const bool title = !group->text.isEmpty() || (group->subControls & SC_GroupBoxCheckBox);
            const int top = title ? group->fontMetrics.height() + 8 : 0; // the title stands above its frame
            if (s == SC_GroupBoxFrame)
                return r.adjusted(0, top, 0, 0);
            if (s == SC_GroupBoxContents)
                return r.adjusted(1, top + 1, -1, -1);
            const int mark = group->subControls & SC_GroupBoxCheckBox ? 24 : 0;
            if (s == SC_GroupBoxCheckBox)
                return visualRect(o->direction, r, QRect(r.x(), r.y() + (top - 18) / 2, 18, 18));
            if (s == SC_GroupBoxLabel)
                return visualRect(o->direction, r, QRect(r.x() + mark, r.y(), r.width() - mark, top - 4));
        }
    }
    if (c == CC_ComboBox) {
        switch (s) {
        case SC_ComboBoxFrame:
        case SC_ComboBoxListBoxPopup:
            return r;
        case SC_ComboBoxArrow:
            return visualRect(o->direction, r, QRect(r.right() - 27, r.y(), 24, r.height()));
        case SC_ComboBoxEditField:
            return visualRect(o->direction, r, r.adjusted(10, 2, -28, -2));
        default:
            break;
        }
    }
    if (c == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(o);
        const bool bare = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons;
        const int half = (r.height() - 6) / 2;
        switch (s) {
        case SC_SpinBoxUp:
            return bare ? QRect() : visualRect(o->direction, r, QRect(r.right() - 24, r.y() + 3, 21, half));
        case SC_SpinBoxDown:
            return bare ? QRect()
                        : visualRect(o->direction, r, QRect(r.right() - 24, r.y() + 3 + half, 21, half));
        case SC_SpinBoxEditField:
            return visualRect(o->direction, r, r.adjusted(8, 2, bare ? -8 : -28, -2));
        case SC_SpinBoxFrame:
            return r;
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(c, o, s, w);
}

int LatchkeyStyle::styleHint(StyleHint h, const QStyleOption *o, const QWidget *w,
                             QStyleHintReturn *r) const {
    switch (h) {
    case SH_Widget_Animate:
        return m_reducedMotion ? 0 : 1;
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : 120;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // the verb stands last, Cancel beside it
    case SH_Menu_FlashTriggeredItem:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(h, o, w, r);
    }
}

QIcon LatchkeyStyle::standardIcon(StandardPixmap s, const QStyleOption *o, const QWidget *w) const {
    switch (s) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
    case SP_TitleBarCloseButton:
        return themedIcon(QStringLiteral("close"));
    case SP_MessageBoxInformation:
        return themedIcon(QStringLiteral("info"), ColorRole::RotatingText);
    case SP_MessageBoxWarning:
        return themedIcon(QStringLiteral("warning"), ColorRole::ExpiringText);
    case SP_MessageBoxCritical:
        return themedIcon(QStringLiteral("warning"), ColorRole::RevokedText);
    case SP_MessageBoxQuestion:
        return themedIcon(QStringLiteral("help"), ColorRole::Accent);
    case SP_ToolBarHorizontalExtensionButton:
        return themedIcon(QStringLiteral("more"));
    default:
        return QProxyStyle::standardIcon(s, o, w);
    }
}

} // namespace latchkey::ui
