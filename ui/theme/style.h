#pragma once

#include <QProxyStyle>

namespace latchkey::ui {

/// Fusion with room to breathe: only metrics and the focus frame are ours, so that every widget stays a
/// native one. Buttons, fields, menus and tabs take their look from the style sheet of styleSheetFor().
class LatchkeyStyle final : public QProxyStyle {
    Q_OBJECT
public:
    LatchkeyStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
};

/// The application's style sheet for one palette.
QString styleSheetFor(const QPalette &palette);

} // namespace latchkey::ui
