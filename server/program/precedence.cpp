#include "server/program/precedence.h"

#include "server/http/http_server.h"

#include <QDir>
#include <QFile>

#include <cstdint>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace latchkey::server {

namespace {

/// The first version of the kernel's struct sched_attr (sched_setattr(2)), which glibc does not declare
/// before 2.41.
struct ThreadSchedule {
    std::uint32_t size = sizeof(ThreadSchedule), policy = 0;
    std::uint64_t flags = 0;
    std::int32_t nice = 0;
    std::uint32_t priority = 0;
    std::uint64_t sliceNs = 0, deadlineNs = 0, periodNs = 0;
};

/// A short slice: since Linux 6.12 a thread that wakes with one need not wait for the end of another's longer
/// slice (2.8 ms as it comes). Older kernels ignore it.
void wakeAtOnce(pid_t thread) {
    ThreadSchedule schedule;
    schedule.sliceNs = 100'000; // the least that Linux takes
    (void)syscall(SYS_sched_setattr, thread, &schedule, 0U);
}

} // namespace

void letAnswersGoFirst() {
    constexpr int Behind = 10, FarBehind = 19;
    const QStringList threads =
        QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(thread));
        if (!name.open(QIODevice::ReadOnly))
            continue;
        const QByteArray is = name.readAll();
        if (is.startsWith(HttpServer::AnswerThreads))
            wakeAtOnce(thread.toInt());
        else // a thread of the main one inherits its
            (void)setpriority(PRIO_PROCESS, thread.toUInt(), is.startsWith("requests-") ? FarBehind : Behind);
    }
}

} // namespace latchkey::server
