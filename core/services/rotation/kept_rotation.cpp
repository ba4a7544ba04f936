#include "core/services/rotation/kept_rotation.h"

#include "core/model/futures.h"

namespace latchkey {

KeptRotation::KeptRotation(KeyService &service)
    : m_service(service) {}

QFuture<Outcome> KeptRotation::open() {
    return ready(ok());
}

QFuture<Outcome> KeptRotation::each(qsizetype count, After after, const Step &step) {
    const Answer<Outcome> answer;
    const auto first = std::make_shared<Outcome>(ok());
    const auto next = std::make_shared<std::function<void(qsizetype)>>();
    *next = [this, answer, first, step, count, after, weak = std::weak_ptr(next)](qsizetype i) {
        if (after == After::Stop && m_stopped && *first)
            *first = fail(ErrorCode::Cancelled);
        if (i == count || (after == After::Stop && !*first))
            return answer.give(*first);
        step(i) | then(this, [first, go = weak.lock(), i](const Outcome &done) {
            if (!done && *first)
                *first = done;
            if (go)
                (*go)(i + 1);
        });
    };
    (*next)(0);
    return answer.future();
}

QFuture<Outcome> KeptRotation::put(const QList<FreshToken> &tokens) {
    m_waiting = tokens;
    return each(tokens.size(), After::Stop,
                [this](qsizetype i) { return m_service.stage(m_waiting[i].credential, m_waiting[i].token); });
}

QFuture<Outcome> KeptRotation::settle(const QList<Fate> &fates, const QList<ApiKey> &keys) {
    return each(fates.size(), After::GoOn,
                [this, fates, keys, tokens = std::exchange(m_waiting, {})](qsizetype i) {
                    switch (fates[i]) {
                    case Fate::Rotated:
                        return m_service.adopt(keys[i], tokens[i].token);
                    case Fate::Refused:
                        return m_service.unstage(tokens[i].credential);
                    case Fate::Unknown:
                        break;
                    }
                    return ready(ok());
                });
}

} // namespace latchkey
