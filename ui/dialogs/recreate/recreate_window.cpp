#include "ui/dialogs/recreate/recreate_window.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "ui/dialogs/copy_key/copy_page.h"
#include "ui/dialogs/create/create_controller.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

QLabel *wrapped(QWidget *page, const char *property = nullptr) {
    auto *label = new QLabel(page);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (property)
        label->setProperty(property, true);
    return label;
}

QHBoxLayout *buttonRow(QPushButton *first, QPushButton *second) {
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton *b : {first, second}) {
        b->setAutoDefault(false);
        row->addWidget(b);
    }
    return row;
}

} // namespace

RecreateWindow::RecreateWindow(const DialogContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_controller(new CreateController(context.service, this))
    , m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("recreateWindow"));
    setWindowTitle(tr("Regenerate"));
    setSizeGripEnabled(true);
    fitToScreen(this, {720, 600});
    m_copy =
        new CopyPage(context,
                     tr("You haven't stored this key. If you close now, nobody can use it: you'll need to "
                        "delete it and create another one."),
                     this);
    m_pages->addWidget(buildQuestion());
    m_pages->addWidget(m_copy);
    m_pages->addWidget(buildEnd());
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_pages);
    connect(m_controller, &CreateController::created, this, &RecreateWindow::copied);
    connect(m_controller, &CreateController::failed, this, &RecreateWindow::fail);
    connect(m_controller, &CreateController::unanswered, this, [this] {
        m_create->setText(tr("Check now"));
        m_create->setEnabled(true);
        m_problem->setText(
            tr("The connection dropped before the service answered. The key may exist, but it is not "
               "listed so far."));
        m_problem->show();
    });
    connect(m_controller, &CreateController::madeWithoutToken, this, [this](const ApiKey &key) {
        m_problem->setText(
            tr("The copy was made (ID %1), but the answer with the key was lost, and it is told only "
               "once. Delete the copy before you try again. The old key works as before.")
                .arg(shownId(key)));
        m_problem->show();
        m_create->setEnabled(false);
    });
    connect(m_controller, &CreateController::notSeen, this, [this] {
        m_problem->setText(
            tr("No copy is listed so far. It may still appear: look at the list before you try again."));
        m_problem->show();
        m_create->setText(tr("Create copy"));
    });
    connect(m_copy, &CopyPage::left, this, &RecreateWindow::goOn);
    submitWithCtrlEnter(this, [this] { submit(); });
}

CopyPanel &RecreateWindow::copyPanel() {
    return m_copy->panel();
}

QWidget *RecreateWindow::buildQuestion() {
    auto *page = new QWidget(this);
    m_title = wrapped(page, "heading");
    auto *what = wrapped(page);
    what->setText(
        tr("%1 has no way to give a key another secret. Latchkey creates a copy with the same name and "
           "permissions and shows it to you. Then you delete the old key.")
            .arg(m_context.service.backend().capabilities().service));
    m_warnings = wrapped(page);
    m_warnings->setObjectName(QStringLiteral("recreateWarnings"));
    m_problem = wrapped(page, "bad");
    m_problem->hide();
    auto *cancel = new QPushButton(tr("Cancel"), page);
    m_create = new QPushButton(tr("Create copy"), page);
    m_create->setObjectName(QStringLiteral("confirmRecreate"));
    m_create->setProperty("primary", true);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    for (QLabel *label : {m_title, what, m_warnings})
        box->addWidget(label);
    box->addStretch(1);
    box->addWidget(m_problem);
    box->addLayout(buttonRow(cancel, m_create));
    for (QPushButton *b : {cancel, m_create})
        b->setAutoDefault(true); // there is no field here: Return presses the one with the focus
    connect(cancel, &QPushButton::clicked, this, &RecreateWindow::reject);
    connect(m_create, &QPushButton::clicked, this, &RecreateWindow::submit);
    return page;
}

QWidget *RecreateWindow::buildEnd() {
    auto *page = new QWidget(this);
    auto *title = wrapped(page, "heading");
    title->setText(tr("Delete the old key?"));
    m_end = wrapped(page);
    auto *ask = wrapped(page);
    ask->setText(tr("Type the key's name to confirm:"));
    m_typed = new QLineEdit(page);
    m_typed->setObjectName(QStringLiteral("confirmName"));
    m_typed->setAccessibleName(ask->text());
    m_endProblem = wrapped(page, "bad");
    m_endProblem->hide();
    auto *keep = new QPushButton(tr("Keep both for now"), page);
    keep->setObjectName(QStringLiteral("keepBoth"));
    m_delete = new QPushButton(tr("Delete old key"), page);
    m_delete->setObjectName(QStringLiteral("deleteOld"));
    m_delete->setProperty("danger", true);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    for (QWidget *w : std::initializer_list<QWidget *>{title, m_end, ask, m_typed})
        box->addWidget(w);
    box->addStretch(1);
    box->addWidget(m_endProblem);
    box->addLayout(buttonRow(keep, m_delete));
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_delete->setEnabled(!m_busy && text.trimmed() == m_key.config.name.trimmed());
    });
    connect(keep, &QPushButton::clicked, this, &RecreateWindow::reject);
    connect(m_delete, &QPushButton::clicked, this, &RecreateWindow::removeOld);
    return page;
}

