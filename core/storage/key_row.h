#pragma once

#include "core/model/api_key.h"
#include "core/storage/key_cells.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariantList>
#include <memory>

namespace latchkey {

/// One row of the table `keys`: a key, its verifier, and what storage adds.
struct KeyRow {
    ApiKey key;
    QByteArray verifier, oldVerifier;
    qint64 seq = 0;
    qint64 changeSeq = 0;
    key_row::StoredCells stored; ///< the columns as they were read
};

/// Rows on their way from one thread to another, none of them copied.
using RowsById = QHash<KeyId, std::shared_ptr<const KeyRow>>;

namespace key_row {

/// The columns in the order that read() expects, for a SELECT from `keys k` joined with
/// `last_used u` and `old_used o`.
QString columns();
QString fromClause();
/// Reads a row of columns(). One whose checksum fails, or that holds what cannot be, comes back damaged and
/// refusing: state Inactive, no scopes.
KeyRow read(sql::Cells row);

/// A damaged row's key: shown as what it is, and let through nowhere.
void refuse(ApiKey &k);

/// Column names and values for INSERT and UPDATE, with a fresh checksum. Without `seq`.
struct Bound {
    QStringList names;
    QVariantList values;
};
Bound bind(const KeyRow &row);
/// What a change may have touched: a state leaves the configuration, the names and the verifiers alone.
enum class Touched { StateOnly, Anything };
/// Only what differs from what was read, so that SQLite rewrites no index without need.
Bound bindChanged(const KeyRow &row, Touched touched);

/// SHA-256 over every column that decides or describes access, length-prefixed: docs/storage.md.
QByteArray checksum(const KeyRow &row);

} // namespace key_row
} // namespace latchkey
