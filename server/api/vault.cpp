#include "core/wire/key_json.h"
#include "core/wire/records_json.h"
#include "server/api/change_tail.h"
#include "server/api/routes.h"

#include <QFile>

static void initOpenApi() {
    Q_INIT_RESOURCE(latchkey_openapi);
}

// The vault itself: what it is, who asks, what changed, and its catalogue.

namespace latchkey::server {

namespace {

void openApi(const CallPtr &call) {
    if (!noQuery(call))
        return;
    initOpenApi();
    QFile file(QStringLiteral(":/latchkey/openapi/latchkey.json"));
    if (!file.open(QIODevice::ReadOnly))
        return call->notFound();
    ApiResponse r;
    r.body = file.readAll();
    call->give(std::move(r));
}

void me(const CallPtr &call) {
    if (noQuery(call))
        call->json(wire::toJson(call->caller), 200, {{"ETag", wire::etagOf(call->caller.version)}});
}

void vault(const CallPtr &call) {
    if (!noQuery(call))
        return;
    VaultBackend &v = call->site.vault;
    wire::VaultDocument d;
    d.info = v.info();
    d.catalogueVersion = v.catalogueVersion();
    d.capabilities = v.capabilities();
    d.keepsRequests = v.requests() != nullptr;
    d.now = call->now();
    d.server = QStringLiteral(LATCHKEY_VERSION);
    call->json(wire::toJson(d));
}

void changes(const CallPtr &call) {
    constexpr int MostWaitMs = 10'000;
    struct Asked {
        QString after;
        int waitMs = 0;
    };
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        return Asked{r.text("after", 100), static_cast<int>(r.number("waitMs", 0, MostWaitMs).value_or(0))};
    });
    if (!asked)
        return;
    ChangeTail &tail = call->site.changes;
    const auto found = tail.since(asked->after);
    if (found.position != asked->after || asked->waitMs == 0)
        return call->json(wire::toJson(found));
    tail.whenMoved(&call->site.context, asked->waitMs, [call, after = asked->after] {
        call->json(wire::toJson(call->site.changes.since(after)));
    });
}

/// Which processes answer gateways, and how far each has followed: a change is everywhere when the epoch of
/// every one has reached the number of its audit row.
void verifiers(const CallPtr &call) {
    VerifierFeed *feed = call->site.vault.verifiers();
    if (!noQuery(call))
        return;
    if (!feed)
        return call->notFound();
    AuditQuery newest;
    newest.limit = 1;
    onward(call, call->site.vault.audit(newest), [call, feed](const QList<AuditEvent> &events) {
        const qint64 epoch = events.isEmpty() ? 0 : events.first().seq;
        onward(call, feed->nodes(), [call, epoch](const VerifierNodes &known) {
            QJsonArray list;
            for (const VerifierNode &n : known.nodes)
                list.append(wire::toJson(n));
            call->json({{QStringLiteral("epoch"), wire::counterText(epoch)},
                        {QStringLiteral("now"), known.now.toIso()},
                        {QStringLiteral("verifiers"), list}});
        });
    });
}

void giveCatalogue(const CallPtr &call) {
    ApiResponse r;
    r.body = call->site.vault.catalogue().toJson();
    r.headers = {{"ETag", wire::etagOf(call->site.vault.catalogueVersion())}};
    call->give(std::move(r));
}

void getCatalogue(const CallPtr &call) {
    if (noQuery(call))
        giveCatalogue(call);
}

void putCatalogue(const CallPtr &call) {
    const auto action = queryOf(call, [](wire::QueryReader &r) {
        const QString word = r.text("action");
        static const QSet<QString> known{QString(), QStringLiteral("edit"), QStringLiteral("import"),
                                         QStringLiteral("undo")};
        if (!known.contains(word))
            r.bad("action", "badWord");
        return QStringLiteral("catalogue.") + (word.isEmpty() ? QStringLiteral("edit") : word);
    });
    if (!action)
        return;
    const auto version = call->matchedVersion();
    if (!version)
        return;
    const auto catalogue = Catalogue::fromJson(call->request.body);
    if (!catalogue)
        return call->fail(catalogue.error());
    onward(
        call, call->keys().changeCatalogue(*catalogue, *version, *action),
        [call](const std::monostate &) { giveCatalogue(call); }, true);
}

} // namespace

QList<Route> vaultRoutes() {
    return {{"GET", "/v1/openapi.json", Public, openApi},  {"GET", "/v1/me", Everyone, me},
            {"GET", "/v1/vault", Everyone, vault},         {"GET", "/v1/changes", Readers, changes},
            {"GET", "/v1/verifiers", Readers, verifiers},  {"GET", "/v1/catalogue", Readers, getCatalogue},
            {"PUT", "/v1/catalogue", Admins, putCatalogue}};
}

} // namespace latchkey::server
