#pragma once

#include "core/services/jobs/job_runner.h"
#include "core/services/rotation/rotate_job.h"
#include "ui/feedback/feedback.h"
#include "ui/keys/key_selection.h"
#include "ui/shell/rotate_fields.h"

namespace latchkey::ui {

/// The rotation of many keys, as a job. It can't be undone, and a retry leaves alone what has been rotated.
class BulkRotation : public QObject {
    Q_OBJECT
public:
    BulkRotation(KeyService &service, JobRunner &jobs, Feedback &feedback, QObject *parent);
    void rotate(const KeySelection &keys, const RotationWish &wish);

signals:
    /// Somebody wants to see why keys were refused.
    void failuresWanted(qint64 job);

private:
    struct Order;
    std::unique_ptr<Job> make(const Order &order);
    void tell(const RotateReport &report, const QString &path, qint64 job);
    KeyService &m_service;
    JobRunner &m_jobs;
    Feedback &m_feedback;
};

} // namespace latchkey::ui
