#pragma once

#include <QString>

namespace latchkey {

/// The code of what a person could not see in `s`, or would see in another order than it is stored:
/// controlCharacter, bidiOverride; empty: nothing.
QString badCharacter(const QString &s, bool lineBreaks = false);
/// In characters as a person counts them: an emoji is one.
qsizetype lengthOf(const QString &s);

} // namespace latchkey
