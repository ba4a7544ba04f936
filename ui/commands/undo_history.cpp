#include "ui/commands/undo_history.h"

#include <QPointer>
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
    const Numbered step = *at; // later steps stand: this one leaves the history instead of moving through it
    m_steps.erase(at);
    --m_at;
    take({step, true});
    return true;
}

void UndoHistory::undo() {
    if (!canUndo())
        return;
    const Numbered step = m_steps[--m_at];
    take({step, true});
}

void UndoHistory::redo() {
    if (!canRedo())
        return;
    const Numbered step = m_steps[m_at++];
    take({step, false});
}

void UndoHistory::take(const Walk &walk) {
    emit changed();
    m_walk = walk;
    (walk.undo ? walk.moved.step.undo : walk.moved.step.redo)();
    m_walk.reset();
}

std::function<void()> UndoHistory::wayBack() {
    if (!m_walk)
        return [] {};
    return [history = QPointer(this), walk = *m_walk] {
        if (history)
            history->turnBack(walk);
    };
}

/// Other steps may have come or gone since: they stay in the order in which they were made.
void UndoHistory::turnBack(const Walk &walk) {
    const auto at = std::find_if(m_steps.begin(), m_steps.end(),
                                 [&walk](const Numbered &n) { return n.number == walk.moved.number; });
    const auto place = static_cast<std::size_t>(at - m_steps.begin());
    const bool done = place < m_at;
    if (done == walk.undo)
        return;
    if (done) {
        if (place + 1 < m_at) // a step that was made since has dropped what could be redone
            m_steps.erase(at);
        --m_at;
        return emit changed();
    }
    if (at != m_steps.end())
        m_steps.erase(at);
    else if (m_steps.size() == Most)
        return;
    const auto after = std::find_if(m_steps.begin(), m_steps.begin() + static_cast<std::ptrdiff_t>(m_at),
                                    [&walk](const Numbered &n) { return n.number > walk.moved.number; });
    m_steps.insert(after, walk.moved);
    ++m_at;
    emit changed();
}

void UndoHistory::clear() {
    m_steps.clear();
    m_at = 0;
    emit changed();
}

} // namespace latchkey::ui
