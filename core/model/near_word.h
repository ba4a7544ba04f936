#pragma once

#include <QStringView>

namespace latchkey {

/// How many letters have to be put in, taken out or changed to make one of the other.
qsizetype lettersApart(QStringView a, QStringView b);

} // namespace latchkey
