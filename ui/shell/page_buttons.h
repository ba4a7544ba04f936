#pragma once

#include <QHash>
#include <QObject>

class QAbstractButton;

namespace latchkey::ui {

class MainWindow;

/// Commands that press a button of the page that is shown, such as Save of the gateway rules. The button
/// knows whether it can be pressed, and its tooltip why not: the command says the same.
class PageButtons final : public QObject {
    Q_OBJECT
public:
    /// Adds the commands. The pages are there.
    explicit PageButtons(MainWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QAbstractButton *button(const QString &command) const;
    void follow();
    MainWindow &m_window;
    QHash<QString, QString> m_pages; ///< by command
};

} // namespace latchkey::ui
