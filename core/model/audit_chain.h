#pragma once

#include "core/model/audit_event.h"

/// What makes the audit log hard to change unseen: docs/storage.md.
namespace latchkey::audit_chain {

inline constexpr int HashLength = 32;

/// The hash before the first row.
QByteArray beginning();
/// The canonical payload: compact JSON with sorted names.
QByteArray canonical(const AuditEvent &event);
/// The event of a payload; its fields are empty where the payload has none.
AuditEvent fromPayload(qint64 seq, const QByteArray &payload, const QByteArray &hash);
/// `SHA-256("latchkey-audit-v1\0" || seq (8 bytes, big endian) || previous || SHA-256(payload))`
QByteArray chained(qint64 seq, const QByteArray &previous, const QByteArray &payload);

} // namespace latchkey::audit_chain
