#include "core/storage/local_vault.h"
#include "core/model/futures.h"

#include "core/storage/ballast.h"
#include "core/storage/local_backend.h"
#include "core/storage/private_file.h"
#include "core/storage/vault_file.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace latchkey {

namespace {

/// Owned by the caller's thread only: a task that held it could end a thread from within itself.
struct Opened {
    LocalBackend::Threads threads;
};

tl::unexpected<Error> missing(const QString &path) {
    return fail(ErrorCode::NotFound, {{QStringLiteral("path"), path}});
}

/// All of it on the writer's own thread: files, schema, identity.
Result<vault_file::Identity> openWriter(const QString &connection, const QString &path,
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
        if (auto made = createPrivateFile(path); !made)
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
        if (auto founded = vault_file::found(db, options, path, now); !founded)
            return fail(founded.error());
        ballast::ensure(path);
    }
    return vault_file::identify(db, path, readOnly);
}

} // namespace

QString defaultVaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/latchkey/vault.latchkey");
}

QFuture<Result<std::shared_ptr<VaultBackend>>>
openLocalVault(const QString &rawPath, const OpenOptions &options, const Clock &clock) {
    using Answer = Result<std::shared_ptr<VaultBackend>>;
    const QString path = QFileInfo(rawPath).absoluteFilePath();
    auto opened = std::make_shared<Opened>();
    auto identity = std::make_shared<vault_file::Identity>();
    opened->threads.writer = std::make_unique<DbThread>(QStringLiteral("vault-writer"));
    opened->threads.pages = std::make_unique<DbThread>(QStringLiteral("vault-pages"));
    opened->threads.index = std::make_unique<DbThread>(QStringLiteral("vault-index"));
    auto *receiver =
        new QObject; // continuations run on the caller's thread, whose event loop this object stands for
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto finish = [promise, receiver](Answer a) {
        promise->addResult(std::move(a));
        promise->finish();
        receiver->deleteLater();
    };
    const auto openFile = [path, options, now = clock.now(), identity](const QString &connection) -> Outcome {
        auto found = openWriter(connection, path, options, now);
        if (!found)
            return fail(found.error());
        *identity = std::move(*found);
        return ok();
    };
    const auto openReader = [path, options](const QString &connection) -> Outcome {
        const auto look = vault_file::look(path);
        if (!look)
            return fail(look.error());
        return vault_file::openConnection(connection, path, *look, options.busyTimeoutMs, true);
    };
    const auto whenReadable = [opened, identity, &clock, finish](const QFuture<Outcome> &pages,
                                                                 const Outcome &index) {
        const Outcome both = index ? pages.result() : index;
        if (!both)
            return finish(fail(both.error()));
        finish(std::shared_ptr<VaultBackend>(
            std::make_shared<LocalBackend>(std::move(opened->threads), std::move(*identity), clock)));
    };
    opened->threads.writer->open(openFile) |
        then(receiver, [opened, openReader, whenReadable, finish, receiver](const Outcome &writer) {
            if (!writer)
                return finish(fail(writer.error()));
            const auto pages = opened->threads.pages->open(openReader);
            opened->threads.index->open(openReader) |
                then(receiver, [pages, whenReadable](const Outcome &index) { whenReadable(pages, index); });
        });
    return promise->future();
}

} // namespace latchkey
