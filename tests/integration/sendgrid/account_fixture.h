#pragma once

#include "core/remote/sendgrid/sendgrid_backend.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "tests/support/fake_sendgrid.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>

namespace latchkey {

/// A new account for each test, signed in to.
class AccountFixture : public QObject {
protected:
    std::unique_ptr<FakeSendGrid> server;
    std::unique_ptr<QTemporaryDir> dir;
    SystemClock clock;
    SendGridSession session;
    RestTimes times{2'000, 8'000, 20, 1};

    void begin() {
        session = {};
        dir = std::make_unique<QTemporaryDir>();
        server = std::make_unique<FakeSendGrid>();
        QVERIFY(server->listen());
    }
    [[nodiscard]] SendGridAccount account() const {
        SendGridAccount a;
        a.address = *parseServerAddress(server->url());
        a.name = QStringLiteral("Mail");
        a.vaultId = QStringLiteral("0123456789abcdef");
        a.notesFile = dir->filePath(QStringLiteral("notes/one.json"));
        return a;
    }
    [[nodiscard]] std::shared_ptr<const SecretBytes> key() const {
        return std::make_shared<const SecretBytes>(SecretBytes::copyOf(server->callerKey()));
    }
    Result<SendGridSession> tryOpen(const QString &subuser = {}) {
        SendGridAccount a = account();
        a.subuser = subuser;
        return waitFor(openSendGrid(a, key(), QStringLiteral("Ana"), clock, times));
    }
    void open() {
        auto opened = tryOpen();
        QVERIFY2(opened.has_value(), "the account opens");
        session = *opened;
    }
    [[nodiscard]] VaultBackend &backend() const { return *session.backend; }
    [[nodiscard]] QList<KeyId> ids(const QString &search = {}) const {
        KeyQuery q;
        q.filter = parseFilter(search);
        q.sort = {SortColumn::Name, Qt::AscendingOrder};
        const auto list = waitFor(backend().list(q));
        QList<KeyId> all;
        for (qsizetype i = 0; list && i < (*list)->size(); ++i)
            all.append((*list)->idAt(i));
        return all;
    }
    ApiKey row(const KeyId &id) const {
        const auto rows = waitFor(backend().rows({id}));
        return rows && !rows->isEmpty() ? rows->first() : ApiKey();
    }
    static KeyId idOf(const FakeSendGrid::Key &k) { return sendgrid::keyIdOf(QString::fromLatin1(k.id)); }
    static ScopeSet scopes(std::initializer_list<const char *> texts) {
        ScopeSet all;
        for (const char *t : texts)
            all.insert(*Scope::fromService(QString::fromLatin1(t)));
        return all;
    }
    NewKey wish(const QString &name, std::initializer_list<const char *> texts = {"mail.send"}) const {
        NewKey n;
        n.config.name = name;
        n.config.scopes = scopes(texts);
        n.at = clock.now();
        return n;
    }
    static KeyChange changeOf(const ApiKey &key) {
        KeyChange c;
        c.id = key.id;
        c.expectedVersion = key.version;
        c.action = QStringLiteral("key.edit");
        c.config = key.config;
        return c;
    }
    static KeyChange deletionOf(const ApiKey &key) {
        KeyChange c = changeOf(key);
        c.config.reset();
        c.state = KeyState::Purged;
        return c;
    }
    [[nodiscard]] QJsonObject lastBody(const QByteArray &method) const {
        for (qsizetype i = server->asked.size() - 1; i >= 0; --i) {
            if (server->asked[i].method == method)
                return QJsonDocument::fromJson(server->asked[i].body).object();
        }
        return {};
    }
    static FakeSendGrid::Instead plain(int status, const QByteArray &body = {}) {
        return {{status, body, {{"Content-Type", "application/json"}}}, false};
    }
};

} // namespace latchkey
