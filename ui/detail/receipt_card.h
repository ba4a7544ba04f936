#pragma once

#include "ui/detail/receipts.h"

#include <QFrame>

class QLabel;

namespace latchkey::ui {

/// The receipt of the key that is shown, live. Hidden where it has none.
class ReceiptCard : public QFrame {
    Q_OBJECT
public:
    /// `feed`: null where this vault has none.
    ReceiptCard(VerifierFeed *feed, const Clock &clock, QWidget *parent = nullptr);
    void setKey(const KeyId &key);
    /// The audit log of the key that is shown, newest first.
    void follow(const QList<AuditEvent> &events);
    void setTimeZone(const QTimeZone &zone);
    /// Of all keys, not only of the one that is shown.
    [[nodiscard]] Receipts &receipts() { return m_receipts; }

private:
    void fill();

    Receipts m_receipts;
    KeyId m_key;
    QLabel *m_icon, *m_text;
};

} // namespace latchkey::ui
