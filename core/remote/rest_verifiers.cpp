#include "core/remote/rest_verifiers.h"

#include "core/remote/rest_bodies.h"
#include "core/wire/reading.h"
#include "core/wire/records_json.h"

namespace latchkey {

QFuture<Result<qint64>> RestVerifiers::load(Take) {
    return ready<Result<qint64>>(fail(ErrorCode::NotAllowed));
}

QFuture<Result<VerifierFeed::Changes>> RestVerifiers::changesSince(qint64, int) {
    return ready<Result<Changes>>(fail(ErrorCode::NotAllowed));
}

QFuture<Outcome> RestVerifiers::confirm(const VerifierNode &) {
    return ready<Outcome>(fail(ErrorCode::NotAllowed));
}

QFuture<Outcome> RestVerifiers::leave(const QString &) {
    return ready<Outcome>(fail(ErrorCode::NotAllowed));
}

QFuture<Result<VerifierNodes>> RestVerifiers::nodes() {
    ServerRequest r = rest::get("/v1/verifiers");
    r.repeatable = false; // asked again anyway
    return m_line.askJson<VerifierNodes>(r, [](const JsonNode &node) -> Result<VerifierNodes> {
        const JsonNode *list = node.member(u"verifiers");
        QList<FieldError> faults;
        const auto now = wire::ObjectReader(node, {}, faults, wire::Strictness::Answer).instant("now", true);
        if (!list || list->kind != JsonNode::Kind::List || !now)
            return fail(ErrorCode::NotAServer);
        VerifierNodes all{{}, *now};
        for (const JsonNode &item : list->items) {
            auto one = wire::verifierNodeFrom(item);
            if (!one)
                return fail(one.error());
            all.nodes.append(*std::move(one));
        }
        return all;
    });
}

} // namespace latchkey
