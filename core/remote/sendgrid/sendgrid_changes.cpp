#include "core/remote/sendgrid/sendgrid_backend.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/remote/sendgrid/sendgrid_requests.h"

#include <memory>

// Changes. SendGrid locks nothing and makes nothing harmless that comes twice: so a key is read before it is
// written and read again after it, no request is sent a second time, and a lost answer is looked for.

namespace latchkey {

using sendgrid::Reply;

namespace {

constexpr int SettleMs = 400, MostSettles = 3; ///< a change may take a moment to be seen

/// Without an answer, or with one that says that the service itself failed, it may have been done.
std::optional<Error> lostIn(const Result<Reply> &reply, const QString &where) {
    if (!reply)
        return reply.error().code == ErrorCode::Unanswered ? std::optional(reply.error()) : std::nullopt;
    if (reply->status < 500)
        return std::nullopt;
    Error e = sendgrid::errorOf(*reply, where).value_or(Error());
    e.code = ErrorCode::Unanswered;
    return e;
}

QStringList textsOf(const ScopeSet &scopes) {
    QStringList texts;
    for (const Scope &s : scopes)
        texts.append(s.toString());
    return texts;
}

} // namespace

Error SendGridBackend::notHere(const char *what) const {
    return Error(ErrorCode::NotAllowed, {{QStringLiteral("service"), sendgrid::serviceName()},
                                         {QStringLiteral("missing"), QLatin1StringView(what)}});
}

QFuture<Result<ApiKey>> SendGridBackend::create(const NewKey &) {
    return ready<Result<ApiKey>>(fail(notHere("ownTokens")));
}

QFuture<Result<QList<Result<ApiKey>>>> SendGridBackend::createMany(const QList<NewKey> &) {
    return ready<Result<QList<Result<ApiKey>>>>(fail(notHere("ownTokens")));
}

QFuture<Result<IssuedKey>> SendGridBackend::issue(const NewKey &wish) {
    using R = Result<IssuedKey>;
    if (!wish.fullAccess && wish.config.scopes.isEmpty()) // SendGrid would make one that may do everything
        return ready<R>(
            fail(Error(QList<FieldError>{{QStringLiteral("scopes"), QStringLiteral("empty"), {}}})));
    const Answer<R> answer;
    readList(Urgency::Person) | then(this, [this, answer, wish](const Outcome &read) {
        if (!read)
            return answer.give(fail(read.error()));
        if (m_keys.size() >= sendgrid::MostKeys)
            return answer.give(
                fail(ErrorCode::LimitReached, {{QStringLiteral("have"), m_keys.size()},
                                               {QStringLiteral("most"), sendgrid::MostKeys},
                                               {QStringLiteral("service"), sendgrid::serviceName()}}));
        QSet<QString> before;
        for (const Known &k : std::as_const(m_keys))
            before.insert(k.serviceId);
        const auto scopes =
            wish.fullAccess ? std::nullopt : std::optional(textsOf(sendgrid::grantable(wish.config.scopes)));
        m_line->ask(sendgrid::createRequest(wish.config.name, scopes), Urgency::Person) |
            then(this, [this, answer, wish, before](const Result<Reply> &reply) {
                if (auto lost = lostIn(reply, m_line->where()))
                    return findLost(answer, wish.config.name, before, *std::move(lost), MostLooks);
                if (!reply)
                    return answer.give(fail(reply.error()));
                const auto made = sendgrid::madeFrom(*reply, m_line->where());
                if (!made && reply->status < 400) { // made, but what came cannot be the key
                    Error lost = made.error();
                    lost.code = ErrorCode::Unanswered;
                    return findLost(answer, wish.config.name, before, lost, MostLooks);
                }
                if (!made)
                    return answer.give(fail(made.error()));
                ApiKey key = take(made->key);
                if (const auto noted = keepNotes(key.id, wish.config))
                    key = *noted;
                emit keysChanged({key.id});
                answer.give(IssuedKey{key, made->token});
            });
    });
    return answer.future();
}

void SendGridBackend::findLost(const Answer<Result<IssuedKey>> &answer, const QString &name,
                               const QSet<QString> &before, Error lost, int looks) {
    lost.params.insert(QStringLiteral("service"), sendgrid::serviceName());
    QTimer::singleShot(looks == MostLooks ? 0 : m_lookMs, this, [=, this] {
        readList(Urgency::Person) | then(this, [=, this](const Outcome &read) mutable {
            QStringList found;
            for (auto it = m_keys.cbegin(); read && it != m_keys.cend(); ++it) {
                if (it->name == name && !before.contains(it->serviceId))
                    found.append(it.key().toString());
            }
            if (found.isEmpty() && looks > 1)
                return findLost(answer, name, before, lost, looks - 1);
            lost.params.insert(QStringLiteral("looked"), read.has_value());
            lost.params.insert(QStringLiteral("found"), found);
            answer.give(fail(std::move(lost)));
        });
    });
}

Result<ApiKey> SendGridBackend::keepNotes(const KeyId &id, const KeyConfig &config) {
    const auto it = m_keys.constFind(id);
    if (it == m_keys.cend())
        return fail(ErrorCode::NotFound);
    LocalNote note = m_notes.of(it->serviceId);
    note.owner = config.owner;
    note.tags = config.tags;
    note.note = config.note;
    note.storedIn = config.storedIn;
    note.environment = config.environmentKnown ? std::optional(config.environment) : std::nullopt;
    if (!m_notes.put(it->serviceId, note))
        return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), m_account.notesFile}});
    return keyOf(id);
}

