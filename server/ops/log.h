#pragma once

#include <QJsonObject>
#include <QString>
#include <mutex>

namespace latchkey::server {

/// One JSON object a line to a file descriptor, stderr's as a rule: time, level, event and what belongs to
/// it. Callers give no secrets: no token, no Authorization, no verifier. Any thread.
class Log {
public:
    enum class Level : quint8 { Info, Warning, Error };
    explicit Log(int file = 2)
        : m_file(file) {}
    void write(Level level, const QString &event, const QJsonObject &more = {});
    void info(const QString &event, const QJsonObject &more = {}) { write(Level::Info, event, more); }
    void warning(const QString &event, const QJsonObject &more = {}) { write(Level::Warning, event, more); }
    void error(const QString &event, const QJsonObject &more = {}) { write(Level::Error, event, more); }

private:
    int m_file;
    std::mutex m_mutex;
};

} // namespace latchkey::server