void RecreateWindow::start(const ApiKey &key) {
    m_key = key;
    m_title->setText(tr("Regenerate “%1”").arg(key.config.name));
    m_pages->setCurrentIndex(0);
    m_problem->hide();
    showWarnings();
    m_create->setFocus();
}

void RecreateWindow::showWarnings() {
    QStringList lines{tr("The copy has another ID than %1.").arg(shownId(m_key)),
                      tr("Both keys work until the old one is deleted.")};
    if (const int most = m_context.service.backend().info().mostKeys; most > 0)
        lines.append(
            tr("It needs room for one more key: an account has at most %1.").arg(QLocale().toString(most)));
    lines.append(tr("What %1 doesn't tell, such as when the key was last used, can't be looked at first.")
                     .arg(m_context.service.backend().capabilities().service));
    if (!m_key.config.storedIn.isEmpty())
        lines.append(tr("Stored in: %1.").arg(m_key.config.storedIn));
    m_warnings->setText(QStringLiteral("•  ") + lines.join(QStringLiteral("\n•  ")));
}

void RecreateWindow::submit() {
    if (m_pages->currentIndex() == 1)
        return m_copy->panel().submit();
    if (m_pages->currentIndex() != 0 || m_controller->isBusy() || !m_create->isEnabled())
        return;
    m_problem->hide();
    if (m_controller->isInDoubt())
        return m_controller->checkNow();
    m_create->setEnabled(false);
    KeyConfig config = m_key.config;
    config.storedIn.clear();                        // says where the old one is
    if (m_key.service && m_key.service->fullAccess) // may hold what nobody can grant together
        config.scopes =
            config.scopes.without(m_context.service.backend().catalogue().scopesOf(KeyType::Billing));
    m_controller->create(config);
}

void RecreateWindow::fail(const Error &error) {
    m_create->setEnabled(true);
    m_problem->setText(sentence(error));
    m_problem->show();
}

void RecreateWindow::copied(const CreatedKey &made) {
    m_copyOf = made.key;
    setWindowTitle(tr("Copy your key now"));
    m_pages->setCurrentIndex(1);
    m_copy->show(made);
    emit created(made.key);
}

/// The old key is deleted only when the new one is somewhere.
void RecreateWindow::goOn() {
    const bool safe = m_copy->panel().isSafe();
    m_copyOf = m_copy->panel().key();
    m_copy->forget();
    if (!safe)
        return QDialog::reject();
    setWindowTitle(tr("Regenerate"));
    m_end->setText(
        tr("Its ID is %1; the new one's is %2. The old key works until it is deleted. Delete it when "
           "everything uses the new one: it can't be brought back.")
            .arg(shownId(m_key), shownId(m_copyOf)));
    m_typed->clear();
    m_typed->setPlaceholderText(m_key.config.name);
    m_delete->setEnabled(false);
    m_pages->setCurrentIndex(2);
    m_typed->setFocus();
}

void RecreateWindow::removeOld() {
    if (std::exchange(m_busy, true))
        return;
    m_delete->setEnabled(false);
    m_endProblem->hide();
    m_context.service.backend().rows({m_key.id}) | then(this, [this](const Result<QList<ApiKey>> &rows) {
        const ApiKey now = rows && !rows->isEmpty() ? rows->first() : m_key;
        const Agreed agreed(m_context.service.backend().gate());
        m_context.service.purge(now) | then(this, [this](const Result<ApiKey> &gone) {
            m_busy = false;
            if (gone)
                return QDialog::accept();
            m_endProblem->setText(sentence(gone.error()));
            m_endProblem->show();
            m_delete->setEnabled(true);
        });
    });
}

bool RecreateWindow::mayClose() {
    if (!isVisible())
        return true;
    if (m_controller->isBusy() || m_busy)
        return false;
    return m_pages->currentIndex() != 1 || m_copy->mayLeave();
}

void RecreateWindow::reject() {
    if (!m_closing && m_pages->currentIndex() == 1 && m_copy->dismissQuestion())
        return;
    if (!mayClose())
        return;
    if (isVisible() && m_pages->currentIndex() == 1)
        return goOn(); // as Done does: two keys work now
    m_copy->forget();
    QDialog::reject();
}

void RecreateWindow::closeEvent(QCloseEvent *e) {
    m_closing = true;
    reject();
    m_closing = false;
    e->setAccepted(!isVisible());
}

} // namespace latchkey::ui
