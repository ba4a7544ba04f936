#pragma once

#include "core/token/token.h"
#include "server/api/rest_api.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace latchkey::server {

/// A management API on a real vault, asked without HTTP. With LATCHKEY_EXCHANGES in the environment every
/// answer is written to that file, for the check against the OpenAPI document.
class TestApi {
public:
    TestApi() {
        vault.open(QStringLiteral("test"));
        api = std::make_unique<RestApi>(*vault.backend, vault.clock);
        admin = add(QStringLiteral("root"), Role::Admin);
    }

    struct Ask {
        QByteArray method, target, body = {};
        QByteArray ifMatch = {}, ifNoneMatch = {}, idempotencyKey = {};
        QByteArray contentType = "application/json";
    };
    struct Reply {
        int status = 0;
        QByteArray body, contentType;
        QHash<QByteArray, QByteArray> headers;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] QString code() const { return json().value(QStringLiteral("code")).toString(); }
        [[nodiscard]] QByteArray etag() const { return headers.value("ETag"); }
    };

    /// A principal with a token of its own.
    QByteArray add(const QString &name, Role role, const QString &scopes = {}) {
        auto made = token::generateAdmin(vault.backend->info().prefix);
        NewPrincipal p{token::randomId(),
                       made.id,
                       made.verifier,
                       name,
                       role,
                       role == Role::Admin || scopes == QStringLiteral("*"),
                       ScopeSet::parse(scopes == QStringLiteral("*") ? QString() : scopes),
                       {QStringLiteral("test")},
                       vault.clock.now()};
        const auto created = waitFor(vault.backend->principals()->create(p));
        if (!created)
            qFatal("no principal");
        return made.token.view().toByteArray();
    }

    QFuture<ApiResponse> start(const QByteArray &token, const Ask &ask) {
        ApiRequest r;
        r.method = ask.method;
        r.target = ask.target;
        r.body = ask.body;
        r.contentType = ask.body.isEmpty() ? QByteArray() : ask.contentType;
        r.ifMatch = ask.ifMatch;
        r.ifNoneMatch = ask.ifNoneMatch;
        r.idempotencyKey = ask.idempotencyKey;
        if (!token.isEmpty())
            r.bearer = std::make_shared<const SecretBytes>(SecretBytes::copyOf(token));
        r.peer = peer;
        r.requestId = QStringLiteral("0123456789abcdef");
        return api->handle(std::move(r));
    }
    Reply finish(const Ask &ask, const QFuture<ApiResponse> &future) {
        ApiResponse answer = waitFor(future);
        for (bool more = answer.more != nullptr; more;) {
            const auto piece = waitFor(answer.more());
            more = piece && !piece->isEmpty();
            answer.body += piece ? *piece : QByteArray();
        }
        Reply reply{answer.status, answer.body, answer.contentType, {}};
        for (const auto &[name, value] : answer.headers)
            reply.headers.insert(name, value);
        record(ask, reply);
        return reply;
    }
    Reply ask(const QByteArray &token, const Ask &what) { return finish(what, start(token, what)); }
    Reply ask(const Ask &what) { return ask(admin, what); }

    [[nodiscard]] static QByteArray keyBody(const QString &name = QStringLiteral("CRM sync"),
                                            const QByteArray &scopes = R"(["leads:read","leads:write"])",
                                            const QByteArray &more = {}) {
        return R"({"name":")" + name.toUtf8() + R"(","environment":"production","scopes":)" + scopes + more +
               "}";
    }
    /// A new key by POST.
    QJsonObject makeKey(const QString &name = QStringLiteral("CRM sync"),
                        const QByteArray &scopes = R"(["leads:read","leads:write"])") {
        const Reply r = ask({"POST", "/v1/keys", keyBody(name, scopes)});
        if (r.status != 201)
            qFatal("no key: %s", r.body.constData());
        return r.json().value(QStringLiteral("key")).toObject();
    }
    [[nodiscard]] static QByteArray idOf(const QJsonObject &key) {
        return key.value(QStringLiteral("id")).toString().toLatin1();
    }

    TestVault vault;
    std::unique_ptr<RestApi> api;
    QByteArray admin;
    QHostAddress peer{QStringLiteral("192.0.2.1")};

private:
    static void record(const Ask &ask, const Reply &reply) {
        const QByteArray path = qgetenv("LATCHKEY_EXCHANGES");
        if (path.isEmpty())
            return;
        QFile file(QString::fromLocal8Bit(path));
        if (!file.open(QIODevice::Append))
            qFatal("the exchanges cannot be written");
        const QJsonObject o{{QStringLiteral("method"), QString::fromLatin1(ask.method)},
                            {QStringLiteral("target"), QString::fromLatin1(ask.target)},
                            {QStringLiteral("status"), reply.status},
                            {QStringLiteral("contentType"), QString::fromLatin1(reply.contentType)},
                            {QStringLiteral("body"), QString::fromUtf8(reply.body)}};
        file.write(QJsonDocument(o).toJson(QJsonDocument::Compact) + '\n');
    }
};

} // namespace latchkey::server
