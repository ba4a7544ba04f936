#include "core/wire/key_json.h"
#include "core/wire/key_query.h"
#include "core/wire/problem.h"
#include "core/wire/records_json.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace latchkey;

namespace {

JsonNode nodeOf(const QJsonObject &o) {
    auto parsed = wire::parseAnswer(QJsonDocument(o).toJson());
    FUZZ_CHECK(parsed);
    return *parsed;
}

/// What was understood once is written so that it is understood the same.
void tryBody(const QByteArray &bytes) {
    const auto body = wire::parseBody(bytes, {64 << 10, 16, 20'000});
    if (!body)
        return;
    const Instant now(1'000'000);
    if (const auto key = wire::keyFrom(*body)) {
        const auto again = wire::keyFrom(nodeOf(wire::toJson(*key, now)));
        FUZZ_CHECK(again && *again == *key);
    }
    if (const auto made = wire::creationFrom(*body, {})) {
        const auto again = wire::creationFrom(nodeOf(wire::creationJson(*made)), {});
        FUZZ_CHECK(again && again->config == made->config && again->verifier == made->verifier);
    }
    if (const auto change = wire::changeFrom(*body, {}, now)) {
        const auto again = wire::changeFrom(nodeOf(wire::toJson(*change)), {}, now);
        FUZZ_CHECK(again && again->action == change->action && again->config == change->config &&
                   again->state == change->state && again->oldUntil == change->oldUntil);
    }
    (void)wire::auditEventFrom(*body);
    (void)wire::requestRecordFrom(*body);
    (void)wire::requestChartFrom(*body);
    (void)wire::keySummaryFrom(*body);
    (void)wire::alertsFrom(*body);
    (void)wire::vaultFrom(*body);
    if (const auto problem = wire::problemFrom(bytes))
        (void)wire::errorOf(*problem);
}

void tryQuery(const QByteArray &bytes) {
    QList<FieldError> errors;
    wire::QueryReader reader(bytes, errors);
    const KeyQuery query = wire::keyQueryFrom(reader);
    const RequestFilter filter = wire::requestFilterFrom(reader);
    reader.finish();
    if (!errors.isEmpty())
        return;
    wire::QueryReader again(wire::toQuery(query).toString(QUrl::FullyEncoded).toUtf8(), errors);
    const KeyQuery same = wire::keyQueryFrom(again);
    FUZZ_CHECK(!errors.isEmpty() || same.filter.terms == query.filter.terms);
    wire::QueryReader third(wire::toQuery(filter).toString(QUrl::FullyEncoded).toUtf8(), errors);
    FUZZ_CHECK(!errors.isEmpty() || wire::requestFilterFrom(third) == filter);
}

} // namespace

void tryInput(const QByteArray &bytes) {
    if (bytes.size() > 8192)
        return;
    tryBody(bytes);
    tryQuery(bytes);
}
