#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/request.h"

#include <QObject>

namespace latchkey {

/// A log of requests knows ids of keys; a person knows names.
struct NamedKeys {
    QHash<QString, QList<KeyId>> keys; ///< by name, as it was asked for; deleted keys are among them
    bool cut = false;                  ///< not all that have such a name
};
inline constexpr qsizetype MostNamedKeys = 200, MostNames = 20;

/// The keys whose names contain each of these, whatever the case; at most MostNamedKeys of each of the first
/// MostNames.
QFuture<Result<NamedKeys>> keysNamed(VaultBackend &backend, const QStringList &names);

/// keysNamed() for a server: rows, count and further pages of one search come as questions of their own and
/// have the same names. What was found holds until a key changes.
class FoundNames : public QObject {
    Q_OBJECT
public:
    explicit FoundNames(VaultBackend &backend);
    QFuture<Result<NamedKeys>> named(const QStringList &names);

    static constexpr qsizetype MostSearches = 16;

private:
    struct Search {
        QStringList names;
        QFuture<Result<NamedKeys>> found;
    };
    VaultBackend &m_backend;
    QList<Search> m_searches; ///< the latest last
};

/// The names in a search that are to be looked up.
QStringList namesIn(const RequestSearch &search);
/// `filter` with the keys of these names. A name that no key has finds no request.
RequestFilter withKeys(RequestFilter filter, const RequestSearch &search, const NamedKeys &found);

} // namespace latchkey
