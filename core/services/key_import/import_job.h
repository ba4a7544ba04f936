#pragma once

#include "core/services/key_import/import_file.h"
#include "core/services/key_import/import_writer.h"

#include <QSet>

namespace latchkey {

/// Reads a file of keys. A dry run does the same up to the writing, so that it says what will happen. Written
/// in chunks, each whole or not at all. Rows that are refused are told by failed(), with their line.
class ImportJob final : public Job {
    Q_OBJECT
public:
    struct Task {
        QString path;
        ImportShape shape;
        ImportMapping mapping;
        bool dryRun = true;
        /// Rows that name no key of this vault and bring no token get a new one, kept in this file; without
        /// it they are invalid. Made by the import, and must not be there.
        QString tokenFile;
        QByteArray expectedHash; ///< of the dry run; another file is refused
    };
    ImportJob(KeyService &service, Task task);
    ~ImportJob() override;
    void start() override;
    void cancel() override;

    static constexpr qsizetype Chunk = 500;

signals:
    void reported(const latchkey::ImportReport &report);

private:
    void begin();
    void read();
    void look(const QList<ImportRow> &rows);
    void judge(const QList<ImportRow> &rows, const QHash<KeyId, ApiKey> &known,
               const QHash<KeyId, bool> &tokens);
    void judgeOne(const ImportRow &row, const ApiKey *known, bool tokenFits);
    void judgeNew(const ImportRow &row);
    void judgeKnown(const ImportRow &row, const ApiKey &key);
    void write();
    void refuse(const ImportRow &row, const Error &e, const QString &name = {});
    void tell(qint64 bytes);
    void stop(const JobEnd &end);

    KeyService &m_service;
    Task m_task;
    ImportReport m_report;
    ImportWriter m_writer;
    std::shared_ptr<ImportFile> m_file; ///< used by one thread at a time
    QSet<KeyId> m_seen;                 ///< ids and tokens of the rows so far
    ScopeSet m_knownScopes;             ///< of the catalogue
    ImportWriter::Chunk m_chunk;
    QList<ImportRow> m_newRows, m_changedRows; ///< of the chunk's keys
    qint64 m_rows = 0, m_bytes = 0;
    bool m_cancelled = false, m_busy = false, m_over = false;
    QThreadPool m_pool; // last: waits for its thread first
};

} // namespace latchkey
