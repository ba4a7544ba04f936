#pragma once

#include "server/ops/log.h"

#include <cstdio>
#include <string>

namespace latchkey::server {

/// What libraries say by themselves becomes lines of the log, event "library": Qt's messages, and what libpq
/// and others write to stderr. Passwords and tokens are taken out. While it lives; one of it, made before any
/// thread.
class ForeignLines {
public:
    explicit ForeignLines(Log &log);
    ~ForeignLines();
    ForeignLines(const ForeignLines &) = delete;
    ForeignLines &operator=(const ForeignLines &) = delete;

private:
    static ssize_t write(void *lines, const char *bytes, std::size_t size);
    void add(const std::string &bytes);

    Log &m_log;
    std::string m_line; ///< what has come of the next one; under the stream's lock
    std::FILE *m_stderr, *m_stream;
    QtMessageHandler m_handler;
};

} // namespace latchkey::server
