#pragma once

#include "core/backend/verifier_feed.h"
#include "core/model/audit_event.h"

#include <QTimeZone>
#include <QTimer>

namespace latchkey::ui {

/// Receipts of revocations: how many of the verifiers that answer gateways have confirmed that they know of
/// what stops a key. They are asked until all have, and each key's last receipt is kept as long as this is.
class Receipts : public QObject {
    Q_OBJECT
public:
    struct Receipt {
        QString text;
        QString missing; ///< who has not confirmed; empty: nobody is missing
    };
    /// `feed`: null where this vault has none.
    Receipts(VerifierFeed *feed, const Clock &clock, QObject *parent);
    /// The audit log of a key, newest first. What is long past was confirmed or is given up: of that there is
    /// only what was seen of it. False: the key's last change took nothing away.
    bool follow(const KeyId &key, const QList<AuditEvent> &events);
    /// None where nothing was taken away, or nobody verifies.
    [[nodiscard]] std::optional<Receipt> of(const KeyId &key) const;
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

signals:
    void changed(const latchkey::KeyId &key);

private:
    struct Followed {
        qint64 epoch = 0;                  ///< of the change
        Instant at;                        ///< of the change
        QHash<QString, Instant> confirmed; ///< node → when it said so for the first time
        QStringList missing;               ///< the names of the others
        bool open = true;                  ///< it is asked for
    };
    void ask();
    /// False: nothing of it changed.
    bool take(Followed &f, const VerifierNodes &known) const;

    VerifierFeed *m_feed;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QHash<KeyId, Followed> m_followed;
    QTimer m_again;
    int m_asked = 0;
    bool m_asking = false;
};

} // namespace latchkey::ui
