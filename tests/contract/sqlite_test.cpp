#include "tests/contract/contract.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace {

using namespace latchkey;

class SqliteVaults final : public contract::Vaults {
public:
    void renew() override { m_dir = std::make_unique<QTemporaryDir>(); }
    std::shared_ptr<VaultBackend> open(const Clock &clock) override {
        OpenOptions o;
        o.actor = QStringLiteral("Ana");
        return *waitFor(openLocalVault(path(), o, clock));
    }
    void spoil(const QString &statement) override {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("spoil"));
            db.setDatabaseName(path());
            if (!db.open() || !QSqlQuery(db).exec(statement))
                qFatal("spoil");
        }
        QSqlDatabase::removeDatabase(QStringLiteral("spoil"));
    }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("v/test.latchkey")); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    SqliteVaults vaults;
    return contract::run(vaults, QCoreApplication::arguments());
}
