#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace latchkey::ui {

/// What Ctrl+Z and Ctrl+Shift+Z walk through: at most 100 steps, the newest last. Holds no secret. What is
/// asked for while a step is under way waits for its end, since it builds on what comes of that.
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
    /// Says once what the last one was, where it can't be undone, in place of undoing what came before it.
    void undo();
    void redo();
    /// Done just now, and no step: it can't be undone.
    void setLasting(const QString &what) { m_lasting = what; }
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at < m_steps.size() && m_steps[m_at].step.redo; }
    /// Something was undone last; it may be one that can't be done again.
    [[nodiscard]] bool hasUndone() const { return m_at < m_steps.size(); }
    [[nodiscard]] QString undoText() const { return canUndo() ? m_steps[m_at - 1].step.text : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_steps[m_at].step.text : QString(); }
    void clear();
    /// Asked while a step is undone or redone: puts it back where it was, for when that was declined. At any
    /// other time it does nothing. The step is under way until this is called or its last copy is gone.
    [[nodiscard]] std::function<void()> wayBack();
    /// The same, but takes the step out of the history: somebody else has changed what it is about.
    [[nodiscard]] std::function<void()> wayOut();
    /// Asked then too: it is undone before later steps, which stand.
    [[nodiscard]] bool outOfOrder() const;
    /// Asked then too: it is a job, which shows how far it is and can be cancelled. It has no deadline.
    void mayTakeLong();
    /// A step without an answer this long ends, and leaves the history: what came of it is not known.
    void setDeadline(int ms) { m_deadlineMs = ms; }

signals:
    void changed();
    void unanswered(const QString &text); ///< of the step
    void cannotUndo(const QString &what, const QString &earlier);

private:
    struct Numbered {
        quint64 number = 0;
        quint64 turn = 0; ///< counts what was done, redone included: the order of the done ones
        Step step;
    };
    struct Walk {
        Numbered moved;
        bool undo;
    };
    struct Wish {
        bool undo;
        quint64 number = 0; ///< of a toast's step; 0: whatever is next
    };
    void wish(const Wish &w); ///< granted now, or in its turn
    void grantNext();
    void grant(const Wish &w);
    void forgetPresses(); ///< of Ctrl+Z and Ctrl+Shift+Z that wait
    void ended(quint64 walk);
    void watch(quint64 walk, quint64 step, const QString &text);
    void late(quint64 walk, quint64 step, const QString &text);
    void forget(quint64 step);
    void take(const Walk &walk);
    void turnBack(const Walk &walk);
    QString m_lasting;             ///< since the newest step; empty: nothing
    std::vector<Numbered> m_steps; ///< done ones up to m_at, then those that can be redone
    quint64 m_last = 0;
    quint64 m_turn = 0;
    std::size_t m_at = 0;
    std::optional<Walk> m_walk;  ///< while a step is called
    std::shared_ptr<void> m_end; ///< then too; its last owner ends the step
    quint64 m_walks = 0;
    quint64 m_underWay = 0;     ///< number of the walk; 0: none
    bool m_takesLong = false;   ///< the one under way
    int m_deadlineMs = 120'000; ///< longer than any backend takes, a service that makes one wait included
    std::deque<Wish> m_wishes;
};

} // namespace latchkey::ui
