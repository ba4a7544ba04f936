#include "core/remote/sendgrid/sendgrid_account.h"

#include "core/remote/sendgrid/key_list.h"
#include "core/remote/sendgrid/sendgrid_backend.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/remote/sendgrid/sendgrid_requests.h"

#include <algorithm>

namespace latchkey {

namespace {

/// One account while it is being opened or tested: it holds itself until its answer is given.
struct AccountOpening : QObject {
    std::unique_ptr<SendGridLine> line;
    QElapsedTimer clock;
    QList<ConnectionStep> steps;
    SendGridBackend::Start start;

    void step(ConnectionStep::What what, const Outcome &outcome, QVariantMap facts = {}) {
        facts.insert(QStringLiteral("ms"), clock.restart());
        steps.append({what, outcome, facts});
    }
};
using AccountOpeningPtr = std::shared_ptr<AccountOpening>;

AccountOpeningPtr begin(const SendGridAccount &account, const std::shared_ptr<const SecretBytes> &key,
                        const Clock &clock, const RestTimes &times) {
    const AccountOpeningPtr o(new AccountOpening, [](AccountOpening *gone) { gone->deleteLater(); });
    o->line = std::make_unique<SendGridLine>(account.address, key, account.subuser, clock, times);
    o->start.account = account;
    o->start.ownId = sendgrid::idIn(key->view()).value_or(QString());
    o->clock.start();
    return o;
}

QFuture<Result<QStringList>> askScopes(const AccountOpeningPtr &o) {
    const Answer<Result<QStringList>> answer;
    o->line->ask(sendgrid::scopesRequest(), SendGridLine::Urgency::Person) |
        then(o.get(), [o, answer](const Result<sendgrid::Reply> &reply) {
            answer.give(reply ? sendgrid::scopesFrom(*reply, o->line->where())
                              : Result<QStringList>(fail(reply.error())));
        });
    return answer.future();
}

QFuture<Result<sendgrid::ListedKeys>> askKeys(const AccountOpeningPtr &o) {
    return sendgrid::askKeyList(*o->line, SendGridLine::Urgency::Person, {}, o.get());
}

bool may(const QStringList &scopes, const char *what) {
    return scopes.contains(QStringLiteral("api_keys.") + QLatin1StringView(what));
}

} // namespace

bool isSubuser(QStringView text) {
    return text.size() <= 100 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() >= 0x20 && c.unicode() < 0x7F;
           });
}

QFuture<Result<SendGridSession>> openSendGrid(const SendGridAccount &account,
                                              std::shared_ptr<const SecretBytes> key, const QString &person,
                                              const Clock &clock, const RestTimes &times) {
    const Answer<Result<SendGridSession>> answer;
    const AccountOpeningPtr o = begin(account, key, clock, times);
    const auto keys = askKeys(o); // both at once
    askScopes(o) | then(o.get(), [o, answer, keys, person, &clock, times](const Result<QStringList> &scopes) {
        keys | then(o.get(), [o, answer, scopes, person, &clock, times](const auto &listed) {
            if (!scopes || !listed)
                return answer.give(fail(scopes ? listed.error() : scopes.error()));
            o->start.scopes = *scopes;
            o->start.keys = listed->keys;
            o->start.wholeList = listed->whole;
            SendGridSession s;
            s.principal = {person, may(*scopes, "create") || may(*scopes, "update") || may(*scopes, "delete"),
                           false, sendgrid::partsOf(*scopes).shown};
            s.backend = std::make_shared<SendGridBackend>(std::move(o->line), o->start, clock, times);
            answer.give(std::move(s));
        });
    });
    return answer.future();
}

QFuture<Result<QList<ConnectionStep>>> testSendGrid(const SendGridAccount &account,
                                                    std::shared_ptr<const SecretBytes> key) {
    using What = ConnectionStep::What;
    using Steps = Result<QList<ConnectionStep>>;
    static const SystemClock computer;
    const Answer<Steps> answer;
    RestTimes times;
    times.retries = 0;
    const AccountOpeningPtr o = begin(account, key, computer, times);
    const bool secure = account.address.url.scheme() == QLatin1StringView("https");
    askScopes(o) | then(o.get(), [o, answer, secure](const Result<QStringList> &scopes) {
        o->line->line().certificate() | then(o.get(), [o, answer, secure, scopes](const QVariantMap &seen) {
            const ErrorCode code = scopes ? ErrorCode::Internal : scopes.error().code;
            const bool spoke = scopes || scopes.error().params.contains(QStringLiteral("httpStatus"));
            if (!spoke && (code == ErrorCode::Unreachable || code == ErrorCode::Unanswered)) {
                o->step(What::Reach, fail(scopes.error()));
                return answer.give(o->steps);
            }
            o->step(What::Reach, ok());
            if (code == ErrorCode::UntrustedServer) {
                o->step(What::Tls, fail(scopes.error()), scopes.error().params);
                return answer.give(o->steps);
            }
            if (secure)
                o->step(What::Tls, ok(), seen);
            if (!scopes) {
                o->step(What::SignIn, fail(scopes.error()));
                return answer.give(o->steps);
            }
            o->step(What::SignIn, ok());
            askKeys(o) | then(o.get(), [o, answer, scopes](const auto &keys) {
                if (!keys) {
                    o->step(What::Permissions, fail(keys.error()));
                    return answer.give(o->steps);
                }
                o->step(What::Permissions, ok(),
                        {{QStringLiteral("scopes"), scopes->size()},
                         {QStringLiteral("create"), may(*scopes, "create")},
                         {QStringLiteral("edit"), may(*scopes, "update")},
                         {QStringLiteral("delete"), may(*scopes, "delete")}});
                o->step(What::Version, ok(),
                        {{QStringLiteral("keys"), keys->keys.size()},
                         {QStringLiteral("most"), sendgrid::MostKeys}});
                answer.give(o->steps);
            });
        });
    });
    return answer.future();
}

} // namespace latchkey
