#pragma once

#include "core/services/diagnosis/facts.h"

namespace latchkey::diagnosis {

/// A text with every secret taken out, and the keys that were named in it, in order, at most MostKeys.
struct Scanned {
    static constexpr qsizetype MostKeys = 16;
    QString text;
    QList<KeyReference> keys;
    QList<KeyId> inAddress; ///< of whole tokens that stand in an address or its query
};

/// Tokens become their masked form, so that nothing behind this function ever sees one. Passwords and foreign
/// credentials in headers and options become dots.
Scanned takeTokens(QStringView text);

/// What stands for a secret.
QString dots();

} // namespace latchkey::diagnosis
