#pragma once

#include <QString>

/// A few megabytes held back beside a vault: on a full disk SQLite cannot even delete, but a revocation must
/// go through.
namespace latchkey::ballast {

inline constexpr qint64 Bytes = qint64{8} * 1024 * 1024;
QString pathFor(const QString &vault);
/// Makes it if it is missing and there is room for more than it.
void ensure(const QString &vault);
/// Gives the room back; false if there was none to give.
bool release(const QString &vault);

} // namespace latchkey::ballast
