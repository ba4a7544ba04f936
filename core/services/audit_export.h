#pragma once

#include "core/backend/vault_backend.h"

#include <QIODevice>
#include <memory>

/// The audit log as a file: JSON Lines, docs/audit-export.md. Every byte of it is under a hash, so that any
/// change is found without the vault.
namespace latchkey::audit_export {

/// The file piece by piece, for whoever sends it on and asks for the next one when there is room. On the
/// thread of the vault, which outlives it, as does `context`.
class Source {
public:
    Source(VaultBackend &backend, QObject *context);
    /// A few hundred kilobytes at most; empty: that was all. One question at a time.
    QFuture<Result<QByteArray>> next();
    [[nodiscard]] qint64 rows() const; ///< so far

private:
    struct State;
    std::shared_ptr<State> m;
};

/// Writes the whole log to `device`, which outlives the answer. The number of rows; an error leaves an
/// unfinished file, which does not verify.
QFuture<Result<qint64>> write(VaultBackend &backend, QIODevice &device, QObject *context);

struct Verdict {
    bool intact = false;
    qint64 rows = 0;
    qint64 badLine = 0; ///< counted from 1; 0 when intact
    qint64 badSeq = 0;  ///< the row that it should have been; 0 for the first and the last line
    /// Stable: notAnExport, changed, missing, outOfOrder, cutOff, afterTheEnd, tooLong.
    QString problem;
    QString vaultName;
    QByteArray head; ///< the last row's hash, to compare with one that was written down elsewhere
};
/// Reads an export from its beginning. Blocks; needs no vault.
Verdict verify(QIODevice &device);

} // namespace latchkey::audit_export
