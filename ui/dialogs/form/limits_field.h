#pragma once

#include "core/model/error.h"
#include "core/model/rate_limit.h"

#include <QWidget>
#include <array>

class QCheckBox;
class QLineEdit;

namespace latchkey::ui {

/// Counts per second, minute, hour and day, and "No limit". Text fields, so that a bad count can be named
/// instead of silently changed.
class LimitsField : public QWidget {
    Q_OBJECT
public:
    explicit LimitsField(QWidget *parent = nullptr);
    /// The name of the field of one count, as errors have it.
    static QString nameOf(RatePeriod p);
    void setLimits(const RateLimits &limits);
    [[nodiscard]] RateLimits limits() const; ///< of what is well-formed
    [[nodiscard]] QList<FieldError> errors() const;

signals:
    void changed();

private:
    void noLimitToggled(bool on);
    std::array<QLineEdit *, 4> m_counts{};
    QCheckBox *m_none = nullptr;
};

} // namespace latchkey::ui
