#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace latchkey {

/// Ends connections that give no answer in time: libpq waits for a stopped server for ever. A thread of its
/// own shuts the socket down, and the waiting call comes back with an error.
class Deadline {
public:
    /// One connection's socket, duplicated, so that the number cannot come to mean another one. Any thread.
    class Line {
    public:
        explicit Line(int socket);
        ~Line();
        Line(const Line &) = delete;
        Line &operator=(const Line &) = delete;
        void begin(int milliseconds);
        void end();

    private:
        friend class Deadline;
        void endIfLate(long long now);
        std::mutex m_mutex;
        int m_socket;
        long long m_due = 0; ///< 0: nothing is awaited
    };

    Deadline();
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;
    std::shared_ptr<Line> watch(int socket);
    /// How many connections it was given so far. Any thread.
    [[nodiscard]] int connectionsMade() const { return m_made; }

private:
    void run();
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<std::weak_ptr<Line>> m_lines;
    std::atomic<int> m_made = 0;
    bool m_ending = false;
    std::thread m_thread; // last: it uses what stands above
};

} // namespace latchkey
