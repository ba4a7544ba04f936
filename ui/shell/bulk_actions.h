#pragma once

#include "ui/feedback/feedback.h"
#include "ui/shell/bulk_change.h"

#include <QElapsedTimer>
#include <QList>

namespace latchkey::ui {

/// Switching, deleting and restoring one key or a million. One change of many runs at a time, the next waits;
/// each ends with one notice that counts what really happened, and Undo takes back just that.
class BulkActions : public QObject {
    Q_OBJECT
public:
    BulkActions(KeyService &service, Feedback &feedback, QObject *parent);
    void setActive(const KeySelection &keys, bool active);
    void remove(const KeySelection &keys);
    void restore(const KeySelection &keys);
    void purge(const KeySelection &keys);
    void cancel(); ///< the one that runs, and those that wait
    [[nodiscard]] bool isRunning() const { return m_running != nullptr; }

signals:
    /// Only of what takes longer than a moment.
    void progress(const QString &doing, qsizetype seen, qsizetype all);
    void ended();
    void refused(const latchkey::Error &e);

private:
    enum class Deed { Activate, Deactivate, Remove, Restore, Purge };
    struct Task {
        Deed deed;
        KeySelection keys;
        bool quiet; ///< an undo or a redo: only what went wrong is said
    };
    void ask(Task task);
    void next();
    void tell(const Task &task, const BulkReport &report);
    [[nodiscard]] BulkChange::Plan planOf(const Task &task) const;
    [[nodiscard]] bool canUndo(Deed deed) const;
    [[nodiscard]] static Deed opposite(Deed deed);
    [[nodiscard]] static QString headline(Deed deed, const BulkReport &report);

    KeyService &m_service;
    Feedback &m_feedback;
    QList<Task> m_waiting;
    BulkChange *m_running = nullptr;
    QElapsedTimer m_since;
};

} // namespace latchkey::ui
