#include "core/services/key_service.h"

#include "core/model/futures.h"

// The half of KeyService that deals with copies in the keychain.

namespace latchkey {

void KeyService::forgetQuietly(const KeyId &id) {
    m_secrets.remove(nameOf(id)) |
        then(this, [this, id](const Outcome &) { emit keptChanged(id, Kept::NotKept); });
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
        emit keptChanged(key.id, Kept::NotKept);
        m_backend.record(eventOf(key, QStringLiteral("key.forget"))) |
            then(this, [answer](const Outcome &o) { answer.give(o); });
    });
    return answer.future();
}

QFuture<Kept> KeyService::kept(const ApiKey &key) {
    const Answer<Kept> answer;
    m_secrets.contains(nameOf(key.id)) | then(this, [answer](const Result<bool> &there) {
        if (!there)
            return answer.give(there.error().code == ErrorCode::KeychainLocked ? Kept::KeychainLocked
                                                                               : Kept::Unknown);
        answer.give(*there ? Kept::Here : Kept::NotKept);
    });
    return answer.future();
}

QFuture<Result<SharedSecret>> KeyService::reveal(const ApiKey &key, const QString &why) {
    using R = Result<SharedSecret>;
    const Answer<R> answer;
    m_secrets.read(nameOf(key.id)) | then(this, [this, answer, key, why](const R &secret) {
        if (!secret) {
            if (secret.error().code == ErrorCode::NotKept)
                emit keptChanged(key.id, Kept::NotKept);
            return answer.give(secret);
        }
        m_backend.verifierOf(key.id) |
            then(this, [this, answer, key, why, secret = *secret](const Result<QByteArray> &verifier) {
                if (!verifier)
                    return answer.give(fail(verifier.error()));
                if (!token::matches(secret->view(), *verifier)) {
                    emit keptChanged(key.id, Kept::Outdated);
                    return answer.give(fail(ErrorCode::KeychainMismatch));
                }
                AuditEvent e = eventOf(key, QStringLiteral("key.reveal"));
                e.after = {{QStringLiteral("why"), why}};
                const bool readOnly =
                    m_backend.info().readOnly; // nothing can be written there: the person sees that it is so
                if (readOnly)
                    return answer.give(secret);
                m_backend.record(e) | then(this, [answer, secret](const Outcome &recorded) {
                    answer.give(recorded ? R(secret) : R(fail(recorded.error()))); // not audited, not shown
                });
            });
    });
    return answer.future();
}

QFuture<Result<ApiKey>> KeyService::findByToken(SecretBytes token) {
    const auto parsed = token::parse(token.view());
    if (!parsed)
        return ready<Result<ApiKey>>(
            fail(Error(QList<FieldError>{{QStringLiteral("token"), QStringLiteral("badToken"), {}}})));
    const auto verifier = token::verifierOf(token.view());
    token.wipe();
    return m_backend.findByCredential(parsed->id, verifier);
}

} // namespace latchkey
