#pragma once

#include "core/model/handoff.h"

#include <QFuture>
#include <QFutureWatcher>
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

/// Calls `f` with the answer on the thread of `context`, which may go first: then nobody is called. (Qt 6.4's
/// QFuture::then(context, …) asserts when the context is gone.) For whatever a person can close.
template<typename T, typename F>
void whenDone(const QFuture<T> &future, QObject *context, F f) {
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, f = std::move(f)]() mutable {
        watcher->deleteLater();
        handoff::acquire();
        if (watcher->future().resultCount() > 0)
            f(watcher->result());
    });
    watcher->setFuture(future);
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
        handoff::release();
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise;
};

/// The same as an operator: `backend.rows(ids) | then(this, [](const Result<…> &rows) { … });`
template<typename F>
struct Then {
    QObject *context;
    F f;
};
template<typename F>
Then<F> then(QObject *context, F f) {
    return {context, std::move(f)};
}
template<typename T, typename F>
void operator|(const QFuture<T> &future, Then<F> t) {
    whenDone(future, t.context, std::move(t.f));
}

} // namespace latchkey
