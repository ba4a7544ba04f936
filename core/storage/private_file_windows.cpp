#include "core/storage/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <io.h>

// On Windows a user's profile folder is private by its access list, which new files inherit.
namespace latchkey {

Outcome makePrivateFolder(const QString &folder) {
    if (QDir().mkpath(folder))
        return ok();
    return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), folder}});
}

Outcome createPrivateFile(const QString &path) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return ok();
    return fail(ErrorCode::CannotOpen,
                {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
}

bool isWritableByMode(const QString &path) {
    return QFileInfo(path).isWritable();
}

void makePrivate(const QString &) {}

bool reserveFile(const QString &path, qint64 bytes) {
    QFile file(path);
    const QByteArray block(1 << 20, '\0');
    bool reserved = file.open(QIODevice::WriteOnly);
    for (qint64 at = 0; reserved && at < bytes; at += block.size())
        reserved = file.write(block) == block.size();
    reserved = reserved && file.flush();
    file.close();
    if (!reserved)
        QFile::remove(path);
    return reserved;
}

bool syncFile(int handle) {
    return _commit(handle) == 0;
}

bool syncFolderOf(const QString &) {
    return true;
}

void ignoreFileSizeSignal() {}

} // namespace latchkey
