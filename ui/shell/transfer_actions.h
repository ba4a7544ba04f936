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
    void undoImport(const std::shared_ptr<ImportReport> &report, qint64 import);
    void clearLeftOut();
    [[nodiscard]] QList<KeyField> shownFields() const;
    [[nodiscard]] QString today() const;
    void open(QDialog *sheet);

    KeyService &m_service;
    JobRunner &m_jobs;
    KeysPage &m_page;
    Feedback &m_feedback;
    QWidget *m_window;
    std::optional<qint64> m_leftOutOf; ///< the import that the banner about rows left out is of
};

} // namespace latchkey::ui
