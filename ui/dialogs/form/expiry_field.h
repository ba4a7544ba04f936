#pragma once

#include "core/model/instant.h"

#include <QTimeZone>
#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;

namespace latchkey::ui {

class DateTimeField;

/// 30 to 365 days, a date of one's own, or never. Whole-day choices end at 23:59:59 of that day in the
/// person's zone. Shows date and zone.
class ExpiryField : public QWidget {
    Q_OBJECT
public:
    ExpiryField(const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);
    void setDays(int days);
    void setExpiry(std::optional<Instant> expires);
    [[nodiscard]] std::optional<Instant> expiry() const;

signals:
    void changed();

private:
    enum Special { Custom = -1, Never = 0 };
    void select(int value);
    void show();
    void setPicker(Instant t);
    [[nodiscard]] Instant inDays(int days) const;
    const Clock &m_clock;
    QTimeZone m_zone;
    QComboBox *m_choice;
    DateTimeField *m_custom;
    QLabel *m_date;
    std::optional<Instant> m_kept; ///< an existing expiry, to the millisecond, until the field is changed
};

} // namespace latchkey::ui
