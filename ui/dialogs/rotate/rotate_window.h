#pragma once

#include "core/services/key_service.h"
#include "ui/dialogs/form/dialog_context.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class CopyPage;
class CopyPanel;

/// Rotate and Regenerate: how long the old token works on, and then, in the same window, Copy your key now.
/// Esc, closing and Quit go through mayClose().
class RotateWindow : public QDialog {
    Q_OBJECT
public:
    explicit RotateWindow(const DialogContext &context, QWidget *parent = nullptr);
    /// `regenerate`: the old token stops at once is chosen already.
    void start(const ApiKey &key, bool regenerate);
    /// True if nothing is lost by closing now. Otherwise asks in the window and says false.
    bool mayClose();
    [[nodiscard]] bool hasUnstoredToken() const;
    [[nodiscard]] CopyPanel &copyPanel();
    void submit();
    void reject() override;

signals:
    void rotated(const latchkey::ApiKey &key);

protected:
    void closeEvent(QCloseEvent *e) override;

private:
    QWidget *buildChoice();
    void showChoice();
    void leave();

    DialogContext m_context;
    ApiKey m_key;
    QStackedWidget *m_pages;
    QLabel *m_title = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_problem = nullptr;
    QButtonGroup *m_overlap = nullptr;
    QPushButton *m_rotate = nullptr;
    CopyPage *m_copy = nullptr;
    bool m_busy = false;
    bool m_closing = false;
};

} // namespace latchkey::ui
