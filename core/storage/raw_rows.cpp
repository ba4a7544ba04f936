#include "core/storage/raw_rows.h"

#include "core/storage/own_sqlite.h"
#include "core/storage/postgres/postgres_session.h"
#include "core/storage/sql.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>
#include <array>
#include <charconv>
#include <libpq-fe.h>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace latchkey::sql {

namespace {

using Digits = std::array<char, 24>;

QByteArrayView digitsOf(qint64 n, Digits &room) {
    const auto end = std::to_chars(room.data(), room.data() + room.size(), n).ptr;
    return {room.data(), end - room.data()};
}

/// A value asked once and then by itself: sqlite3_column_…() finds the column and looks for errors each time.
/// SQLite allows it where one thread at a time has the connection, as with every connection here.
QByteArrayView cellOf(sqlite3_stmt *row, int column, Digits &room) {
    static constexpr char nothing[] = "";
    sqlite3_value *value = sqlite3_column_value(row, column);
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return digitsOf(sqlite3_value_int64(value), room);
    case SQLITE_BLOB: {
        const void *bytes = sqlite3_value_blob(value); // null when it is empty
        return {bytes ? static_cast<const char *>(bytes) : nothing, sqlite3_value_bytes(value)};
    }
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return {text ? text : nothing, text ? sqlite3_value_bytes(value) : 0};
    }
    }
}

Outcome eachOfSqlite(QSqlDatabase &db, sqlite3 *connection, const QByteArray &statement,
                     const VisitCells &visit) {
    sqlite3_stmt *made = nullptr;
    int code = sqlite3_prepare_v2(connection, statement.constData(), int(statement.size()), &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> row(made, &sqlite3_finalize);
    const auto columns = static_cast<std::size_t>(sqlite3_column_count(made));
    std::vector<Digits> rooms(columns);
    std::vector<QByteArrayView> cells(columns);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(made);
        if (code == SQLITE_DONE)
            return ok();
        if (code != SQLITE_ROW)
            break;
        for (std::size_t i = 0; i < columns; ++i)
            cells[i] = cellOf(made, int(i), rooms[i]);
        visit(cells);
    }
    return fail(errorOf(db, connection, code));
}

PGconn *ownPostgres(const QSqlDatabase &db) {
    const QVariant handle = db.driver()->handle();
    const bool known =
        qstrcmp(handle.typeName(), "PGconn*") == 0 || qstrcmp(handle.typeName(), "pg_conn*") == 0;
    return known ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
}

/// bytea comes as text, in the form that Qt's driver has asked the server for.
QByteArrayView bytesOf(const char *text, QByteArray &room) {
    std::size_t size = 0;
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
        PQunescapeBytea(reinterpret_cast<const unsigned char *>(text), &size), &PQfreemem);
    room.resize(static_cast<qsizetype>(size));
    std::copy_n(bytes.get(), size, room.data());
    return {room.constData(), room.size()};
}

Outcome eachOfPostgres(QSqlDatabase &db, PostgresSession &session, PGconn *connection,
                       const QByteArray &statement, const VisitCells &visit) {
    if (!db.isOpen())
        return fail(ErrorCode::Unreachable, {{QStringLiteral("path"), session.location()}});
    session.expectAnswer();
    const std::unique_ptr<PGresult, decltype(&PQclear)> rows(PQexec(connection, statement.constData()),
                                                             &PQclear);
    if (PQresultStatus(rows.get()) != PGRES_TUPLES_OK) {
        const char *state = PQresultErrorField(rows.get(), PG_DIAG_SQLSTATE);
        return fail(errorOf(db, QSqlError({}, {}, QSqlError::StatementError, QString::fromLatin1(state))));
    }
    constexpr Oid Bytea = 17; // pg_type.dat
    const int columns = PQnfields(rows.get()), count = PQntuples(rows.get());
    std::vector<QByteArray> rooms(static_cast<std::size_t>(columns));
    std::vector<QByteArrayView> cells(rooms.size());
    for (int r = 0; r < count; ++r) {
        for (int i = 0; i < columns; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const char *text = PQgetvalue(rows.get(), r, i);
            cells[at] = PQgetisnull(rows.get(), r, i) ? QByteArrayView()
                        : PQftype(rows.get(), i) == Bytea
                            ? bytesOf(text, rooms[at])
                            : QByteArrayView(text, PQgetlength(rows.get(), r, i));
        }
        visit(cells);
    }
    return ok();
}

} // namespace

Outcome eachRow(QSqlDatabase &db, const QString &statement, const VisitCells &visit) {
    if (PostgresSession *session = PostgresSession::of(db)) {
        if (PGconn *connection = ownPostgres(db))
            return eachOfPostgres(db, *session, connection, statement.toUtf8(), visit);
    } else if (sqlite3 *connection = ownSqlite(db)) {
        return eachOfSqlite(db, connection, statement.toUtf8(), visit);
    }
    return eachRowByDriver(db, statement, visit);
}

Outcome eachRowByDriver(QSqlDatabase &db, const QString &statement, const VisitCells &visit) {
    auto q = exec(db, statement);
    if (!q)
        return fail(q.error());
    const auto columns = static_cast<std::size_t>(q->record().count());
    std::vector<QByteArray> values(columns);
    std::vector<QByteArrayView> cells(columns);
    while (q->next()) {
        for (std::size_t i = 0; i < columns; ++i) {
            const QVariant v = q->value(int(i));
            values[i] = v.typeId() == QMetaType::QByteArray ? v.toByteArray() : v.toString().toUtf8();
            cells[i] = v.isNull()           ? QByteArrayView()
                       : values[i].isNull() ? QByteArrayView("", qsizetype(0))
                                            : QByteArrayView(values[i]);
        }
        visit(cells);
    }
    return ok();
}

} // namespace latchkey::sql
