#include "ui/commands/undo_history.h"

#include <QApplication>
#include <QPointer>
#include <QTimer>
#include <algorithm>

namespace latchkey::ui {

namespace {
constexpr std::size_t Most = 100;
}

quint64 UndoHistory::push(Step step) {
    forgetPresses(); // they meant the steps before
    m_lasting.clear();
    m_steps.resize(m_at);
    m_steps.push_back({++m_last, ++m_turn, std::move(step)});
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
    if (!holds(number))
        return false;
    wish({true, number});
    return true;
}

void UndoHistory::undo() {
    if (canUndo() && !m_lasting.isEmpty())
        emit cannotUndo(std::exchange(m_lasting, {}), undoText());
    else
        wish({true});
}

void UndoHistory::redo() {
    wish({false});
}

void UndoHistory::wish(const Wish &w) {
    m_wishes.push_back(w);
    if (m_underWay == 0 && m_wishes.size() == 1)
        grantNext();
}

void UndoHistory::grantNext() {
    while (m_underWay == 0 && !m_wishes.empty()) {
        const Wish next = m_wishes.front();
        m_wishes.pop_front();
        grant(next);
    }
}

void UndoHistory::grant(const Wish &w) {
    if (!w.undo) {
        if (canRedo()) {
            m_steps[m_at].turn = ++m_turn;
            const Numbered step = m_steps[m_at++];
            take({step, false});
        }
        return;
    }
    const auto done = m_steps.begin() + static_cast<std::ptrdiff_t>(m_at);
    const auto at = w.number == 0 ? (canUndo() ? done - 1 : done)
                                  : std::find_if(m_steps.begin(), done,
                                                 [&w](const Numbered &n) { return n.number == w.number; });
    if (at == done)
        return;
    const Numbered step = *at;
    std::rotate(at, at + 1, done); // later steps stand: this one is the next to be redone
    --m_at;
    take({step, true});
}

void UndoHistory::forgetPresses() {
    std::erase_if(m_wishes, [](const Wish &w) { return w.number == 0; });
}

void UndoHistory::take(const Walk &walk) {
    const quint64 number = m_underWay = ++m_walks;
    m_takesLong = false;
    m_end = std::shared_ptr<void>(nullptr, [history = QPointer(this), number](void *) {
        if (history)
            history->ended(number);
    });
    emit changed();
    m_walk = walk;
    (walk.undo ? walk.moved.step.undo : walk.moved.step.redo)();
    m_walk.reset();
    m_end.reset(); // over, unless the step has asked for the way back
    if (m_underWay == number && !m_takesLong)
        watch(number, walk.moved.number, walk.moved.step.text);
}

void UndoHistory::watch(quint64 walk, quint64 step, const QString &text) {
    QTimer::singleShot(m_deadlineMs, this, [this, walk, step, text] { late(walk, step, text); });
}

void UndoHistory::late(quint64 walk, quint64 step, const QString &text) {
    if (m_underWay != walk)
        return;
    if (QApplication::activeModalWidget()) // a person is asked: nothing else can be, either
        return watch(walk, step, text);
    forgetPresses(); // they would build on what is not known
    forget(step);
    ended(walk);
    emit unanswered(text);
}

/// Not at once: the last owner may be something that is just being taken down.
void UndoHistory::ended(quint64 walk) {
    if (m_underWay != walk)
        return;
    m_underWay = 0;
    if (!m_wishes.empty())
        QMetaObject::invokeMethod(this, &UndoHistory::grantNext, Qt::QueuedConnection);
}

std::function<void()> UndoHistory::wayBack() {
    if (!m_walk)
        return [] {};
    return [history = QPointer(this), walk = *m_walk, number = m_underWay, end = m_end] {
        if (!history)
            return;
        if (history->m_underWay == number)
            history->forgetPresses(); // they would ask for what was declined
        history->turnBack(walk);
        history->ended(number);
    };
}

std::function<void()> UndoHistory::wayOut() {
    if (!m_walk)
        return [] {};
    return [history = QPointer(this), step = m_walk->moved.number, number = m_underWay, end = m_end] {
        if (!history)
            return;
        history->forget(step);
        history->ended(number);
    };
}

bool UndoHistory::outOfOrder() const {
    return m_walk && m_walk->undo && m_at > 0 && m_steps[m_at - 1].turn > m_walk->moved.turn;
}

void UndoHistory::mayTakeLong() {
    m_takesLong = m_takesLong || m_walk.has_value();
}

void UndoHistory::forget(quint64 step) {
    const auto at =
        std::find_if(m_steps.begin(), m_steps.end(), [step](const Numbered &n) { return n.number == step; });
    if (at == m_steps.end())
        return;
    if (static_cast<std::size_t>(at - m_steps.begin()) < m_at)
        --m_at;
    m_steps.erase(at);
    emit changed();
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
                                    [&walk](const Numbered &n) { return n.turn > walk.moved.turn; });
    m_steps.insert(after, walk.moved);
    ++m_at;
    emit changed();
}

void UndoHistory::clear() {
    m_steps.clear();
    m_wishes.clear();
    m_at = 0;
    emit changed();
}

} // namespace latchkey::ui
