#include "core/storage/read_ahead.h"

#include <QDir>
#include <QFileInfo>

#include <fcntl.h>

namespace latchkey {

void readAhead(const QString &path) {
#ifdef Q_OS_LINUX
    // Not by opening it once more: closing any descriptor of a file ends all locks that this process has on
    // it, SQLite's too (fcntl(2)).
    const QString real = QFileInfo(path).canonicalFilePath();
    const QStringList open = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System);
    for (const QString &number : open) {
        if (QFile::symLinkTarget(QStringLiteral("/proc/self/fd/") + number) != real)
            continue;
        (void)posix_fadvise(number.toInt(), 0, 0, POSIX_FADV_WILLNEED); // advice: on a wrong file no harm
        return;
    }
#else
    Q_UNUSED(path);
#endif
}

} // namespace latchkey
