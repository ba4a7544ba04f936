#include "core/services/connections/connection_tests.h"

#include "core/model/in_background.h"
#include "core/storage/vault_file.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QUuid>

namespace latchkey {

namespace {

/// Of the file as it lies there. SQLite opens it: who reads it by hand and closes it would give up the locks
/// of a window that has it open.
ConnectionStep versionOf(const QString &file, const vault_file::Look &look) {
    const QString connection = QStringLiteral("test-") + QUuid::createUuid().toString(QUuid::Id128);
    ConnectionStep step{
        ConnectionStep::What::Version, vault_file::openConnection(connection, file, look, 1'000, true), {}};
    if (step.outcome) {
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        QSqlQuery version(db);
        if (version.exec(QStringLiteral("PRAGMA user_version")) && version.next())
            step.facts.insert(QStringLiteral("schema"), version.value(0));
        QSqlQuery name(db);
        if (name.exec(QStringLiteral("SELECT value FROM vault WHERE field = 'name'")) && name.next())
            step.facts.insert(QStringLiteral("vault"), name.value(0));
    }
    QSqlDatabase::removeDatabase(connection);
    return step;
}

QList<ConnectionStep> lookAt(const QString &file) {
    const QVariantMap path{{QStringLiteral("path"), file}};
    const auto look = vault_file::glance(file);
    if (!look)
        return {{ConnectionStep::What::Reach, fail(look.error()), {}}};
    if (!look->exists)
        return {{ConnectionStep::What::Reach, fail(ErrorCode::NotFound, path), {}}};
    QList<ConnectionStep> steps{{ConnectionStep::What::Reach, ok(), {}}};
    if (!QFileInfo(file).isReadable())
        return steps << ConnectionStep{
                   ConnectionStep::What::Permissions, fail(ErrorCode::CannotOpen, path), {}};
    const bool readOnly = !look->writable || !look->folderWritable;
    steps.append({ConnectionStep::What::Permissions, ok(), {{QStringLiteral("readOnly"), readOnly}}});
    if (look->empty)
        return steps << ConnectionStep{ConnectionStep::What::Version, fail(ErrorCode::NotAVault, path), {}};
    return steps << versionOf(file, *look);
}

} // namespace

QFuture<Result<QList<ConnectionStep>>> testLocal(const QString &file) {
    return inBackground(*QThreadPool::globalInstance(),
                        [file]() -> Result<QList<ConnectionStep>> { return lookAt(file); });
}

} // namespace latchkey
