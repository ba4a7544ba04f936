#include "server/config/server_config.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <memory>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

namespace latchkey::server {

std::optional<QString> problemOfTls(const TlsFiles &files) {
    struct stat key {};
    if (stat(QFile::encodeName(files.key).constData(), &key) != 0)
        return QStringLiteral("the key %1 cannot be read: %2")
            .arg(files.key, QString::fromLocal8Bit(strerror(errno)));
    if ((key.st_mode & 0177) != 0)
        return QStringLiteral("the key %1 may be read by others than its owner (mode %2): chmod 600 it")
            .arg(files.key, QString::number(key.st_mode & 0777, 8).rightJustified(4, u'0'));
    if (!QFileInfo(files.certificate).isReadable())
        return QStringLiteral("the certificate %1 cannot be read").arg(files.certificate);
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_server_method()),
                                                                    &SSL_CTX_free);
    std::optional<QString> problem;
    if (!context || SSL_CTX_use_certificate_chain_file(context.get(),
                                                       QFile::encodeName(files.certificate).constData()) != 1)
        problem = QStringLiteral("%1 holds no certificate in PEM format").arg(files.certificate);
    else if (SSL_CTX_use_PrivateKey_file(context.get(), QFile::encodeName(files.key).constData(),
                                         SSL_FILETYPE_PEM) != 1)
        problem = QStringLiteral("%1 holds no private key for this certificate in PEM format").arg(files.key);
    ERR_clear_error();
    return problem;
}

ConfigResult loadConfig(const QString &file, const Catalogue *catalogue) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(QList<ConfigProblem>{
            {file, {}, 0, 0, QStringLiteral("cannot be read: %1").arg(source.errorString())}});
    return parseConfig(source.read((1 << 20) + 1), file, {problemOfTls, catalogue});
}

} // namespace latchkey::server
