#include "core/storage/own_sqlite.h"

#include "core/storage/sql.h"

#include <QSqlDriver>
#include <QSqlError>

#include <atomic>
#include <sqlite3.h>

namespace latchkey::sql {

namespace {

/// One driver serves every connection of the process, so it is asked once.
bool driverHasOurs(const QSqlDatabase &db) {
    static std::atomic<bool> known = false, same = false;
    if (!known) {
        QSqlQuery q(db);
        if (!q.exec(QStringLiteral("SELECT sqlite_source_id()")) || !q.next())
            return false; // of this connection now; the next one is asked again
        same = q.value(0).toString() == QLatin1StringView(sqlite3_sourceid());
        known = true;
    }
    return same;
}

} // namespace

sqlite3 *ownSqlite(const QSqlDatabase &db) {
    const QVariant handle = db.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0 || !driverHasOurs(db))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Error errorOf(const QSqlDatabase &db, sqlite3 *connection, int code) {
    return errorOf(db, QSqlError({}, QString::fromUtf8(sqlite3_errmsg(connection)), QSqlError::StatementError,
                                 QString::number(code)));
}

} // namespace latchkey::sql
