#include "core/remote/rest_requests.h"

#include "core/remote/rest_bodies.h"
#include "core/wire/key_query.h"
#include "core/wire/records_json.h"

namespace latchkey {

namespace {

constexpr int MostPage = 200;
constexpr qsizetype MostKeys = 1'000;

template<typename T>
QFuture<Result<T>> notHere() {
    return ready<Result<T>>(fail(ErrorCode::NotAllowed));
}

QByteArray queryOf(const RequestFilter &filter) {
    return wire::toQuery(filter).toString(QUrl::FullyEncoded).toUtf8();
}

QByteArray with(const QByteArray &query, const QByteArray &more) {
    return query.isEmpty() ? more : query + '&' + more;
}

Error unreadable(const QList<FieldError> &errors) {
    return Error(errors);
}

} // namespace

RestRequestLog::RestRequestLog(RestLine &line)
    : m_line(line) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(1'000);
    connect(&m_soon, &QTimer::timeout, this, &RequestLog::changed);
    m_look.setInterval(LookMs); // requests alone move no key
    connect(&m_look, &QTimer::timeout, this, &RequestLog::changed);
    m_look.start();
}

void RestRequestLog::noteChange() {
    if (!m_soon.isActive())
        m_soon.start();
}

QFuture<Outcome> RestRequestLog::append(const QList<RequestRecord> &, const std::optional<ImportMark> &,
                                        const QList<Exposure> &) {
    return ready<Outcome>(fail(ErrorCode::NotAllowed));
}

QFuture<Result<QList<ImportMark>>> RestRequestLog::importMarks() {
    return notHere<QList<ImportMark>>();
}

QFuture<Result<QList<Exposure>>> RestRequestLog::exposures() {
    return m_line.askJson<QList<Exposure>>(rest::get("/v1/requests/exposures"),
                                           [](const JsonNode &node) -> Result<QList<Exposure>> {
                                               const JsonNode *list = node.member(u"exposures");
                                               if (!list)
                                                   return fail(ErrorCode::NotAServer);
                                               QList<Exposure> all;
                                               for (const JsonNode &item : list->items) {
                                                   auto one = wire::exposureFrom(item);
                                                   if (!one)
                                                       return fail(one.error());
                                                   all.append(*std::move(one));
                                               }
                                               return all;
                                           });
}

QFuture<Outcome> RestRequestLog::dismissExposures(const KeyId &key) {
    return m_line.tell(rest::changing("POST", "/v1/keys/" + key.view().toByteArray() + "/dismiss-exposure"));
}

QFuture<Result<RequestPage>> RestRequestLog::page(const RequestFilter &filter, qint64 before, int limit) {
    QByteArray query = with(queryOf(filter), "limit=" + QByteArray::number(qMin(limit, MostPage)));
    if (before > 0)
        query += "&cursor=" + QByteArray::number(before);
    return m_line.askJson<RequestPage>(
        rest::get("/v1/requests", query), [](const JsonNode &node) -> Result<RequestPage> {
            QList<FieldError> errors;
            wire::ObjectReader r(node, {}, errors, wire::Strictness::Answer);
            RequestPage page;
            const QList<JsonNode> &rows = r.list("requests", MostPage);
            for (const JsonNode &item : rows) {
                auto row = wire::requestRecordFrom(item);
                if (!row)
                    return fail(row.error());
                page.rows.append(*std::move(row));
            }
            page.next = r.counter("next").value_or(0);
            page.searchedTo = r.instant("searchedTo", true).value_or(Instant());
            if (!errors.isEmpty())
                return fail(unreadable(errors));
            return page;
        });
}

QFuture<Result<RequestCount>> RestRequestLog::count(const RequestFilter &filter) {
    return m_line.askJson<RequestCount>(rest::get("/v1/requests/count", queryOf(filter)),
                                        [](const JsonNode &node) -> Result<RequestCount> {
                                            QList<FieldError> errors;
                                            wire::ObjectReader r(node, {}, errors, wire::Strictness::Answer);
                                            RequestCount n;
                                            n.rows = r.counter("count", true).value_or(0);
                                            n.exact = r.flag("exact").value_or(false);
                                            if (!errors.isEmpty())
                                                return fail(unreadable(errors));
                                            return n;
                                        });
}

QFuture<Result<RequestChart>> RestRequestLog::chart(const RequestFilter &filter, Instant from, Instant to,
                                                    int hours) {
    const QByteArray query =
        with(queryOf(filter), "since=" + rest::segment(from.toIso()) + "&until=" + rest::segment(to.toIso()) +
                                  "&hours=" + QByteArray::number(hours));
    return m_line.askJson<RequestChart>(rest::get("/v1/requests/chart", query), wire::requestChartFrom);
}

QFuture<Result<QHash<KeyId, QList<qint64>>>> RestRequestLog::usage(const QList<KeyId> &keys, Instant,
                                                                   int days) {
    using Usage = QHash<KeyId, QList<qint64>>;
    return m_line.askJson<Usage>(
        rest::question("/v1/keys/usage", {{QStringLiteral("ids"), rest::idList(keys.mid(0, MostKeys))},
                                          {QStringLiteral("days"), days}}),
        [](const JsonNode &node) -> Result<Usage> {
            const JsonNode *usage = node.member(u"usage");
            if (!usage || usage->kind != JsonNode::Kind::Object)
                return fail(ErrorCode::NotAServer);
            Usage found;
            for (qsizetype i = 0; i < usage->keys.size(); ++i) {
                QList<qint64> perDay;
                for (const JsonNode &n : usage->items[i].items)
                    perDay.append(wire::counterFrom(n.text).value_or(0));
                if (const auto id = KeyId::fromString(usage->keys[i]))
                    found.insert(*id, perDay);
            }
            return found;
        });
}

QFuture<Result<QList<KeyId>>> RestRequestLog::keysRateLimited(Instant) {
    return notHere<QList<KeyId>>();
}
QFuture<Result<QList<KeyId>>> RestRequestLog::keysRejectionsUp(Instant) {
    return notHere<QList<KeyId>>();
}
QFuture<Result<QHash<KeyId, QSet<QString>>>> RestRequestLog::keysUsedScopes(Instant) {
    return notHere<QHash<KeyId, QSet<QString>>>();
}

QFuture<Result<int>> RestRequestLog::retentionDays() {
    return m_line.askJson<int>(rest::get("/v1/settings"), [](const JsonNode &node) -> Result<int> {
        QList<FieldError> errors;
        wire::ObjectReader r(node, {}, errors, wire::Strictness::Answer);
        return static_cast<int>(r.number("requestRetentionDays", 0, 365).value_or(0));
    });
}

QFuture<Result<RetentionPreview>> RestRequestLog::previewRetention(int days, Instant) {
    ServerRequest r =
        rest::question("/v1/settings/request-retention?dryRun=true", {{QStringLiteral("days"), days}});
    r.method = "PUT";
    return m_line.askJson<RetentionPreview>(r, wire::retentionPreviewFrom);
}

QFuture<Result<qint64>> RestRequestLog::applyRetention(int days, Instant now,
                                                       std::shared_ptr<std::atomic_bool>) {
    const Answer<Result<qint64>> answer;
    previewRetention(days, now) | then(this, [this, answer, days](const Result<RetentionPreview> &p) {
        if (!p)
            return answer.give(fail(p.error()));
        m_line.tell(
            rest::changing("PUT", "/v1/settings/request-retention", {{QStringLiteral("days"), days}})) |
            then(this, [this, answer, rows = p->rows](const Outcome &begun) {
                answer.give(begun ? Result<qint64>(rows) : fail(begun.error()));
                if (begun)
                    emit changed();
            });
    });
    return answer.future();
}

} // namespace latchkey
