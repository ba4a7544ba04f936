#pragma once

#include <QString>

/// `latchkey --verify-audit FILE`: says on its output whether an export of the audit log is whole. Needs
/// neither a display nor the vault. 0 intact, 1 changed, 2 cannot be read.
int verifyAudit(const QString &file);
