#pragma once

#include "ui/why/why_words.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

/// One check: icon, word and colour of its outcome, what it found, and a button that mends it.
class CheckRow : public QFrame {
    Q_OBJECT
public:
    explicit CheckRow(Check check, QWidget *parent = nullptr);
    void show(const diagnosis::Finding &finding, const WhyContext &context, const FixRights &rights,
              bool cause);
    [[nodiscard]] QPushButton *fixButton() const { return m_fix; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] CheckOutcome outcome() const { return m_outcome; }

signals:
    void fixWanted(latchkey::diagnosis::Fix fix);
    void stepWanted(int direction);

protected:
    void paintEvent(QPaintEvent *e) override;
    void keyPressEvent(QKeyEvent *e) override;
    void focusInEvent(QFocusEvent *e) override;
    void focusOutEvent(QFocusEvent *e) override;
    void changeEvent(QEvent *e) override;

private:
    void dress();
    QLabel *m_icon;
    QLabel *m_word;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_fix;
    diagnosis::Fix m_wanted = diagnosis::Fix::None;
    CheckOutcome m_outcome = CheckOutcome::NotChecked;
    bool m_cause = false;
};

/// The nine checks in their order. One tab stop and the buttons: the arrows walk the rows.
class CheckList : public QWidget {
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);
    void show(const WhyContext &context, const FixRights &rights);
    [[nodiscard]] CheckRow *row(Check check) const { return m_rows[static_cast<qsizetype>(check)]; }

signals:
    void fixWanted(latchkey::diagnosis::Fix fix);

private:
    void step(qsizetype from, int direction);
    QList<CheckRow *> m_rows;
};

} // namespace latchkey::ui
