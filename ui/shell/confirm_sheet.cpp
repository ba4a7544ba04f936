#include "ui/shell/confirm_sheet.h"

#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

ConfirmSheet::ConfirmSheet(const QString &question, const QString &place, const QString &verb,
                           QWidget *parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("confirmSheet"));
    setWindowTitle(tr("Confirm"));
    auto *title = new QLabel(question, this);
    title->setProperty("heading", true);
    auto *where = new QLabel(tr("This connection asks before each change: %1.").arg(place), this);
    where->setProperty("secondary", true);
    for (QLabel *label : {title, where}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *go = new QPushButton(verb, this);
    go->setObjectName(QStringLiteral("confirm"));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(go);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(where);
    box->addLayout(row);
    setMinimumWidth(400);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, go, cancel, OnReturn::NeverDoes);
    connect(go, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

} // namespace latchkey::ui
