#include "ui/dialogs/copy_key/env_file.h"

#include "core/storage/open_database.h"
#include "core/storage/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace latchkey::ui {

namespace {
tl::unexpected<Error> cannot(const QString &path, const QString &reason) {
    return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}});
}

bool endsWithNewline(QFile &file) {
    if (file.size() == 0)
        return true;
    char last = 0;
    return file.seek(file.size() - 1) && file.getChar(&last) && last == '\n';
}
} // namespace

Outcome writeEnvFile(const QString &path, const QString &variable, const SecretBytes &token, EnvWrite how) {
    const QFileInfo info(path);
    if (info.isSymLink())
        return cannot(path, QStringLiteral("link"));
    if (info.isDir())
        return fail(ErrorCode::IsAFolder, {{QStringLiteral("path"), path}});
    if (auto may = mayOpenFile(path); !may)
        return may;
    const bool fresh = !info.exists();
    if (!fresh && how == EnvWrite::CreateOnly)
        return cannot(path, QStringLiteral("exists"));
    if (fresh) {
        if (const auto made = createPrivateFile(path); !made)
            return made;
    } else {
        makePrivate(path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return cannot(path, file.errorString());
    const bool newline = endsWithNewline(file);
    const qint64 before = file.size();
    SecretBytes line(static_cast<std::size_t>(variable.size()) + token.size() + 3);
    char *at = line.data();
    if (!newline)
        *at++ = '\n';
    const QByteArray name = variable.toLatin1();
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '=';
    at = std::copy_n(token.data(), token.size(), at);
    *at++ = '\n';
    const qint64 size = at - line.data();
    if (!file.seek(before) || file.write(line.data(), size) != size) {
        const QString reason = file.errorString();
        fresh ? file.remove() : file.resize(before); // nothing half written stays
        return cannot(path, reason);
    }
    return ok();
}

QString gitFolderOf(const QString &path) {
    QDir dir = QFileInfo(path).absoluteDir();
    do {
        if (QFileInfo::exists(dir.filePath(QStringLiteral(".git"))))
            return dir.absolutePath();
    } while (dir.cdUp());
    return {};
}

} // namespace latchkey::ui
