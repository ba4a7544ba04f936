#include "core/remote/rest_vault.h"

#include "core/model/futures.h"
#include "core/remote/rest_backend.h"
#include "core/remote/rest_bodies.h"
#include "core/remote/rest_requests.h"
#include "core/wire/key_json.h"

#include <QElapsedTimer>
#include <QHostAddress>

namespace latchkey {

namespace {

/// One connection while it is being made or tested: it holds itself until its answer is given.
struct Opening : QObject {
    std::unique_ptr<RestLine> line;
    QElapsedTimer clock;
    PrincipalRecord me;
    wire::VaultDocument vault;
    QList<ConnectionStep> steps;
};
using OpeningPtr = std::shared_ptr<Opening>;

OpeningPtr start(const ServerAddress &address, const std::shared_ptr<const SecretBytes> &token,
                 const RestTimes &times) {
    // Its last holder may be a continuation that is just running.
    const OpeningPtr o(new Opening, [](Opening *gone) { gone->deleteLater(); });
    o->line = std::make_unique<RestLine>(address, token, times);
    o->clock.start();
    return o;
}

template<typename T>
Error withoutUnknown(const Result<T> &r, const QString &where) {
    // Whatever has no such page is no latchkeyd.
    if (r.error().code == ErrorCode::NotFound)
        return Error(ErrorCode::NotAServer, {{QStringLiteral("path"), where}});
    return r.error();
}

Result<PrincipalRecord> readMe(const JsonNode &node) {
    return wire::principalFrom(node);
}

/// The last that an opening asks for. `position`: a place in the changes from before; what comes behind it is
/// heard of later.
QFuture<Result<RestBackend::Start>> readCatalogue(const Opening &o, const QString &position) {
    return o.line->ask<RestBackend::Start>(
        rest::get("/v1/catalogue"),
        [vault = o.vault, me = o.me.name, position](const ServerAnswer &a) -> Result<RestBackend::Start> {
            auto catalogue = Catalogue::fromJson(a.body);
            if (!catalogue)
                return fail(catalogue.error());
            RestBackend::Start s{vault, *std::move(catalogue), me, position};
            s.vault.catalogueVersion = wire::versionOfEtag(a.etag).value_or(vault.catalogueVersion);
            return s;
        });
}

/// An auditor reads the audit log and nothing else, neither catalogue nor changes.
QFuture<Result<RestBackend::Start>> withoutCatalogue(const Opening &o) {
    return ready<Result<RestBackend::Start>>(RestBackend::Start{o.vault, {}, o.me.name, {}});
}

} // namespace

Result<ServerAddress> parseServerAddress(const QString &text) {
    const auto bad = [](const char *code) {
        return fail(Error(QList<FieldError>{{QStringLiteral("url"), QLatin1StringView(code), {}}}));
    };
    if (text.trimmed().isEmpty())
        return bad("empty");
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() || (!url.path().isEmpty() && url.path() != QStringLiteral("/")))
        return bad("malformed");
    if (url.scheme() != QLatin1StringView("https") && url.scheme() != QLatin1StringView("http"))
        return bad("scheme");
    const QString host = url.host();
    const bool local = host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
    if (url.scheme() == QLatin1StringView("http") && !local)
        return bad("notLocal");
    url.setPath(QString());
    ServerAddress address;
    address.url = url;
    return address;
}

Result<QUrl> parseProxy(const QString &text) {
    const auto bad = [](const char *code) {
        return fail(Error(QList<FieldError>{{QStringLiteral("proxy"), QLatin1StringView(code), {}}}));
    };
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return bad("empty");
    const QUrl url(typed.contains(QStringLiteral("://")) ? typed : QStringLiteral("http://") + typed,
                   QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !url.userInfo().isEmpty() ||
        url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != QStringLiteral("/")))
        return bad("malformed");
    if (url.scheme() != QLatin1StringView("http") && url.scheme() != QLatin1StringView("socks5"))
        return bad("scheme");
    return url;
}

