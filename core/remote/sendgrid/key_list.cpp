#include "core/remote/sendgrid/key_list.h"

#include "core/remote/sendgrid/sendgrid_requests.h"

namespace latchkey::sendgrid {

namespace {
constexpr int MostAtOnce = 1'000; // ten times of what an account may have

QFuture<Result<QList<NamedKey>>> ask(SendGridLine &line, int limit, SendGridLine::Urgency urgency,
                                     const QString &tag, QObject *context) {
    using R = Result<QList<NamedKey>>;
    const Answer<R> answer;
    line.ask(listRequest(limit), urgency, tag) | then(context, [&line, answer](const Result<Reply> &reply) {
        answer.give(reply ? keysFrom(*reply, line.where()) : R(fail(reply.error())));
    });
    return answer.future();
}
} // namespace

QFuture<Result<ListedKeys>> askKeyList(SendGridLine &line, SendGridLine::Urgency urgency, const QString &tag,
                                       QObject *context) {
    using R = Result<ListedKeys>;
    const Answer<R> answer;
    ask(line, MostAtOnce, urgency, tag, context) |
        then(context, [&line, urgency, tag, context, answer](const Result<QList<NamedKey>> &keys) {
            const bool refused = !keys && (keys.error().code == ErrorCode::Refused ||
                                           keys.error().code == ErrorCode::InvalidInput);
            if (!refused)
                return answer.give(keys ? R(ListedKeys{*keys, keys->size() < MostAtOnce})
                                        : R(fail(keys.error())));
            // Nobody has promised that it lists so many at once.
            ask(line, MostKeys, urgency, tag, context) |
                then(context, [answer](const Result<QList<NamedKey>> &some) {
                    answer.give(some ? R(ListedKeys{*some, some->size() < MostKeys}) : R(fail(some.error())));
                });
        });
    return answer.future();
}

} // namespace latchkey::sendgrid
