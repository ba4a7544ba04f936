#pragma once

#include "core/backend/vault_backend.h"
#include "core/wire/key_query.h"

/// Where the next page of a list of keys begins. It names the last rows that were given, and what stood in
/// them, so that the place is found again although rows before it came or went: a row that does not change
/// between two pages is given exactly once. When all of those rows have changed meanwhile, the next page goes
/// on at the same position.
namespace latchkey::server {

struct KeyCursor {
    static constexpr qsizetype Rows = 8;
    struct Row {
        KeyId id;
        QByteArray stamp;
    };
    QByteArray question; ///< hash of the query
    qint64 position = 0; ///< of the first row that was not given yet
    QList<Row> rows;     ///< the last ones given, the last one last

    [[nodiscard]] QString toText() const;
    static std::optional<KeyCursor> fromText(const QString &text);
};

QByteArray hashOf(const KeyQuery &query);
/// What decides a row's place, as far as the row itself knows.
QByteArray stampOf(const ApiKey &key, const KeyQuery &query, Instant now);
/// Where to go on in `list`. `rows` are the keys that the cursor names, as they are now.
qsizetype placeAfter(const KeyCursor &cursor, const KeyList &list, const QList<ApiKey> &rows,
                     const KeyQuery &query, Instant now);

} // namespace latchkey::server
