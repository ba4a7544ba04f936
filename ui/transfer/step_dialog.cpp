#include "ui/transfer/step_dialog.h"

#include "ui/dialogs/form/step_pause.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace latchkey::ui {

StepDialog::StepDialog(const Words &words, QSize size, const Catalogue &catalogue, const QTimeZone &zone,
                       QWidget *parent)
    : QDialog(parent)
    , m_steps(new QStackedWidget(this))
    , m_result(new DryRunPage(catalogue, zone, this))
    , m_problem(new QLabel(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
    , m_pause(new StepPause(m_next)) {
    setWindowTitle(words.title);
    auto *heading = new QLabel(words.title, this);
    heading->setProperty("heading", true);
    heading->setWordWrap(true);
    m_problem->setObjectName(words.name + QStringLiteral("Problem"));
    m_problem->setWordWrap(true);
    m_problem->setProperty("bad", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_next->setObjectName(words.name + QStringLiteral("Next"));
    m_next->setProperty("primary", true);
    m_back->setObjectName(words.name + QStringLiteral("Back"));
    m_back->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(heading);
    box->addWidget(m_steps, 1);
    box->addLayout(buttons);
    resize(size);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_next, cancel);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_job.reset(); // a dry run under way stops here
        m_running = false;
        go(step() - 1);
    });
    connect(m_next, &QPushButton::clicked, this, [this] { next(); });
}

StepDialog::~StepDialog() = default;

void StepDialog::addStep(QWidget *step) {
    m_steps->addWidget(step);
}

void StepDialog::finishSteps() {
    m_steps->addWidget(m_result);
    go(0);
}

int StepDialog::step() const {
    return m_steps->currentIndex();
}

bool StepDialog::atDryRun() const {
    return m_steps->currentWidget() == m_result;
}

void StepDialog::go(int step) {
    m_steps->setCurrentIndex(step);
    m_back->setVisible(step > 0);
    if (isVisible())
        m_pause->begin();
    check();
}

void StepDialog::begin(std::unique_ptr<Job> job, const QString &what) {
    m_report = {};
    m_running = true;
    m_job = std::move(job);
    connect(m_job.get(), &Job::progress, m_result, &DryRunPage::follow);
    connect(m_job.get(), &Job::failed, m_result, &DryRunPage::add);
    m_result->begin(what);
    go(m_steps->indexOf(m_result));
    m_job->start();
}

void StepDialog::showReport(const ImportReport &report) {
    m_report = report;
    m_running = false;
    m_result->show(report);
    m_pause->begin();
    check();
}

void StepDialog::showDryRun() {
    const qint64 n = m_report.created + m_report.changed;
    showStep(!m_running && m_report.complete && n == 0 ? tr("Nothing to import.") : QString(),
             n > 0 ? tr("Import %Ln keys", nullptr, static_cast<int>(n)) : tr("Import"),
             !m_running && m_report.complete && n > 0);
}

void StepDialog::showStep(const QString &problem, const QString &next, bool ready) {
    m_problem->setText(problem);
    m_next->setText(next);
    m_pause->setEnabled(ready);
}

} // namespace latchkey::ui
