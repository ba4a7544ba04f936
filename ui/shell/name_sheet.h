#pragma once

#include <QDialog>
#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

/// One field for a name, one button.
class NameSheet : public QDialog {
    Q_OBJECT
public:
    struct Words {
        QString title, label, button;
    };
    /// `problemOf` says why a name cannot be taken, or nothing.
    NameSheet(const Words &words, const QString &name, std::function<QString(const QString &name)> problemOf,
              QWidget *parent);
    [[nodiscard]] QString name() const; ///< trimmed

private:
    void check();
    std::function<QString(const QString &)> m_problemOf;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace latchkey::ui
