#include "core/remote/gather.h"
#include "core/remote/rest_backend.h"
#include "core/remote/rest_bodies.h"
#include "core/wire/key_json.h"

#include <functional>

// Audit log, catalogue, customers and settings of a server's vault.

namespace latchkey {

namespace {

constexpr int MostEvents = 200;
constexpr qsizetype MostNamed = 100;

template<typename T, typename F>
Result<QList<T>> listFrom(const JsonNode &node, QStringView member, F read) {
    const JsonNode *list = node.member(member);
    if (!list || list->kind != JsonNode::Kind::List)
        return fail(ErrorCode::NotAServer, {{QStringLiteral("reason"), member.toString()}});
    QList<T> all;
    for (const JsonNode &item : list->items) {
        auto one = read(item);
        if (!one)
            return fail(one.error());
        all.append(*std::move(one));
    }
    return all;
}

/// A page and the place of the next one.
template<typename T>
struct Page {
    QList<T> items;
    QString next;
};

QString nextOf(const JsonNode &node) {
    const JsonNode *next = node.member(u"next");
    return next && next->kind == JsonNode::Kind::Text ? next->text : QString();
}

QByteArray joined(const QByteArray &query, const QByteArray &more) {
    return query.isEmpty() ? more : query + '&' + more;
}

} // namespace

QFuture<Outcome> RestBackend::stampLastUsed(const QList<LastUse> &) {
    return ready<Outcome>(fail(ErrorCode::NotAllowed));
}

QFuture<Result<int>> RestBackend::purgeExpired(Instant, const Actor &) {
    return ready<Result<int>>(0);
}

QFuture<Outcome> RestBackend::record(const AuditEvent &event) {
    QJsonObject body{{QStringLiteral("action"), event.action}};
    if (const QJsonValue why = event.after.value(QLatin1StringView("why")); why.isString())
        body.insert(QStringLiteral("why"), why);
    return m_line->tell(
        rest::changing("POST", "/v1/keys/" + event.key.view().toByteArray() + "/events", body));
}

QFuture<Result<QList<AuditEvent>>> RestBackend::audit(const AuditQuery &q) {
    QByteArray query;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            query = joined(query, QByteArray(name) + '=' + rest::segment(value));
    };
    const bool ofOneKey = q.key && !q.afterSeq && q.actor.isEmpty() && q.action.isEmpty() &&
                          q.text.isEmpty() && !q.from && !q.to;
    if (!ofOneKey && q.key)
        add("key", q.key->toString());
    add("actor", q.actor);
    add("action", q.action);
    add("text", q.text);
    add("from", q.from ? q.from->toIso() : QString());
    add("to", q.to ? q.to->toIso() : QString());
    if (q.beforeSeq > 0)
        add("before", QString::number(q.beforeSeq));
    if (q.afterSeq)
        add("after", QString::number(*q.afterSeq));
    // Who may not read the whole log may still read what it says of one key.
    const QByteArray path = ofOneKey ? "/v1/keys/" + q.key->view().toByteArray() + "/audit" : "/v1/audit";
    const Answer<Result<QList<AuditEvent>>> answer;
    using Read = Page<AuditEvent>;
    struct Walk {
        QList<AuditEvent> events;
        std::function<void(const QByteArray &)> step;
    };
    const auto walk = std::make_shared<Walk>();
    const bool forward = q.afterSeq.has_value();
    walk->step = [this, answer, walk, path, query, forward, limit = q.limit](const QByteArray &place) {
        const auto left = static_cast<int>(limit - walk->events.size());
        const QByteArray page =
            joined(place.isEmpty() ? query : place, "limit=" + QByteArray::number(qMin(left, MostEvents)));
        ServerRequest r = rest::get(path, page);
        r.stored = true;
        m_line->askJson<Read>(r, [](const JsonNode &node) -> Result<Read> {
            auto events = listFrom<AuditEvent>(node, u"events", wire::auditEventFrom);
            if (!events)
                return fail(events.error());
            return Read{*std::move(events), nextOf(node)};
        }) | then(this, [answer, walk, query, forward, limit](const Result<Read> &read) {
            const auto step = walk->step;
            if (!read) {
                walk->step = nullptr;
                return answer.give(fail(read.error()));
            }
            walk->events += read->items;
            if (read->next.isEmpty() || walk->events.size() >= limit) {
                walk->step = nullptr;
                return answer.give(walk->events);
            }
            // The place moves on; the other conditions stay.
            QByteArrayList kept;
            const QByteArrayList parts = query.split('&');
            for (const QByteArray &part : parts) {
                if (!part.isEmpty() && !part.startsWith("before=") && !part.startsWith("after="))
                    kept.append(part);
            }
            kept.append((forward ? "after=" : "before=") + read->next.toLatin1());
            step(kept.join('&'));
        });
    };
    walk->step({});
    return answer.future();
}

QFuture<Result<AuditCheck>> RestBackend::verifyAudit() {
    ServerRequest r = rest::question("/v1/audit/verify", {});
    r.body.clear();
    r.deadlineMs = 10 * 60'000; // a million rows are read
    return m_line->askJson<AuditCheck>(r, wire::auditCheckFrom);
}

