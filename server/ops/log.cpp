#include "server/ops/log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cerrno>
#include <unistd.h>

namespace latchkey::server {

void Log::write(Level level, const QString &event, const QJsonObject &more) {
    static constexpr const char *words[] = {"info", "warning", "error"};
    QJsonObject line = more;
    line.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), QLatin1StringView(words[static_cast<int>(level)]));
    line.insert(QStringLiteral("event"), event);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_mutex);
    for (qsizetype at = 0; at < text.size();) {
        const ssize_t n = ::write(m_file, text.constData() + at, static_cast<std::size_t>(text.size() - at));
        if (n > 0)
            at += n;
        else if (errno != EINTR)
            return; // nobody reads it
    }
}

} // namespace latchkey::server
