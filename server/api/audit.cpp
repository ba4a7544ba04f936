#include "core/services/audit_export.h"
#include "core/wire/records_json.h"
#include "server/api/key_access.h"
#include "server/api/routes.h"

namespace latchkey::server {

namespace {

void givePage(const CallPtr &call, AuditQuery query) {
    const int limit = query.limit;
    ++query.limit; // one more says whether there are more
    onward(call, call->site.vault.audit(query), [call, limit](QList<AuditEvent> events) {
        const bool more = events.size() > limit;
        if (more)
            events.resize(limit);
        QJsonArray list;
        for (const AuditEvent &e : std::as_const(events))
            list.append(wire::toJson(e));
        call->json({{QStringLiteral("events"), list},
                    {QStringLiteral("next"),
                     more ? QJsonValue(wire::counterText(events.last().seq)) : QJsonValue()}});
    });
}

void readPlace(wire::QueryReader &r, AuditQuery *q) {
    q->limit = static_cast<int>(r.number("limit", 1, 200).value_or(50));
    q->beforeSeq = r.number("before", 1, std::numeric_limits<qint64>::max()).value_or(0);
}

void listAudit(const CallPtr &call) {
    const auto query = queryOf(call, [](wire::QueryReader &r) {
        AuditQuery q;
        readPlace(r, &q);
        q.afterSeq = r.number("after", 0, std::numeric_limits<qint64>::max());
        if (q.afterSeq && q.beforeSeq > 0)
            r.bad("after", "withBefore");
        if (const KeyId key = r.id("key"); !key.isNull())
            q.key = key;
        q.actor = r.text("actor", 200);
        q.action = r.text("action", 100);
        q.text = r.text("text", 200);
        q.from = r.instant("from");
        q.to = r.instant("to");
        return q;
    });
    if (query)
        givePage(call, *query);
}

void keyAudit(const CallPtr &call) {
    auto query = queryOf(call, [](wire::QueryReader &r) {
        AuditQuery q;
        readPlace(r, &q);
        return q;
    });
    const auto id = query ? idOf(call) : std::nullopt;
    if (!id)
        return;
    query->key = *id;
    givePage(call, *query);
}

void head(const CallPtr &call) {
    if (!noQuery(call))
        return;
    AuditQuery newest;
    newest.limit = 1;
    onward(call, call->site.vault.audit(newest), [call](const QList<AuditEvent> &events) {
        const AuditEvent last = events.isEmpty() ? AuditEvent() : events.first();
        call->json({{QStringLiteral("seq"), wire::counterText(last.seq)},
                    {QStringLiteral("hash"), QString::fromLatin1(last.hash.toHex())}});
    });
}

void exportAudit(const CallPtr &call) {
    if (!noQuery(call))
        return;
    audit_export::Source source(call->site.vault, &call->site.context);
    onward(call, source.next(), [call, source](const QByteArray &first) {
        ApiResponse r;
        r.contentType = "application/jsonl";
        r.body = first;
        r.more = [source]() mutable { return source.next(); };
        r.headers = {{"Content-Disposition", "attachment; filename=\"audit.jsonl\""}};
        call->give(std::move(r));
    });
}

void verify(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    onward(call, call->site.vault.verifyAudit(),
           [call](const AuditCheck &c) { call->json(wire::toJson(c)); });
}

} // namespace

QList<Route> auditRoutes() {
    return {{"GET", "/v1/audit", Auditors, listAudit},
            {"GET", "/v1/audit/head", Auditors, head},
            {"GET", "/v1/audit/export", Auditors, exportAudit},
            {"POST", "/v1/audit/verify", Auditors, verify},
            {"GET", "/v1/keys/{id}/audit", Everyone, keyAudit}};
}

} // namespace latchkey::server
