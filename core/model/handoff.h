#pragma once

#include <QObject>
#include <utility>

#if defined(__SANITIZE_THREAD__)
#define LATCHKEY_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define LATCHKEY_TSAN 1
#endif
#endif

#ifdef LATCHKEY_TSAN
extern "C" void __tsan_acquire(void *address); // NOLINT(bugprone-reserved-identifier): the sanitizer's names
extern "C" void __tsan_release(void *address); // NOLINT(bugprone-reserved-identifier)
#endif

/// Handing values from thread to thread by Qt's event queue and futures. Qt orders such accesses with locks
/// of its own; a Qt that is not built with the thread sanitizer cannot tell it so, and these two lines do.
/// Without the sanitizer they are nothing.
namespace latchkey::handoff {

#ifdef LATCHKEY_TSAN
inline char meetingPoint;
inline void release() {
    __tsan_release(&meetingPoint);
}
inline void acquire() {
    __tsan_acquire(&meetingPoint);
}
#else
inline void release() {}
inline void acquire() {}
#endif

/// What is called on another thread. Qt keeps it in an object of its own, into which it is moved after the
/// last line that post() could write, and which either thread may destroy.
template<typename F>
class Task {
public:
    explicit Task(F f)
        : m_f(std::move(f)) {}
    Task(Task &&other) noexcept
        : m_f(std::move(other.m_f)) {
        release();
    }
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;
    ~Task() { acquire(); }
    void operator()() {
        acquire();
        m_f();
        release();
    }

private:
    F m_f;
};

/// Calls `f` on the thread of `to`, later if that is another one; not at all if `to` is gone by then.
template<typename F>
void post(QObject *to, F f, Qt::ConnectionType how = Qt::AutoConnection) {
    QMetaObject::invokeMethod(to, Task<F>(std::move(f)), how);
}

} // namespace latchkey::handoff
