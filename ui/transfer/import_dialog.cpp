#include "ui/transfer/import_dialog.h"

#include "ui/format/words.h"
#include "ui/transfer/file_field.h"
#include "ui/transfer/import_pages.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

ImportDialog::ImportDialog(KeyService &service, const QString &folder, const QString &date, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_folder(folder)
    , m_date(date)
    , m_steps(new QStackedWidget(this))
    , m_file(new FileField(FileField::For::Opening,
                           tr("CSV and JSON (*.csv *.json *.jsonl *.txt);;All files (*)"), this))
    , m_mapping(new MappingPage(this))
    , m_result(new DryRunPage(this))
    , m_problem(new QLabel(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(tr("Next"), this)) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import keys"));
    auto *title = new QLabel(tr("Import keys"), this);
    title->setProperty("heading", true);
    auto *first = new QWidget(this);
    auto *ask = new QLabel(tr("A CSV or JSON file with one key a row. You'll see what would happen before "
                              "anything is written."),
                           first);
    ask->setWordWrap(true);
    auto *firstBox = new QVBoxLayout(first);
    firstBox->setContentsMargins(0, 0, 0, 0);
    firstBox->setSpacing(12);
    firstBox->addWidget(ask);
    firstBox->addWidget(m_file);
    firstBox->addStretch(1);
    m_steps->addWidget(first);
    m_steps->addWidget(m_mapping);
    m_steps->addWidget(m_result);
    m_problem->setWordWrap(true);
    m_problem->setProperty("bad", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_next->setObjectName(QStringLiteral("importNext"));
    m_next->setProperty("primary", true);
    m_next->setDefault(true);
    m_back->setObjectName(QStringLiteral("importBack"));
    m_back->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(m_steps, 1);
    box->addLayout(buttons);
    resize(640, 480);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_file, &FileField::changed, this, &ImportDialog::check);
    connect(m_mapping, &MappingPage::changed, this, &ImportDialog::check);
    go(File);
    m_file->setFocus();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::go(Step step) {
    m_steps->setCurrentIndex(step);
    m_back->setVisible(step != File);
    check();
}

void ImportDialog::check() {
    const auto step = static_cast<Step>(m_steps->currentIndex());
    QString problem;
    bool ready = !m_running;
    QString text = tr("Next");
    if (step == File) {
        ready = ready && QFileInfo(m_file->path()).isFile();
        problem = m_file->path().isEmpty() || ready ? QString() : tr("There is no such file.");
    } else if (step == Columns) {
        problem = m_mapping->problem();
        ready = ready && problem.isEmpty();
        text = tr("Check");
    } else {
        const qint64 n = m_report.created + m_report.changed;
        ready = ready && m_report.complete && n > 0;
        text = n > 0 ? tr("Import %Ln keys", nullptr, static_cast<int>(n)) : tr("Import");
        problem = !m_running && m_report.complete && n == 0 ? tr("Nothing to import.") : QString();
    }
    m_problem->setText(problem);
    m_next->setText(text);
    m_next->setEnabled(ready);
}

void ImportDialog::back() {
    m_job.reset(); // a dry run under way stops here
    m_running = false;
    go(m_steps->currentIndex() == DryRun ? Columns : File);
}

void ImportDialog::next() {
    switch (m_steps->currentIndex()) {
    case File:
        return look();
    case Columns:
        return dryRun();
    default:
        m_task.dryRun = false;
        m_task.expectedHash = m_report.fileHash;
        emit importWanted(m_task);
        accept();
    }
}

void ImportDialog::look() {
    const auto shape = ImportFile::look(m_file->path()); // a megabyte at most
    if (!shape) {
        m_problem->setText(sentence(shape.error()));
        return;
    }
    m_task = {};
    m_task.path = m_file->path();
    m_task.shape = *shape;
    m_mapping->setColumns(shape->columns, m_folder, m_date);
    go(Columns);
}

void ImportDialog::dryRun() {
    m_task.mapping = m_mapping->mapping();
    m_task.tokenFile = m_mapping->tokenFile();
    m_task.dryRun = true;
    m_task.expectedHash.clear();
    m_report = {};
    m_running = true;
    m_result->begin(tr("Checking the file…"));
    go(DryRun);
    m_job = std::make_unique<ImportJob>(m_service, m_task);
    connect(m_job.get(), &Job::progress, m_result, &DryRunPage::follow);
    connect(m_job.get(), &Job::failed, m_result, &DryRunPage::add);
    connect(m_job.get(), &ImportJob::reported, this, [this](const ImportReport &report) {
        m_report = report;
        m_running = false;
        m_result->show(report);
        check();
    });
    m_job->start();
}

} // namespace latchkey::ui
