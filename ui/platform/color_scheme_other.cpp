#include "ui/platform/color_scheme.h"

#include <QGuiApplication>
#include <QPalette>
#include <utility>

namespace latchkey::ui {

ColorScheme::ColorScheme(QObject *parent)
    : QObject(parent) {
    const QPalette palette = QGuiApplication::palette();
    m_dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void ColorScheme::set(bool dark) {
    if (std::exchange(m_dark, dark) != dark)
        emit changed(dark);
}

} // namespace latchkey::ui
