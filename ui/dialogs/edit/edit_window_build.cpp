#include "ui/dialogs/create/create_controller.h"
#include "ui/dialogs/edit/changes_panel.h"
#include "ui/dialogs/edit/conflict_panel.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/form/sheet_band.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/theme/sheet_keys.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

// The widgets of the window and how they hang together.

namespace latchkey::ui {

EditWindow::EditWindow(const DialogContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_controller(new CreateController(context.service, this))
    , m_pages(new QStackedWidget(this))
    , m_band(new SheetBand(Environment::Production, this))
    , m_conflict(new ConflictPanel(context.service.backend().catalogue(), context.zone, this)) {
    setSizeGripEnabled(true);
    fitToScreen(this, {920, 680});
    m_pages->addWidget(buildFormPage());
    m_pages->addWidget(m_conflict);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_band);
    box->addWidget(m_pages, 1);

    connect(m_form, &KeyForm::changed, this, &EditWindow::refresh);
    connect(m_controller, &CreateController::suggestions, m_form, &KeyForm::setSuggestions);
    connect(m_controller, &CreateController::customersKnown, m_form, &KeyForm::setCustomers);
    connect(m_controller, &CreateController::duplicateName, this, [this](bool exists) {
        m_form->setNameWarning(
            exists ? tr("Another key in this environment has this name. You can still save it.") : QString());
    });
    connect(m_discard, &InlineGuard::left, this, [this] { QDialog::reject(); });
    connect(m_reduce, &InlineGuard::left, this, [this] { store(edited()); });
    connect(m_reduce, &InlineGuard::stayed, this, [this] {
        refresh();
        m_form->focusField(QStringLiteral("scopes"));
    });
    connect(m_conflict, &ConflictPanel::decided, this, [this] {
        // Once more in the form: it validates, and a further conflict comes back here.
        takeMerged();
        if (changedFields(m_key.config, edited()).isEmpty())
            return QDialog::accept(); // theirs in every field: nothing is left to save
        store(edited());
    });
    connect(m_conflict, &ConflictPanel::cancelled, this, &EditWindow::takeMerged);
    submitWithCtrlEnter(this,
                        [this] { m_pages->currentWidget() == m_conflict ? m_conflict->save() : save(); });
}

QWidget *EditWindow::buildFormPage() {
    m_form = new KeyForm(m_context, true);
    m_changes = new ChangesPanel(m_context.service.backend().catalogue(), m_context.zone);
    m_discard = new InlineGuard(tr("Your changes will be lost."), tr("Keep editing"), tr("Discard"), this);
    m_reduce = new InlineGuard({}, tr("Keep editing"), tr("Save these permissions"), this);
    m_save = new QPushButton(tr("Save"), this);
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_reason = new QLabel(this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &EditWindow::reject);
    connect(m_save, &QPushButton::clicked, this, &EditWindow::save);
    auto *questions = new QWidget(this);
    auto *box = new QVBoxLayout(questions);
    box->setContentsMargins(0, 8, 0, 0);
    box->addWidget(m_discard);
    box->addWidget(m_reduce);
    return sheetPage(m_form, m_changes, questions, sheetButtons(m_reason, cancel, m_save), this);
}

} // namespace latchkey::ui
