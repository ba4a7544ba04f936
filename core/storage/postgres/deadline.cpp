#include "core/storage/postgres/deadline.h"

#include "core/storage/postgres/socket_end.h"

#include <algorithm>
#include <chrono>

namespace latchkey {

namespace {
constexpr auto LookEvery = std::chrono::milliseconds(200);

long long steadyMs() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}
} // namespace

Deadline::Line::Line(int socket)
    : m_socket(socket_end::duplicate(socket)) {}

Deadline::Line::~Line() {
    socket_end::release(m_socket);
}

void Deadline::Line::begin(int milliseconds) {
    const std::lock_guard guard(m_mutex);
    m_due = steadyMs() + milliseconds;
}

void Deadline::Line::end() {
    const std::lock_guard guard(m_mutex);
    m_due = 0;
}

void Deadline::Line::endIfLate(long long now) {
    const std::lock_guard guard(m_mutex);
    if (m_due == 0 || now < m_due)
        return;
    m_due = 0;
    socket_end::shutDown(m_socket);
}

Deadline::Deadline()
    : m_thread([this] { run(); }) {}

Deadline::~Deadline() {
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::shared_ptr<Deadline::Line> Deadline::watch(int socket) {
    auto line = std::make_shared<Line>(socket);
    ++m_made;
    const std::lock_guard guard(m_mutex);
    m_lines.push_back(line);
    return line;
}

void Deadline::run() {
    std::unique_lock guard(m_mutex);
    while (!m_wake.wait_for(guard, LookEvery, [this] { return m_ending; })) {
        const long long now = steadyMs();
        for (const auto &weak : m_lines) {
            if (const auto line = weak.lock())
                line->endIfLate(now);
        }
        m_lines.erase(
            std::remove_if(m_lines.begin(), m_lines.end(), [](const auto &l) { return l.expired(); }),
            m_lines.end());
    }
}

} // namespace latchkey
