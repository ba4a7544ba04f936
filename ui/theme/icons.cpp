#include "ui/theme/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <optional>

static void initIcons() {
    Q_INIT_RESOURCE(latchkey_icons);
}

namespace latchkey::ui {

namespace {

const QString NamePrefix = QStringLiteral("latchkey/");

QPixmap tinted(const QString &name, const QSize &pixels, const QColor &color) {
    const QString key = QStringLiteral("lk/%1/%2x%3/%4")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    initIcons();
    QSvgRenderer svg(QStringLiteral(":/latchkey/icons/%1.svg").arg(name));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter p(&pixmap);
    svg.render(&p);
    p.setCompositionMode(QPainter::CompositionMode_SourceIn);
    p.fillRect(pixmap.rect(), color);
    p.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws a single-colour SVG in the colour that the palette of the day gives; plain SVG icons do not follow
/// it.
class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, std::optional<ColorRole> role)
        : m_name(std::move(name))
        , m_role(role) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        paintIcon(painter, m_name, rect, colorFor(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override {
        return tinted(m_name, size, colorFor(mode));
    }
    QString iconName() override { return NamePrefix + m_name; }
    bool isNull() override { return false; }
    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const {
        const QPalette palette; // the application's, at the time of painting
        if (mode == QIcon::Disabled)
            return themeColor(ColorRole::Disabled, palette);
        return m_role ? themeColor(*m_role, palette) : palette.color(QPalette::ButtonText);
    }
    QString m_name;
    std::optional<ColorRole> m_role;
};

} // namespace

void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color) {
    const int side = qMin(rect.width(), rect.height());
    if (side <= 0)
        return;
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const int pixels = qRound(side * scale);
    QPixmap pixmap = tinted(name, {pixels, pixels}, color);
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(QPoint(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2),
                        pixmap);
}

void paintTinted(QPainter *painter, const QIcon &icon, const QRect &rect, const QColor &color) {
    const QString name = icon.name();
    if (name.startsWith(NamePrefix))
        paintIcon(painter, name.mid(NamePrefix.size()), rect, color);
    else
        icon.paint(painter, rect);
}

QIcon themedIcon(const QString &name) {
    return QIcon(new TintedEngine(name, std::nullopt));
}
QIcon themedIcon(const QString &name, ColorRole role) {
    return QIcon(new TintedEngine(name, role));
}

QIcon applicationIcon() {
    initIcons();
    return QIcon(QStringLiteral(":/latchkey/icons/latchkey.svg"));
}

} // namespace latchkey::ui
