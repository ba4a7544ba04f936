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
    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const {
        const QPalette palette; // the application's, at the time of painting
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_role ? themeColor(*m_role, palette) : palette.color(QPalette::ButtonText);
    }
    QString m_name;
    std::optional<ColorRole> m_role;
};

} // namespace

void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color) {
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    QPixmap pixmap = tinted(name, (QSizeF(rect.size()) * scale).toSize(), color);
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(rect.topLeft(), pixmap);
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
