#include "server/ops/foreign_lines.h"

#include "core/services/log_import/redact.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <atomic>

namespace latchkey::server {

namespace {

std::atomic<Log *> qtLog; // Qt's handler is a plain function

/// Without the password of an address or of a list of connection parameters, and without tokens.
QString withoutSecrets(const QByteArray &text) {
    static const QRegularExpression address(QStringLiteral("(://[^:/@\\s]*):\\S*@"));
    static const QRegularExpression parameter(
        QStringLiteral("(password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'|\\S+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString clean = QString::fromUtf8(text);
    clean.replace(address, QStringLiteral("\\1:…@")).replace(parameter, QStringLiteral("\\1…"));
    return log_line::redacted(clean.toUtf8());
}

void tell(Log &log, Log::Level level, const QString &source, const QByteArray &text) {
    log.write(level, QStringLiteral("library"),
              {{QStringLiteral("source"), source}, {QStringLiteral("text"), withoutSecrets(text)}});
}

/// PostgreSQL's words for how grave it is stand first.
Log::Level levelOf(const QByteArray &line) {
    const auto begins = [&line](const char *word) { return line.startsWith(word); };
    constexpr std::array grave{"ERROR", "FATAL", "PANIC"};
    constexpr std::array light{"NOTICE", "INFO", "LOG", "DEBUG"};
    return std::any_of(grave.begin(), grave.end(), begins)   ? Log::Level::Error
           : std::any_of(light.begin(), light.end(), begins) ? Log::Level::Info
                                                             : Log::Level::Warning;
}

void hearQt(QtMsgType type, const QMessageLogContext &context, const QString &text) {
    Log *log = qtLog;
    if (!log)
        return;
    const Log::Level level = type == QtDebugMsg || type == QtInfoMsg ? Log::Level::Info
                             : type == QtWarningMsg                  ? Log::Level::Warning
                                                                     : Log::Level::Error;
    const QString category = QString::fromUtf8(context.category);
    tell(*log, level,
         category.isEmpty() || category == QStringLiteral("default") ? QStringLiteral("qt") : category,
         text.toUtf8());
}

} // namespace

ForeignLines::ForeignLines(Log &log)
    : m_log(log)
    , m_stderr(stderr)
    , m_stream(fopencookie(this, "w", {nullptr, &ForeignLines::write, nullptr, nullptr})) {
    qtLog = &log;
    m_handler = qInstallMessageHandler(hearQt);
    if (!m_stream)
        return;
    (void)std::setvbuf(m_stream, nullptr, _IOLBF, BUFSIZ);
    stderr = m_stream; // glibc: a variable as others are; the log writes to the file itself
}

ForeignLines::~ForeignLines() {
    stderr = m_stderr;
    if (m_stream)
        (void)std::fclose(m_stream);
    if (!m_line.empty())
        add("\n");
    qInstallMessageHandler(m_handler);
    qtLog = nullptr;
}

ssize_t ForeignLines::write(void *lines, const char *bytes, std::size_t size) {
    static_cast<ForeignLines *>(lines)->add(std::string(bytes, size));
    return static_cast<ssize_t>(size);
}

void ForeignLines::add(const std::string &bytes) {
    m_line += bytes;
    for (std::size_t end = 0; (end = m_line.find('\n')) != std::string::npos; m_line.erase(0, end + 1)) {
        const QByteArray line = QByteArray(m_line.data(), static_cast<qsizetype>(end)).trimmed();
        if (!line.isEmpty())
            tell(m_log, levelOf(line), QStringLiteral("stderr"), line);
    }
}

} // namespace latchkey::server
