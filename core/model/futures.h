#pragma once

#include <QFuture>
#include <QPromise>

namespace latchkey {

/// A future that has its answer already.
template<typename T>
QFuture<T> ready(T value) {
    QPromise<T> p;
    p.start();
    p.addResult(std::move(value));
    p.finish();
    return p.future();
}

/// A promise to hand from continuation to continuation; finishes once, with an answer or, dropped, as
/// cancelled.
template<typename T>
class Answer {
public:
    Answer()
        : m_promise(std::make_shared<QPromise<T>>()) {
        m_promise->start();
    }
    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }
    void give(T value) const {
        m_promise->addResult(std::move(value));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise;
};

} // namespace latchkey