QFuture<Result<ApiKey>> SendGridBackend::change(const KeyChange &wanted) {
    using R = Result<ApiKey>;
    const auto known = m_keys.constFind(wanted.id);
    if (known == m_keys.cend())
        return ready<R>(fail(ErrorCode::NotFound));
    KeyChange change = wanted;
    if (change.config && change.config->scopes != known->scopes.shown) // a key of full access is restricted
        change.config->scopes = sendgrid::grantable(change.config->scopes);
    if (change.state == KeyState::Purged || change.state == KeyState::Deleted)
        return remove(change);
    if (change.state)
        return ready<R>(fail(notHere("deactivate")));
    if (change.rotation || change.oldUntil)
        return ready<R>(fail(notHere("rotate")));
    if (!change.config)
        return ready<R>(keyOf(change.id));
    const KeyConfig &c = *change.config;
    const bool sameScopes = c.scopes.isEmpty() || (known->scopesKnown && c.scopes == known->scopes.shown);
    if (c.name == known->name && sameScopes) { // what is kept here only
        const R kept = keepNotes(change.id, c);
        if (kept)
            touched(change.id);
        return ready<R>(kept);
    }
    const Answer<R> answer;
    readKey(known->serviceId, Urgency::Person) | then(this, [this, answer, change](const R &before) {
        if (!before)
            return answer.give(fail(before.error()));
        if (before->version != change.expectedVersion)
            return answer.give(
                fail(ErrorCode::Conflict, {{QStringLiteral("version"), before->version},
                                           {QStringLiteral("service"), sendgrid::serviceName()}}));
        write(change, *before) | then(this, [answer](const R &done) { answer.give(done); });
    });
    return answer.future();
}

QFuture<Result<ApiKey>> SendGridBackend::write(const KeyChange &change, const ApiKey &before) {
    using R = Result<ApiKey>;
    const KeyConfig &c = *change.config;
    const QString id = before.service->id;
    const bool rename = c.scopes.isEmpty() || c.scopes == before.config.scopes;
    const ServerRequest request =
        rename
            ? sendgrid::renameRequest(id, c.name)
            : sendgrid::replaceRequest(id, c.name, textsOf(c.scopes) + m_keys.value(change.id).scopes.opaque);
    const Answer<R> answer;
    m_line->ask(request, Urgency::Person) |
        then(this, [this, answer, change, before](const Result<Reply> &reply) {
            Outcome written = ok();
            if (auto lost = lostIn(reply, m_line->where()))
                written = fail(*std::move(lost));
            else if (!reply)
                written = fail(reply.error());
            else if (auto refused = sendgrid::errorOf(*reply, m_line->where()))
                written = fail(*std::move(refused));
            if (!written && written.error().code == ErrorCode::NotFound)
                drop(change.id);
            if (!written && written.error().code != ErrorCode::Unanswered)
                return answer.give(fail(written.error()));
            settle(answer, change, before, written, MostSettles);
        });
    return answer.future();
}

