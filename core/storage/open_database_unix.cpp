#include "core/storage/open_database.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>

#include <array>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey {

int openDescriptor(const QString &path) {
    struct stat wanted {};
    if (stat(QFile::encodeName(path).constData(), &wanted) != 0)
        return -1;
    const QStringList open =
        QDir(QStringLiteral("/dev/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &number : open) {
        const int fd = number.toInt();
        struct stat there {};
        std::array<char, 16> head{};
        if (fstat(fd, &there) == 0 && there.st_dev == wanted.st_dev && there.st_ino == wanted.st_ino &&
            pread(fd, head.data(), head.size(), 0) == static_cast<ssize_t>(head.size()) &&
            QByteArrayView(head.data(), head.size()) == QByteArrayView("SQLite format 3\0", 16))
            return fd;
    }
    return -1;
}

bool isOpenDatabase(const QString &path) {
    for (const char *suffix : {"-wal", "-shm", "-journal"}) {
        const QLatin1StringView end(suffix);
        if (path.endsWith(end) && openDescriptor(path.chopped(end.size())) >= 0)
            return true;
    }
    return openDescriptor(path) >= 0;
}

Outcome mayOpenFile(const QString &path) {
    if (!isOpenDatabase(path))
        return ok();
    return fail(ErrorCode::CannotOpen,
                {{QStringLiteral("path"), path}, {QStringLiteral("reason"), QStringLiteral("openVault")}});
}

} // namespace latchkey
