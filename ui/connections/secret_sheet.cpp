#include "ui/connections/secret_sheet.h"

#include "ui/connections/connection_words.h"
#include "ui/connections/secret_field.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

SecretSheet::SecretSheet(const Connection &connection, QWidget *parent)
    : QDialog(parent)
    , m_connection(connection)
    , m_field(new SecretField(this))
    , m_problem(new QLabel(this))
    , m_open(new QPushButton(tr("&Open"), this)) {
    setObjectName(QStringLiteral("secretSheet"));
    setWindowTitle((connection.kind == ConnectionKind::Server     ? tr("Token for %1", "connection")
                    : connection.kind == ConnectionKind::SendGrid ? tr("Key for %1", "connection")
                                                                  : tr("Password for %1", "connection"))
                       .arg(connection.name));
    auto *title = new QLabel(windowTitle(), this);
    title->setProperty("heading", true);
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    auto *where = new QLabel(connection.location(), this);
    where->setProperty("secondary", true);
    where->setWordWrap(true);
    where->setTextFormat(Qt::PlainText);
    auto *note = new QLabel(
        tr("It is forgotten when this window closes. To keep it in the keychain, enter it in Connections."),
        this);
    note->setProperty("secondary", true);
    note->setWordWrap(true);
    m_field->edit().setAccessibleName(windowTitle());
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_open->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("&Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(10);
    for (QWidget *w : std::initializer_list<QWidget *>{title, where, m_field, m_problem, note})
        box->addWidget(w);
    box->addLayout(buttons);
    setMinimumWidth(460);
    connect(m_field, &SecretField::changed, this, &SecretSheet::check);
    connect(m_open, &QPushButton::clicked, this, &SecretSheet::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_open, cancel);
    m_field->edit().setFocus();
    check();
}

void SecretSheet::check() {
    m_problem->hide();
    m_open->setEnabled(m_field->isTyped());
}

void SecretSheet::accept() {
    const SecretBytes typed = m_field->typed();
    auto secret = pastedSecret(m_connection, typed.view());
    if (!secret) { // said before anybody is asked
        m_problem->setText(secret.error().fields.isEmpty()
                               ? connectionProblem(secret.error(), m_connection)
                               : connectionSentence(secret.error().fields.first()));
        m_problem->show();
        growToFit(this);
        return;
    }
    m_secret = std::make_shared<const SecretBytes>(std::move(*secret));
    m_field->clear();
    QDialog::accept();
}

} // namespace latchkey::ui
