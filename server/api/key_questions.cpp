#include "core/backend/request_log.h"
#include "core/wire/key_json.h"
#include "core/wire/records_json.h"
#include "server/api/routes.h"

// What a window asks about keys beside their rows.

namespace latchkey::server {

namespace {

void counts(const CallPtr &call) {
    struct Asked {
        Thresholds thresholds;
        std::optional<Environment> environment;
    };
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        return Asked{wire::thresholdsFrom(r),
                     r.word("environment", [](QStringView w) { return environmentFromWord(w); })};
    });
    if (!asked)
        return;
    onward(call, call->site.vault.counts(asked->environment, asked->thresholds),
           [call](const SidebarCounts &c) { call->json(wire::toJson(c)); });
}

void summary(const CallPtr &call) {
    constexpr qsizetype MostKeys = 100'000;
    struct Asked {
        QList<KeyId> ids;
        Instant usedSince;
    };
    if (!noQuery(call))
        return;
    const auto asked = membersOf(call,
                                 [](wire::ObjectReader &r) {
                                     Asked a;
                                     a.ids = r.ids("ids", MostKeys);
                                     a.usedSince = r.instant("usedSince", true).value_or(Instant());
                                     return a;
                                 },
                                 {qsizetype{10} << 20, 4, 2 * static_cast<int>(MostKeys)});
    if (!asked)
        return;
    onward(call, call->site.vault.summary(asked->ids, asked->usedSince),
           [call](const KeySummary &s) { call->json(wire::toJson(s)); });
}

void alerts(const CallPtr &call) {
    const auto thresholds = queryOf(call, wire::thresholdsFrom);
    if (!thresholds)
        return;
    const auto ids = membersOf(call, [](wire::ObjectReader &r) { return r.ids("ids", 1'000); });
    if (!ids)
        return;
    onward(call, call->site.vault.alerts(*ids, *thresholds), [call](const QHash<KeyId, KeyAlerts> &found) {
        call->json({{QStringLiteral("alerts"), wire::toJson(found)}});
    });
}

void usage(const CallPtr &call) {
    struct Asked {
        QList<KeyId> ids;
        int days = 30;
    };
    if (!noQuery(call))
        return;
    const auto asked = membersOf(call, [](wire::ObjectReader &r) {
        Asked a;
        a.ids = r.ids("ids", 1'000);
        a.days = static_cast<int>(r.number("days", 1, 366).value_or(30));
        return a;
    });
    if (!asked)
        return;
    RequestLog *log = call->site.vault.requests();
    if (!log)
        return call->notFound();
    onward(call, log->usage(asked->ids, call->now(), asked->days),
           [call](const QHash<KeyId, QList<qint64>> &found) {
               QJsonObject usage;
               for (auto it = found.begin(); it != found.end(); ++it) {
                   QJsonArray days;
                   for (const qint64 n : it.value())
                       days.append(wire::counterText(n));
                   usage.insert(it.key().toString(), days);
               }
               call->json({{QStringLiteral("usage"), usage}});
           });
}

void suggestions(const CallPtr &call) {
    const auto column = queryOf(call, [](wire::QueryReader &r) {
        const auto c = r.word("column", wire::sortColumnFromWord);
        if (c != SortColumn::Owner && c != SortColumn::Tags && c != SortColumn::Customers)
            r.bad("column", "badWord");
        return c.value_or(SortColumn::Owner);
    });
    if (!column)
        return;
    onward(call, call->site.vault.suggestions(*column), [call](const QStringList &values) {
        call->json({{QStringLiteral("values"), QJsonArray::fromStringList(values)}});
    });
}

void nameTaken(const CallPtr &call) {
    struct Asked {
        QString name;
        Environment environment = Environment::Development;
        KeyId except;
    };
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        Asked a;
        a.name = r.text("name");
        if (a.name.isEmpty())
            r.bad("name", "missing");
        const auto e = r.word("environment", [](QStringView w) { return environmentFromWord(w); });
        if (!e)
            r.bad("environment", "missing");
        a.environment = e.value_or(Environment::Development);
        a.except = r.id("except");
        return a;
    });
    if (!asked)
        return;
    onward(call, call->site.vault.nameExists(asked->name, asked->environment, asked->except),
           [call](bool taken) {
               call->json({{QStringLiteral("taken"), taken}});
           });
}

void scopeUse(const CallPtr &call) {
    if (!noQuery(call))
        return;
    onward(call, call->site.vault.scopeUse(), [call](const QList<ScopeUse> &uses) {
        QJsonArray list;
        for (const ScopeUse &u : uses)
            list.append(wire::toJson(u));
        call->json({{QStringLiteral("uses"), list}});
    });
}

void find(const CallPtr &call) {
    struct Asked {
        KeyId credential;
        QByteArray verifier;
    };
    if (!noQuery(call))
        return;
    const auto asked = membersOf(call, [](wire::ObjectReader &r) {
        Asked a;
        a.credential = r.id("credentialId", true);
        const JsonNode *v = r.require("verifier");
        a.verifier = v ? wire::verifierFrom(v->text) : QByteArray();
        if (v && a.verifier.isEmpty())
            r.bad("verifier", "badVerifier");
        return a;
    });
    if (!asked)
        return;
    onward(call, call->site.vault.findByCredential(asked->credential, asked->verifier),
           [call](const ApiKey &key) { call->json(wire::toJson(key, call->now())); });
}

void owners(const CallPtr &call) {
    if (!noQuery(call))
        return;
    const auto ids = membersOf(call, [](wire::ObjectReader &r) { return r.ids("credentials", 200); });
    if (!ids)
        return;
    onward(call, call->site.vault.owners(*ids), [call](const QHash<KeyId, ApiKey> &found) {
        QJsonObject owners;
        for (auto it = found.begin(); it != found.end(); ++it)
            owners.insert(it.key().toString(), wire::toJson(it.value(), call->now()));
        call->json({{QStringLiteral("owners"), owners}});
    });
}

} // namespace

QList<Route> keyQuestionRoutes() {
    return {{"GET", "/v1/keys/counts", Readers, counts},
            {"POST", "/v1/keys/summary", Readers, summary},
            {"POST", "/v1/keys/alerts", Readers, alerts},
            {"POST", "/v1/keys/usage", Readers, usage},
            {"GET", "/v1/keys/suggestions", Readers, suggestions},
            {"GET", "/v1/keys/name-taken", Readers, nameTaken},
            {"GET", "/v1/keys/scope-use", Readers, scopeUse},
            {"POST", "/v1/keys/find", Readers, find},
            {"POST", "/v1/keys/owners", Readers, owners}};
}

} // namespace latchkey::server
