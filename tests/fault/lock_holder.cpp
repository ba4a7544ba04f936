#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>
#include <cstdio>

/// lock_holder FILE SECONDS: another program that writes in the vault for so long.
int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    db.setDatabaseName(app.arguments().value(1));
    if (!db.open() || !QSqlQuery(db).exec(QStringLiteral("BEGIN IMMEDIATE")))
        return 1;
    std::puts("holding");
    std::fflush(stdout);
    QThread::sleep(app.arguments().value(2).toULong());
    return QSqlQuery(db).exec(QStringLiteral("ROLLBACK")) ? 0 : 1;
}
