#include "core/services/key_service.h"
#include "ui/dialogs/form/expiry_field.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/ip_field.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/form/key_picker.h"
#include "ui/dialogs/form/limits_field.h"
#include "ui/dialogs/form/list_edit.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/permissions/permission_tree.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

// The fields of the form and their order.

namespace latchkey::ui {

KeyForm::KeyForm(const DialogContext &context, bool existing, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_catalogue(context.service.backend().catalogue())
    , m_can(context.service.backend().capabilities())
    , m_existing(existing)
    , m_box(new QVBoxLayout(this)) {
    m_box->setContentsMargins(24, 20, 24, 24);
    m_box->setSpacing(16);
    buildIdentity();
    buildAccess();
    buildLimits();
    buildAbout();
    m_box->addStretch(1);
    leaveOutMissing();
}

/// What the service has no place for; what is a note of this computer says so.
void KeyForm::leaveOutMissing() {
    const auto hide = [this](const char *id) { m_rows.value(QLatin1StringView(id))->hide(); };
    if (!m_can.customers)
        hide("customers");
    if (!m_can.allowedIps)
        hide("allowedIps");
    if (!m_can.rateLimits)
        hide("limits");
    if (!m_can.expiry)
        hide("expires");
    if (!m_can.rateLimits && !m_can.expiry && m_limitsSection)
        m_limitsSection->hide();
    if (m_can.service.isEmpty())
        return;
    if (!m_existing && m_catalogue.templates().isEmpty())
        m_rows.value(QStringLiteral("template"))->setHint(tr("Permissions can be taken from another key."));
    for (const char *id : {"environment", "owner", "tags", "note"})
        m_rows.value(QLatin1StringView(id))->setHint(keptHereOnly());
}

/// A service's keys by how much they may do, as its own page has it.
void KeyForm::buildType() {
    m_type = new Segmented(this);
    if (m_can.ownTokens) {
        m_type->add(static_cast<int>(KeyType::General), word(KeyType::General));
        m_type->add(static_cast<int>(KeyType::Billing), word(KeyType::Billing), QStringLiteral("billing"));
        m_type->setValue(static_cast<int>(KeyType::General));
        add(QStringLiteral("type"), tr("Key type"), m_type);
        connect(m_type, &Segmented::chosen, this, [this](int v) { switchType(static_cast<KeyType>(v)); });
        return;
    }
    const auto value = [](AccountAccess a) { return static_cast<int>(a); };
    m_type->add(value(AccountAccess::Full), word(AccountAccess::Full));
    m_type->add(value(AccountAccess::Restricted), word(AccountAccess::Restricted));
    m_type->add(value(AccountAccess::Billing), word(AccountAccess::Billing), QStringLiteral("billing"));
    m_type->setValue(value(AccountAccess::Restricted));
    add(QStringLiteral("type"), tr("Access"), m_type);
    connect(m_type, &Segmented::chosen, this, &KeyForm::chooseAccess);
}

QLabel *KeyForm::addSection(const QString &title) {
    auto *label = new QLabel(title, this);
    label->setProperty("section", true);
    label->setForegroundRole(QPalette::WindowText);
    m_box->addSpacing(8);
    m_box->addWidget(label);
    return label;
}

FieldRow *KeyForm::add(const QString &id, const QString &label, QWidget *field, bool required) {
    auto *row = new FieldRow(id, label, field, required, this);
    field->setObjectName(id);
    m_rows.insert(id, row);
    m_box->addWidget(row);
    return row;
}

void KeyForm::buildIdentity() {
    m_name = new QLineEdit(this);
    m_name->setPlaceholderText(tr("What uses this key, such as “CRM sync”"));
    add(QStringLiteral("name"), tr("Key Name"), m_name, true);
    connect(m_name, &QLineEdit::textChanged, this, [this] { touched(QStringLiteral("name")); });

    m_environment = new Segmented(this);
    for (const Environment e : AllEnvironments)
        m_environment->add(static_cast<int>(e), word(e), iconName(e));
    add(QStringLiteral("environment"), tr("Environment"), m_environment, m_can.service.isEmpty())
        ->setHint(m_existing ? tr("Environment and type can't change after creation.") : QString());
    connect(m_environment, &Segmented::chosen, this, [this] { touched(QStringLiteral("environment")); });

    buildType();
    m_environment->setEnabled(!m_existing || !m_can.service.isEmpty());
    m_type->setEnabled(!m_existing);
    if (m_existing)
        return;

    m_template = new QComboBox(this);
    m_template->addItem(tr("No template"));
    for (const KeyTemplate &t : m_catalogue.templates())
        m_template->addItem(t.description.isEmpty()
                                ? t.name
                                : tr("%1 – %2", "template, description").arg(t.name, t.description));
    m_template->insertSeparator(m_template->count());
    m_template->addItem(tr("Copy from key…"));
    add(QStringLiteral("template"), tr("Start from"), m_template)
        ->setHint(tr("A template fills in permissions, rate limit and expiry. Everything can be changed."));
    m_picker = new KeyPicker(m_context.service, this);
    FieldRow *from = add(QStringLiteral("copyFrom"), tr("Copy from key"), m_picker);
    from->hide();
    connect(m_template, &QComboBox::activated, this, [this, from](int index) {
        const bool pick = index == m_template->count() - 1;
        from->setVisible(pick);
        if (pick)
            m_picker->start();
        else
            applyTemplate(index);
    });
    connect(m_picker, &KeyPicker::picked, this, &KeyForm::applyKey);
}

void KeyForm::buildAccess() {
    m_accessSection = addSection(tr("What it may do"));
    m_permissions = new PermissionTree(m_catalogue, m_context.service.principal(), this);
    add(QStringLiteral("scopes"), tr("Permissions"), m_permissions, true);
    connect(m_permissions, &PermissionTree::scopesChanged, this,
            [this] { touched(QStringLiteral("scopes")); });
    if (m_existing) {
        m_permissions->offerStart();
        m_picker = new KeyPicker(m_context.service, this);
        FieldRow *from = add(QStringLiteral("copyFrom"), tr("Copy permissions from key"), m_picker);
        from->hide();
        connect(m_permissions, &PermissionTree::copyRequested, this, [this, from] {
            from->show();
            m_picker->start();
        });
        connect(m_picker, &KeyPicker::picked, this, [this, from](const ApiKey &key) {
            m_permissions->model().startFrom(key.config.scopes);
            from->hide();
            m_permissions->setFocus();
        });
    }

    m_customers = new ListEdit(this);
    m_customers->setPlaceholderText(tr("All customers"));
    add(QStringLiteral("customers"), tr("Customers"), m_customers)
        ->setHint(tr("Separate with commas. Empty means all customers, now and later: a wider risk if the "
                     "key leaks."));
    connect(m_customers, &QLineEdit::textChanged, this, [this] { touched(QStringLiteral("customers")); });

    m_ips = new IpField(this);
    add(QStringLiteral("allowedIps"), tr("Allowed IPs"), m_ips);
    connect(m_ips, &QPlainTextEdit::textChanged, this, [this] { touched(QStringLiteral("allowedIps")); });
}

void KeyForm::buildLimits() {
    m_limitsSection = addSection(tr("How much and how long"));
    m_limits = new LimitsField(this);
    m_limits->setLimits({});
    add(QStringLiteral("limits"), tr("Rate limit"), m_limits);
    connect(m_limits, &LimitsField::changed, this, [this] { touched(QStringLiteral("limits")); });
    m_expires = new ExpiryField(m_context.service.clock(), m_context.zone, this);
    add(QStringLiteral("expires"), tr("Expires"), m_expires);
    connect(m_expires, &ExpiryField::changed, this, [this] { touched(QStringLiteral("expires")); });
}

void KeyForm::buildAbout() {
    addSection(tr("For your records"));
    m_owner = new QLineEdit(this);
    m_owner->setPlaceholderText(tr("A person or team"));
    add(QStringLiteral("owner"), tr("Owner"), m_owner);
    m_tags = new ListEdit(this);
    m_tags->setPlaceholderText(tr("Separate with commas"));
    add(QStringLiteral("tags"), tr("Tags"), m_tags);
    m_note = new QPlainTextEdit(this);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(3 * fontMetrics().lineSpacing() + 22);
    add(QStringLiteral("note"), tr("Note"), m_note);
    connect(m_owner, &QLineEdit::textChanged, this, [this] { touched(QStringLiteral("owner")); });
    connect(m_tags, &QLineEdit::textChanged, this, [this] { touched(QStringLiteral("tags")); });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { touched(QStringLiteral("note")); });
}

void KeyForm::setCustomers(const QStringList &ids, const QStringList &labels) {
    m_customers->setSuggestions(ids, labels);
}

void KeyForm::setSuggestions(const QStringList &owners, const QStringList &tags) {
    auto *completer = new QCompleter(owners, m_owner);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_owner->setCompleter(completer);
    m_tags->setSuggestions(tags);
}

} // namespace latchkey::ui
