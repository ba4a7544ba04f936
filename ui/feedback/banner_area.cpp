#include "ui/feedback/banner_area.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

namespace {

struct BannerLook {
    ColorRole text, back;
    const char *icon;
};

BannerLook lookOf(Feedback::Level level) {
    switch (level) {
    case Feedback::Level::Info:
        return {ColorRole::RotatingText, ColorRole::RotatingBack, "info"};
    case Feedback::Level::Warning:
        return {ColorRole::ExpiringText, ColorRole::ExpiringBack, "warning"};
    case Feedback::Level::Danger:
        return {ColorRole::RevokedText, ColorRole::RevokedBack, "warning"};
    }
    return {ColorRole::Text, ColorRole::Base, "info"};
}

/// Painted from the palette of the moment, so that it follows a change of theme.
class BannerFrame final : public QFrame {
public:
    BannerFrame(Feedback::Level level, QWidget *parent)
        : QFrame(parent)
        , m_look(lookOf(level)) {
        setFrameShape(QFrame::NoFrame);
    }
    void add(QLabel *label) {
        m_label = label;
        recolor();
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const QColor text = themeColor(m_look.text, palette());
        p.setPen(mixed(themeColor(m_look.back, palette()), text, 0.2));
        p.setBrush(themeColor(m_look.back, palette()));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const int x = isRightToLeft() ? width() - 12 - 16 : 12;
        paintIcon(&p, QLatin1StringView(m_look.icon), {x, (height() - 16) / 2, 16, 16}, text);
    }
    void changeEvent(QEvent *e) override {
        if (e->type() == QEvent::PaletteChange)
            recolor();
        QFrame::changeEvent(e);
    }

private:
    void recolor() {
        if (!m_label)
            return;
        QPalette p; // nothing else in it: the label goes on inheriting the rest
        p.setColor(QPalette::WindowText, themeColor(m_look.text, palette()));
        m_label->setPalette(p);
    }
    BannerLook m_look;
    QLabel *m_label = nullptr;
};

} // namespace

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_box(new QVBoxLayout(this)) {
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(4);
    hide(); // takes no room of a layout while it is empty
}

void BannerArea::show(const QString &id, Feedback::Level level, const QString &text,
                      const QList<Offer> &offers) {
    clear(id);
    auto *frame = new BannerFrame(level, this);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(40, 6, 8, 6);
    row->setSpacing(12);
    auto *label = new QLabel(text, frame);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(24);
    row->addWidget(label, 1);
    frame->add(label);
    for (const Offer &offer : offers) {
        if (!offer.run || offer.text.isEmpty())
            continue;
        auto *button = new QPushButton(offer.text, frame);
        button->setAutoDefault(true); // Enter presses it, outside of a dialog too
        button->setObjectName(offer.name);
        connect(button, &QPushButton::clicked, this, [run = offer.run] { run(); });
        row->addWidget(button);
    }
    frame->setAccessibleName(text);
    m_box->addWidget(frame);
    m_banners.insert(id, frame);
    setVisible(true);
    QAccessibleEvent announce(frame, QAccessible::Alert);
    QAccessible::updateAccessibility(&announce);
}

void BannerArea::focus(const QString &id) {
    const QWidget *banner = m_banners.value(id);
    auto *offer = banner ? banner->findChild<QPushButton *>(QStringLiteral("bannerAction")) : nullptr;
    if (!offer)
        return;
    m_before = QApplication::focusWidget();
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // its ring shows what Enter would do
    offer->setFocus(Qt::TabFocusReason);
}

bool BannerArea::clear(const QString &id) {
    QWidget *w = m_banners.take(id);
    if (!w)
        return false;
    const QWidget *focus = QApplication::focusWidget();
    if (focus && w->isAncestorOf(focus) && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    w->hide();
    w->deleteLater(); // its own button may have asked for this
    setVisible(!m_banners.isEmpty());
    return true;
}

} // namespace latchkey::ui
