#pragma once

#include "ui/commands/page.h"
#include "ui/jobs/jobs_model.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace latchkey::ui {

/// The long work of this vault: what runs, what waits, what became of the rest. Cancel, retry, take off the
/// list; what failed, one by one, and the way to those keys.
class JobsPage : public QWidget, public Page {
    Q_OBJECT
public:
    JobsPage(JobRunner &jobs, const Clock &clock, QWidget *parent = nullptr);
    void select(qint64 job);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] QTableView &table() { return *m_table; }

signals:
    void keyWanted(const latchkey::KeyId &id);
    void keysWanted(const QList<latchkey::KeyId> &ids); ///< as a filter of the table
    void checkWanted();                                 ///< verify the vault

private:
    QWidget *makeDetail();
    QWidget *makeEmpty();
    void showCurrent();
    [[nodiscard]] const JobRecord *current() const;
    JobRunner &m_jobs;
    JobsModel m_model;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QLabel *m_title = nullptr, *m_times = nullptr, *m_result = nullptr;
    QListWidget *m_failures = nullptr;
    QPushButton *m_cancel, *m_retry, *m_remove, *m_showKeys = nullptr;
    qint64 m_shown = 0;
    qsizetype m_shownFailures = -1;
};

} // namespace latchkey::ui
