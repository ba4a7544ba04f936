#include "core/storage/local_vault.h"

#include "core/storage/ballast.h"
#include "core/storage/open_database.h"
#include "core/storage/private_file.h"
#include "core/storage/read_ahead.h"
#include "core/storage/requests/request_file.h"
#include "core/storage/requests/stored_request_log.h"
#include "core/storage/storage_opening.h"
#include "core/storage/vault_file.h"
#include "core/storage/vault_record.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

namespace latchkey {

namespace {

tl::unexpected<Error> missing(const QString &path) {
    return fail(ErrorCode::NotFound, {{QStringLiteral("path"), path}});
}

/// All of it on the writer's own thread: files, schema, identity.
Result<vault_record::Identity> openOnce(const QString &connection, const QString &path,
                                        const OpenOptions &options, Instant now) {
    ignoreFileSizeSignal();
    auto look = vault_file::look(path);
    if (!look)
        return fail(look.error());
    if (!look->exists) {
        if (!options.create)
            return missing(path);
        if (auto made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
            return fail(made.error());
        // Another process may be making it just now.
        if (auto made = createPrivateFile(path); !made && !QFileInfo::exists(path))
            return fail(made.error());
    } else if (look->empty && !options.create) {
        return fail(ErrorCode::Truncated, {{QStringLiteral("path"), path}});
    }
    const bool fresh = !look->exists || look->empty;
    const bool readOnly = !fresh && (!look->writable || !look->folderWritable);
    if (!readOnly) {
        for (const char *suffix : {"", "-wal", "-shm"})
            makePrivate(path + QLatin1StringView(suffix));
    }
    if (auto opened = vault_file::openConnection(connection, path, *look, options.busyTimeoutMs, false);
        !opened)
        return fail(opened.error());
    QSqlDatabase db = QSqlDatabase::database(connection, false);
    if (auto migrated = vault_file::migrate(db, path, fresh, readOnly); !migrated)
        return fail(migrated.error());
    if (!readOnly) {
        const vault_record::NewVault vault{options.name.isEmpty() ? QFileInfo(path).completeBaseName()
                                                                  : options.name,
                                           options.prefix, options.actor, options.catalogueJson};
        if (auto founded = vault_record::found(db, vault, now); !founded)
            return fail(founded.error());
        ballast::ensure(path);
    }
    return vault_record::identify(db, path, readOnly);
}

/// Nothing yet, or one page without tables: another process is about to make a vault of it, or it never
/// becomes one.
bool mayBeInTheMaking(const QString &path) {
    constexpr qint64 Page = 4096;
    QFile file(path);
    if (isOpenDatabase(path)) // by another thread, which makes it
        return true;
    return file.size() == 0 || (file.size() == Page && file.open(QIODevice::ReadOnly) &&
                                file.read(16) == QByteArray("SQLite format 3\0", 16));
}

Result<vault_record::Identity> openFile(const QString &connection, const QString &path,
                                        const OpenOptions &options, Instant now) {
    constexpr int Waits = 40, WaitMs = 50;
    for (int waited = 0;; ++waited) {
        auto opened = openOnce(connection, path, options, now);
        // SQLite waits for nobody while a file becomes one with a write-ahead log: Busy at once.
        const bool early = !opened && (opened.error().code == ErrorCode::NotAVault ||
                                       opened.error().code == ErrorCode::Busy);
        if (!early || waited == Waits || !mayBeInTheMaking(path))
            return opened;
        QSqlDatabase::removeDatabase(connection);
        QThread::msleep(WaitMs);
    }
}

class FilePlace final : public VaultPlace {
public:
    FilePlace(QString path, int busyTimeoutMs)
        : m_path(std::move(path))
        , m_busyTimeoutMs(busyTimeoutMs) {}
    Outcome openReader(const QString &connection) const override {
        const auto look = vault_file::glance(m_path);
        if (!look)
            return fail(look.error());
        return vault_file::openConnection(connection, m_path, *look, m_busyTimeoutMs, true);
    }
    void readAhead() const override { latchkey::readAhead(m_path); }
    [[nodiscard]] bool makeRoom(qint64 bytes) const override { return ballast::release(m_path, bytes); }
    void keepRoom() const override { ballast::ensure(m_path); }

private:
    QString m_path;
    int m_busyTimeoutMs;
};

} // namespace

QString defaultVaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/latchkey/vault.latchkey");
}

QFuture<Result<std::shared_ptr<VaultBackend>>>
openLocalVault(const QString &rawPath, const OpenOptions &options, const Clock &clock) {
    const QString path = QFileInfo(rawPath).absoluteFilePath();
    return openStorage(
        std::make_shared<FilePlace>(path, options.busyTimeoutMs),
        [path, options, now = clock.now()](const QString &connection) {
            return openFile(connection, path, options, now);
        },
        [](const vault_record::Identity &identity) -> std::unique_ptr<RequestLog> {
            return std::make_unique<StoredRequestLog>(
                std::make_unique<FileRequests>(identity.info.location, identity.info.readOnly));
        },
        clock, options.indexLoad);
}

} // namespace latchkey
