#pragma once

#include <QObject>
#include <QString>
#include <functional>
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
    void push(Step step);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at < m_steps.size(); }
    [[nodiscard]] QString undoText() const { return canUndo() ? m_steps[m_at - 1].text : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_steps[m_at].text : QString(); }
    void clear();

signals:
    void changed();

private:
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
};

} // namespace latchkey::ui
