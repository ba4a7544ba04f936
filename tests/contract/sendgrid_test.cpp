#include "core/remote/sendgrid/sendgrid_account.h"
#include "tests/contract/contract.h"
#include "tests/support/fake_sendgrid.h"

#include <QCoreApplication>

namespace {

using namespace latchkey;

/// Each vault an account of SendGrid's.
class Accounts final : public contract::Vaults {
public:
    void renew() override {
        m_server = std::make_unique<FakeSendGrid>();
        m_dir = std::make_unique<QTemporaryDir>();
        if (!m_server->listen())
            qFatal("no server");
    }
    std::shared_ptr<VaultBackend> open(const Clock &clock) override {
        SendGridAccount a;
        a.address = *parseServerAddress(m_server->url());
        a.notesFile = m_dir->filePath(QStringLiteral("notes.json"));
        a.vaultId = QStringLiteral("0123456789abcdef");
        const auto key = std::make_shared<const SecretBytes>(SecretBytes::copyOf(m_server->callerKey()));
        const auto session = waitFor(openSendGrid(a, key, QStringLiteral("Ana"), clock));
        if (!session)
            qFatal("no session: %d", static_cast<int>(session.error().code));
        m_principal = session->principal;
        return session->backend;
    }
    void spoil(const QString &) override {}
    [[nodiscard]] ScopeSet scopes() const override {
        ScopeSet all;
        for (const QString &s : {QStringLiteral("mail.send"), QStringLiteral("stats.read")})
            all.insert(*Scope::fromService(s));
        return all;
    }
    [[nodiscard]] Principal principal() const override { return m_principal; }

private:
    std::unique_ptr<FakeSendGrid> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    Principal m_principal;
};

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    Accounts accounts;
    return contract::runCommon(accounts, QCoreApplication::arguments());
}
