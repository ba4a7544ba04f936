#include "core/wire/key_query.h"
#include "core/wire/records_json.h"

#include <QJsonArray>

// Requests and their charts.

namespace latchkey::wire {

namespace {

QJsonObject countsJson(const OutcomeCounts &counts) {
    QJsonObject o;
    for (const RequestOutcome outcome : AllRequestOutcomes) {
        if (const qint64 n = counts[static_cast<std::size_t>(outcome)]; n > 0)
            o.insert(latchkey::toWord(outcome), counterText(n));
    }
    return o;
}

} // namespace

QJsonObject toJson(const RequestRecord &q) {
    const auto idOrNull = [](const KeyId &id) {
        return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
    };
    return {{QStringLiteral("seq"), counterText(q.seq)},
            {QStringLiteral("at"), q.at.toIso()},
            {QStringLiteral("outcome"), latchkey::toWord(q.outcome)},
            {QStringLiteral("code"), q.code ? QJsonValue(latchkey::toWord(*q.code)) : QJsonValue()},
            {QStringLiteral("status"), q.status},
            {QStringLiteral("method"), q.method},
            {QStringLiteral("path"), q.path},
            {QStringLiteral("scope"), q.scope},
            {QStringLiteral("key"), idOrNull(q.key)},
            {QStringLiteral("credential"), idOrNull(q.credential)},
            {QStringLiteral("environment"),
             q.environment ? QJsonValue(latchkey::toWord(*q.environment)) : QJsonValue()},
            {QStringLiteral("customer"), q.customer},
            {QStringLiteral("ip"), q.ip},
            {QStringLiteral("userAgent"), q.userAgent},
            {QStringLiteral("durationUs"), q.durationUs ? QJsonValue(*q.durationUs) : QJsonValue()}};
}

Result<RequestRecord> requestRecordFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    RequestRecord q;
    q.seq = r.counter("seq", true).value_or(0);
    q.at = r.instant("at", true).value_or(Instant());
    q.outcome = r.word("outcome", outcomeFromWord, true).value_or(RequestOutcome::Failed);
    q.code = r.word("code", [](QStringView w) { return decisionCodeFromWord(w); });
    q.status = static_cast<int>(r.number("status", 0, 999).value_or(0));
    q.method = r.text("method");
    q.path = r.text("path");
    q.scope = r.text("scope");
    q.key = r.id("key");
    q.credential = r.id("credential");
    q.environment = r.word("environment", [](QStringView w) { return environmentFromWord(w); });
    q.customer = r.text("customer");
    q.ip = r.text("ip");
    q.userAgent = r.text("userAgent");
    q.durationUs = r.number("durationUs", 0, std::numeric_limits<qint64>::max());
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return q;
}

QJsonObject toJson(const RequestChart &chart) {
    QJsonArray bars;
    for (const ChartBar &b : chart.bars)
        bars.append(QJsonObject{{QStringLiteral("from"), b.from.toIso()},
                                {QStringLiteral("counts"), countsJson(b.counts)}});
    return {{QStringLiteral("bars"), bars}, {QStringLiteral("wholeFilter"), chart.wholeFilter}};
}

Result<RequestChart> requestChartFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    RequestChart chart;
    chart.wholeFilter = r.flag("wholeFilter").value_or(true);
    const QList<JsonNode> &bars = r.list("bars", 100'000);
    for (const JsonNode &n : bars) {
        ObjectReader b(n, {}, errors, Strictness::Answer);
        ChartBar bar;
        bar.from = b.instant("from", true).value_or(Instant());
        if (const JsonNode *counts = b.require("counts")) {
            ObjectReader c(*counts, {}, errors, Strictness::Answer);
            for (const RequestOutcome o : AllRequestOutcomes)
                bar.counts[static_cast<std::size_t>(o)] =
                    c.counter(latchkey::toWord(o).toLatin1().constData()).value_or(0);
        }
        chart.bars.append(bar);
    }
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return chart;
}

} // namespace latchkey::wire
