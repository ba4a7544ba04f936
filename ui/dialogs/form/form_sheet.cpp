#include "ui/dialogs/form/form_sheet.h"

#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/sheet_layout.h"

#include <QCloseEvent>
#include <QPushButton>

namespace latchkey::ui {

FormSheet::FormSheet(QWidget *parent)
    : QDialog(parent)
    , m_discard(new InlineGuard(tr("Your changes will be lost."), tr("Keep editing"), tr("Discard"), this)) {
    for (QPushButton *b : {m_discard->stayButton(), m_discard->leaveButton()})
        b->setAutoDefault(true); // Return on one of them does not press the sheet's first button
    connect(m_discard, &InlineGuard::left, this, [this] { QDialog::reject(); });
}

void FormSheet::reject() {
    if (m_discard->isVisible() && !m_closing)
        return m_discard->dismiss();
    if (!isVisible() || !isChanged())
        return QDialog::reject();
    m_discard->ask();
    growToFit(this);
}

void FormSheet::closeEvent(QCloseEvent *e) {
    m_closing = true;
    reject();
    m_closing = false;
    e->setAccepted(!isVisible());
}

} // namespace latchkey::ui
