#include "core/storage/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey {

namespace {
tl::unexpected<Error> systemError(const QString &path, int number) {
    const ErrorCode code = number == ENOSPC  ? ErrorCode::DiskFull
                           : number == EROFS ? ErrorCode::ReadOnly
                                             : ErrorCode::CannotOpen;
    return fail(code, {{QStringLiteral("path"), path},
                       {QStringLiteral("reason"), QString::fromLocal8Bit(strerror(number))}});
}
} // namespace

Outcome makePrivateFolder(const QString &folder) {
    if (QFileInfo(folder).isDir())
        return ok();
    const QString parent = QFileInfo(folder).path();
    if (parent != folder) {
        if (auto made = makePrivateFolder(parent); !made)
            return made;
    }
    if (mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
        return systemError(folder, errno);
    return ok();
}

Outcome createPrivateFile(const QString &path) {
    const int fd = open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError(path, errno);
    close(fd);
    return ok();
}

bool isWritableByMode(const QString &path) {
    const QByteArray name = QFile::encodeName(path);
    struct stat st {};
    if (stat(name.constData(), &st) != 0)
        return false;
    return (st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0 && access(name.constData(), W_OK) == 0;
}

void makePrivate(const QString &path) {
    const QByteArray name = QFile::encodeName(path);
    struct stat st {};
    if (stat(name.constData(), &st) == 0 && st.st_uid == geteuid() && (st.st_mode & 0077) != 0)
        (void)chmod(name.constData(), st.st_mode & 0700);
}

bool reserveFile(const QString &path, qint64 bytes) {
    const int fd = open(QFile::encodeName(path).constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
#if defined(__APPLE__)
    const QByteArray block(1 << 20, '\0');
    bool reserved = true;
    for (qint64 at = 0; reserved && at < bytes; at += block.size())
        reserved = write(fd, block.constData(), static_cast<size_t>(block.size())) == block.size();
#else
    const bool reserved = posix_fallocate(fd, 0, bytes) == 0;
#endif
    close(fd);
    if (!reserved)
        (void)unlink(QFile::encodeName(path).constData());
    return reserved;
}

bool syncFile(int handle) {
    return fsync(handle) == 0;
}

bool syncFolderOf(const QString &path) {
    const int fd = open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool synced = fsync(fd) == 0 || errno == EINVAL; // some file systems know no such thing
    close(fd);
    return synced;
}

void ignoreFileSizeSignal() {
    (void)std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace latchkey
