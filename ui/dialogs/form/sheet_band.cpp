#include "ui/dialogs/form/sheet_band.h"

#include "ui/format/words.h"

#include <QPainter>

namespace latchkey::ui {

namespace {
std::pair<ColorRole, ColorRole> rolesOf(Environment e) {
    switch (e) {
    case Environment::Production:
        return {ColorRole::ProductionText, ColorRole::ProductionBack};
    case Environment::Staging:
        return {ColorRole::StagingText, ColorRole::StagingBack};
    case Environment::Development:
        break;
    }
    return {ColorRole::DevelopmentText, ColorRole::DevelopmentBack};
}
} // namespace

SheetBand::SheetBand(Environment environment, QWidget *parent)
    : QLabel(parent) {
    QFont f = font();
    f.setWeight(QFont::DemiBold);
    setFont(f);
    setFixedHeight(fontMetrics().height() + 14);
    setEnvironment(environment);
}

void SheetBand::setEnvironment(Environment environment) {
    m_environment = environment;
    const QString name = word(environment).toUpper();
    setText(environment == Environment::Production ? tr("%1 · This key works on real data.").arg(name)
                                                   : name);
    update();
}

void SheetBand::paintEvent(QPaintEvent *) {
    const auto [text, back] = rolesOf(m_environment);
    QPainter p(this);
    p.fillRect(rect(), themeColor(back, palette()));
    p.setPen(themeColor(text, palette()));
    const int icon = 16;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect at(mirrored ? width() - 24 - icon : 24, (height() - icon) / 2, icon, icon);
    paintIcon(&p, iconName(m_environment), at, themeColor(text, palette()));
    const QRect rest =
        mirrored ? rect().adjusted(24, 0, -24 - icon - 8, 0) : rect().adjusted(24 + icon + 8, 0, -24, 0);
    p.drawText(rest, Qt::AlignVCenter | Qt::AlignLeading, this->text());
}

} // namespace latchkey::ui
