#pragma once

#include "core/token/token.h"
#include "tests/support/daemon_process.h"

namespace latchkey {

/// `latchkeyd init`: a vault with its first admin, whose token it gives. Ends the test where there is none.
inline QByteArray initVault(const QString &path) {
    QProcess init;
    dieWithTest(init);
    init.start(QStringLiteral(LATCHKEYD), {QStringLiteral("init"), QStringLiteral("--vault"), path});
    const bool done = init.waitForFinished(60'000) && init.exitCode() == 0;
    const QByteArray token = init.readAllStandardOutput().trimmed();
    if (!done || !token::parse(token))
        qFatal("init: %s", init.readAllStandardError().constData());
    if (init.readAllStandardError().contains(token))
        qFatal("init: the token stands on stderr");
    return token;
}

/// A vault that a latchkeyd of its own serves, and what its admin and a gateway say to it.
class ServedVault {
public:
    /// Of API keys with leads:read, in production.
    static QByteArray plainConfig(const QByteArray &more = {}) {
        return "{\"environment\": \"production\", " + more +
               "\"rules\": [{\"path\": \"/leads\", \"scope\": \"leads:read\"}, {\"path\": \"/admin\", "
               "\"scope\": \"leads:delete\"}]}";
    }
    /// `folder`: where the vault lies; empty: in a temporary folder.
    explicit ServedVault(QString folder = {})
        : m_folder(folder.isEmpty() ? dir.path() : std::move(folder)) {}

    QTemporaryDir dir;
    DaemonProcess daemon;
    QByteArray admin; ///< token of the first admin

    [[nodiscard]] QString path() const { return m_folder + QStringLiteral("/v/rest.latchkey"); }
    /// Makes the vault and serves it.
    bool init(const QByteArray &config = plainConfig()) {
        admin = initVault(path());
        return daemon.configure(config) && start();
    }
    bool start() { return daemon.start(path()); }

    [[nodiscard]] QList<QByteArray> fieldsOf(const QByteArray &body, QList<QByteArray> fields = {}) const {
        fields.append("Authorization: Bearer " + admin);
        if (!body.isEmpty())
            fields.append("Content-Type: application/json");
        return fields;
    }
    /// The management API, as the admin. Any thread.
    HttpAnswer ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                   const QList<QByteArray> &fields = {}) const {
        return httpAsk(daemon.port, method, target, fieldsOf(body, fields), body);
    }
    struct Made {
        QByteArray token, path, etag;
    };
    /// A key by POST, with leads:read; `more`: further members, each with a comma before it.
    Made make(const QByteArray &name = "Gateway", const QByteArray &more = {}) const {
        const HttpAnswer a =
            ask("POST", "/v1/keys",
                "{\"name\":\"" + name + "\",\"environment\":\"production\",\"scopes\":[\"leads:read\"]" +
                    more + "}");
        if (a.status != 201)
            qFatal("no key: %d %s", a.status, a.body.constData());
        return {a.json().value(QStringLiteral("token")).toString().toLatin1(), a.field("location"),
                a.field("etag")};
    }
    /// What a gateway's question with this token is answered. Any thread.
    int gateway(const QByteArray &token, const QByteArray &path = "/leads") const {
        return httpAsk(
                   daemon.port, "GET", "/v1/forward-auth",
                   {"X-Forwarded-Method: GET", "X-Forwarded-Uri: " + path, "Authorization: Bearer " + token})
            .status;
    }

private:
    QString m_folder;
};

} // namespace latchkey
