#include "ui/dialogs/copy_key/copy_page.h"
#include "ui/dialogs/create/create_controller.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/create/summary_panel.h"
#include "ui/dialogs/form/field_row.h"
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

CreateWindow::CreateWindow(const DialogContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_controller(new CreateController(context.service, this))
    , m_pages(new QStackedWidget(this))
    , m_band(new SheetBand(Environment::Production, this)) {
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    setSizeGripEnabled(true);
    fitToScreen(this, {920, 680});
    const bool own = context.service.backend().capabilities().ownTokens;
    m_copy = new CopyPage(
        context,
        own ? tr("You haven't stored this key. If you close now, you'll need to rotate it to get a new one.")
            : tr("You haven't stored this key. If you close now, nobody can use it: you'll need to delete it "
                 "and "
                 "create another one."),
        this);
    m_pages->addWidget(buildFormPage());
    m_pages->addWidget(m_copy);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_band);
    box->addWidget(m_pages, 1);
    m_band->hide();

    connect(m_form, &KeyForm::changed, this, &CreateWindow::refresh);
    connect(m_summary, &SummaryPanel::fieldWanted, m_form, &KeyForm::focusField);
    connect(m_controller, &CreateController::created, this, &CreateWindow::showCopyPage);
    connect(m_controller, &CreateController::failed, this, &CreateWindow::showFailure);
    connect(m_controller, &CreateController::unanswered, this, &CreateWindow::showDoubt);
    connect(m_controller, &CreateController::notMade, this, &CreateWindow::showNotMade);
    connect(m_controller, &CreateController::madeWithoutToken, this, &CreateWindow::showMadeWithoutToken);
    connect(m_controller, &CreateController::notSeen, this, &CreateWindow::showNotSeen);
    connect(m_controller, &CreateController::suggestions, m_form, &KeyForm::setSuggestions);
    connect(m_controller, &CreateController::customersKnown, m_form, &KeyForm::setCustomers);
    connect(&context.service.backend(), &VaultBackend::keysChanged, this, [this] {
        if (m_lost)
            refresh(); // asks for its name
    });
    connect(m_controller, &CreateController::duplicateName, this, [this](bool exists) {
        if (!exists && isNamedLikeLost()) { // it is deleted
            m_lost.reset();
            m_lostToken->hide();
            refresh();
        }
        const bool itself = isNamedLikeLost() || m_controller->isInDoubt(); // it has this very name
        m_form->setNameWarning(
            !exists || itself ? QString()
            : m_context.service.backend().capabilities().ownTokens
                ? tr("Another key in this environment has this name. You can still create it.")
                : tr("Another key of this account has this name. You can still create it."));
    });
    connect(m_discard, &InlineGuard::left, this, &CreateWindow::leave);
    connect(m_copy, &CopyPage::left, this, &CreateWindow::leave);
    submitWithCtrlEnter(this, [this] { submit(); });
}

QWidget *CreateWindow::buildFormPage() {
    m_form = new KeyForm(m_context, false);
    m_summary = new SummaryPanel(m_context.service.backend().catalogue(), m_context.zone);
    m_summary->setCapabilities(m_context.service.backend().capabilities());
    m_discard = new InlineGuard(tr("What you typed will be lost."), tr("Keep editing"), tr("Discard"), this);
    m_create = new QPushButton(tr("Create key"), this);
    m_reason = new QLabel(this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &CreateWindow::reject);
    connect(m_create, &QPushButton::clicked, this, &CreateWindow::submit);
    m_create->setToolTip(tr("Ctrl+Enter"));
    m_doubt = new InlineGuard({}, tr("Check now"), tr("Close without checking"), this);
    m_doubt->setObjectName(QStringLiteral("mayExist"));
    connect(m_doubt, &InlineGuard::stayed, m_controller, &CreateController::checkNow);
    connect(m_doubt, &InlineGuard::left, this, &CreateWindow::leave);
    m_lostToken = new InlineGuard({}, tr("Keep editing"), tr("Show the key"), this);
    m_lostToken->setObjectName(QStringLiteral("lostToken"));
    connect(m_lostToken, &InlineGuard::stayed, this, &CreateWindow::refresh);
    connect(m_lostToken, &InlineGuard::left, this, [this] {
        const ApiKey key = *m_lost;
        leave();
        emit lostWanted(key);
    });
    auto *questions = new QWidget(this);
    auto *stack = new QVBoxLayout(questions);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    stack->addWidget(m_discard);
    stack->addWidget(m_doubt);
    stack->addWidget(m_lostToken);
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("likeNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_form->setNotice(m_notice);
    return sheetPage(m_form, m_summary, questions, sheetButtons(m_reason, cancel, m_create), this);
}

} // namespace latchkey::ui
