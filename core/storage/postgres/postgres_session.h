#pragma once

#include "core/storage/postgres/deadline.h"
#include "core/storage/postgres/postgres_address.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <functional>
#include <map>
#include <memory>

namespace latchkey {

/// What one connection to PostgreSQL is made of, kept with its driver so that it can be made again. Lives on
/// the thread of the connection.
class PostgresSession final : public QObject {
    Q_OBJECT
public:
    struct Times {
        int answerMs = 15'000;  ///< no answer to a statement for so long: the connection is given up
        int lockMs = 5'000;     ///< another writer may keep the lock for so long (Busy)
        int resolveMs = 10'000; ///< after a commit without an answer: how long it is asked for
    };
    /// Makes the connection `connection` on the calling thread and opens it.
    static Outcome open(const QString &connection, const PostgresAddress &address, const Times &times,
                        const std::shared_ptr<Deadline> &deadline);
    /// Null where this is no connection of ours.
    static PostgresSession *of(const QSqlDatabase &db);

    [[nodiscard]] QString location() const { return m_address.shown(); }
    [[nodiscard]] const PostgresAddress &address() const { return m_address; }
    /// The next revive() makes this connection anew, whatever the driver thinks of it.
    void giveUp() { m_lost = true; }
    /// Opens again what was lost. After a failure it waits longer from time to time before it tries again,
    /// or until another connection of the vault was made, and says the last error until then.
    Outcome revive();
    /// Calls `told` for every NOTIFY on this channel, on this thread, also after the connection was made
    /// again.
    Outcome listenTo(const QString &channel, std::function<void()> told);

    /// Statements that this connection has prepared, by their text.
    std::map<QString, QSqlQuery> &prepared() { return m_prepared; }

    enum class Fate { Done, NotDone, Unknown };
    /// What became of the transaction with this number, whose commit got no answer. Connects again for it.
    Fate fateOf(const QString &transaction);

    /// A statement is on its way: until the thread's event loop has its turn again, the server has this long
    /// from the last one on. (The driver sends more when a query is destroyed.)
    void expectAnswer();

private:
    PostgresSession(QString connection, PostgresAddress address, const Times &times,
                    std::shared_ptr<Deadline> deadline);
    Outcome connectAgain();
    Outcome setUp(QSqlDatabase &db);
    Outcome subscribe(QSqlDatabase &db);

    QString m_connection;
    PostgresAddress m_address;
    Times m_times;
    std::shared_ptr<Deadline> m_deadline;
    std::shared_ptr<Deadline::Line> m_line;
    QString m_channel;
    std::map<QString, QSqlQuery> m_prepared;
    Error m_lastError;
    QElapsedTimer m_failed;
    int m_pauseMs = 0;
    int m_madeBefore = 0; ///< connections of this vault, before the last try to make this one again
    bool m_lost = false, m_expecting = false;
};

} // namespace latchkey
