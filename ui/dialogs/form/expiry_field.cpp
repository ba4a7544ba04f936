#include "ui/dialogs/form/expiry_field.h"

#include "ui/format/words.h"
#include "ui/theme/date_time_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

ExpiryField::ExpiryField(const Clock &clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_zone(zone)
    , m_choice(new QComboBox(this))
    , m_custom(new DateTimeField(this))
    , m_date(new QLabel(this)) {
    for (const int days : {30, 60, 90, 180, 365})
        m_choice->addItem(tr("%Ln days", nullptr, days), days);
    m_choice->addItem(tr("Custom date and time"), static_cast<int>(Custom));
    m_choice->addItem(tr("Never"), static_cast<int>(Never));
    m_choice->setAccessibleName(tr("Expires"));
    m_custom->setAccessibleName(tr("Expiry date and time"));
    m_custom->setCalendarPopup(true);
    m_custom->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_custom->setTimeSpec(Qt::UTC); // a plain date and time, read in m_zone
    m_custom->setMinimumDateTime(QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC));
    m_date->setProperty("secondary", true);
    m_date->setForegroundRole(QPalette::WindowText);
    m_date->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_custom);
    row->addStretch(1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addLayout(row);
    box->addWidget(m_date);
    setFocusProxy(m_choice);
    setDays(90);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        if (m_choice->currentData().toInt() != Custom)
            m_kept.reset();
        show();
        emit changed();
    });
    connect(m_custom, &DateTimeField::dateTimeChanged, this, [this] {
        m_kept.reset();
        show();
        emit changed();
    });
}

Instant ExpiryField::inDays(int days) const {
    const QDate day = m_clock.now().toUtc().toTimeZone(m_zone).date().addDays(days);
    return Instant::fromDateTime(QDateTime(day, QTime(23, 59, 59, 999), m_zone));
}

void ExpiryField::select(int value) {
    const QSignalBlocker quiet(m_choice);
    m_choice->setCurrentIndex(m_choice->findData(value));
}

void ExpiryField::setDays(int days) {
    m_kept.reset();
    if (m_choice->findData(days) >= 0)
        select(days);
    else
        setExpiry(inDays(days));
    show();
}

void ExpiryField::setExpiry(std::optional<Instant> expires) {
    const QSignalBlocker quiet(m_custom);
    if (expires) {
        setPicker(*expires);
        select(Custom);
    } else {
        select(Never);
    }
    m_kept = expires;
    show();
}

std::optional<Instant> ExpiryField::expiry() const {
    const int value = m_choice->currentData().toInt();
    if (value == Never)
        return std::nullopt;
    if (value != Custom)
        return inDays(value);
    if (m_kept)
        return m_kept;
    // The picker shows minutes: the whole of the chosen minute counts.
    const QDateTime t = m_custom->dateTime();
    return Instant::fromDateTime(
        QDateTime(t.date(), QTime(t.time().hour(), t.time().minute(), 59, 999), m_zone));
}

void ExpiryField::setPicker(Instant t) {
    const QDateTime there = t.toUtc().toTimeZone(m_zone);
    m_custom->setDateTime(QDateTime(there.date(), there.time(), Qt::UTC));
}

void ExpiryField::show() {
    const bool custom = m_choice->currentData().toInt() == Custom;
    if (custom && !m_custom->isVisibleTo(this) && !m_kept) {
        const QSignalBlocker quiet(m_custom);
        setPicker(inDays(90));
    }
    m_custom->setVisible(custom);
    const auto when = expiry();
    m_date->setText(when ? tr("Until %1").arg(fullTime(*when, m_zone))
                         : tr("The key works until someone stops it."));
}

} // namespace latchkey::ui
