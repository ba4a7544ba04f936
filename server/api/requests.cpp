#include "core/backend/request_log.h"
#include "core/services/request_names.h"
#include "core/wire/records_json.h"
#include "server/api/routes.h"

namespace latchkey::server {

namespace {

RequestLog *logOf(const CallPtr &call) {
    RequestLog *log = call->site.vault.requests();
    if (!log)
        call->notFound();
    return log;
}

/// Goes on with the log and the filter, whose words may be those of keys' names.
template<typename F>
void withNames(const CallPtr &call, const RequestFilter &filter, F f) {
    RequestLog *log = logOf(call);
    if (!log)
        return;
    RequestSearch search;
    search.filter = filter;
    onward(call, call->site.names.named(namesIn(search)),
           [log, search, f = std::move(f)](const NamedKeys &found) {
               f(*log, withKeys(search.filter, search, found));
           });
}

void listRequests(const CallPtr &call) {
    struct Asked {
        RequestFilter filter;
        int limit = 50;
        qint64 before = 0;
    };
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        Asked a;
        a.filter = wire::requestFilterFrom(r);
        a.limit = static_cast<int>(r.number("limit", 1, 200).value_or(50));
        a.before = r.number("cursor", 1, std::numeric_limits<qint64>::max()).value_or(0);
        return a;
    });
    if (!asked)
        return;
    withNames(call, asked->filter, [call, asked](RequestLog &log, const RequestFilter &filter) {
        onward(call, log.page(filter, asked->before, asked->limit), [call](const RequestPage &page) {
            QJsonArray rows;
            for (const RequestRecord &q : page.rows)
                rows.append(wire::toJson(q));
            call->json({{QStringLiteral("requests"), rows},
                        {QStringLiteral("next"),
                         page.next > 0 ? QJsonValue(wire::counterText(page.next)) : QJsonValue()},
                        {QStringLiteral("searchedTo"), page.searchedTo.toIso()}});
        });
    });
}

void countRequests(const CallPtr &call) {
    const auto filter = queryOf(call, wire::requestFilterFrom);
    if (!filter)
        return;
    withNames(call, *filter, [call](RequestLog &log, const RequestFilter &named) {
        onward(call, log.count(named), [call](const RequestCount &n) {
            call->json(
                {{QStringLiteral("count"), wire::counterText(n.rows)}, {QStringLiteral("exact"), n.exact}});
        });
    });
}

void chart(const CallPtr &call) {
    constexpr qint64 MostBars = 2'000;
    struct Asked {
        RequestFilter filter;
        Instant since, until;
        int hours = 1;
    };
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        Asked a;
        a.filter = wire::requestFilterFrom(r);
        const auto since = r.instant("since"), until = r.instant("until");
        if (!since)
            r.bad("since", "missing");
        if (!until)
            r.bad("until", "missing");
        a.since = since.value_or(Instant());
        a.until = until.value_or(Instant());
        a.hours = static_cast<int>(r.number("hours", 1, 744).value_or(1));
        if (a.until < a.since || (a.until.ms() - a.since.ms()) / (a.hours * 3'600'000LL) > MostBars)
            r.bad("until", "outOfRange");
        return a;
    });
    RequestLog *log = asked ? logOf(call) : nullptr;
    if (!log)
        return;
    onward(call, log->chart(asked->filter, asked->since, asked->until, asked->hours),
           [call](const RequestChart &c) { call->json(wire::toJson(c)); });
}

void exposures(const CallPtr &call) {
    RequestLog *log = noQuery(call) ? logOf(call) : nullptr;
    if (!log)
        return;
    onward(call, log->exposures(), [call](const QList<Exposure> &all) {
        QJsonArray list;
        for (const Exposure &e : all)
            list.append(wire::toJson(e));
        call->json({{QStringLiteral("exposures"), list}});
    });
}

} // namespace

QList<Route> requestRoutes() {
    return {{"GET", "/v1/requests", Readers, listRequests},
            {"GET", "/v1/requests/count", Readers, countRequests},
            {"GET", "/v1/requests/chart", Readers, chart},
            {"GET", "/v1/requests/exposures", Readers, exposures}};
}

} // namespace latchkey::server
