#pragma once

#include <QWidget>

class QButtonGroup;
class QAbstractButton;

namespace latchkey::ui {

/// A few exclusive choices side by side; none may be chosen at first. Arrows walk, Space chooses.
class Segmented : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(QWidget *parent = nullptr);
    QAbstractButton *add(int value, const QString &text, const QString &icon = {});
    [[nodiscard]] int value() const; ///< -1 = none
    void setValue(int value);        ///< says nothing
    [[nodiscard]] QAbstractButton *button(int value) const;

signals:
    void chosen(int value); ///< by the person

private:
    QButtonGroup *m_group;
};

} // namespace latchkey::ui
