#pragma once

#include "core/services/key_import/import_job.h"
#include "ui/transfer/step_dialog.h"

namespace latchkey::ui {

class FileField;

/// File → columns → what would happen → import. What it asks for is a job.
class ImportDialog final : public StepDialog {
    Q_OBJECT
public:
    ImportDialog(KeyService &service, const QString &folder, const QString &date, const QTimeZone &zone,
                 QWidget *parent);
    [[nodiscard]] FileField &file() { return *m_file; }
    [[nodiscard]] MappingPage &columns() { return *m_mapping; }

signals:
    void importWanted(const latchkey::ImportJob::Task &task);

private:
    enum Step { File, Columns };
    void next() override;
    void check() override;
    void look();
    void tryOut();

    KeyService &m_service;
    QString m_folder, m_date;
    FileField *m_file;
    MappingPage *m_mapping;
    ImportJob::Task m_task;
};

} // namespace latchkey::ui
