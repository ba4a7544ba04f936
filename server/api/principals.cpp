#include "core/model/visible_text.h"
#include "core/token/token.h"
#include "core/wire/key_json.h"
#include "core/wire/records_json.h"
#include "server/api/key_access.h"
#include "server/api/routes.h"

// Who may use this server. Tokens are made here and told once.

namespace latchkey::server {

namespace {

constexpr int LongestName = 100;

ScopeSet scopesOf(wire::ObjectReader &r) {
    ScopeSet scopes;
    const QStringList texts = r.texts("scopes", 1'000);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const auto s = Scope::fromString(texts[i]))
            scopes.insert(*s);
        else
            r.bad(QStringLiteral("scopes[%1]").arg(i).toLatin1().constData(), "badScope");
    }
    return scopes;
}

void refuseReadOnly(wire::ObjectReader &r) {
    r.refuse({"id", "credentialId", "version", "createdAt", "createdBy", "changedAt", "changedBy",
              "lastUsedAt", "damaged"});
}

/// Only an operator holds scopes of their own choice: an admin holds all, the others none.
void checkHeld(wire::ObjectReader &r, Role role, bool holdsAll, const ScopeSet &scopes) {
    if (role != Role::Operator && !scopes.isEmpty())
        r.bad("scopes", "notForThisRole");
    if ((role == Role::Viewer || role == Role::Auditor) && holdsAll)
        r.bad("holdsAll", "notForThisRole");
    if (role == Role::Operator && !holdsAll && scopes.isEmpty())
        r.bad("scopes", "empty");
    if (role == Role::Operator && holdsAll && !scopes.isEmpty())
        r.bad("scopes", "withHoldsAll");
}

QString nameFrom(wire::ObjectReader &r) {
    const QString name = r.text("name", true).trimmed();
    if (const QString bad = badCharacter(name); !bad.isEmpty())
        r.bad("name", bad.toLatin1().constData());
    else if (lengthOf(name) > LongestName)
        r.bad("name", "tooLong", {{QStringLiteral("max"), LongestName}});
    else if (name.isEmpty() && r.has("name"))
        r.bad("name", "empty");
    return name;
}

void givePrincipal(const CallPtr &call, const PrincipalRecord &p) {
    call->json(wire::toJson(p), 200, {{"ETag", wire::etagOf(p.version)}});
}

void giveWithToken(const CallPtr &call, const PrincipalRecord &p, const SharedSecret &token, int status) {
    Call::Headers headers{{"ETag", wire::etagOf(p.version)}};
    if (status == 201)
        headers.append({"Location", "/v1/principals/" + p.id.toString().toLatin1()});
    call->json({{QStringLiteral("principal"), wire::toJson(p)},
                {QStringLiteral("token"), QString::fromLatin1(token->view())}},
               status, std::move(headers));
}

void listPrincipals(const CallPtr &call) {
    if (!noQuery(call))
        return;
    onward(call, call->site.principals.all(), [call](const QList<PrincipalRecord> &all) {
        QJsonArray list;
        for (const PrincipalRecord &p : all)
            list.append(wire::toJson(p));
        call->json({{QStringLiteral("principals"), list}});
    });
}

void withPrincipal(const CallPtr &call, const std::function<void(const PrincipalRecord &)> &f) {
    const auto id = idOf(call);
    if (!id)
        return;
    onward(call, call->site.principals.all(), [call, f, id](const QList<PrincipalRecord> &all) {
        const auto it =
            std::find_if(all.begin(), all.end(), [id](const PrincipalRecord &p) { return p.id == *id; });
        it == all.end() ? call->notFound() : f(*it);
    });
}

void getPrincipal(const CallPtr &call) {
    if (noQuery(call))
        withPrincipal(call, [call](const PrincipalRecord &p) { givePrincipal(call, p); });
}

void createPrincipal(const CallPtr &call) {
    if (!noQuery(call))
        return;
    auto asked = membersOf(call, [](wire::ObjectReader &r) {
        refuseReadOnly(r);
        NewPrincipal p;
        p.name = nameFrom(r);
        const auto role = r.word(
            "role", [](QStringView w) { return roleFromWord(w); }, true);
        p.role = role.value_or(Role::Viewer);
        p.holdsAll = r.flag("holdsAll").value_or(false);
        p.scopes = scopesOf(r);
        if (role)
            checkHeld(r, p.role, p.holdsAll, p.scopes);
        p.holdsAll = p.holdsAll || p.role == Role::Admin;
        return p;
    });
    if (!asked)
        return;
    auto made = token::generateAdmin(call->site.vault.info().prefix);
    const auto secret = std::make_shared<const SecretBytes>(std::move(made.token));
    asked->id = token::randomId();
    asked->credentialId = made.id;
    asked->verifier = made.verifier;
    asked->actor = call->actor();
    asked->at = call->now();
    onward(call, call->site.principals.create(*asked),
           [call, secret](const PrincipalRecord &p) { giveWithToken(call, p, secret, 201); });
}

/// The version of If-Match goes into the change; the store compares it.
std::optional<PrincipalChange> changeOf(const CallPtr &call) {
    const auto id = idOf(call);
    const auto version = id ? call->matchedVersion() : std::nullopt;
    if (!version)
        return std::nullopt;
    PrincipalChange c;
    c.id = *id;
    c.expectedVersion = *version;
    c.actor = call->actor();
    c.at = call->now();
    return c;
}

void patchPrincipal(const CallPtr &call) {
    const auto base = noQuery(call) ? changeOf(call) : std::nullopt;
    if (!base)
        return;
    withPrincipal(call, [call, base](const PrincipalRecord &known) {
        const auto change = membersOf(call, [&](wire::ObjectReader &r) {
            refuseReadOnly(r);
            r.refuse({"name"});
            PrincipalChange c = *base;
            c.role = r.word("role", [](QStringView w) { return roleFromWord(w); });
            const Role role = c.role.value_or(known.role);
            // With another role what was held before means nothing.
            const bool kept = role == known.role;
            const bool all = r.flag("holdsAll").value_or(kept && role != Role::Admin && known.holdsAll);
            const ScopeSet scopes = r.has("scopes") ? scopesOf(r) : kept && !all ? known.scopes : ScopeSet();
            checkHeld(r, role, all, scopes);
            c.holdsAll = all || role == Role::Admin;
            c.scopes = scopes;
            c.active = r.flag("active");
            return c;
        });
        if (change)
            onward(
                call, call->site.principals.change(*change),
                [call](const PrincipalRecord &p) { givePrincipal(call, p); }, true);
    });
}

void deletePrincipal(const CallPtr &call) {
    auto change = noQuery(call) && call->noBody() ? changeOf(call) : std::nullopt;
    if (!change)
        return;
    change->remove = true;
    onward(
        call, call->site.principals.change(*change),
        [call](const PrincipalRecord &p) { givePrincipal(call, p); }, true);
}

void rotatePrincipal(const CallPtr &call) {
    auto change = noQuery(call) && call->noBody() ? changeOf(call) : std::nullopt;
    if (!change)
        return;
    auto made = token::generateAdmin(call->site.vault.info().prefix);
    const auto secret = std::make_shared<const SecretBytes>(std::move(made.token));
    change->credential = PrincipalChange::Credential{made.id, made.verifier};
    onward(
        call, call->site.principals.change(*change),
        [call, secret](const PrincipalRecord &p) { giveWithToken(call, p, secret, 200); }, true);
}

} // namespace

QList<Route> principalRoutes() {
    return {{"GET", "/v1/principals", Admins, listPrincipals},
            {"POST", "/v1/principals", Admins, createPrincipal},
            {"GET", "/v1/principals/{id}", Admins, getPrincipal},
            {"PATCH", "/v1/principals/{id}", Admins, patchPrincipal},
            {"DELETE", "/v1/principals/{id}", Admins, deletePrincipal},
            {"POST", "/v1/principals/{id}/rotate", Admins, rotatePrincipal}};
}

} // namespace latchkey::server
