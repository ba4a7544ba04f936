#include "server/ctl/output.h"

#include "core/wire/key_json.h"
#include "core/wire/problem.h"

#include <QJsonDocument>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace latchkey::ctl {

namespace {

/// What a terminal could take for a command is shown as it is not.
QString shown(QString text) {
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString dayOf(const std::optional<Instant> &t) {
    return t ? t->toIso().left(16).replace(u'T', u' ') : QStringLiteral("never");
}

} // namespace

Status statusOf(const Error &e) {
    switch (e.code) {
    case ErrorCode::NotFound:
        return NotThere;
    case ErrorCode::NotAllowed:
        return Refused;
    case ErrorCode::Conflict:
    case ErrorCode::WrongState:
        return Changed;
    case ErrorCode::Unreachable:
    case ErrorCode::Unanswered:
        return NoServer;
    default:
        return Failed;
    }
}

QString sentenceOf(const Error &e) {
    QString text = wire::toWord(e.code);
    text.replace(u'_', u' ');
    for (const FieldError &f : e.fields)
        text += QStringLiteral("; %1: %2").arg(f.field, f.code);
    for (auto it = e.params.begin(); it != e.params.end(); ++it)
        text += QStringLiteral(" (%1: %2)").arg(it.key(), it.value().toString());
    return shown(text);
}

void printJson(const QJsonObject &object) {
    std::fputs(QJsonDocument(object).toJson(QJsonDocument::Compact).constData(), stdout);
    std::fputs("\n", stdout);
}

void printKeys(const QList<ApiKey> &keys, Instant now) {
    for (const ApiKey &k : keys)
        std::fputs(qPrintable(QStringLiteral("%1  %2  %3  %4  %5\n")
                                  .arg(k.id.toString(), toWord(k.config.environment).leftJustified(11),
                                       toWord(statusOf(k, now)).leftJustified(8),
                                       dayOf(k.config.expires).leftJustified(16), shown(k.config.name))),
                   stdout);
}

void printKey(const ApiKey &key, bool json, Instant now) {
    if (json)
        return printJson(wire::toJson(key, now));
    printKeys({key}, now);
}

Destination::~Destination() {
    if (m_file.isOpen())
        drop();
}

tl::expected<void, QString> Destination::open(const QString &path) {
    m_path = path;
    if (path.isEmpty()) {
        if (!m_file.open(stdout, QIODevice::WriteOnly))
            return tl::unexpected(m_file.errorString());
        return {};
    }
    // Never over something, and never readable by others, not even for a moment.
    const int fd = ::open(QFile::encodeName(path).constData(),
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return tl::unexpected(
            QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    if (!m_file.open(fd, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle))
        return tl::unexpected(m_file.errorString());
    return {};
}

bool Destination::close() {
    bool good = m_file.flush();
    if (!m_path.isEmpty())
        good = ::fsync(m_file.handle()) == 0 && good;
    m_file.close();
    return good && m_file.error() == QFileDevice::NoError;
}

void Destination::drop() {
    m_file.close();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

} // namespace latchkey::ctl
