#include "core/remote/rest_verifiers.h"

#include "core/remote/rest_bodies.h"
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

QFuture<Result<QList<VerifierNode>>> RestVerifiers::nodes() {
    ServerRequest r = rest::get("/v1/verifiers");
    r.repeatable = false; // asked again anyway
    return m_line.askJson<QList<VerifierNode>>(r, [](const JsonNode &node) -> Result<QList<VerifierNode>> {
        const JsonNode *list = node.member(u"verifiers");
        if (!list || list->kind != JsonNode::Kind::List)
            return fail(ErrorCode::NotAServer);
        QList<VerifierNode> nodes;
        for (const JsonNode &item : list->items) {
            auto one = wire::verifierNodeFrom(item);
            if (!one)
                return fail(one.error());
            nodes.append(*std::move(one));
        }
        return nodes;
    });
}

} // namespace latchkey
