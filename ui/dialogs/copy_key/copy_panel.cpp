#include "ui/dialogs/copy_key/copy_panel.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "ui/dialogs/copy_key/token_view.h"
#include "ui/format/words.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QTabBar>

namespace latchkey::ui {

void CopyPanel::setKey(const CreatedKey &created) {
    m_created = created;
    m_safe = false;
    m_ticked->setChecked(false);
    m_keep->setChecked(false);
    m_storedIn->setText(created.key.config.storedIn);
    m_tabs->setCurrentIndex(0);
    m_question->hide();
    say({});
    showTab(0);
    markSafe();
    showKeychain();
    whenDone(m_context.service.secrets().probe(), this, [this](SecretStoreState) { showKeychain(); });
}

void CopyPanel::showKeychain() {
    QString note;
    bool usable = true;
    switch (m_context.service.secrets().state()) {
    case SecretStoreState::Available:
        note = tr("You can reveal and copy it again from here. Nobody else can.");
        break;
    case SecretStoreState::AvailableOnFirstUse:
        note = tr("The keychain will ask you to set it up first.");
        break;
    case SecretStoreState::SessionOnly:
        note = tr("Secrets are kept for this session only.");
        break;
    case SecretStoreState::Locked:
        note = tr("The keychain is locked. Unlock it to keep the key here.");
        usable = false;
        break;
    case SecretStoreState::Unknown:
        note = tr("Looking for a keychain…");
        usable = false;
        break;
    }
    m_keep->setEnabled(usable || m_keep->isChecked());
    m_keep->setAccessibleDescription(note);
    m_keepNote->setText(note);
}

bool CopyPanel::isSafe() const {
    return m_safe || m_ticked->isChecked() || !m_created.token;
}

void CopyPanel::markSafe() {
    const bool safe = isSafe() && m_created.token;
    m_done->setEnabled(safe && !m_saving);
    m_whyNotDone->setVisible(!safe);
    m_done->setProperty("primary", safe);
    m_done->style()->unpolish(m_done);
    m_done->style()->polish(m_done);
    emit safeChanged();
}

void CopyPanel::forget() {
    m_view->forget();
    m_created.token.reset();
}

void CopyPanel::focusCopy() {
    m_copy->setFocus(Qt::OtherFocusReason);
}

void CopyPanel::say(const QString &text, bool bad) {
    m_saidCopied = false;
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
    m_status->setProperty("bad", bad);
    m_status->setProperty("secondary", !bad);
    m_status->style()->unpolish(m_status);
    m_status->style()->polish(m_status);
}

void CopyPanel::showTab(int index) {
    static constexpr std::array icons{"copy", "file", "terminal", "globe", "mail"};
    const QStringList texts{tr("Copy key"), tr("Copy .env line"), tr("Copy curl command"), tr("Copy header"),
                            tr("Copy SMTP address")};
    const SnippetKind kind = m_kinds.value(index);
    m_copy->setText(texts.value(static_cast<int>(kind)));
    m_copy->setIcon(
        themedIcon(QLatin1StringView(icons.at(static_cast<size_t>(kind))), ColorRole::AccentText));
    m_view->setToken(m_created.token, m_created.key.service
                                          ? accountSnippet(kind, m_context.service.backend().info().location)
                                          : snippetFor(kind, m_created.key.config.name));
}

QString CopyPanel::variable() const {
    return m_created.key.service ? accountVariable() : envVariable(m_created.key.config.name);
}

void CopyPanel::copy() {
    if (!m_created.token)
        return;
    m_context.clipboard.copyText(m_view->fullText());
    m_safe = true;
    const int seconds = m_context.clipboard.secondsLeft();
    say(seconds > 0 ? tr("Key copied. Clipboard clears in %1 s.").arg(seconds) : tr("Key copied."));
    m_saidCopied = true;
    markSafe();
}

void CopyPanel::followClipboard() {
    const auto tell = [this](const QString &text, bool bad) {
        if (m_saidCopied)
            say(text, bad);
    };
    const SecretClipboard *clipboard = &m_context.clipboard;
    connect(clipboard, &SecretClipboard::countdown, this, [this](int left) {
        if (m_saidCopied)
            m_status->setText(tr("Key copied. Clipboard clears in %1 s.").arg(left));
    });
    connect(clipboard, &SecretClipboard::cleared, this, [tell] { tell(tr("Clipboard cleared."), false); });
    connect(clipboard, &SecretClipboard::replaced, this, [tell] { tell({}, false); });
    connect(clipboard, &SecretClipboard::clearFailed, this, [tell] {
        tell(tr("Couldn't clear the clipboard. Copy something else to replace the key."), true);
    });
}

void CopyPanel::toggleKeep(bool on) {
    const bool hadFocus = m_keep->hasFocus();
    m_keep->setEnabled(false); // the focus goes on to the next
    const QPointer<QWidget> next = hadFocus ? window()->focusWidget() : nullptr;
    auto answer =
        on ? m_context.service.keep(m_created.key, m_created.token) : m_context.service.forget(m_created.key);
    whenDone(answer, this, [this, on, next](const Outcome &o) {
        m_keep->setEnabled(true);
        if (next && window()->focusWidget() == next)
            m_keep->setFocus();
        if (!o) {
            m_keep->setChecked(!on);
            say(sentence(o.error()), true);
            return;
        }
        // A copy that ends with the program protects nothing.
        if (on && m_context.service.secrets().state() != SecretStoreState::SessionOnly)
            m_safe = true;
        say(on ? tr("A copy is kept on this computer.") : tr("The copy was removed from this computer."));
        markSafe();
    });
}

void CopyPanel::saveEnvFile() {
    m_askPath(QDir::home().filePath(QStringLiteral(".env")), [this](const QString &path) {
        if (!path.isEmpty())
            write(path, EnvWrite::CreateOnly, false);
    });
}

void CopyPanel::test() {
    if (!m_created.token)
        return;
    m_test->setEnabled(false);
    whenDone(m_context.service.findByToken(m_created.token->clone()), this,
             [this](const Result<ApiKey> &found) {
                 m_test->setEnabled(true);
                 if (!found)
                     return say(found.error().code == ErrorCode::NotFound
                                    ? tr("The key doesn't work: the vault doesn't know it.")
                                    : tr("The key couldn't be tested. %1").arg(sentence(found.error())),
                                true);
                 const KeyStatus status = statusOf(*found, m_context.service.clock().now());
                 if (status != KeyStatus::Active)
                     return say(tr("The vault knows the key, but lets nothing through: its status is %1.",
                                   "Inactive, Expired …")
                                    .arg(word(status)),
                                true);
                 QStringList lines{tr("The key works.")};
                 if (!found->config.allowedIps.isEmpty())
                     lines += tr("Requests have to come from its allowed IP addresses.");
                 if (!found->config.customers.isEmpty())
                     lines += tr("Requests have to name one of its customers.");
                 say(lines.join(u' '));
             });
}

void CopyPanel::ask(const QString &text, const QString &yes, std::function<void()> action) {
    m_questionText->setText(text);
    m_questionYes->setText(yes);
    m_questionYes->setAccessibleDescription(text);
    m_onYes = std::move(action);
    m_question->show();
    m_questionYes->setFocus();
}

void CopyPanel::write(const QString &path, EnvWrite how, bool gitSeen) {
    if (!m_created.token)
        return;
    m_question->hide();
    const QString name = QFileInfo(path).fileName();
    if (const QString git = gitFolderOf(path); !git.isEmpty() && !gitSeen)
        return ask(
            tr("“%1” is a git folder. A key that gets committed is public to everyone who can read the "
               "repository.")
                .arg(QDir::toNativeSeparators(git)),
            tr("Save anyway"), [=, this] { write(path, how, true); });
    const auto written = writeEnvFile(path, variable(), *m_created.token, how);
    if (written) {
        m_safe = true;
        m_ticked->setChecked(true);
        if (m_storedIn->text().isEmpty())
            m_storedIn->setText(QDir::toNativeSeparators(path));
        say(tr("Saved to “%1”. Only you can read the file.").arg(QDir::toNativeSeparators(path)));
        return markSafe();
    }
    const QString reason = written.error().params.value(QStringLiteral("reason")).toString();
    if (reason == QStringLiteral("exists"))
        return ask(tr("“%1” exists already. It was left as it is.").arg(name), tr("Add a line to it"),
                   [=, this] { write(path, EnvWrite::Append, true); });
    say(reason == QStringLiteral("link")
            ? tr("“%1” is a link to another file. Choose a file of its own.").arg(name)
            : sentence(written.error()),
        true);
}

void CopyPanel::submit() {
    if (m_done->isEnabled())
        finish();
}

void CopyPanel::finish() {
    const QString where = m_storedIn->text().trimmed();
    if (where == m_created.key.config.storedIn || !m_created.token) {
        emit done();
        return;
    }
    KeyConfig config = m_created.key.config;
    config.storedIn = where;
    m_saving = true;
    m_done->setEnabled(false);
    const Agreed agreed(m_context.service.backend().gate());
    whenDone(m_context.service.edit(m_created.key, config), this, [this, where](const Result<ApiKey> &r) {
        m_saving = false;
        if (r) {
            m_created.key = *r;
            emit done();
            return;
        }
        say(tr("The place could not be noted. %1").arg(sentence(r.error())), true);
        m_created.key.config.storedIn = where; // Done again closes
        markSafe();
    });
}

} // namespace latchkey::ui
