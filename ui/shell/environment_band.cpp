#include "ui/shell/environment_band.h"

#include "ui/format/words.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace latchkey::ui {

EnvironmentBand::EnvironmentBand(QWidget *parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(30);
}

void EnvironmentBand::show(std::optional<Environment> environment, const QString &vault,
                           const QString &state) {
    m_environment = environment;
    m_vault = vault;
    m_state = state;
    setAccessibleName(tr("%1, %2, %3", "environment, vault, state")
                          .arg(environment ? word(*environment) : tr("All environments"), vault, state));
    update();
}

void EnvironmentBand::paintEvent(QPaintEvent *) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    ColorRole text = ColorRole::Secondary, back = ColorRole::Hover;
    if (m_environment) {
        static constexpr std::pair<ColorRole, ColorRole> looks[] = {
            {ColorRole::ProductionText, ColorRole::ProductionBack},
            {ColorRole::StagingText, ColorRole::StagingBack},
            {ColorRole::DevelopmentText, ColorRole::DevelopmentBack}};
        std::tie(text, back) = looks[static_cast<size_t>(*m_environment)];
    }
    p.fillRect(rect(), themeColor(back, palette()));
    const QColor ink = themeColor(text, palette());
    p.setPen(ink);
    const QRect area = rect().adjusted(16, 0, -16, 0);
    paintIcon(
        &p, m_environment ? iconName(*m_environment) : QStringLiteral("environment-all"),
        QStyle::visualRect(layoutDirection(), rect(), QRect(area.left(), area.center().y() - 7, 16, 16)),
        ink);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    p.setFont(bold);
    const QString place = m_environment ? QLocale().toUpper(word(*m_environment)) : tr("All environments");
    const QRect left =
        QStyle::visualRect(layoutDirection(), rect(), area.adjusted(24, 0, -area.width() / 3, 0));
    p.drawText(
        left, Qt::AlignVCenter | Qt::AlignLeading,
        p.fontMetrics().elidedText(place + QStringLiteral("  ·  ") + m_vault, Qt::ElideMiddle, left.width()));
    p.setFont(font());
    p.drawText(QStyle::visualRect(layoutDirection(), rect(), area), Qt::AlignVCenter | Qt::AlignTrailing,
               m_state);
}

} // namespace latchkey::ui
