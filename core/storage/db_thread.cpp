#include "core/storage/db_thread.h"

#include <QUuid>

namespace latchkey {

DbThread::DbThread(const QString &name)
    : m_connection(name + u'-' + QUuid::createUuid().toString(QUuid::Id128)) {
    m_thread.setObjectName(name);
    m_worker = new QObject;
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DbThread::~DbThread() {
    *m_dying = true;
    // The worker goes last, on its own thread, after every task that is queued before this one.
    handoff::post(
        m_worker,
        [worker = m_worker, connection = m_connection, thread = &m_thread] {
            QSqlDatabase::database(connection, false).close();
            QSqlDatabase::removeDatabase(connection);
            delete worker;
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<Outcome> DbThread::open(Opener opener) {
    auto task = [opener = std::move(opener), connection = m_connection](QSqlDatabase &) {
        return opener(connection);
    };
    return runOnce({}, std::move(task));
}

void DbThread::post(std::function<void(QSqlDatabase &, bool)> task) {
    handoff::post(
        m_worker,
        [task = std::move(task), revive = m_revive, connection = m_connection, dying = m_dying] {
            QSqlDatabase db = QSqlDatabase::database(connection, false);
            if (revive && !*dying)
                (void)revive(db); // a task that finds nobody says so itself
            task(db, *dying);
        },
        Qt::QueuedConnection);
}

} // namespace latchkey
