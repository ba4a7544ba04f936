#pragma once

#include <QProxyStyle>

class QLabel;

namespace latchkey::ui {

/// Fusion with the product's shapes: rounded controls, a visible keyboard focus, thin scroll bars, roomy
/// menus. Every colour comes from the palette by themeColor, so themes and high contrast need no second
/// style.
class LatchkeyStyle final : public QProxyStyle {
    Q_OBJECT
public:
    LatchkeyStyle();
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement e, const QStyleOption *o, QPainter *p,
                       const QWidget *w) const override;
    void drawControl(ControlElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const override;
    void drawComplexControl(ComplexControl c, const QStyleOptionComplex *o, QPainter *p,
                            const QWidget *w) const override;
    QSize sizeFromContents(ContentsType t, const QStyleOption *o, const QSize &s,
                           const QWidget *w) const override;
    QRect subElementRect(SubElement e, const QStyleOption *o, const QWidget *w) const override;
    QRect subControlRect(ComplexControl c, const QStyleOptionComplex *o, SubControl s,
                         const QWidget *w) const override;
    int pixelMetric(PixelMetric m, const QStyleOption *o, const QWidget *w) const override;
    int styleHint(StyleHint h, const QStyleOption *o, const QWidget *w, QStyleHintReturn *r) const override;
    QIcon standardIcon(StandardPixmap s, const QStyleOption *o, const QWidget *w) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void dress(QLabel *label);
    static bool drawCard(ControlElement e, const QStyleOption *o, QPainter *p, const QWidget *w);
    // each returns false for what it leaves to Fusion
    bool drawButtonPart(PrimitiveElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const;
    bool drawFieldPart(PrimitiveElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const;
    bool drawViewPart(PrimitiveElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const;
    bool drawButtonControl(ControlElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const;
    bool drawMenuControl(ControlElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const;
    bool drawBarControl(ControlElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const;
    void drawScrollBar(const QStyleOptionComplex *o, QPainter *p, const QWidget *w) const;
    void drawComboBox(const QStyleOptionComplex *o, QPainter *p, const QWidget *w) const;
    void drawSpinBox(const QStyleOptionComplex *o, QPainter *p, const QWidget *w) const;

    bool m_reducedMotion = false;
};

} // namespace latchkey::ui
