#include "server/program/precedence.h"

#include "server/http/http_server.h"

#include <QDir>
#include <QFile>

#include <sys/resource.h>

namespace latchkey::server {

void letAnswersGoFirst() {
    constexpr int Behind = 10;
    const QStringList threads =
        QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(thread));
        if (name.open(QIODevice::ReadOnly) && !name.readAll().startsWith(HttpServer::AnswerThreads))
            (void)setpriority(PRIO_PROCESS, thread.toUInt(), Behind); // a thread of the main one inherits it
    }
}

} // namespace latchkey::server
