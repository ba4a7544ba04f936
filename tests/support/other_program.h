#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>

namespace latchkey {

/// Another program at the same SQLite file: its own connection, statement by statement.
class OtherProgram {
public:
    explicit OtherProgram(const QString &path, const QString &name = QStringLiteral("other"))
        : m_name(name) {
        m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_db.setDatabaseName(path);
        m_db.open();
    }
    ~OtherProgram() {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;
    bool run(const QString &statement) { return QSqlQuery(m_db).exec(statement); }

private:
    QString m_name;
    QSqlDatabase m_db;
};

} // namespace latchkey
