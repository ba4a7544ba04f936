#include "ui/detail/receipt_card.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace latchkey::ui {

ReceiptCard::ReceiptCard(VerifierFeed *feed, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_receipts(feed, clock, nullptr)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("receipt"));
    setProperty("card", true);
    m_text->setWordWrap(true);
    m_icon->setFixedSize(16, 16);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    connect(&m_receipts, &Receipts::changed, this, [this](const KeyId &key) {
        if (key == m_key)
            fill();
    });
    hide();
}

void ReceiptCard::setKey(const KeyId &key) {
    m_key = key;
    fill();
}

void ReceiptCard::follow(const QList<AuditEvent> &events) {
    m_receipts.follow(m_key, events);
}

void ReceiptCard::setTimeZone(const QTimeZone &zone) {
    m_receipts.setTimeZone(zone);
    fill();
}

void ReceiptCard::fill() {
    const auto receipt = m_receipts.of(m_key);
    if (!receipt)
        return hide();
    const bool done = receipt->missing.isEmpty();
    m_icon->setPixmap(themedIcon(done ? QStringLiteral("check") : QStringLiteral("clock"),
                                 done ? ColorRole::ActiveText : ColorRole::ExpiringText)
                          .pixmap(16, 16));
    m_text->setText(receipt->text);
    m_text->setToolTip(done ? QString() : tr("Not yet: %1").arg(receipt->missing));
    setAccessibleName(receipt->text);
    show();
}

} // namespace latchkey::ui
