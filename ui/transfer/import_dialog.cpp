#include "ui/transfer/import_dialog.h"

#include "ui/format/words.h"
#include "ui/transfer/file_field.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

ImportDialog::ImportDialog(KeyService &service, const QString &folder, const QString &date,
                           const QTimeZone &zone, QWidget *parent)
    : StepDialog({QStringLiteral("import"), tr("Import keys")}, {640, 480}, service.backend().catalogue(),
                 zone, parent)
    , m_service(service)
    , m_folder(folder)
    , m_date(date)
    , m_file(new FileField(FileField::For::Opening,
                           tr("CSV and JSON (*.csv *.json *.jsonl *.txt);;All files (*)"), this))
    , m_mapping(new MappingPage(this)) {
    setObjectName(QStringLiteral("importDialog"));
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
    addStep(first);
    addStep(m_mapping);
    finishSteps();
    connect(m_file, &FileField::changed, this, &ImportDialog::check);
    connect(m_mapping, &MappingPage::changed, this, &ImportDialog::check);
    m_file->setFocus();
}

void ImportDialog::check() {
    if (step() == File) {
        const bool there = QFileInfo(m_file->path()).isFile();
        return showStep(m_file->path().isEmpty() || there ? QString() : tr("There is no such file."),
                        tr("Next"), there);
    }
    if (step() != Columns)
        return showDryRun();
    const QString problem = m_mapping->problem();
    showStep(problem, tr("Check"), problem.isEmpty());
}

void ImportDialog::next() {
    switch (step()) {
    case File:
        return look();
    case Columns:
        return tryOut();
    default:
        m_task.dryRun = false;
        m_task.expectedHash = report().fileHash;
        emit importWanted(m_task);
        accept();
    }
}

void ImportDialog::look() {
    const auto shape = ImportFile::look(m_file->path()); // a megabyte at most
    if (!shape)
        return showStep(sentence(shape.error()), tr("Next"), true);
    m_task = {};
    m_task.path = m_file->path();
    m_task.shape = *shape;
    m_mapping->setColumns(shape->columns, m_folder, m_date);
    go(Columns);
}

void ImportDialog::tryOut() {
    m_task.mapping = m_mapping->mapping();
    m_task.tokenFile = m_mapping->tokenFile();
    m_task.dryRun = true;
    m_task.expectedHash.clear();
    dryRun(std::make_unique<ImportJob>(m_service, m_task), tr("Checking the file…"));
}

} // namespace latchkey::ui
