#include "ui/shell/receipt_toasts.h"

#include "core/model/futures.h"
#include "ui/detail/receipts.h"
#include "ui/feedback/window_feedback.h"

namespace latchkey::ui {

ReceiptToasts::ReceiptToasts(VaultBackend &backend, Receipts &receipts, WindowFeedback &feedback,
                             QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_receipts(receipts)
    , m_feedback(feedback) {
    if (!backend.verifiers())
        return;
    connect(&feedback, &WindowFeedback::receiptWanted, this, &ReceiptToasts::follow);
    connect(&receipts, &Receipts::changed, this, &ReceiptToasts::tell);
}

void ReceiptToasts::follow(const KeyId &key, quint64 toast) {
    m_backend.audit({key, 0, 1}) | then(this, [this, key, toast](const Result<QList<AuditEvent>> &events) {
        if (!events || !m_receipts.follow(key, *events))
            return;
        m_toasts.insert(key, toast);
        tell(key);
    });
}

void ReceiptToasts::tell(const KeyId &key) {
    const auto toast = m_toasts.constFind(key);
    if (toast == m_toasts.cend())
        return;
    const Receipts::Receipt receipt = m_receipts.of(key).value_or(Receipts::Receipt());
    m_feedback.toasts().note(*toast, receipt.missing.isEmpty() ? receipt.text : receipt.text + QChar(0x2026));
}

} // namespace latchkey::ui
