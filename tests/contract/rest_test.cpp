#include "tests/contract/contract.h"

#include "core/remote/rest_vault.h"
#include "tests/support/served_vault.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace {

using namespace latchkey;

/// Each vault behind a latchkeyd of its own.
class RestVaults final : public contract::Vaults {
public:
    void renew() override {
        m_daemon.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m_daemon = std::make_unique<DaemonProcess>();
        m_token = std::make_shared<SecretBytes>(SecretBytes::copyOf(initVault(path())));
        if (!m_daemon->configure("{\"environment\": \"production\"}") || !m_daemon->start(path()))
            qFatal("latchkeyd does not start: %s", m_daemon->log().constData());
    }
    std::shared_ptr<VaultBackend> open(const Clock &clock) override {
        const auto address = parseServerAddress(QStringLiteral("http://127.0.0.1:%1").arg(m_daemon->port));
        const auto session = waitFor(openRestVault(*address, m_token, clock));
        if (!session)
            qFatal("no session: %d", static_cast<int>(session.error().code));
        return session->backend;
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

    [[nodiscard]] Instant now() const override { return SystemClock().now(); }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("v/test.latchkey")); }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<DaemonProcess> m_daemon;
    std::shared_ptr<const SecretBytes> m_token;
};

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    RestVaults vaults;
    return contract::runLists(vaults, QCoreApplication::arguments());
}
