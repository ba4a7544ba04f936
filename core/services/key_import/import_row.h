#pragma once

#include "core/model/table_record.h"
#include "core/model/validation.h"
#include "core/services/key_export.h"
#include "core/services/key_fields.h"

#include <QHash>
#include <QMap>

/// From a row of a file to the key it describes. Pure.
namespace latchkey {

/// Which column is which field; columns without one are left out.
using ImportMapping = QMap<QString, KeyField>;
/// A guess for each name, each field at most once.
ImportMapping guessMapping(const QStringList &columns);

/// A row as the mapping reads it. Its token is a verifier by now.
struct ImportRow {
    qint64 line = 0;
    /// What is wrong with it; codes of TableRecord, and cellCount, unknownColumn, notAToken, otherPrefix,
    /// tokenInText, badId.
    std::optional<FieldError> problem;
    KeyId id;
    KeyId tokenId;
    QByteArray verifier;
    QString tokenEnvironment; ///< live, stage, dev
    QHash<KeyField, QString> values;
};

/// Wipes the record. `columns` are the header of a CSV file; JSON brings its names along.
ImportRow readRow(TableRecord &record, FileFormat format, const QStringList &columns,
                  const ImportMapping &mapping, const QString &prefix);

/// `base` with what the row says. FieldErrors: badEnvironment, badType, badScope, notANumber …, badAddress,
/// badTime; `environment` and `type` of an existing key cannot change: fixed.
Result<KeyConfig> configOf(const ImportRow &row, const KeyConfig &base, bool exists);

/// What `base` has and an empty cell of the row takes away. A word for "none", such as `never`, is no empty
/// cell.
QList<KeyField> emptiedFields(const ImportRow &row, const KeyConfig &base, const KeyConfig &after);

} // namespace latchkey
