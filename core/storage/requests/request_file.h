#pragma once

#include "core/model/error.h"
#include "core/storage/requests/request_place.h"

#include <QSqlDatabase>
#include <QString>

/// The file of requests beside a vault: `<vault>.requests`.
namespace latchkey::request_file {

inline constexpr int SchemaVersion = 2;
inline constexpr int ApplicationId = 0x4c4b5251; // "LKRQ"

QString pathFor(const QString &vault);
/// Makes the file (0600) if there is none, opens it on the calling thread and makes its tables. A file that
/// is no such file, or damaged, comes back as Damaged.
Outcome openWriter(const QString &connection, const QString &path);
/// NotFound while there is nothing to read.
Outcome openReader(const QString &connection, const QString &path, bool immutable);
/// Renames the file and what SQLite has beside it; the new name.
Result<QString> setAside(const QString &path);

} // namespace latchkey::request_file

namespace latchkey {

/// Requests in such a file.
class FileRequests final : public RequestPlace {
public:
    FileRequests(const QString &vaultPath, bool readOnly);
    [[nodiscard]] QString name() const override { return m_path; }
    [[nodiscard]] bool readOnly() const override { return m_readOnly; }
    Outcome openWriter(const QString &connection) const override;
    Outcome openReader(const QString &connection) const override;
    Result<qint64> changeMark(QSqlDatabase &db) const override;
    [[nodiscard]] Result<QString> setAside() const override;

private:
    QString m_path;
    bool m_readOnly;
};

} // namespace latchkey
