#pragma once

#include "core/model/error.h"
#include "core/model/handoff.h"

#include <QFuture>
#include <QPromise>
#include <QSqlDatabase>
#include <QThread>
#include <functional>
#include <memory>

namespace latchkey {

/// A thread with a database connection of its own. Tasks run in order, one at a time, on that thread.
class DbThread {
public:
    explicit DbThread(const QString &name);
    ~DbThread(); ///< waits for the running task; the tasks behind it end as cancelled
    DbThread(const DbThread &) = delete;
    DbThread &operator=(const DbThread &) = delete;

    [[nodiscard]] const QString &connectionName() const { return m_connection; }
    using Opener = std::function<Outcome(const QString &connectionName)>;
    /// `open` makes the connection `connectionName` on the thread.
    QFuture<Outcome> open(Opener opener);
    /// Called before each task from now on, on the thread, to make a lost connection again. A task that finds
    /// it lost nevertheless (Unreachable: nothing was changed) is then run once more. Before the first task.
    using Revive = std::function<Outcome(QSqlDatabase &)>;
    void setRevive(Revive revive) { m_revive = std::move(revive); }
    /// Its tasks are changes: one that ended Unreachable says so (params: "change"). Before the first task.
    void setChanging() { m_changing = true; }

    /// Runs `task(database)` there. The future finishes once, on every path; cancelling it before the task
    /// starts skips it.
    template<typename F>
    auto run(F task) -> QFuture<std::invoke_result_t<F, QSqlDatabase &>> {
        return runOnce(m_revive, std::move(task));
    }
    /// The same without an answer.
    void post(std::function<void(QSqlDatabase &, bool dying)> task);

private:
    template<typename F>
    auto runOnce(Revive revive, F task) -> QFuture<std::invoke_result_t<F, QSqlDatabase &>> {
        using R = std::invoke_result_t<F, QSqlDatabase &>;
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        post([promise, revive = std::move(revive), task = std::move(task),
              changing = m_changing](QSqlDatabase &db, bool dying) mutable {
            if (dying)
                promise->future().cancel();
            if (!promise->isCanceled())
                promise->addResult(revive ? insistently<R>(revive, task, db, changing) : task(db));
            handoff::release();
            promise->finish();
        });
        return future;
    }
    template<typename R, typename F>
    static R insistently(const Revive &revive, F &task, QSqlDatabase &db, bool changing) {
        if constexpr (std::is_convertible_v<tl::unexpected<Error>, R>) {
            const auto twice = [&]() -> R {
                if (auto there = revive(db); !there)
                    return fail(there.error());
                R result = task(db);
                if (result || result.error().code != ErrorCode::Unreachable || !revive(db))
                    return result;
                return task(db);
            };
            R result = twice();
            if (changing && !result && result.error().code == ErrorCode::Unreachable)
                result.error().params.insert(QStringLiteral("change"), true);
            return result;
        } else {
            return task(db);
        }
    }

    QThread m_thread;
    QString m_connection;
    QObject *m_worker = nullptr;
    Revive m_revive;
    bool m_changing = false;
    std::shared_ptr<std::atomic_bool> m_dying = std::make_shared<std::atomic_bool>(false);
};

} // namespace latchkey
