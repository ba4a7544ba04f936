#pragma once

#include "core/services/jobs/job_runner.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace latchkey::ui {

/// The jobs of a vault, the newest first.
class JobsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, State, Progress, Started, Took, ColumnCount };
    static constexpr int ShareRole = Qt::UserRole + 1; ///< of a running job, 0 … 1000; -1: none to show

    JobsModel(JobRunner &jobs, const Clock &clock, QObject *parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] const JobRecord *jobAt(int row) const; ///< null outside
    [[nodiscard]] int rowOf(qint64 id) const;            ///< -1 when absent
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }
    [[nodiscard]] const QTimeZone &timeZone() const { return m_zone; }

private:
    [[nodiscard]] QString text(const JobRecord &job, int column) const;
    JobRunner &m_jobs;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QList<qint64> m_ids; ///< newest first
};

} // namespace latchkey::ui
