#include "ui/dialogs/copy_key/copy_page.h"

#include "ui/dialogs/form/inline_guard.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

CopyPage::CopyPage(const DialogContext &context, const QString &lost, QWidget *parent)
    : QWidget(parent)
    , m_panel(new CopyPanel(context, this))
    , m_guard(new InlineGuard(lost, tr("Keep open"), tr("Close without storing"), this)) {
    auto *area = new QScrollArea(this); // a low window scrolls instead of squeezing the key
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_panel);
    auto *guardRow = new QVBoxLayout;
    guardRow->setContentsMargins(16, 0, 16, 16);
    guardRow->addWidget(m_guard);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(area, 1);
    box->addLayout(guardRow);
    connect(m_guard, &InlineGuard::left, this, &CopyPage::left);
    connect(m_guard, &InlineGuard::stayed, m_panel, &CopyPanel::focusCopy);
    connect(m_panel, &CopyPanel::done, this, &CopyPage::left);
    connect(m_panel, &CopyPanel::safeChanged, this, [this] {
        if (m_panel->isSafe())
            m_guard->hide();
    });
}

void CopyPage::show(const CreatedKey &created) {
    m_panel->setKey(created);
    m_panel->focusCopy();
}

/// The key may come while its window is covered: only what is seen can take the focus.
void CopyPage::showEvent(QShowEvent *e) {
    QWidget::showEvent(e);
    m_panel->focusCopy();
}

bool CopyPage::mayLeave() {
    if (m_panel->isSafe())
        return true;
    m_guard->ask();
    return false;
}

bool CopyPage::dismissQuestion() {
    if (!m_guard->isVisible())
        return false;
    m_guard->dismiss();
    return true;
}

void CopyPage::forget() {
    m_guard->hide();
    m_panel->forget();
}

} // namespace latchkey::ui
