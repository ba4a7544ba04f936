#include "ui/dialogs/edit/edit_window.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "core/model/validation.h"
#include "ui/dialogs/create/create_controller.h"
#include "ui/dialogs/edit/changes_panel.h"
#include "ui/dialogs/edit/conflict_panel.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/form/sheet_band.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"

#include <QCloseEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace latchkey::ui {

EditWindow::~EditWindow() = default;

void EditWindow::start(const ApiKey &key) {
    m_key = key;
    setWindowTitle(tr("Edit “%1”").arg(key.config.name));
    m_band->setEnvironment(key.config.environment);
    m_band->setVisible(key.config.environmentKnown); // what nobody has said is not claimed
    m_form->load(key.config,
                 key.config.environmentKnown ? std::optional(key.config.environment) : std::nullopt,
                 key.service && key.service->fullAccess);
    m_pages->setCurrentIndex(0);
    m_controller->loadSuggestions();
    refresh();
    m_form->focusField(QStringLiteral("name"));
}

KeyConfig EditWindow::edited() const {
    return normalised(m_form->config());
}

void EditWindow::refresh() {
    const KeyConfig config = edited();
    QList<FieldError> errors = m_form->inputErrors();
    errors.append(m_context.service.check(config, &m_key.config));
    m_form->showErrors(errors);
    m_changes->show(m_key.config, config);
    const bool changed = !changedFields(m_key.config, config).isEmpty();
    m_reason->setText(!errors.isEmpty() ? sentence(errors.first())
                      : !changed        ? tr("Nothing changed yet.")
                                        : QString());
    m_save->setAccessibleDescription(m_reason->text());
    m_save->setEnabled(errors.isEmpty() && changed && !m_busy);
    m_save->setText(m_busy ? tr("Saving…") : tr("Save"));
    m_reduce->hide();
    if (config.name != m_key.config.name)
        m_controller->checkName(config.name, m_key.config.environment, m_key.id);
    else
        m_form->setNameWarning({});
}

void EditWindow::save() {
    if (isVisible() && !m_pages->isVisible())
        return; // locked
    if (m_pages->currentIndex() != 0 || m_busy)
        return;
    m_form->touchAll();
    refresh();
    if (!m_save->isEnabled()) {
        const auto errors = m_form->inputErrors() + m_context.service.check(m_form->config(), &m_key.config);
        if (!errors.isEmpty())
            m_form->focusField(errors.first().field);
        return;
    }
    m_discard->hide();
    const ScopeDiff diff =
        scopeDiff(m_key.config.scopes, m_form->config().scopes, m_context.service.backend().catalogue());
    const bool restricted = m_key.service && m_key.service->fullAccess && !m_form->fullAccess();
    if (restricted || !diff.removed.isEmpty()) {
        const QString service = m_context.service.backend().capabilities().service;
        m_reduce->setText(restricted ? QString(diffText(diff) + u' ' + restrictedForGood(service)).trimmed()
                                     : diffText(diff));
        m_reduce->ask();
        m_save->setEnabled(false); // the question's own buttons decide
        return;
    }
    store(edited());
}

void EditWindow::store(const KeyConfig &config) {
    m_busy = true;
    refresh();
    const Agreed agreed(m_context.service.backend().gate());
    whenDone(m_context.service.edit(m_key, config), this, [this, config](const Result<ApiKey> &r) {
        m_busy = false;
        if (r) {
            emit saved(m_key, *r);
            QDialog::accept();
            return;
        }
        refresh();
        if (r.error().code == ErrorCode::Conflict)
            settle(config);
        else
            showFailure(r.error());
    });
}

void EditWindow::showFailure(const Error &error) {
    m_pages->setCurrentIndex(0);
    m_form->showErrors(error.fields);
    m_reason->setText(sentence(error));
}

/// Somebody was faster: their version becomes the base, and the person decides where both changed a field.
void EditWindow::settle(const KeyConfig &mine) {
    whenDone(m_context.service.backend().rows({m_key.id}), this,
             [this, mine](const Result<QList<ApiKey>> &r) {
                 if (!r || r->isEmpty())
                     return showFailure(r ? Error(ErrorCode::NotFound) : r.error());
                 const ApiKey theirs = r->first();
                 m_conflict->setSides(theirs.changedBy, m_key.config, mine, theirs.config);
                 m_key = theirs;
                 m_pages->setCurrentIndex(1);
             });
}

/// What was settled, in the form: what the person has not touched is as it is now.
void EditWindow::takeMerged() {
    const KeyConfig merged = m_conflict->merged();
    const bool full = m_key.service && m_key.service->fullAccess && merged.scopes == m_key.config.scopes;
    m_form->load(merged, merged.environmentKnown ? std::optional(merged.environment) : std::nullopt, full);
    m_form->touchAll();
    m_pages->setCurrentIndex(0);
    refresh();
}

void EditWindow::reject() {
    for (InlineGuard *g : {m_discard, m_reduce}) {
        if (g->isVisible() && !m_closing) {
            g->dismiss();
            return;
        }
    }
    if (m_busy)
        return; // the answer comes in a moment, and says what became of it
    if (m_pages->currentIndex() == 1) {
        takeMerged();
        if (!m_closing)
            return;
    }
    if (isVisible() && m_form->isTouched() && !changedFields(m_key.config, edited()).isEmpty()) {
        m_discard->ask();
        return;
    }
    QDialog::reject();
}

void EditWindow::closeEvent(QCloseEvent *e) {
    m_closing = true;
    reject();
    m_closing = false;
    e->setAccepted(!isVisible());
}

} // namespace latchkey::ui