QFuture<Outcome> RestBackend::setDeletedRetentionDays(int days, const Actor &) {
    const Answer<Outcome> answer;
    m_line->tell(rest::changing("PUT", "/v1/settings/deleted-retention", {{QStringLiteral("days"), days}})) |
        then(this, [this, answer, days](const Outcome &done) {
            if (done)
                m_start.vault.info.deletedRetentionDays = days;
            answer.give(done);
        });
    return answer.future();
}

QFuture<Outcome> RestBackend::changeCatalogue(const CatalogueChange &c) {
    ServerRequest r = rest::changing("PUT", "/v1/catalogue?action=" + c.action.section(u'.', 1).toLatin1());
    r.body = c.catalogue.toJson();
    r.headers.emplaceBack("If-Match", wire::etagOf(c.expectedVersion));
    const Answer<Outcome> answer;
    m_line->ask<qint64>(r, [](const ServerAnswer &a) -> Result<qint64> {
        return wire::versionOfEtag(a.etag).value_or(1);
    }) | then(this, [this, answer, catalogue = c.catalogue](const Result<qint64> &version) {
        if (!version)
            return answer.give(fail(version.error()));
        m_start.catalogue = catalogue;
        m_start.vault.catalogueVersion = *version;
        emit catalogueChanged();
        answer.give(ok());
    });
    return answer.future();
}

QFuture<Result<QList<ScopeUse>>> RestBackend::scopeUse() {
    return m_line->askJson<QList<ScopeUse>>(
        rest::getAll("/v1/keys/scope-use"), [](const JsonNode &node) -> Result<QList<ScopeUse>> {
            const JsonNode *uses = node.member(u"uses");
            return uses ? wire::scopeUsesFrom(*uses) : fail(ErrorCode::NotAServer);
        });
}

QFuture<Result<QList<Customer>>> RestBackend::customerPages(const QByteArray &query) {
    using Read = Page<Customer>;
    struct Walk {
        QList<Customer> all;
        std::function<void(const QString &)> step;
    };
    const auto walk = std::make_shared<Walk>();
    const Answer<Result<QList<Customer>>> answer;
    walk->step = [this, answer, walk, query](const QString &cursor) {
        QByteArray page = joined(query, "limit=200");
        if (!cursor.isEmpty())
            page += "&cursor=" + rest::segment(cursor);
        m_line->askJson<Read>(rest::get("/v1/customers", page), [](const JsonNode &node) -> Result<Read> {
            auto some = listFrom<Customer>(node, u"customers", wire::customerFrom);
            if (!some)
                return fail(some.error());
            return Read{*std::move(some), nextOf(node)};
        }) | then(this, [answer, walk](const Result<Read> &read) {
            const auto step = walk->step;
            if (read)
                walk->all += read->items;
            if (read && !read->next.isEmpty())
                return step(read->next);
            walk->step = nullptr;
            answer.give(read ? Result<QList<Customer>>(walk->all) : fail(read.error()));
        });
    };
    walk->step({});
    return answer.future();
}

QFuture<Result<QList<Customer>>> RestBackend::customers() {
    return customerPages({});
}

QFuture<Result<QList<Customer>>> RestBackend::customersNamed(const QStringList &ids) {
    return inParts<Customer>(this, ids, MostNamed, [this](const QStringList &some) {
        QByteArray query;
        for (const QString &id : some)
            query = joined(query, "id=" + rest::segment(id));
        return customerPages(query);
    });
}

QFuture<Result<QHash<QString, qint64>>> RestBackend::customerUse() {
    using Use = QHash<QString, qint64>;
    return m_line->askJson<Use>(rest::getAll("/v1/customers/use"), [](const JsonNode &node) -> Result<Use> {
        const JsonNode *use = node.member(u"use");
        if (!use || use->kind != JsonNode::Kind::Object)
            return fail(ErrorCode::NotAServer);
        Use found;
        for (qsizetype i = 0; i < use->keys.size(); ++i)
            found.insert(use->keys[i], wire::counterFrom(use->items[i].text).value_or(0));
        return found;
    });
}

QFuture<Result<Customer>> RestBackend::changeCustomer(const CustomerChange &c) {
    const QByteArray path = "/v1/customers/" + rest::segment(c.customer.id);
    ServerRequest r = c.remove ? rest::changing("DELETE", path)
                               : rest::changing("PUT", path,
                                                {{QStringLiteral("name"), c.customer.name},
                                                 {QStringLiteral("note"), c.customer.note}});
    if (c.customer.version == 0)
        r.headers.emplaceBack("If-None-Match", "*");
    else
        r.headers.emplaceBack("If-Match", wire::etagOf(c.customer.version));
    const Answer<Result<Customer>> answer;
    m_line->askJson<Customer>(r, wire::customerFrom) |
        then(this, [this, answer](const Result<Customer> &done) {
            if (done)
                emit customersChanged();
            answer.give(done);
        });
    return answer.future();
}

} // namespace latchkey
