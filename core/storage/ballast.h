#pragma once

#include <QString>

/// A few megabytes held back beside a vault: on a full disk SQLite cannot even delete, but a revocation must
/// go through.
namespace latchkey::ballast {

inline constexpr qint64 Bytes = qint64{8} * 1024 * 1024;
QString pathFor(const QString &vault);
/// Makes it if it is missing and there is room for more than it.
void ensure(const QString &vault);
/// Gives some of it back, no more: whatever else writes to the disk takes what is free, and the next
/// revocation needs room as well. All of it where less than `bytes` would be left; false if there is none.
bool release(const QString &vault, qint64 bytes);

} // namespace latchkey::ballast
