#include "ui/customers/customer_sheet.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

QString problemOf(const FieldError &e) {
    if (e.code == QStringLiteral("empty"))
        return CustomerSheet::tr("Enter the id that your platform uses for this customer.");
    if (e.code == QStringLiteral("hasSeparator"))
        return CustomerSheet::tr("An id can't contain a comma.");
    return sentence(e);
}

QHBoxLayout *buttonRow(QPushButton *first, QPushButton *second) {
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(first);
    row->addWidget(second);
    return row;
}

} // namespace

QString CustomerSheet::hintOf(Id id) {
    switch (id) {
    case Id::Free:
        break;
    case Id::Listed:
        return tr("It can't be changed. For another id, add another customer and delete this one.");
    case Id::OnKeys:
        return tr("Fixed, because keys hold it.");
    }
    return tr("As your platform calls this customer, such as cus_4711. It can't be changed later.");
}

CustomerSheet::CustomerSheet(KeyService &service, Customer base, Id id, QWidget *parent)
    : FormSheet(parent)
    , m_service(service)
    , m_base(std::move(base))
    , m_id(new QLineEdit(m_base.id, this))
    , m_name(new QLineEdit(m_base.name, this))
    , m_note(new QPlainTextEdit(m_base.note, this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(m_base.version > 0 ? tr("Save") : tr("Add"), this)) {
    setObjectName(QStringLiteral("customerSheet"));
    setWindowTitle(m_base.version > 0 ? tr("Edit customer") : tr("Add customer"));
    m_id->setObjectName(QStringLiteral("customerId"));
    m_name->setObjectName(QStringLiteral("customerName"));
    m_note->setObjectName(QStringLiteral("customerNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(72);
    m_idRow = new FieldRow(QStringLiteral("id"), tr("External ID"), m_id, true, this);
    m_idRow->setHint(hintOf(id));
    m_id->setReadOnly(id != Id::Free);
    m_nameRow = new FieldRow(QStringLiteral("name"), tr("Name"), m_name, false, this);
    m_noteRow = new FieldRow(QStringLiteral("note"), tr("Note"), m_note, false, this);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_save->setObjectName(QStringLiteral("saveCustomer"));
    m_save->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(14);
    box->addWidget(m_idRow);
    box->addWidget(m_nameRow);
    box->addWidget(m_noteRow);
    box->addWidget(m_problem);
    box->addWidget(question());
    box->addStretch(1);
    box->addLayout(buttonRow(cancel, m_save));
    setMinimumWidth(460);
    connect(m_id, &QLineEdit::textChanged, this, &CustomerSheet::check);
    connect(m_name, &QLineEdit::textChanged, this, &CustomerSheet::check);
    connect(m_note, &QPlainTextEdit::textChanged, this, &CustomerSheet::check);
    connect(m_id, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_save, &QPushButton::clicked, this, &CustomerSheet::save);
    connect(cancel, &QPushButton::clicked, this, &CustomerSheet::reject);
    setTabOrder(m_note, question()->stayButton());
    setTabOrder(question()->stayButton(), question()->leaveButton());
    setTabOrder(question()->leaveButton(), m_save);
    setSheetKeys(this, m_save, cancel);
    (id == Id::Free ? m_id : m_name)->setFocus();
    m_opened = typed();
    check();
}

Customer CustomerSheet::typed() const {
    Customer c = m_base;
    c.id = m_id->text();
    c.name = m_name->text();
    c.note = m_note->toPlainText();
    return normalised(c);
}

bool CustomerSheet::isChanged() const {
    return typed() != m_opened;
}

void CustomerSheet::reject() {
    if (!m_saving) // the answer comes in a moment, and says what became of it
        FormSheet::reject();
}

void CustomerSheet::check() {
    QHash<QString, QString> problems;
    for (const FieldError &e : validate(typed())) {
        if (!problems.contains(e.field))
            problems.insert(e.field, problemOf(e));
    }
    m_save->setEnabled(problems.isEmpty());
    for (FieldRow *row : {m_idRow, m_nameRow, m_noteRow}) {
        const bool untouched = row == m_idRow && !m_touched && m_id->text().isEmpty();
        row->setError(untouched ? QString() : problems.value(row->id()));
    }
    m_problem->hide();
    growToFit(this);
}

void CustomerSheet::save() {
    m_saving = true;
    m_save->setEnabled(false);
    question()->dismiss();
    const Agreed agreed(m_service.backend().gate());
    m_service.saveCustomer(typed()) | then(this, [this](const Result<Customer> &r) {
        m_saving = false;
        if (!r)
            return fail(r.error());
        emit saved(*r);
        accept();
    });
}

void CustomerSheet::fail(const Error &e) {
    check();
    if (e.code == ErrorCode::Conflict && m_base.version == 0) {
        m_idRow->setError(tr("There is a customer with this id already."));
        return growToFit(this);
    }
    m_problem->setText(sentence(e));
    m_problem->show();
    growToFit(this);
}

CustomerDeleteSheet::CustomerDeleteSheet(const Customer &customer, qint64 keys, const QStringList &names,
                                         QWidget *parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("customerDeleteSheet"));
    setWindowTitle(tr("Delete customer"));
    auto *title = new QLabel(tr("Delete “%1”?").arg(customer.name), this);
    title->setProperty("heading", true);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    const auto text = [this](const QString &t, bool small = false) {
        auto *label = new QLabel(t, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setProperty("secondary", small);
        return label;
    };
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(
        text(tr("%Ln keys name this customer. They go on working as before: they keep the id “%1” and show "
                "it as unknown.",
                nullptr, static_cast<int>(keys))
                 .arg(customer.id)));
    const auto more = static_cast<int>(keys - names.size());
    box->addWidget(text(names.join(QStringLiteral(", ")) +
                            (more > 0 ? u' ' + tr("and %Ln more", nullptr, more) : QString()),
                        true));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *remove = new QPushButton(tr("Delete"), this);
    remove->setObjectName(QStringLiteral("confirmDeleteCustomer"));
    remove->setProperty("danger", true);
    box->addSpacing(4);
    box->addLayout(buttonRow(cancel, remove));
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, remove, cancel);
    cancel->setFocus();
    setMinimumWidth(460);
}

} // namespace latchkey::ui
