#include "ui/shell/name_sheet.h"

#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

NameSheet::NameSheet(const Words &words, const QString &name,
                     std::function<QString(const QString &name)> problemOf, QWidget *parent)
    : QDialog(parent)
    , m_problemOf(std::move(problemOf))
    , m_name(new QLineEdit(name, this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(words.button, this)) {
    setWindowTitle(words.title);
    m_name->setObjectName(QStringLiteral("renameName"));
    m_name->setAccessibleName(words.label);
    m_name->selectAll();
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_save->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *label = new QLabel(words.label, this);
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
    connect(m_name, &QLineEdit::textChanged, this, &NameSheet::check);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_save, cancel);
    check();
}

QString NameSheet::name() const {
    return m_name->text().trimmed();
}

void NameSheet::check() {
    const QString problem = m_problemOf(name());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty());
    if (const int tall = layout()->heightForWidth(width()); isVisible() && tall > height())
        resize(width(), tall); // a sentence of two lines is shown whole
}

} // namespace latchkey::ui
