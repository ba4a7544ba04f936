#include "ui/theme/style.h"

#include "ui/theme/theme.h"

#include <QStyleFactory>

namespace latchkey::ui {

LatchkeyStyle::LatchkeyStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int LatchkeyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    switch (metric) {
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_DefaultFrameWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LatchkeyStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *data) const {
    switch (hint) {
    case SH_DialogButtonLayout:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

namespace {

// $names stand for colours; see styleSheetFor.
constexpr const char *sheet = R"(
QToolTip { background: $text; color: $base; border: 0; padding: 6px 8px; }
QMenuBar { background: $window; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $base; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QPushButton { background: $base; border: 1px solid $border; border-radius: 6px; padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $disabled; background: $window; }
QPushButton[primary="true"] { background: $accent; color: $accentText; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $hover; color: $disabled; border-color: $border; }
QPushButton[danger="true"] { background: $danger; color: $dangerText; border-color: $danger; font-weight: 600; }
QPushButton[danger="true"]:focus { border: 2px solid $text; }
QPushButton[danger="true"]:disabled { background: $hover; color: $disabled; border-color: $border; }
QPushButton[link="true"] { background: transparent; border: 0; color: $accent; padding: 2px 4px; text-align: left; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px solid $accent; border-radius: 4px; padding: 1px 3px; }
QPushButton[segment="true"] { border-radius: 6px; padding: 6px 12px; }
QPushButton[segment="true"]:checked { background: $selection; border-color: $accent; font-weight: 600; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QPlainTextEdit, QSpinBox, QDateTimeEdit, QComboBox, QKeySequenceEdit { background: $base; border: 1px solid $border; border-radius: 6px; padding: 5px 8px; selection-background-color: $accent; selection-color: $accentText; }
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateTimeEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QDateTimeEdit[bad="true"] { border-color: $dangerLine; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled { background: $window; color: $disabled; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(:/latchkey/icons/chevron-down-$mode.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $border; padding: 4px; selection-background-color: $selection; selection-color: $text; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent; padding: 8px 12px; color: $secondary; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { background: $hover; }
QHeaderView { background: $base; border: 0; }
QHeaderView::section { background: $base; color: $secondary; border: 0; border-bottom: 1px solid $border; padding: 6px 8px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QTableView { background: $base; border: 0; gridline-color: transparent; selection-background-color: $selection; selection-color: $text; outline: 0; }
QTreeView, QListView { background: $base; border: 1px solid $border; border-radius: 6px; outline: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: 0; background: transparent; }
QSplitter::handle { background: $border; }
QStatusBar { background: $window; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QProgressBar { background: $hover; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel[secondary="true"] { color: $secondary; }
QLabel[heading="true"] { font-size: 15pt; font-weight: 600; }
QLabel[section="true"] { color: $secondary; font-weight: 600; }
QLabel[bad="true"] { color: $dangerLine; }
QLabel[warn="true"] { color: $warn; }
QFrame[card="true"] { background: $base; border: 1px solid $border; border-radius: 8px; }
)";

} // namespace

QString styleSheetFor(const QPalette &palette) {
    const auto hex = [&](ColorRole r) { return themeColor(r, palette).name(); };
    const bool dark = isDark(palette);
    const QColor accent = themeColor(ColorRole::Accent, palette);
    // Longer names before shorter ones that they begin with.
    const QList<std::pair<const char *, QString>> names{
        {"$accentText", hex(ColorRole::AccentText)},
        {"$accentHover", (dark ? accent.lighter(112) : accent.darker(112)).name()},
        {"$accent", accent.name()},
        {"$dangerText", hex(ColorRole::DangerText)},
        {"$dangerLine", hex(ColorRole::RevokedText)},
        {"$danger", hex(ColorRole::Danger)},
        {"$disabled", dark ? QStringLiteral("#6d7681") : QStringLiteral("#8b949e")},
        {"$secondary", hex(ColorRole::Secondary)},
        {"$selection", hex(ColorRole::Selection)},
        {"$window", hex(ColorRole::Window)},
        {"$border", hex(ColorRole::Border)},
        {"$scroll", dark ? QStringLiteral("#4a525c") : QStringLiteral("#c3cad1")},
        {"$hover", hex(ColorRole::Hover)},
        {"$base", hex(ColorRole::Base)},
        {"$text", hex(ColorRole::Text)},
        {"$warn", hex(ColorRole::ExpiringText)},
        {"$mode", dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    QString s = QLatin1StringView(sheet);
    for (const auto &[name, value] : names)
        s.replace(QLatin1StringView(name), value);
    return s;
}

} // namespace latchkey::ui
