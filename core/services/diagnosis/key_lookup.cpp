#include "core/services/diagnosis/key_lookup.h"

#include "core/model/futures.h"

#include <algorithm>

namespace latchkey {

using diagnosis::KeyReference;
using diagnosis::Subject;
using Kind = KeyReference::Kind;
using Token = Subject::Token;

namespace {

Subject named(const KeyReference &ref, const ApiKey *key) {
    Subject s;
    s.credential = ref.id;
    s.prefix = ref.prefix;
    if (key)
        s.key = *key;
    return s;
}

/// How a token that was named, but not shown whole, stands to the key.
Token nameOnly(const KeyReference &ref, const ApiKey &key) {
    if (ref.kind == Kind::Token)
        return Token::WrongSecret;
    if (ref.kind == Kind::Malformed)
        return Token::Malformed;
    if (ref.id == key.credentialId || (ref.kind == Kind::Id && ref.id == key.id))
        return Token::NotGiven;
    return key.old && ref.id == key.old->id ? Token::Old : Token::Earlier;
}

} // namespace

KeyLookup::KeyLookup(VaultBackend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend) {}

QFuture<Result<Subject>> KeyLookup::find(const KeyReference &ref) {
    const Answer<Found> answer;
    const auto give = [answer](const Found &f) { answer.give(f); };
    if (ref.id.isNull()) {
        Subject s = named(ref, nullptr);
        s.token = Token::Malformed;
        QMetaObject::invokeMethod(
            this, [give, s] { give(s); }, Qt::QueuedConnection);
    } else if (ref.kind == Kind::Token) {
        m_backend.findByCredential(ref.id, ref.verifier) |
            then(this, [this, ref, give](const Result<ApiKey> &k) {
                if (!k && k.error().code != ErrorCode::NotFound)
                    return give(fail(k.error()));
                if (!k)
                    return byId(ref, give);
                Subject s = named(ref, &*k);
                s.token = k->credentialId == ref.id ? Token::Current : Token::Old;
                give(s);
            });
    } else {
        byId(ref, give);
    }
    return answer.future();
}

/// By what is public in it; the vault remembers each id part that a rotation has taken away.
void KeyLookup::byId(const KeyReference &ref, std::function<void(const Found &)> give) {
    m_backend.owners({ref.id}) | then(this, [ref, give](const Result<QHash<KeyId, ApiKey>> &owners) {
        if (!owners)
            return give(fail(owners.error()));
        if (!owners->contains(ref.id)) {
            Subject s = named(ref, nullptr);
            s.token = ref.kind == Kind::Malformed ? Token::Malformed : Token::NoKey;
            return give(s);
        }
        const ApiKey &k = *owners->constFind(ref.id);
        Subject s = named(ref, &k);
        s.token = nameOnly(ref, k);
        // A purged key keeps no verifier: its own token is as right as it ever was. So is one that a second
        // rotation has pushed out.
        const bool forgotten =
            k.state == KeyState::Purged || (ref.id != k.credentialId && (!k.old || k.old->id != ref.id));
        if (s.token == Token::WrongSecret && forgotten)
            s.token = k.state == KeyState::Purged ? Token::Current : Token::Earlier;
        give(s);
    });
}

QFuture<Result<std::optional<ApiKey>>> KeyLookup::sameNameIn(const ApiKey &key, Environment environment) {
    using R = Result<std::optional<ApiKey>>;
    const Answer<R> answer;
    KeyQuery q;
    q.filter.environment = environment;
    q.filter.words = foldForSearch(key.config.name).split(u' ', Qt::SkipEmptyParts);
    m_backend.list(q) | then(this, [this, answer, name = key.config.name](const Result<KeyListPtr> &list) {
        if (!list)
            return answer.give(fail(list.error()));
        QList<KeyId> ids;
        for (qsizetype i = 0; i < qMin<qsizetype>(100, (*list)->size()); ++i)
            ids.append((*list)->idAt(i));
        m_backend.rows(ids) | then(this, [answer, name](const Result<QList<ApiKey>> &rows) {
            if (!rows)
                return answer.give(fail(rows.error()));
            const auto same = std::find_if(rows->cbegin(), rows->cend(), [&](const ApiKey &k) {
                return k.config.name.compare(name, Qt::CaseInsensitive) == 0;
            });
            answer.give(same == rows->cend() ? R(std::nullopt) : R(*same));
        });
    });
    return answer.future();
}

} // namespace latchkey
