#pragma once

#include "core/services/key_service.h"
#include "ui/dialogs/form/dialog_context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class CopyPage;
class CopyPanel;
class CreateController;

/// Regenerate where a service has no other token for a key (SendGrid): a copy is created and shown, and the
/// old key deleted only after its name was typed. Esc, closing and Quit go through mayClose().
class RecreateWindow : public QDialog {
    Q_OBJECT
public:
    explicit RecreateWindow(const DialogContext &context, QWidget *parent = nullptr);
    void start(const ApiKey &key);
    /// True if nothing is lost by closing now. Otherwise asks in the window and says false.
    bool mayClose();
    [[nodiscard]] CopyPanel &copyPanel();
    void submit();
    void reject() override;

signals:
    void created(const latchkey::ApiKey &key);

protected:
    void closeEvent(QCloseEvent *e) override;

private:
    QWidget *buildQuestion();
    QWidget *buildEnd();
    void showWarnings();
    void fail(const Error &error);
    void copied(const CreatedKey &made);
    void goOn();
    void removeOld();

    DialogContext m_context;
    ApiKey m_key;
    ApiKey m_copyOf; ///< the new one
    CreateController *m_controller;
    QStackedWidget *m_pages;
    CopyPage *m_copy;
    QLabel *m_title = nullptr, *m_warnings = nullptr, *m_problem = nullptr, *m_end = nullptr,
           *m_endProblem = nullptr;
    QLineEdit *m_typed = nullptr;
    QPushButton *m_create = nullptr, *m_delete = nullptr;
    bool m_busy = false, m_closing = false;
};

} // namespace latchkey::ui
