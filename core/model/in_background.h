#pragma once

#include "core/model/futures.h"

#include <QThreadPool>
#include <functional>

namespace latchkey {

/// Runs `f` on a thread of `pool`; the answer is a future. What `f` uses must live until then.
template<typename F>
auto inBackground(QThreadPool &pool, F f) -> QFuture<std::invoke_result_t<F>> {
    const Answer<std::invoke_result_t<F>> answer;
    std::function<void()> task = [answer, f = std::move(f)]() mutable {
        handoff::acquire();
        answer.give(f());
    };
    handoff::release();
    pool.start(std::move(task));
    return answer.future();
}

} // namespace latchkey
