#pragma once

#include "core/model/error.h"
#include "core/model/ip_range.h"

#include <QPlainTextEdit>

namespace latchkey::ui {

/// Allowed addresses, one a line; bad lines are named. The text is read once per change: linear, 10,000 lines
/// in milliseconds.
class IpField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit IpField(QWidget *parent = nullptr);
    void setRanges(const QList<IpRange> &ranges);
    [[nodiscard]] const QList<IpRange> &ranges() const { return m_ranges; }
    [[nodiscard]] const QList<BadIpLine> &badLines() const { return m_bad; }
    [[nodiscard]] QList<FieldError> errors() const;
    /// "Line 3 is not an IP address or range: x", and how many more there are.
    [[nodiscard]] QString errorText() const;
    void goToFirstBadLine();

private:
    QList<IpRange> m_ranges;
    QList<BadIpLine> m_bad;
};

} // namespace latchkey::ui
