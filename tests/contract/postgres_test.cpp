#include "core/storage/postgres/postgres_vault.h"
#include "tests/contract/contract.h"
#include "tests/support/private_postgres.h"

namespace {

using namespace latchkey;

class PostgresVaults final : public contract::Vaults {
public:
    void renew() override { m_database = m_server.newDatabase(); }
    std::shared_ptr<VaultBackend> open(const Clock &clock) override {
        PostgresOptions o;
        o.actor = QStringLiteral("Ana");
        auto opened = waitFor(openPostgresVault(m_server.uri(m_database), o, clock));
        if (!opened)
            qFatal("error %d %s", int(opened.error().code),
                   qPrintable(opened.error().params.value(QStringLiteral("reason")).toString()));
        return *opened;
    }
    void spoil(const QString &statement) override { m_server.sql(m_database, statement); }

private:
    PrivatePostgres m_server;
    QString m_database;
};

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    PostgresVaults vaults;
    return contract::run(vaults, QCoreApplication::arguments());
}
