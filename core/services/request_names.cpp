#include "core/services/request_names.h"

#include "core/model/futures.h"

#include <algorithm>

namespace latchkey {

namespace {

/// Deleted keys too: the log still tells of them.
KeyQuery keysCalled(const QString &name) {
    using Field = FilterTerm::Field;
    KeyQuery query;
    const auto add = [&query](Field field, const QString &value) {
        FilterTerm t;
        t.field = field;
        t.value = value;
        query.filter.terms.append(t);
    };
    add(Field::Name, name.toLower());
    for (const KeyStatus s : {KeyStatus::Active, KeyStatus::Inactive, KeyStatus::Revoked, KeyStatus::Expired,
                              KeyStatus::Deleted, KeyStatus::Damaged})
        add(Field::Status, toWord(s));
    return query;
}

struct LookUp {
    Answer<Result<NamedKeys>> answer;
    NamedKeys found;
    qsizetype open = 0;
    bool failed = false;
};

} // namespace

QFuture<Result<NamedKeys>> keysNamed(VaultBackend &backend, const QStringList &names) {
    QStringList wanted = names;
    wanted.removeDuplicates();
    const auto look = std::make_shared<LookUp>();
    look->found.cut = wanted.size() > MostNames;
    wanted = wanted.mid(0, MostNames);
    look->open = wanted.size();
    if (wanted.isEmpty())
        return ready<Result<NamedKeys>>(NamedKeys());
    for (const QString &name : std::as_const(wanted)) {
        backend.listToShow(keysCalled(name)) | then(&backend, [look, name](const Result<KeyListPtr> &list) {
            --look->open;
            if (look->failed)
                return;
            if (!list) {
                look->failed = true;
                return look->answer.give(fail(list.error()));
            }
            QList<KeyId> &keys = look->found.keys[name];
            for (qsizetype i = 0; i < (*list)->size() && i < MostNamedKeys; ++i)
                keys.append((*list)->idAt(i));
            look->found.cut |= (*list)->size() > MostNamedKeys;
            if (look->open == 0)
                look->answer.give(look->found);
        });
    }
    return look->answer.future();
}

FoundNames::FoundNames(VaultBackend &backend)
    : m_backend(backend) {
    connect(&backend, &VaultBackend::keysChanged, this, [this] { m_searches.clear(); });
}

QFuture<Result<NamedKeys>> FoundNames::named(const QStringList &names) {
    // What failed is asked anew.
    m_searches.removeIf([](const Search &s) {
        return s.found.isFinished() && (s.found.resultCount() == 0 || !s.found.result());
    });
    const auto known = std::find_if(m_searches.cbegin(), m_searches.cend(),
                                    [&](const Search &s) { return s.names == names; });
    if (known != m_searches.cend())
        return known->found;
    if (m_searches.size() >= MostSearches)
        m_searches.removeFirst();
    m_searches.append({names, keysNamed(m_backend, names)});
    return m_searches.constLast().found;
}

QStringList namesIn(const RequestSearch &search) {
    return search.keyNames + search.otherThanNames + search.filter.words;
}

RequestFilter withKeys(RequestFilter filter, const RequestSearch &search, const NamedKeys &found) {
    for (const QString &name : search.keyNames)
        filter.keys += found.keys.value(name);
    if (!search.keyNames.isEmpty() && filter.keys.isEmpty())
        filter.keys.append(*KeyId::fromString(u"000000000000")); // no key has this name: no request either
    for (const QString &name : search.otherThanNames) {
        for (const KeyId &key : found.keys.value(name))
            filter.terms.append({RequestTerm::Field::Key, true, key.toString()});
    }
    for (const QString &word : std::as_const(filter.words)) {
        if (const QList<KeyId> keys = found.keys.value(word); !keys.isEmpty())
            filter.named.insert(word, keys);
    }
    return filter;
}

} // namespace latchkey
