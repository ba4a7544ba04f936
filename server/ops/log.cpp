#include "server/ops/log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace latchkey::server {

void Log::write(Level level, const QString &event, const QJsonObject &more) {
    static constexpr const char *words[] = {"info", "warning", "error"};
    QJsonObject line = more;
    line.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), QLatin1StringView(words[static_cast<int>(level)]));
    line.insert(QStringLiteral("event"), event);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_mutex);
    (void)std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
    (void)std::fflush(stderr);
}

} // namespace latchkey::server
