#include "ui/commands/undo_history.h"

namespace latchkey::ui {

void UndoHistory::push(Step step) {
    m_steps.resize(m_at);
    m_steps.push_back(std::move(step));
    if (m_steps.size() > 100)
        m_steps.erase(m_steps.begin());
    m_at = m_steps.size();
    emit changed();
}

void UndoHistory::undo() {
    if (!canUndo())
        return;
    const Step step = m_steps[--m_at];
    emit changed();
    step.undo();
}

void UndoHistory::redo() {
    if (!canRedo() || !m_steps[m_at].redo)
        return;
    const Step step = m_steps[m_at++];
    emit changed();
    step.redo();
}

void UndoHistory::clear() {
    m_steps.clear();
    m_at = 0;
    emit changed();
}

} // namespace latchkey::ui
