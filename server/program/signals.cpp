#include "server/program/signals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace latchkey::server {

Signals::Signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int s : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, s);
    (void)pthread_sigmask(SIG_BLOCK, &set, nullptr);
    (void)std::signal(SIGPIPE, SIG_IGN); // a peer that went away is an error of write()
    m_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        while (::read(m_fd, &info, sizeof info) == sizeof info) {
            if (info.ssi_signo == SIGHUP)
                emit hungUp();
            else
                emit terminated();
        }
    });
}

Signals::~Signals() {
    m_notifier.reset();
    ::close(m_fd);
}

} // namespace latchkey::server
