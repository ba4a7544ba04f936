#include "ui/dialogs/create/create_window.h"

#include "ui/dialogs/copy_key/copy_page.h"
#include "ui/dialogs/create/create_controller.h"
#include "ui/dialogs/create/summary_panel.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/format/words.h"

#include <QCloseEvent>
#include <QLabel>
#include <QMetaMethod>
#include <QPushButton>
#include <QStackedWidget>

namespace latchkey::ui {

CreateWindow::~CreateWindow() = default;

CopyPanel &CreateWindow::copyPanel() {
    return m_copy->panel();
}

void CreateWindow::startNew(std::optional<Environment> environment) {
    KeyConfig empty;
    empty.expires = m_context.service.clock().now().plusDays(90); // the form's own 90 days replace it
    m_form->load(empty, environment);
    m_form->setDefaultExpiry();
    setWindowTitle(tr("Create New API Key"));
    m_pages->setCurrentIndex(0);
    m_controller->loadSuggestions();
    refresh();
    m_form->focusField(QStringLiteral("name"));
}

void CreateWindow::startCopyOf(const ApiKey &key) {
    KeyConfig config = key.config;
    config.name = tr("%1 copy", "name of a duplicated key").arg(config.name);
    config.storedIn.clear(); // says where the other key's token is
    m_form->load(config, config.environment);
    if (config.expires && *config.expires <= m_context.service.clock().now())
        m_form->setDefaultExpiry();
    setWindowTitle(tr("Duplicate “%1”").arg(key.config.name));
    m_pages->setCurrentIndex(0);
    m_controller->loadSuggestions();
    refresh();
    m_form->focusField(QStringLiteral("name"));
}

void CreateWindow::startLike(const LikeThis &like) {
    m_form->load(like.config, like.environment);
    if (like.newExpiry)
        m_form->setDefaultExpiry();
    setWindowTitle(tr("Create like “%1” in %2", "name of a key, where").arg(like.name, like.place));
    QStringList lines{
        tr("The settings of “%1”, for a new key in %2 with a token of its own.").arg(like.name, like.place)};
    m_notice->setText((lines + like.notice).join(QStringLiteral("\n• ")));
    m_notice->setProperty("warn", !like.notice.isEmpty());
    m_notice->show();
    m_pages->setCurrentIndex(0);
    m_controller->loadSuggestions();
    refresh();
    m_form->focusField(QStringLiteral("name"));
}

void CreateWindow::refresh() {
    const KeyConfig config = m_form->config();
    QList<FieldError> errors = m_form->inputErrors();
    errors.append(m_context.service.check(config));
    m_form->showErrors(errors);
    m_summary->show(config, m_form->environment().has_value(),
                    risksOf(config, m_context.service.backend().catalogue(), m_context.service.clock().now()),
                    m_form->fullAccess());
    m_controller->checkName(config.name,
                            m_context.service.backend().capabilities().ownTokens
                                ? m_form->environment()
                                : std::optional(config.environment)); // names of the whole account
    m_create->setEnabled(errors.isEmpty() && !m_controller->isBusy() && !m_controller->isInDoubt() &&
                         !isNamedLikeLost());
    m_create->setText(m_controller->isBusy() ? tr("Creating…") : tr("Create key"));
    // The form's own order: name, environment, then the rest.
    const auto weight = [](const FieldError &e) {
        return e.field == QStringLiteral("name") ? 0 : e.field == QStringLiteral("environment") ? 1 : 2;
    };
    std::stable_sort(errors.begin(), errors.end(),
                     [&](const FieldError &a, const FieldError &b) { return weight(a) < weight(b); });
    if (!errors.isEmpty())
        m_reason->setText(sentence(errors.first()));
    else if (isNamedLikeLost())
        m_reason->setText(m_lostToken->isHidden() ? lostText() : QString());
    else
        m_reason->setText(m_doubtText);
    m_create->setAccessibleDescription(m_reason->text());
    m_band->setVisible(m_form->environment() == Environment::Production);
}

void CreateWindow::submit() {
    if (isVisible() && !m_pages->isVisible())
        return; // locked
    if (m_pages->currentIndex() == 1)
        return m_copy->panel().submit();
    if (m_pages->currentIndex() != 0 || m_controller->isBusy() || m_controller->isInDoubt())
        return;
    m_form->touchAll();
    refresh();
    if (!m_create->isEnabled()) {
        for (const FieldError &e : m_form->inputErrors() + m_context.service.check(m_form->config())) {
            m_form->focusField(e.field);
            break;
        }
        return;
    }
    m_discard->hide();
    m_doubtText.clear();
    m_before = focusWidget();
    m_controller->create(m_form->config(), m_form->fullAccess());
    refresh();
}

void CreateWindow::showCopyPage(const CreatedKey &created) {
    setWindowTitle(tr("Copy your key now"));
    m_doubt->hide();
    m_pages->setCurrentIndex(1);
    m_copy->show(created);
    emit this->created(created.key);
}

void CreateWindow::showFailure(const Error &error) {
    refresh();
    m_form->showErrors(error.fields);
    m_reason->setText(sentence(error));
    if (!error.fields.isEmpty())
        m_form->focusField(error.fields.first().field);
    else if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CreateWindow::showDoubt(const Error &error) {
    refresh();
    m_form->setEnabled(false);
    m_create->setEnabled(false);
    m_doubt->setText(
        error.code == ErrorCode::Unanswered
            ? (m_context.service.backend().capabilities().ownTokens
                   ? tr("The connection dropped before the server answered. The key may exist.")
                   : tr("The connection dropped before the service answered. The key may exist, but it "
                        "is not listed so far."))
            : tr("Still no answer. The key may exist. %1").arg(sentence(error)));
    m_doubt->ask();
}

void CreateWindow::showNotMade() {
    m_form->setEnabled(true);
    m_doubt->hide();
    refresh();
    m_reason->setText(tr("The key was not made. Create it again: it can't become two."));
    m_create->setFocus();
}

void CreateWindow::endDoubt(const QString &text) {
    m_form->setEnabled(true);
    m_doubt->hide();
    m_doubtText = text;
    refresh();
}

/// Its token was told once, and nobody heard it.
void CreateWindow::showMadeWithoutToken(const ApiKey &key) {
    m_lost = key;
    m_lostToken->setText(lostText());
    endDoubt({});
    m_lostToken->leaveButton()->setVisible(
        isSignalConnected(QMetaMethod::fromSignal(&CreateWindow::lostWanted)));
    m_lostToken->ask();
    refresh();
}

bool CreateWindow::isNamedLikeLost() const {
    return m_lost && m_form->config().name.trimmed() == m_lost->config.name;
}

QString CreateWindow::lostText() const {
    return tr("“%1” was made (ID %2), but the answer with the key was lost, and it is told only once. Delete "
              "it "
              "before you create another.")
        .arg(m_lost->config.name, shownId(*m_lost));
}

void CreateWindow::showNotSeen() {
    endDoubt(
        tr("No key of this name is listed so far. It may still appear: look at the list before you create "
           "another."));
}

bool CreateWindow::hasUnstoredToken() const {
    if (m_controller->isInDoubt())
        return true;
    return m_pages->currentIndex() == 1 && !m_copy->panel().isSafe();
}

bool CreateWindow::mayClose() {
    if (!isVisible())
        return true;
    if (m_controller->isBusy())
        return false; // the answer brings the token; nobody may close over it
    if (m_pages->currentIndex() == 1)
        return m_copy->mayLeave();
    if (m_controller->isInDoubt()) {
        m_doubt->ask();
        return false;
    }
    if (!m_form->isTouched())
        return true;
    m_discard->ask();
    return false;
}

void CreateWindow::leave() {
    const bool had = m_pages->currentIndex() == 1;
    const ApiKey key = m_copy->panel().key();
    m_discard->hide();
    m_copy->forget();
    QDialog::reject();
    if (had)
        emit stored(key);
}

void CreateWindow::reject() {
    // Esc in an open question means: stay.
    if (!m_closing && m_copy->dismissQuestion())
        return;
    if (!m_closing && m_discard->isVisible())
        return m_discard->dismiss();
    if (!m_closing && m_lostToken->isVisible())
        return m_lostToken->dismiss();
    if (!m_closing && m_doubt->isVisible())
        return; // only a check or a decision ends it
    if (mayClose())
        leave();
}

void CreateWindow::closeEvent(QCloseEvent *e) {
    m_closing = true;
    reject();
    m_closing = false;
    e->setAccepted(!isVisible());
}

} // namespace latchkey::ui
