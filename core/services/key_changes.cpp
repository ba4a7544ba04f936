#include "core/model/futures.h"
#include "core/services/key_service.h"

// The part of KeyService that changes many keys at a time.

namespace latchkey {

using Many = Result<QList<Result<ApiKey>>>;

QFuture<Many> KeyService::changeMany(const QList<ApiKey> &keys, const Plan &plan) {
    if (const auto may = mayWrite(); !may)
        return ready<Many>(fail(may.error()));
    QList<KeyChange> changes;
    changes.reserve(keys.size());
    auto results = std::make_shared<QList<Result<ApiKey>>>();
    results->reserve(keys.size());
    auto places = std::make_shared<QList<qsizetype>>(); // of the planned ones among all
    for (const ApiKey &k : keys) {
        Result<KeyChange> planned = plan(k);
        if (planned) {
            places->append(results->size());
            changes.append(std::move(*planned));
            results->append(k);
        } else {
            results->append(fail(planned.error()));
        }
    }
    if (changes.isEmpty())
        return ready<Many>(*results);
    const Answer<Many> answer;
    awaited(m_backend.changeMany(changes)) | then(this, [this, answer, results, places](const Many &done) {
        if (!done)
            return answer.give(done);
        for (qsizetype i = 0; i < places->size(); ++i) {
            const Result<ApiKey> &one = done->at(i);
            if (one && one->state == KeyState::Purged)
                forgetQuietly(*one);
            (*results)[places->at(i)] = one;
        }
        answer.give(*results);
    });
    return answer.future();
}

QFuture<Many> KeyService::createMany(const QList<NewKey> &keys) {
    if (const auto may = mayWrite(); !may)
        return ready<Many>(fail(may.error()));
    return m_backend.createMany(keys);
}

} // namespace latchkey
