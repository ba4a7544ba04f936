#pragma once

#include "core/services/key_copy/take_over_job.h"
#include "core/services/key_import/import_job.h"
#include "ui/dialogs/places.h"
#include "ui/feedback/feedback.h"
#include "ui/keys/keys_page.h"

#include <QPointer>

namespace latchkey {
class JobRunner;
}

namespace latchkey::ui {

/// Export, import, and the change of many keys: asks with a sheet, then makes a job of it.
class TransferActions : public QObject {
    Q_OBJECT
public:
    TransferActions(KeyService &service, JobRunner &jobs, KeysPage &page, Feedback &feedback,
                    QWidget *window);
    void exportKeys();
    void importKeys();
    /// What describes the keys of another connection.
    void takeOver(Places &places);

signals:
    void jobWanted(qint64 job); ///< show it

private:
    void import(const ImportJob::Task &task);
    void takeOver(const TakeOverJob::Task &task, const QString &from);
    void tellImport(const QString &tokenFile, const ImportReport &report, qint64 job);
    struct ImportTrail;
    void walkImport(const std::shared_ptr<ImportTrail> &trail, qint64 import, bool undo);
    /// What came of that.
    void tellWalk(const BulkReport &report, bool undo, const Feedback::StepEnd &step);
    void clearLeftOut();
    [[nodiscard]] QList<KeyField> shownFields() const;
    [[nodiscard]] QString today() const;
    void open(QDialog *sheet);

    KeyService &m_service;
    JobRunner &m_jobs;
    KeysPage &m_page;
    Feedback &m_feedback;
    QWidget *m_window;
    QHash<qint64, Feedback::StepEnd> m_steps; ///< by the job that undoes or redoes an import
    std::optional<qint64> m_leftOutOf;        ///< the import that the banner about rows left out is of
};

} // namespace latchkey::ui
