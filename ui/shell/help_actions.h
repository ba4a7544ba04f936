#pragma once

#include "ui/help/help_window.h"

#include <QObject>
#include <memory>

namespace latchkey::ui {

/// F1: the page for what is on the screen, in the main window and in every other window of the program.
class HelpActions : public QObject {
    Q_OBJECT
public:
    explicit HelpActions(QWidget *window);
    ~HelpActions() override;
    void open(); ///< for what has the focus
    void open(const QString &page);
    [[nodiscard]] HelpWindow *window() const { return m_help.get(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    std::unique_ptr<HelpWindow> m_help; ///< nobody's child, so that no sheet blocks it
};

} // namespace latchkey::ui
