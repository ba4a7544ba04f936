#include "ui/shell/rename_sheet.h"

#include "ui/format/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

RenameSheet::RenameSheet(KeyService &service, const ApiKey &key, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_key(key)
    , m_name(new QLineEdit(key.config.name, this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(tr("Rename"), this)) {
    setObjectName(QStringLiteral("renameSheet"));
    setWindowTitle(tr("Rename key"));
    m_name->setObjectName(QStringLiteral("renameName"));
    m_name->setAccessibleName(tr("Key name"));
    m_name->selectAll();
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *label = new QLabel(tr("Key name"), this);
    label->setBuddy(m_name);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(8);
    box->addWidget(label);
    box->addWidget(m_name);
    box->addWidget(m_problem);
    box->addLayout(buttons);
    setMinimumWidth(420);
    connect(m_name, &QLineEdit::textChanged, this, &RenameSheet::check);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    check();
}

QString RenameSheet::name() const {
    return m_name->text().trimmed();
}

void RenameSheet::check() {
    KeyConfig c = m_key.config;
    c.name = name();
    QString problem;
    const auto errors = m_service.check(c, &m_key.config);
    for (const FieldError &e : errors) {
        if (e.field == QStringLiteral("name"))
            problem = sentence(e);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty());
}

} // namespace latchkey::ui
