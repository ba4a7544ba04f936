#pragma once

#include "core/backend/vault_backend.h"

#include <QHash>
#include <QObject>

namespace latchkey::ui {

class Receipts;
class WindowFeedback;

/// Notices of what stops a key also say which verifiers have confirmed it, while they are shown.
class ReceiptToasts final : public QObject {
    Q_OBJECT
public:
    ReceiptToasts(VaultBackend &backend, Receipts &receipts, WindowFeedback &feedback, QObject *parent);

private:
    void follow(const KeyId &key, quint64 toast);
    void tell(const KeyId &key);
    VaultBackend &m_backend;
    Receipts &m_receipts;
    WindowFeedback &m_feedback;
    QHash<KeyId, quint64> m_toasts; ///< the last of each key
};

} // namespace latchkey::ui
