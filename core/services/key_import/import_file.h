#pragma once

#include "core/model/csv.h"
#include "core/model/json_records.h"
#include "core/services/key_import/import_row.h"

#include <QCryptographicHash>
#include <QFile>
#include <variant>

namespace latchkey {

/// What a file turns out to be.
struct ImportShape {
    FileFormat format = FileFormat::Csv;
    char separator = ',';
    QStringList columns;
    qint64 bytes = 0;
};

/// A file of keys, read in slices on any one thread at a time. What was read is wiped.
class ImportFile {
public:
    /// Format and columns, from the beginning. Errors: CannotOpen; InvalidInput with the field "file" and one
    /// of the codes empty, utf16, noHeader, duplicateColumn, or a code of TableRecord with params "line".
    static Result<ImportShape> look(const QString &path);

    ImportFile(QString path, ImportShape shape, ImportMapping mapping, QString prefix);
    Outcome open();
    /// At most `rows` more; none: the end.
    Result<QList<ImportRow>> next(qsizetype rows);
    [[nodiscard]] qint64 bytesRead() const { return m_read; }
    /// Of all that was read: at the end, of the file.
    [[nodiscard]] QByteArray hash() const { return m_hash.result(); }
    /// Of a whole file, without reading rows.
    static Result<QByteArray> hashOf(const QString &path);

private:
    bool nextRecord(TableRecord &record);
    bool fill();
    ImportShape m_shape;
    ImportMapping m_mapping;
    QString m_prefix;
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::unique_ptr<csv::Reader> m_csv;
    std::unique_ptr<JsonRecords> m_json;
    qint64 m_read = 0;
    bool m_end = false, m_headerSeen = false;
};

} // namespace latchkey
