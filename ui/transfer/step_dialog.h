#pragma once

#include "core/services/key_import/import_writer.h"
#include "ui/transfer/import_pages.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class StepPause;

/// An import step by step: choices → what would happen → Import. Nothing is written until the last button.
class StepDialog : public QDialog {
    Q_OBJECT
public:
    ~StepDialog() override;
    /// What the last dry run said.
    [[nodiscard]] const ImportReport &report() const { return m_report; }

protected:
    struct Words {
        QString name; ///< the objects in it are called so, with Next, Back and Problem behind
        QString title;
    };
    /// What the dry run says is in the words of `catalogue`, its times in `zone`.
    StepDialog(const Words &words, QSize size, const Catalogue &catalogue, const QTimeZone &zone,
               QWidget *parent);
    /// Before finishSteps().
    void addStep(QWidget *step);
    /// The dry run is the last step.
    void finishSteps();
    [[nodiscard]] int step() const;
    [[nodiscard]] bool atDryRun() const;
    void go(int step);
    /// Calls check() when the job is done; `what` stands there meanwhile.
    template<class ImportingJob>
    void dryRun(std::unique_ptr<ImportingJob> job, const QString &what) {
        connect(job.get(), &ImportingJob::reported, this, &StepDialog::showReport);
        begin(std::move(job), what);
    }
    /// What the buttons say at the dry run.
    void showDryRun();
    void showStep(const QString &problem, const QString &next, bool ready);

    virtual void next() = 0;
    /// Calls showStep() or showDryRun().
    virtual void check() = 0;

private:
    void begin(std::unique_ptr<Job> job, const QString &what);
    void showReport(const latchkey::ImportReport &report);

    QStackedWidget *m_steps;
    DryRunPage *m_result;
    QLabel *m_problem;
    QPushButton *m_back, *m_next;
    StepPause *m_pause; ///< each step's Next stands where the one before had it
    std::unique_ptr<Job> m_job;
    ImportReport m_report;
    bool m_running = false;
};

} // namespace latchkey::ui
