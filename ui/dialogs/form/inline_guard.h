#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace latchkey::ui {

/// A question in the window itself instead of a second dialog: staying is the default, leaving takes a
/// decision.
class InlineGuard : public QFrame {
    Q_OBJECT
public:
    InlineGuard(const QString &text, const QString &stay, const QString &leave, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void ask();     ///< shows it, focus on staying
    void dismiss(); ///< stays; the focus goes back to where it was
    [[nodiscard]] QPushButton *stayButton() const { return m_stay; }
    [[nodiscard]] QPushButton *leaveButton() const { return m_leave; }

signals:
    void stayed();
    void left();

protected:
    void paintEvent(QPaintEvent *e) override;

private:
    QLabel *m_text;
    QPushButton *m_stay;
    QPushButton *m_leave;
    QPointer<QWidget> m_before; ///< had the focus when it was asked
};

} // namespace latchkey::ui