/// Reads the key until it is as asked, a few times: then it is done, whatever became of the answer.
void SendGridBackend::settle(const Answer<Result<ApiKey>> &answer, const KeyChange &change,
                             const ApiKey &before, const Outcome &written, int reads) {
    readKey(before.service->id, Urgency::Person) | then(this, [=, this](const Result<ApiKey> &now) {
        if (!now)
            return answer.give(written ? Result<ApiKey>(fail(now.error()))
                                       : Result<ApiKey>(fail(written.error())));
        const KeyConfig &c = *change.config;
        if (now->config.name == c.name && (c.scopes.isEmpty() || now->config.scopes == c.scopes)) {
            emit keysChanged({change.id});
            return answer.give(keepNotes(change.id, c));
        }
        if (reads > 1) {
            QTimer::singleShot(SettleMs, this,
                               [=, this] { settle(answer, change, before, written, reads - 1); });
            return;
        }
        emit keysChanged({change.id});
        const bool untouched = now->version == before.version;
        if (!written && untouched) { // it was not made
            QVariantMap params = written.error().params;
            params.insert(QStringLiteral("change"), true);
            return answer.give(fail(ErrorCode::Unreachable, params));
        }
        if (!written)
            return answer.give(fail(ErrorCode::Conflict, {{QStringLiteral("version"), now->version}}));
        answer.give(fail(ErrorCode::Refused, {{QStringLiteral("service"), sendgrid::serviceName()},
                                              {QStringLiteral("problem"), QStringLiteral("notTaken")}}));
    });
}

QFuture<Result<ApiKey>> SendGridBackend::remove(const KeyChange &change) {
    using R = Result<ApiKey>;
    const KeyId id = change.id;
    ApiKey gone = keyOf(id);
    if (gone.service->id == m_ownId) // nobody could look at the account from here any more
        return ready<R>(fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("ownKey")}}));
    if (gone.version != change.expectedVersion)
        return ready<R>(fail(ErrorCode::Conflict, {{QStringLiteral("version"), gone.version},
                                                   {QStringLiteral("service"), sendgrid::serviceName()}}));
    gone.state = KeyState::Purged;
    const Answer<R> answer;
    const auto done = [this, answer, gone] {
        m_gone.insert(gone.id, m_time.elapsed() + GoneMs);
        m_keys.remove(gone.id);
        m_notes.remove(gone.service->id);
        emit keysChanged({gone.id});
        answer.give(gone);
    };
    // Somebody may have renamed it: then it is not the key that the person has named.
    readKey(gone.service->id, Urgency::Person) | then(this, [=, this](const R &now) {
        if (!now && now.error().code == ErrorCode::NotFound)
            return done();
        if (!now)
            return answer.give(fail(now.error()));
        if (now->config.name != gone.config.name)
            return answer.give(
                fail(ErrorCode::Conflict, {{QStringLiteral("version"), now->version},
                                           {QStringLiteral("service"), sendgrid::serviceName()}}));
        m_line->ask(sendgrid::deleteRequest(gone.service->id), Urgency::Person) |
            then(this, [=, this](const Result<Reply> &reply) {
                const auto lost = lostIn(reply, m_line->where());
                if (lost) {
                    readKey(gone.service->id, Urgency::Person) | then(this, [=](const R &there) {
                        if (!there && there.error().code == ErrorCode::NotFound)
                            return done();
                        answer.give(fail(*lost));
                    });
                    return;
                }
                const auto refused =
                    reply ? sendgrid::errorOf(*reply, m_line->where()) : std::optional(reply.error());
                if (refused && refused->code != ErrorCode::NotFound)
                    return answer.give(fail(*refused));
                done();
            });
    });
    return answer.future();
}

/// One after the other: SendGrid has no way to change several at once.
QFuture<Result<QList<Result<ApiKey>>>> SendGridBackend::changeMany(const QList<KeyChange> &changes) {
    using Results = QList<Result<ApiKey>>;
    struct Walk {
        QList<KeyChange> changes;
        Results results;
    };
    const auto walk = std::make_shared<Walk>(Walk{changes, {}});
    const Answer<Result<Results>> answer;
    const auto step = std::make_shared<std::function<void()>>();
    *step = [this, walk, answer, step] {
        if (walk->results.size() == walk->changes.size()) {
            answer.give(walk->results);
            const auto last = std::exchange(*step, {}); // it holds itself
            return;
        }
        change(walk->changes[walk->results.size()]) | then(this, [walk, step](const Result<ApiKey> &one) {
            walk->results.append(one);
            if (const auto next = *step)
                next();
        });
    };
    if (changes.isEmpty())
        return ready<Result<Results>>(Results());
    const auto first = *step;
    first();
    return answer.future();
}

} // namespace latchkey
