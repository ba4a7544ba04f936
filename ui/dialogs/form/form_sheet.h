#pragma once

#include <QDialog>

namespace latchkey::ui {

class InlineGuard;

/// A sheet in which a person types more than a line. Esc, Cancel and the window's close button ask before
/// they drop that; Esc in the question stays.
class FormSheet : public QDialog {
    Q_OBJECT
public:
    void reject() override;

protected:
    explicit FormSheet(QWidget *parent);
    void closeEvent(QCloseEvent *e) override;
    /// There is something that closing would drop.
    [[nodiscard]] virtual bool isChanged() const = 0;
    /// Its place is above the buttons.
    [[nodiscard]] InlineGuard *question() const { return m_discard; }

private:
    InlineGuard *m_discard;
    bool m_closing = false;
};

} // namespace latchkey::ui
