#include "core/services/key_service.h"

#include "core/model/futures.h"
#include "core/remote/sendgrid/sendgrid_key.h"

// The half of KeyService that deals with copies in the keychain.

namespace latchkey {

void KeyService::forgetQuietly(const ApiKey &key) {
    if (const KeyId credential = credentialOf(key); credential != key.id)
        unstage(credential);
    m_secrets.remove(nameOf(key.id)) |
        then(this, [this, id = key.id](const Outcome &) { emit keptChanged(id, Kept::NotKept); });
}

QFuture<Outcome> KeyService::keep(const ApiKey &key, SharedSecret token) {
    const Answer<Outcome> answer;
    m_backend.record(eventOf(key, QStringLiteral("key.keep"))) |
        then(this, [this, answer, key, token](const Outcome &recorded) {
            if (!recorded)
                return answer.give(recorded);
            m_secrets.write(nameOf(key.id), token->clone()) |
                then(this, [this, answer, id = key.id](const Outcome &written) {
                    if (written)
                        emit keptChanged(id, Kept::Here);
                    answer.give(written);
                });
        });
    return answer.future();
}

QFuture<Outcome> KeyService::forget(const ApiKey &key) {
    const Answer<Outcome> answer;
    m_secrets.remove(nameOf(key.id)) | then(this, [this, answer, key](const Outcome &removed) {
        if (!removed)
            return answer.give(removed);
        if (const KeyId credential = credentialOf(key); credential != key.id)
            unstage(credential);
        emit keptChanged(key.id, Kept::NotKept);
        m_backend.record(eventOf(key, QStringLiteral("key.forget"))) |
            then(this, [answer](const Outcome &o) { answer.give(o); });
    });
    return answer.future();
}

QFuture<Kept> KeyService::kept(const ApiKey &key) {
    const Answer<Kept> answer;
    const auto say = [answer](const Result<bool> &there) {
        if (!there)
            return answer.give(there.error().code == ErrorCode::KeychainLocked ? Kept::KeychainLocked
                                                                               : Kept::Unknown);
        answer.give(*there ? Kept::Here : Kept::NotKept);
    };
    m_secrets.contains(nameOf(key.id)) | then(this, [this, key, say](const Result<bool> &there) {
        const KeyId credential = credentialOf(key);
        if (there && !*there && credential != key.id) // staged, see findStaged()
            m_secrets.contains(nameOf(credential)) | then(this, say);
        else
            say(there);
    });
    return answer.future();
}

QFuture<Outcome> KeyService::stage(const KeyId &credential, const SharedSecret &token) {
    return m_secrets.write(nameOf(credential), token->clone());
}

QFuture<Outcome> KeyService::unstage(const KeyId &credential) {
    return m_secrets.remove(nameOf(credential));
}

QFuture<Outcome> KeyService::adopt(const ApiKey &rotated, const SharedSecret &token) {
    const Answer<Outcome> answer;
    keep(rotated, token) | then(this, [this, answer, rotated](const Outcome &kept) {
        if (!kept) // it stays where it is staged, and is found there
            return answer.give(kept);
        unstage(credentialOf(rotated)) | then(this, [answer](const Outcome &) { answer.give(ok()); });
    });
    return answer.future();
}

QFuture<Result<bool>> KeyService::isCurrent(const ApiKey &key, const SharedSecret &token) {
    using R = Result<bool>;
    if (key.service) // SendGrid's: its secret never changes
        return ready(R(sendgrid::idIn(token->view()) == key.service->id));
    const auto parsed = token::parse(token->view());
    if (!parsed)
        return ready(R(false));
    const Answer<R> answer;
    m_backend.findByCredential(parsed->id.at(key.id.place()), token::verifierOf(token->view())) |
        then(this, [answer, id = key.id, credential = parsed->id](const Result<ApiKey> &found) {
            if (!found && found.error().code != ErrorCode::NotFound)
                return answer.give(fail(found.error()));
            answer.give(found && found->id == id && found->credentialId == credential);
        });
    return answer.future();
}

QFuture<Result<SharedSecret>> KeyService::findStaged(const ApiKey &key) {
    using R = Result<SharedSecret>;
    const KeyId credential = credentialOf(key);
    if (credential == key.id)
        return ready(R(fail(ErrorCode::NotKept)));
    const Answer<R> answer;
    m_secrets.read(nameOf(credential)) | then(this, [this, answer, key](const R &staged) {
        if (!staged)
            return answer.give(fail(ErrorCode::NotKept));
        isCurrent(key, *staged) | then(this, [this, answer, key, token = *staged](const Result<bool> &fits) {
            if (!fits || !*fits)
                return answer.give(fail(ErrorCode::NotKept));
            adopt(key, token) | then(this, [answer, token](const Outcome &) { answer.give(token); });
        });
    });
    return answer.future();
}

/// Not audited, not shown; but where nothing can be written the person sees that it is so.
QFuture<Result<SharedSecret>> KeyService::giveOut(const ApiKey &key, const SharedSecret &token,
                                                  const QString &why) {
    using R = Result<SharedSecret>;
    if (m_backend.homeOf(key.id).info().readOnly)
        return ready(R(token));
    if (const auto may = mayWrite(key.id); !may) // it would be written down that it was shown
        return ready(R(fail(may.error())));
    AuditEvent e = eventOf(key, QStringLiteral("key.reveal"));
    e.after = {{QStringLiteral("why"), why}};
    const Answer<R> answer;
    m_backend.record(e) | then(this, [answer, token](const Outcome &recorded) {
        answer.give(recorded ? R(token) : R(fail(recorded.error())));
    });
    return answer.future();
}

QFuture<Result<SharedSecret>> KeyService::reveal(const ApiKey &key, const QString &why) {
    using R = Result<SharedSecret>;
    const Answer<R> answer;
    const auto forward = [this, answer](const QFuture<R> &shown) {
        shown | then(this, [answer](const R &r) { answer.give(r); });
    };
    m_secrets.read(nameOf(key.id)) | then(this, [this, answer, key, why, forward](const R &secret) {
        if (!secret && secret.error().code != ErrorCode::NotKept)
            return answer.give(secret);
        (secret ? isCurrent(key, *secret) : ready<Result<bool>>(false)) |
            then(this, [this, answer, key, why, secret, forward](const Result<bool> &fits) {
                if (!fits)
                    return answer.give(fail(fits.error()));
                if (*fits)
                    return forward(giveOut(key, *secret, why));
                findStaged(key) | then(this, [this, answer, key, why, outdated = secret.has_value(),
                                              forward](const R &staged) {
                    if (staged)
                        return forward(giveOut(key, *staged, why));
                    emit keptChanged(key.id, outdated ? Kept::Outdated : Kept::NotKept);
                    answer.give(fail(outdated ? ErrorCode::KeychainMismatch : ErrorCode::NotKept));
                });
            });
    });
    return answer.future();
}

QFuture<Result<ApiKey>> KeyService::findByToken(SecretBytes token) {
    if (const auto id = sendgrid::idIn(token.view());
        id && (m_rights || !m_backend.capabilities().ownTokens)) {
        token.wipe();
        return m_backend.findByCredential(sendgrid::keyIdOf(*id), {});
    }
    const auto parsed = token::parse(token.view());
    if (!parsed)
        return ready<Result<ApiKey>>(
            fail(Error(QList<FieldError>{{QStringLiteral("token"), QStringLiteral("badToken"), {}}})));
    const auto verifier = token::verifierOf(token.view());
    token.wipe();
    return m_backend.findByCredential(parsed->id, verifier);
}

} // namespace latchkey
