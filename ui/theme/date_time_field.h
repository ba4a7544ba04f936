#pragma once

#include <QDateTimeEdit>

namespace latchkey::ui {

/// A date and time that can be typed from one end to the other: Home and End choose the whole first and last
/// part, where Qt only moves the cursor, and what is typed then goes nowhere.
class DateTimeField final : public QDateTimeEdit {
    Q_OBJECT
public:
    using QDateTimeEdit::QDateTimeEdit;

protected:
    void keyPressEvent(QKeyEvent *e) override;
};

} // namespace latchkey::ui
