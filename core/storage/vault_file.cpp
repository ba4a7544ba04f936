#include "core/storage/vault_file.h"

#include "core/storage/open_database.h"
#include "core/storage/private_file.h"
#include "core/storage/sql.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QtEndian>

static void initMigrations() {
    Q_INIT_RESOURCE(latchkey_migrations);
}

namespace latchkey::vault_file {

namespace {

tl::unexpected<Error> at(ErrorCode code, const QString &path, const QString &reason = {}) {
    return fail(code, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}});
}

Result<QVariant> pragma(QSqlDatabase &db, const char *statement) {
    auto q = sql::exec(db, QStringLiteral("PRAGMA ") + QLatin1StringView(statement));
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0) : QVariant();
}

/// The file header (sqlite.org/fileformat.html): magic at 0, page size at 16, pages at 28, valid if 24
/// equals 92.
Outcome checkHeader(const QString &path) {
    if (isOpenDatabase(path))
        return ok(); // it was looked at then, and must not be opened so now
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return at(ErrorCode::CannotOpen, path, file.errorString());
    const QByteArray head = file.read(100);
    if (!head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return at(head.size() < 16 && QByteArrayView("SQLite format 3\0", 16).first(head.size()) == head
                      ? ErrorCode::Truncated
                      : ErrorCode::NotAVault,
                  path);
    if (head.size() < 100)
        return at(ErrorCode::Truncated, path);
    const auto word = [&](int offset) { return qFromBigEndian<quint32>(head.constData() + offset); };
    qint64 page = qFromBigEndian<quint16>(head.constData() + 16);
    page = page == 1 ? 65536 : page;
    if (QFileInfo::exists(path + QStringLiteral("-wal")))
        return ok(); // the newest header may stand in there: SQLite will say
    if (word(68) != static_cast<quint32>(ApplicationId))
        return at(ErrorCode::NotAVault, path);
    if (word(24) == word(92) && word(28) * page > file.size())
        return at(ErrorCode::Truncated, path);
    return ok();
}

QByteArray readMigration(int version) {
    initMigrations();
    QFile file(QStringLiteral(":/latchkey/migrations/sqlite-%1.sql").arg(version, 4, 10, QLatin1Char('0')));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome backUp(QSqlDatabase &db, const QString &path, int version) {
    QString target;
    for (int n = 0; target.isEmpty() || QFileInfo::exists(target); ++n)
        target =
            path + QStringLiteral(".backup-v%1").arg(version) + (n ? u'-' + QString::number(n) : QString());
    if (auto made = createPrivateFile(target); !made)
        return made;
    const auto q = sql::exec(db, QStringLiteral("VACUUM INTO ?"), {target});
    if (!q) {
        QFile::remove(target);
        return fail(q.error());
    }
    return ok();
}

} // namespace

Result<Look> glance(const QString &path) {
    const QFileInfo info(path);
    Look l;
    if (info.isDir())
        return at(ErrorCode::IsAFolder, path);
    l.exists = info.exists();
    if (!l.exists)
        return l;
    l.writable = isWritableByMode(path);
    l.folderWritable = isWritableByMode(info.absolutePath());
    l.empty = info.size() == 0;
    return l;
}

Result<Look> look(const QString &path) {
    auto l = glance(path);
    if (l && l->exists && !l->empty) {
        if (auto good = checkHeader(path); !good)
            return fail(good.error());
    }
    return l;
}

Outcome openConnection(const QString &connectionName, const QString &path, const Look &l, int busyTimeoutMs,
                       bool reader) {
    const bool readOnly = l.exists && !l.empty && (!l.writable || !l.folderWritable);
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    QString name = path;
    if (readOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (readOnly && !l.folderWritable && !QFileInfo::exists(path + QStringLiteral("-wal"))) {
        // No room for -shm: SQLite reads such a file only when told that nobody changes it.
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        name = QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) +
               QStringLiteral("?immutable=1");
    }
    db.setConnectOptions(options);
    db.setDatabaseName(name);
    if (!db.open())
        return fail(sql::errorOf(db.lastError(), path));
    const auto id = pragma(db, "application_id");
    if (!id)
        return fail(id.error());
    const bool fresh = !l.exists || l.empty;
    if (!fresh && id->toInt() != ApplicationId)
        return at(ErrorCode::NotAVault, path);
    const auto version = pragma(db, "user_version");
    if (!version)
        return fail(version.error());
    if (version->toInt() > SchemaVersion)
        return fail(ErrorCode::SchemaTooNew, {{QStringLiteral("path"), path},
                                              {QStringLiteral("found"), version->toInt()},
                                              {QStringLiteral("supported"), SchemaVersion}});
    QList<const char *> settings{"foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"};
    if (!readOnly) {
        if (!reader)
            settings << "secure_delete=ON"
                     << "journal_mode=WAL"
                     << "synchronous=FULL"
                     // 32 MB: a page that many transactions change (audit_by_key is in no order) is copied
                     // back once, and not behind each of them.
                     << "wal_autocheckpoint=8000";
        // A reader's pages are dropped at every change of another connection; the writer's stay.
        settings << (reader ? "cache_size=-4096" : "cache_size=-65536");
    }
    if (reader)
        settings << "query_only=ON";
    for (const char *s : settings) {
        if (const auto set = pragma(db, s); !set)
            return fail(set.error());
    }
    return ok();
}

namespace {

/// One step, inside a transaction.
Outcome step(QSqlDatabase &db, int to) {
    const QList<QByteArray> statements = readMigration(to).split(';');
    for (const QByteArray &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        if (const auto done = sql::exec(db, QString::fromUtf8(statement)); !done)
            return fail(done.error());
    }
    for (const QString &p : {QStringLiteral("PRAGMA user_version=%1").arg(to),
                             QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId)}) {
        if (const auto done = sql::exec(db, p); !done)
            return fail(done.error());
    }
    return ok();
}

} // namespace

Outcome migrate(QSqlDatabase &db, const QString &path, bool fresh, bool readOnly) {
    const auto version = pragma(db, "user_version");
    if (!version)
        return fail(version.error());
    for (int next = version->toInt() + 1; next <= SchemaVersion; ++next) {
        if (readOnly)
            return at(ErrorCode::ReadOnly, path);
        const bool founding = next == 1; // by whoever comes first; the others find it whole, never half made
        if (!fresh && !founding) {
            if (auto saved = backUp(db, path, next - 1); !saved)
                return saved;
        }
        sql::WriteTransaction tx(db);
        if (!tx.begun())
            return tx.begun();
        const auto now = pragma(db, "user_version");
        if (!now)
            return fail(now.error());
        if (now->toInt() >= next)
            continue; // another process was first
        const int last = founding ? SchemaVersion : next;
        for (; next <= last; ++next) {
            if (auto done = step(db, next); !done)
                return done;
        }
        --next;
        if (auto done = tx.commit(); !done)
            return done;
    }
    return ok();
}

} // namespace latchkey::vault_file
