#include "ui/dialogs/rotate/rotate_window.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "ui/dialogs/copy_key/copy_page.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 UntilStopped = -1;
constexpr std::array<qint64, 6> overlaps{0, Hour, 24 * Hour, 72 * Hour, 168 * Hour, UntilStopped};
constexpr int DefaultOverlap = 2;

} // namespace

RotateWindow::RotateWindow(const DialogContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("rotateWindow"));
    setSizeGripEnabled(true);
    fitToScreen(this, {720, 600});
    m_copy = new CopyPage(
        context,
        tr("You haven't stored this key. If you close now, you'll need to rotate it again to get a new one."),
        this);
    m_pages->addWidget(buildChoice());
    m_pages->addWidget(m_copy);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_pages);
    connect(m_copy, &CopyPage::left, this, &RotateWindow::leave);
    submitWithCtrlEnter(this, [this] { submit(); });
}

CopyPanel &RotateWindow::copyPanel() {
    return m_copy->panel();
}

QWidget *RotateWindow::buildChoice() {
    auto *page = new QWidget(this);
    m_title = new QLabel(page);
    m_title->setProperty("heading", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    auto *what =
        new QLabel(tr("You get a new token. Name, permissions and settings stay as they are."), page);
    what->setWordWrap(true);
    auto *ask = new QLabel(tr("How long does the old token work on?"), page);
    ask->setProperty("section", true);
    m_overlap = new QButtonGroup(this);
    const QStringList names{
        tr("&Not at all: it stops now"), tr("1 &hour"), tr("&24 hours"), tr("&3 days"), tr("&7 days"),
        tr("Until I &stop it")};
    auto *choices = new QVBoxLayout;
    choices->setSpacing(8);
    for (int i = 0; i < names.size(); ++i) {
        auto *choice = new QRadioButton(names[i], page);
        m_overlap->addButton(choice, i);
        choices->addWidget(choice);
    }
    m_what = new QLabel(page);
    m_what->setObjectName(QStringLiteral("rotateConsequence"));
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_problem = new QLabel(page);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *cancel = new QPushButton(tr("Cancel"), page);
    m_rotate = new QPushButton(page);
    m_rotate->setObjectName(QStringLiteral("confirmRotate"));
    m_rotate->setProperty("primary", true);
    m_rotate->setAutoDefault(false);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_rotate);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(m_title);
    box->addWidget(what);
    box->addSpacing(8);
    box->addWidget(ask);
    box->addLayout(choices);
    box->addSpacing(8);
    box->addWidget(m_what);
    box->addStretch(1);
    box->addWidget(m_problem);
    box->addLayout(buttons);
    connect(m_overlap, &QButtonGroup::idToggled, this, &RotateWindow::showChoice);
    connect(cancel, &QPushButton::clicked, this, &RotateWindow::reject);
    connect(m_rotate, &QPushButton::clicked, this, &RotateWindow::submit);
    return page;
}

void RotateWindow::start(const ApiKey &key, bool regenerate) {
    m_key = key;
    setWindowTitle(regenerate ? tr("Regenerate") : tr("Rotate"));
    m_title->setText((regenerate ? tr("Regenerate “%1”") : tr("Rotate “%1”")).arg(key.config.name));
    m_pages->setCurrentIndex(0);
    m_overlap->button(regenerate ? 0 : DefaultOverlap)->setChecked(true);
    m_overlap->checkedButton()->setFocus();
    showChoice();
}

/// What the choice will break, before it does.
void RotateWindow::showChoice() {
    const Instant now = m_context.service.clock().now();
    const qint64 overlap = overlaps[static_cast<std::size_t>(qMax(0, m_overlap->checkedId()))];
    QStringList lines;
    if (overlap == 0)
        lines << tr("Apps with the old token are refused from now on.");
    else if (overlap == UntilStopped)
        lines << tr("Both tokens work until you stop the old one.");
    else
        lines << tr("Both tokens work until %1. Then apps with the old one are refused.")
                     .arg(fullTime(now.plusMs(overlap), m_context.zone));
    if (m_key.lastUsedAt)
        lines << (m_key.lastUsedFrom.isEmpty()
                      ? tr("It was last used %1.", "2 h ago").arg(relativeTime(*m_key.lastUsedAt, now))
                      : tr("It was last used %1 from %2.", "2 h ago, address")
                            .arg(relativeTime(*m_key.lastUsedAt, now), m_key.lastUsedFrom));
    if (!m_key.config.storedIn.isEmpty())
        lines << tr("Stored in: %1.").arg(m_key.config.storedIn);
    if (isRotating(m_key, now))
        lines << tr("The token before the last rotation still works. It stops now.");
    if (statusOf(m_key, now) == KeyStatus::Expired)
        lines << tr("The key has expired. Give it a new expiry date before it is used again.");
    m_what->setText(lines.join(u'\n'));
    m_rotate->setText(overlap == 0 ? tr("Regenerate") : tr("Rotate"));
}

void RotateWindow::submit() {
    if (m_pages->currentWidget() == m_copy)
        return m_copy->panel().submit();
    if (m_busy || m_pages->currentIndex() != 0)
        return;
    m_busy = true;
    m_rotate->setEnabled(false);
    m_problem->hide();
    const qint64 chosen = overlaps[static_cast<std::size_t>(qMax(0, m_overlap->checkedId()))];
    const auto overlap = chosen == UntilStopped ? std::nullopt : std::optional(chosen);
    const Agreed agreed(m_context.service.backend().gate());
    m_context.service.rotate(m_key, overlap) | then(this, [this](const Result<CreatedKey> &made) {
        m_busy = false;
        m_rotate->setEnabled(true);
        if (!made) {
            m_problem->setText(sentence(made.error()));
            m_problem->show();
            return;
        }
        setWindowTitle(tr("Copy your key now"));
        m_pages->setCurrentIndex(1);
        m_copy->show(*made);
        emit rotated(made->key);
    });
}

bool RotateWindow::hasUnstoredToken() const {
    return m_pages->currentIndex() == 1 && !m_copy->panel().isSafe();
}

bool RotateWindow::mayClose() {
    if (!isVisible())
        return true;
    if (m_busy)
        return false; // the answer brings the token; nobody may close over it
    return m_pages->currentIndex() != 1 || m_copy->mayLeave();
}

void RotateWindow::leave() {
    m_copy->forget();
    QDialog::reject();
}

void RotateWindow::reject() {
    if (!m_closing && m_copy->dismissQuestion()) // Esc in an open question means: stay
        return;
    if (mayClose())
        leave();
}

void RotateWindow::closeEvent(QCloseEvent *e) {
    m_closing = true;
    reject();
    m_closing = false;
    e->setAccepted(!isVisible());
}

} // namespace latchkey::ui
