#pragma once

#include "core/services/key_import/import_job.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class DryRunPage;
class FileField;
class MappingPage;

/// File → columns → what would happen → import. Nothing is written until the last button; what it asks for
/// is a job.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(KeyService &service, const QString &folder, const QString &date, QWidget *parent);
    ~ImportDialog() override;
    [[nodiscard]] FileField &file() { return *m_file; }
    [[nodiscard]] MappingPage &columns() { return *m_mapping; }
    [[nodiscard]] const ImportReport &report() const { return m_report; }

signals:
    void importWanted(const latchkey::ImportJob::Task &task);

private:
    enum Step { File, Columns, DryRun };
    void go(Step step);
    void next();
    void back();
    void look();
    void dryRun();
    void check();

    KeyService &m_service;
    QString m_folder, m_date;
    QStackedWidget *m_steps;
    FileField *m_file;
    MappingPage *m_mapping;
    DryRunPage *m_result;
    QLabel *m_problem;
    QPushButton *m_back, *m_next;
    ImportJob::Task m_task;
    std::unique_ptr<ImportJob> m_job;
    ImportReport m_report;
    bool m_running = false;
};

} // namespace latchkey::ui