QFuture<Result<ServerSession>> openRestVault(const ServerAddress &address,
                                             std::shared_ptr<const SecretBytes> token, const Clock &clock,
                                             const RestTimes &times) {
    const Answer<Result<ServerSession>> answer;
    const OpeningPtr o = start(address, token, times);
    o->line->askJson<PrincipalRecord>(rest::get("/v1/me"), readMe) |
        then(o.get(), [o, answer, &clock, times](const Result<PrincipalRecord> &me) {
            if (!me)
                return answer.give(fail(withoutUnknown(me, o->line->where())));
            o->me = *me;
            const auto changes =
                o->line->askJson<wire::ChangesDocument>(rest::get("/v1/changes"), wire::changesFrom);
            o->line->askJson<wire::VaultDocument>(rest::get("/v1/vault"), wire::vaultFrom) |
                then(o.get(), [o, answer, changes, &clock, times](const Result<wire::VaultDocument> &vault) {
                    if (!vault)
                        return answer.give(fail(withoutUnknown(vault, o->line->where())));
                    o->vault = *vault;
                    changes | then(o.get(), [o, answer, &clock,
                                             times](const Result<wire::ChangesDocument> &from) {
                        const QString position = from ? from->position : QString();
                        (o->me.role == Role::Auditor ? withoutCatalogue(*o) : readCatalogue(*o, position)) |
                            then(o.get(), [o, answer, &clock, times](const Result<RestBackend::Start> &s) {
                                if (!s)
                                    return answer.give(fail(s.error()));
                                ServerSession session;
                                session.me = o->me;
                                session.principal = o->me.principal();
                                session.backend =
                                    std::make_shared<RestBackend>(std::move(o->line), *s, clock, times);
                                answer.give(std::move(session));
                            });
                    });
                });
        });
    return answer.future();
}

QFuture<Result<QList<ConnectionStep>>> testServer(const ServerAddress &address,
                                                  std::shared_ptr<const SecretBytes> token, RestTimes times) {
    using What = ConnectionStep::What;
    using Steps = Result<QList<ConnectionStep>>;
    const Answer<Steps> answer;
    times.retries = 0;
    const OpeningPtr o = start(address, token, times);
    const auto step = [o](What what, const Outcome &outcome, QVariantMap facts = {}) {
        facts.insert(QStringLiteral("ms"), o->clock.restart());
        o->steps.append({what, outcome, facts});
    };
    o->line->askJson<PrincipalRecord>(rest::get("/v1/me"), readMe) |
        then(o.get(), [o, answer, step, secure = address.url.scheme() == QLatin1StringView("https")](
                          const Result<PrincipalRecord> &me) {
            o->line->certificate() | then(o.get(), [o, answer, step, secure, me](const QVariantMap &seen) {
                const ErrorCode code = me ? ErrorCode::Internal : me.error().code;
                if (!me && (code == ErrorCode::Unreachable || code == ErrorCode::Unanswered)) {
                    step(What::Reach, fail(me.error()));
                    return answer.give(o->steps);
                }
                step(What::Reach, ok());
                if (!me && code == ErrorCode::UntrustedServer) {
                    step(What::Tls, fail(me.error()), me.error().params);
                    return answer.give(o->steps);
                }
                if (secure)
                    step(What::Tls, ok(), seen);
                if (!me) {
                    step(What::SignIn, fail(withoutUnknown(me, o->line->where())));
                    return answer.give(o->steps);
                }
                step(What::SignIn, ok());
                step(What::Permissions, ok(),
                     {{QStringLiteral("name"), me->name}, {QStringLiteral("role"), toWord(me->role)}});
                o->line->askJson<wire::VaultDocument>(rest::get("/v1/vault"), wire::vaultFrom) |
                    then(o.get(), [o, answer, step](const Result<wire::VaultDocument> &vault) {
                        if (vault)
                            step(What::Version, ok(),
                                 {{QStringLiteral("server"), vault->server},
                                  {QStringLiteral("vault"), vault->info.name}});
                        else
                            step(What::Version, fail(vault.error()));
                        answer.give(o->steps);
                    });
            });
        });
    return answer.future();
}

} // namespace latchkey
