#pragma once

#include "core/services/key_service.h"
#include "ui/dialogs/copy_key/env_file.h"
#include "ui/dialogs/copy_key/snippets.h"
#include "ui/dialogs/form/dialog_context.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabBar;
class QVBoxLayout;

namespace latchkey::ui {

class InlineGuard;
class TokenView;

/// "Copy your key now": the one moment in which the whole key is on the screen.
class CopyPanel : public QWidget {
    Q_OBJECT
public:
    /// Asks for a path and hands it on; empty when cancelled. The file dialog, or a test's answer.
    using AskPath = std::function<void(const QString &suggestion, std::function<void(QString)> answer)>;

    explicit CopyPanel(const DialogContext &context, QWidget *parent = nullptr);
    void setKey(const CreatedKey &created);
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }
    /// Copied, saved, kept in the keychain or ticked: the key can't be lost by closing now.
    [[nodiscard]] bool isSafe() const;
    [[nodiscard]] const ApiKey &key() const { return m_created.key; }
    /// Drops the token from memory.
    void forget();
    void focusCopy();
    void submit(); ///< Done, once it can be pressed
    void copy();
    void saveEnvFile();
    /// Looks the key up by its token, as a gateway would. No use of it: "last used" stays.
    void test();

signals:
    void safeChanged();
    void done();

private:
    void build();
    void buildActions(QVBoxLayout *box);
    void showTab(int index);
    void showKeychain();
    void toggleKeep(bool on);
    void write(const QString &path, EnvWrite how, bool gitSeen);
    void ask(const QString &text, const QString &yes, std::function<void()> action);
    void say(const QString &text, bool bad = false);
    void followClipboard(); ///< what was said of it is said on
    void markSafe();
    void finish();

    [[nodiscard]] QString variable() const; ///< of the .env line

    DialogContext m_context;
    QList<SnippetKind> m_kinds; ///< one for each tab
    CreatedKey m_created;
    AskPath m_askPath;
    std::function<void()> m_onYes;
    TokenView *m_view;
    QTabBar *m_tabs;
    QPushButton *m_copy, *m_save, *m_test, *m_done;
    QCheckBox *m_keep, *m_ticked;
    QLabel *m_title, *m_keepNote, *m_status, *m_whyNotDone;
    QLineEdit *m_storedIn;
    QWidget *m_question = nullptr;
    QLabel *m_questionText = nullptr;
    QPushButton *m_questionYes = nullptr;
    bool m_safe = false;
    bool m_saidCopied = false; ///< that is what stands there
    bool m_saving = false;
};

} // namespace latchkey::ui
