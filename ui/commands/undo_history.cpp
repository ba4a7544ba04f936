#include "ui/commands/undo_history.h"

#include <algorithm>

namespace latchkey::ui {

namespace {
constexpr std::size_t Most = 100;
}

quint64 UndoHistory::push(Step step) {
    m_steps.resize(m_at);
    m_steps.push_back({++m_last, std::move(step)});
    if (m_steps.size() > Most)
        m_steps.erase(m_steps.begin());
    m_at = m_steps.size();
    emit changed();
    return m_last;
}

bool UndoHistory::holds(quint64 number) const {
    const auto done = m_steps.begin() + static_cast<std::ptrdiff_t>(m_at);
    return std::any_of(m_steps.begin(), done, [number](const Numbered &n) { return n.number == number; });
}

bool UndoHistory::undoStep(quint64 number) {
    const auto done = m_steps.begin() + static_cast<std::ptrdiff_t>(m_at);
    const auto at =
        std::find_if(m_steps.begin(), done, [number](const Numbered &n) { return n.number == number; });
    if (at == done)
        return false;
    if (at + 1 == done) {
        undo();
        return true;
    }
    const Step step = at->step; // later steps stand: this one leaves the history instead of moving through it
    m_steps.erase(at);
    --m_at;
    emit changed();
    step.undo();
    return true;
}

void UndoHistory::undo() {
    if (!canUndo())
        return;
    const Step step = m_steps[--m_at].step;
    emit changed();
    step.undo();
}

void UndoHistory::redo() {
    if (!canRedo())
        return;
    const Step step = m_steps[m_at++].step;
    emit changed();
    step.redo();
}

void UndoHistory::clear() {
    m_steps.clear();
    m_at = 0;
    emit changed();
}

} // namespace latchkey::ui
