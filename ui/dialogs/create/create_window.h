#pragma once

#include "core/services/key_service.h"
#include "ui/dialogs/create/like_this.h"
#include "ui/dialogs/form/dialog_context.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class CopyPage;
class CopyPanel;
class CreateController;
class InlineGuard;
class KeyForm;
class SummaryPanel;

/// Create New API Key, and then, in the same window, Copy your key now. Open it with open() (window-modal) or
/// show(); it deletes nothing by itself. Esc, closing and Quit go through mayClose().
class CreateWindow : public QDialog {
    Q_OBJECT
public:
    explicit CreateWindow(const DialogContext &context, QWidget *parent = nullptr);
    ~CreateWindow() override;
    /// An empty form; the sidebar's environment, if one is chosen there.
    void startNew(std::optional<Environment> environment);
    /// The configuration of another key; never its token.
    void startCopyOf(const ApiKey &key);

    /// The settings of another key, as this place can take them, and what it can't.
    void startLike(const LikeThis &like);

    /// True if nothing is lost by closing now. Otherwise asks in the window and says false; the person's
    /// answer closes it (closedByPerson).
    bool mayClose();
    /// A token is on the screen that is stored nowhere yet.
    [[nodiscard]] bool hasUnstoredToken() const;

    [[nodiscard]] KeyForm &form() { return *m_form; }
    [[nodiscard]] CopyPanel &copyPanel();
    [[nodiscard]] SummaryPanel &summary() { return *m_summary; }
    void submit();
    void reject() override; ///< Esc, Cancel, close

signals:
    void created(const latchkey::ApiKey &key);
    /// After the copy page: the key as it is now, with its "stored in" note.
    void stored(const latchkey::ApiKey &key);
    /// The window is closed to look at the key whose token was lost.
    void lostWanted(const latchkey::ApiKey &key);

protected:
    void closeEvent(QCloseEvent *e) override;

private:
    QWidget *buildFormPage();
    void refresh();
    void showCopyPage(const CreatedKey &created);
    void showFailure(const Error &error);
    void showDoubt(const Error &error);
    void showNotMade();
    void showMadeWithoutToken(const ApiKey &key);
    void showNotSeen();
    [[nodiscard]] bool isNamedLikeLost() const;
    [[nodiscard]] QString lostText() const;
    void endDoubt(const QString &text);
    void leave();

    DialogContext m_context;
    CreateController *m_controller;
    QStackedWidget *m_pages;
    QLabel *m_band;
    KeyForm *m_form = nullptr;
    SummaryPanel *m_summary = nullptr;
    CopyPage *m_copy = nullptr;
    InlineGuard *m_discard = nullptr, *m_doubt = nullptr, *m_lostToken = nullptr;
    QPointer<QWidget> m_before; ///< had the focus when the key was asked for: its button can't have it then
    QLabel *m_reason = nullptr, *m_notice = nullptr;
    QPushButton *m_create = nullptr;
    QString m_doubtText;          ///< what became of a lost answer; until something is edited
    std::optional<ApiKey> m_lost; ///< its token was lost: no other of its name is made while it is there
    bool m_closing = false;
};

} // namespace latchkey::ui
