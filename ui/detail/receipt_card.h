#pragma once

#include "core/backend/verifier_feed.h"
#include "core/model/audit_event.h"

#include <QFrame>
#include <QTimeZone>
#include <QTimer>

class QLabel;

namespace latchkey::ui {

/// The receipt of a revocation: how many of the verifiers that answer gateways have confirmed that they know
/// of it, live until all have. Hidden where nobody verifies, and for changes that are long past.
class ReceiptCard : public QFrame {
    Q_OBJECT
public:
    /// `feed`: null where this vault has none.
    ReceiptCard(VerifierFeed *feed, const Clock &clock, QWidget *parent = nullptr);
    /// The audit log of the key that is shown, newest first.
    void follow(const QList<AuditEvent> &events);
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

private:
    void ask();
    void askSoon();
    void show(const VerifierNodes &known);
    [[nodiscard]] bool isFresh(Instant theirs) const;

    VerifierFeed *m_feed;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QLabel *m_icon, *m_text;
    QTimer m_again;
    int m_asked = 0;
    Instant m_at;                        ///< of that change
    qint64 m_epoch = 0;                  ///< of the change that is followed; 0: none
    QHash<QString, Instant> m_confirmed; ///< node → when it said so for the first time
};

} // namespace latchkey::ui
