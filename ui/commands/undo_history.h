#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace latchkey::ui {

/// What Ctrl+Z and Ctrl+Shift+Z walk through: at most 100 steps, the newest last. Holds no secret.
class UndoHistory : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    struct Step {
        QString text;
        std::function<void()> undo, redo;
    };
    /// The number names the step for undoStep. A new step drops what could have been redone.
    quint64 push(Step step);
    /// One step out of order, as a toast offers it. False if it is undone or forgotten already.
    bool undoStep(quint64 number);
    [[nodiscard]] bool holds(quint64 number) const;
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at < m_steps.size() && m_steps[m_at].step.redo; }
    [[nodiscard]] QString undoText() const { return canUndo() ? m_steps[m_at - 1].step.text : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_steps[m_at].step.text : QString(); }
    void clear();
    /// Asked while a step is undone or redone: puts it back where it was, for when that was declined. At any
    /// other time it does nothing.
    [[nodiscard]] std::function<void()> wayBack();

signals:
    void changed();

private:
    struct Numbered {
        quint64 number = 0;
        Step step;
    };
    struct Walk {
        Numbered moved;
        bool undo;
    };
    void take(const Walk &walk);
    void turnBack(const Walk &walk);
    std::vector<Numbered> m_steps; ///< done ones up to m_at, then those that can be redone
    quint64 m_last = 0;
    std::size_t m_at = 0;
    std::optional<Walk> m_walk; ///< while a step is called
};

} // namespace latchkey::ui
