#include "core/storage/ballast.h"

#include "core/storage/private_file.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace latchkey::ballast {

QString pathFor(const QString &vault) {
    return vault + QStringLiteral(".ballast");
}

void ensure(const QString &vault) {
    const QString path = pathFor(vault);
    if (QFileInfo(path).size() >= Bytes)
        return;
    const QStorageInfo disk(QFileInfo(vault).absolutePath());
    if (disk.bytesAvailable() > Bytes + Bytes / 4)
        (void)reserveFile(path, Bytes);
}

bool release(const QString &vault, qint64 bytes) {
    QFile file(pathFor(vault));
    const qint64 left = file.size() - bytes;
    return left > bytes && file.resize(left) ? true : file.remove();
}

} // namespace latchkey::ballast
