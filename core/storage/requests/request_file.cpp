#include "core/storage/requests/request_file.h"

#include "core/storage/dialect.h"
#include "core/storage/private_file.h"
#include "core/storage/sql.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUrl>

namespace latchkey::request_file {

namespace {

// `requests.id` is the time in milliseconds, shifted by 20 bits, and a number: the table lies in the order of
// time, and every index ends in it. Texts that repeat are numbers of `texts`. `totals.raw` counts the
// requests that are still there, `n` all that ever were.
constexpr const char *schema[] = {
    "CREATE TABLE facts (field TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO facts VALUES ('retention_days', 90)",
    "CREATE TABLE texts (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (kind, "
    "text))",
    "CREATE TABLE requests (id INTEGER PRIMARY KEY, outcome INTEGER NOT NULL, code INTEGER, status INTEGER "
    "NOT NULL, environment INTEGER NOT NULL, key INTEGER NOT NULL, credential INTEGER NOT NULL, method "
    "INTEGER NOT NULL, scope INTEGER NOT NULL, customer INTEGER NOT NULL, ip INTEGER NOT NULL, agent INTEGER "
    "NOT NULL, duration_us INTEGER, path TEXT NOT NULL)",
    "CREATE INDEX requests_key ON requests (key)",
    "CREATE INDEX requests_outcome ON requests (outcome)",
    "CREATE TABLE hourly (hour INTEGER NOT NULL, key INTEGER NOT NULL, outcome INTEGER NOT NULL, scope "
    "INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (hour, key, outcome, scope)) WITHOUT ROWID",
    "CREATE INDEX hourly_key ON hourly (key, hour, outcome, n)",
    "CREATE TABLE totals (hour INTEGER NOT NULL, environment INTEGER NOT NULL, outcome INTEGER NOT NULL, n "
    "INTEGER NOT NULL, raw INTEGER NOT NULL, PRIMARY KEY (hour, environment, outcome)) WITHOUT ROWID",
    "CREATE TABLE imports (id INTEGER PRIMARY KEY, name TEXT NOT NULL, fingerprint BLOB NOT NULL, position "
    "INTEGER NOT NULL, rows INTEGER NOT NULL, broken INTEGER NOT NULL)",
};

/// What version 2 adds: keys whose token stood in an address, by its public part.
constexpr const char *schema2 = "CREATE TABLE exposures (key TEXT NOT NULL, credential TEXT NOT NULL, "
                                "seen_at INTEGER NOT NULL, dismissed "
                                "INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (key, credential)) WITHOUT ROWID";

constexpr int BusyMs = 5000;

tl::unexpected<Error> at(ErrorCode code, const QString &path) {
    return fail(code, {{QStringLiteral("path"), path}});
}

Result<qint64> pragma(QSqlDatabase &db, const QString &statement) {
    auto q = sql::exec(db, QStringLiteral("PRAGMA ") + statement);
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

/// Whatever SQLite says of a file that is none of its own, here it is only damaged.
Error asDamaged(const Error &e, const QString &path) {
    return e.code == ErrorCode::NotAVault || e.code == ErrorCode::Truncated
               ? Error(ErrorCode::Damaged, {{QStringLiteral("path"), path}})
               : e;
}

Outcome connectTo(const QString &connection, const QString &path, const QString &options) {
    QSqlDatabase db = QSqlDatabase::contains(connection)
                          ? QSqlDatabase::database(connection, false)
                          : QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(BusyMs) + options);
    db.setDatabaseName(path);
    return db.open() ? ok() : Outcome(fail(sql::errorOf(db.lastError(), path)));
}

Outcome set(QSqlDatabase &db, std::initializer_list<const char *> settings) {
    for (const char *s : settings) {
        if (const auto done = pragma(db, QLatin1StringView(s)); !done)
            return fail(done.error());
    }
    return ok();
}

/// 0 for an empty file, SchemaVersion for one of ours.
Result<int> versionOf(QSqlDatabase &db, const QString &path) {
    // The tables first: another program that makes them just now has then written the rest as well.
    const auto tables = pragma(db, QStringLiteral("schema_version"));
    if (!tables)
        return fail(asDamaged(tables.error(), path));
    const auto id = pragma(db, QStringLiteral("application_id"));
    const auto version = id ? pragma(db, QStringLiteral("user_version")) : id;
    if (!version)
        return fail(asDamaged(version.error(), path));
    if (*version == 0 && *tables == 0)
        return 0;
    if (*id != ApplicationId || *version < 1)
        return at(ErrorCode::Damaged, path);
    if (*version > SchemaVersion)
        return fail(ErrorCode::SchemaTooNew, {{QStringLiteral("path"), path},
                                              {QStringLiteral("found"), *version},
                                              {QStringLiteral("supported"), SchemaVersion}});
    return static_cast<int>(*version);
}

/// Makes what is missing of the tables, whichever version made the others.
Outcome makeTables(QSqlDatabase &db) {
    // Before the first table: what retention removes goes back to the disk.
    if (auto done = set(db, {"auto_vacuum=INCREMENTAL", "journal_mode=WAL"}); !done)
        return done;
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return tx.begun();
    const auto version = pragma(db, QStringLiteral("user_version"));
    if (!version || *version >= SchemaVersion)
        return version ? ok() : Outcome(fail(version.error())); // another process was first
    if (*version == 0) {
        for (const char *statement : schema) {
            if (const auto done = sql::exec(db, QLatin1StringView(statement)); !done)
                return fail(done.error());
        }
    }
    if (const auto done = sql::exec(db, QLatin1StringView(schema2)); !done)
        return fail(done.error());
    for (const QString &s : {QStringLiteral("user_version=%1").arg(SchemaVersion),
                             QStringLiteral("application_id=%1").arg(ApplicationId)}) {
        if (const auto done = pragma(db, s); !done)
            return fail(done.error());
    }
    return tx.commit();
}

Outcome prepare(QSqlDatabase &db, const QString &path) {
    const auto version = versionOf(db, path);
    if (!version)
        return fail(version.error());
    // A verifier's log may lose its last second when the power goes; it is never torn.
    if (auto done =
            set(db, {"trusted_schema=OFF", "cell_size_check=ON", "secure_delete=FAST", "cache_size=-32768"});
        !done)
        return done;
    if (auto done = *version < SchemaVersion ? makeTables(db) : set(db, {"journal_mode=WAL"}); !done)
        return fail(asDamaged(done.error(), path));
    return set(db, {"synchronous=NORMAL"});
}

} // namespace

QString pathFor(const QString &vault) {
    return vault + QStringLiteral(".requests");
}

Outcome openWriter(const QString &connection, const QString &path) {
    if (!QFileInfo::exists(path)) {
        if (auto made = createPrivateFile(path); !made && !QFileInfo::exists(path))
            return made;
    }
    for (const char *suffix : {"", "-wal", "-shm"})
        makePrivate(path + QLatin1StringView(suffix));
    if (auto open = connectTo(connection, path, {}); !open)
        return open;
    QSqlDatabase db = QSqlDatabase::database(connection, false);
    // Of two that make the file at the same moment: SQLite does not wait when it turns to WAL.
    QElapsedTimer time;
    time.start();
    auto done = prepare(db, path);
    while (!done && done.error().code == ErrorCode::Busy && time.elapsed() < BusyMs) {
        QThread::msleep(20);
        done = prepare(db, path);
    }
    if (!done)
        db.close();
    return done;
}

Outcome openReader(const QString &connection, const QString &path, bool immutable) {
    if (QFileInfo(path).size() == 0)
        return at(ErrorCode::NotFound, path);
    QString name = path, options;
    if (immutable) {
        name = QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) +
               QStringLiteral("?immutable=1");
        options = QStringLiteral(";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI");
    }
    if (auto open = connectTo(connection, name, options); !open)
        return open;
    QSqlDatabase db = QSqlDatabase::database(connection, false);
    const auto version = versionOf(db, path);
    Outcome done =
        !version ? Outcome(fail(version.error()))
        : *version == 0
            ? Outcome(at(ErrorCode::NotFound, path))
            : set(db, {"trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "cache_size=-32768"});
    if (!done)
        db.close();
    return done;
}

Result<QString> setAside(const QString &path) {
    QString target;
    for (int n = 1; target.isEmpty() || QFileInfo::exists(target); ++n)
        target = path + QStringLiteral(".damaged-%1").arg(n);
    if (!QFile::rename(path, target))
        return at(ErrorCode::CannotOpen, path);
    for (const char *suffix : {"-wal", "-shm"}) {
        const QLatin1StringView s(suffix);
        if (QFileInfo::exists(path + s) && !QFile::rename(path + s, target + s))
            QFile::remove(path + s);
    }
    return target;
}

} // namespace latchkey::request_file

namespace latchkey {

FileRequests::FileRequests(const QString &vaultPath, bool readOnly)
    : m_path(request_file::pathFor(vaultPath))
    , m_readOnly(readOnly) {}

Outcome FileRequests::openWriter(const QString &connection) const {
    return request_file::openWriter(connection, m_path);
}

Outcome FileRequests::openReader(const QString &connection) const {
    return request_file::openReader(connection, m_path, m_readOnly);
}

Result<qint64> FileRequests::changeMark(QSqlDatabase &db) const {
    return sql::changeMark(db);
}

Result<QString> FileRequests::setAside() const {
    return request_file::setAside(m_path);
}

} // namespace latchkey
