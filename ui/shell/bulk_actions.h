#pragma once

#include "core/services/jobs/job_runner.h"
#include "ui/feedback/feedback.h"
#include "ui/shell/bulk_deed.h"

#include <QElapsedTimer>
#include <QHash>
#include <functional>

namespace latchkey::ui {

/// Changes of one key or a million, as jobs: one runs at a time, the next waits; each ends with one notice
/// that counts what really happened, and Undo takes back just that.
class BulkActions : public QObject {
    Q_OBJECT
public:
    BulkActions(KeyService &service, JobRunner &jobs, Feedback &feedback, QObject *parent);
    void setActive(const KeySelection &keys, bool active);
    void remove(const KeySelection &keys);
    void restore(const KeySelection &keys);
    void purge(const KeySelection &keys);
    void change(Deed deed, const KeySelection &keys, const DeedValue &value);
    void cancel(); ///< the one that runs, and those that wait
    [[nodiscard]] bool isRunning() const { return m_underWay > 0; }

signals:
    /// Only of what takes longer than a moment.
    void progress(const QString &doing, qsizetype seen, qsizetype all);
    void ended();
    /// Those of the selection that were changed are again as they were before.
    void undone(const QList<latchkey::KeyId> &keys);
    void refused(const latchkey::Error &e);
    /// Somebody wants to see why keys were refused.
    void failuresWanted(qint64 job);

private:
    void ask(BulkOrder order); ///< where the vault asks first, asks
    void add(const BulkOrder &order, qsizetype count, const Feedback::StepEnd &step);
    std::unique_ptr<Job> make(const BulkOrder &order);
    void tell(const BulkOrder &order, const BulkReport &report, qint64 job,
              const std::shared_ptr<BulkTrail> &trail);
    void warn(const BulkOrder &order, const BulkReport &report, qint64 job);

    KeyService &m_service;
    JobRunner &m_jobs;
    Feedback &m_feedback;
    /// Jobs that wait or run; the step of the history that asked for one is under way as long.
    QHash<qint64, Feedback::StepEnd> m_mine;
    int m_underWay = 0;
    QElapsedTimer m_since;
};

} // namespace latchkey::ui
