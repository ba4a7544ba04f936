#include "ui/dialogs/form/step_pause.h"

#include <QApplication>
#include <QPushButton>

namespace latchkey::ui {

namespace {

constexpr int Margin = 100; // ms: the second click may be handled a little late

} // namespace

StepPause::StepPause(QPushButton *button)
    : QObject(button)
    , m_button(button)
    , m_enabled(button->isEnabled()) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StepPause::apply);
}

void StepPause::begin() {
    m_timer.start(QApplication::doubleClickInterval() + Margin);
    apply();
}

void StepPause::setEnabled(bool enabled) {
    m_enabled = enabled;
    apply();
}

/// The focus comes back to where it was, unless somebody has moved it meanwhile.
void StepPause::apply() {
    const bool enabled = m_enabled && !m_timer.isActive();
    const bool hadFocus = m_button->hasFocus();
    m_button->setEnabled(enabled);
    if (!enabled && hadFocus)
        m_fled = m_button->window()->focusWidget();
    if (!enabled || !m_fled)
        return;
    if (m_fled == m_button->window()->focusWidget() && m_button->isVisible())
        m_button->setFocus();
    m_fled = nullptr;
}

} // namespace latchkey::ui
