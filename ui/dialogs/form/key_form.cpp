#include "ui/dialogs/form/key_form.h"

#include "core/model/futures.h"
#include "core/services/key_service.h"
#include "ui/dialogs/form/expiry_field.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/ip_field.h"
#include "ui/dialogs/form/limits_field.h"
#include "ui/dialogs/form/list_edit.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/permissions/permission_tree.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

void KeyForm::touched(const QString &field) {
    if (m_loading)
        return;
    m_touched.insert(field);
    emit changed();
}

KeyType KeyForm::type() const {
    if (m_can.ownTokens)
        return static_cast<KeyType>(m_type->value());
    return m_type->value() == static_cast<int>(AccountAccess::Billing) ? KeyType::Billing : KeyType::General;
}

void KeyForm::setType(KeyType type) {
    const AccountAccess access =
        type == KeyType::Billing ? AccountAccess::Billing : AccountAccess::Restricted;
    m_type->setValue(m_can.ownTokens ? static_cast<int>(type) : static_cast<int>(access));
    showPermissions();
}

/// Full Access leaves nothing to choose; the heading stands over what is left.
void KeyForm::showPermissions() {
    m_rows.value(QStringLiteral("scopes"))->setVisible(!fullAccess());
    m_accessSection->setVisible(!fullAccess() || m_can.customers || m_can.allowedIps);
}

bool KeyForm::fullAccess() const {
    return !m_can.ownTokens && m_type->value() == static_cast<int>(AccountAccess::Full);
}

void KeyForm::chooseAccess(int access) {
    const bool full = access == static_cast<int>(AccountAccess::Full);
    showPermissions();
    if (m_existing) {
        m_rows.value(QStringLiteral("type"))->setWarning(full ? QString() : restrictedForGood(m_can.service));
        return touched(QStringLiteral("type"));
    }
    switchType(type());
    if (full)
        m_rows.value(QStringLiteral("type"))
            ->setWarning(tr("It gets access to all parts of the account, excluding billing and Email Address "
                            "Validation, also to what %1 adds later.")
                             .arg(m_can.service));
}

/// A service's key of full access may hold what can't be chosen together.
ScopeSet KeyForm::choosable(const KeyConfig &config) const {
    return m_can.ownTokens || config.type == KeyType::Billing
               ? config.scopes
               : config.scopes.without(m_catalogue.scopesOf(KeyType::Billing));
}

std::optional<Environment> KeyForm::environment() const {
    return m_environment->value() < 0 ? std::nullopt
                                      : std::optional(static_cast<Environment>(m_environment->value()));
}

void KeyForm::load(const KeyConfig &config, std::optional<Environment> environment, bool full) {
    m_loading = true;
    m_base = config;
    m_name->setText(config.name);
    m_environment->setValue(environment ? static_cast<int>(*environment) : -1);
    setType(config.type);
    if (full && m_existing) {
        m_type->setValue(static_cast<int>(AccountAccess::Full));
        showPermissions();
    }
    m_type->setEnabled(!m_existing || full); // to be restricted
    if (m_existing && !m_can.ownTokens) {
        m_rows.value(QStringLiteral("type"))->setWarning({});
        m_rows.value(QStringLiteral("type"))
            ->setHint(full ? QString()
                      : config.type == KeyType::Billing
                          ? tr("Access can't change after creation.")
                          : tr("Full Access can't be granted now: %1 grants it only when a key is created.")
                                .arg(m_can.service));
    }
    for (int i = 0; m_existing && i < 3; ++i) { // a choice that can't be made is not offered
        m_environment->button(i)->setVisible(i == m_environment->value() || !m_can.service.isEmpty());
        if (auto *b = m_type->button(i))
            b->setVisible(i == m_type->value() || (full && i == static_cast<int>(AccountAccess::Restricted)));
    }
    m_permissions->setType(config.type);
    m_permissions->setScopes(choosable(config), m_existing ? choosable(config) : ScopeSet());
    m_customers->setList(config.customers);
    m_ips->setRanges(config.allowedIps);
    m_limits->setLimits(config.limits);
    m_expires->setExpiry(config.expires);
    m_owner->setText(config.owner);
    m_tags->setList(config.tags);
    m_note->setPlainText(config.note);
    m_touched.clear();
    m_loading = false;
}

void KeyForm::setDefaultExpiry() {
    if (m_can.expiry)
        m_expires->setDays(90);
    else
        m_expires->setExpiry(std::nullopt);
}

KeyConfig KeyForm::config() const {
    KeyConfig c = m_base; // keeps what the form does not show
    c.name = m_name->text();
    c.environment =
        environment().value_or(m_can.service.isEmpty() ? Environment::Development : m_base.environment);
    c.environmentKnown = m_can.service.isEmpty() || environment().has_value();
    c.type = type();
    c.scopes = !fullAccess() ? m_permissions->scopes()
               : m_existing  ? m_base.scopes
                             : m_catalogue.scopesOf(KeyType::General);
    c.customers = m_customers->list();
    c.allowedIps = m_ips->ranges();
    c.limits = m_limits->limits();
    c.expires = m_expires->expiry();
    c.owner = m_owner->text();
    c.tags = m_tags->list();
    c.note = m_note->toPlainText();
    return c;
}

QList<FieldError> KeyForm::inputErrors() const {
    QList<FieldError> errors;
    if (!environment() && m_can.service.isEmpty())
        errors.append({QStringLiteral("environment"), QStringLiteral("noEnvironment"), {}});
    errors.append(m_ips->errors());
    errors.append(m_limits->errors());
    return errors;
}

void KeyForm::touchAll() {
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        m_touched.insert(it.key());
}

void KeyForm::showErrors(const QList<FieldError> &errors) {
    QHash<QString, QString> texts;
    for (const FieldError &e : errors) {
        const QString field = e.field.section(u'.', 0, 0);
        if (!m_touched.contains(field) || texts.contains(field))
            continue;
        texts.insert(field, e.code == QStringLiteral("badIp") ? m_ips->errorText() : sentence(e));
    }
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        it.value()->setError(texts.value(it.key()));
}

void KeyForm::focusField(const QString &field) {
    FieldRow *row = m_rows.value(field.section(u'.', 0, 0));
    if (!row)
        return;
    QWidget *target = field.contains(u'.') ? findChild<QWidget *>(field) : nullptr;
    if (!target)
        target = row->field();
    if (row->field() == m_ips)
        m_ips->goToFirstBadLine();
    target->setFocus(Qt::OtherFocusReason);
    if (!isVisible())
        return; // nothing is laid out yet: the top is where a form begins
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up)) {
            area->ensureWidgetVisible(row, 0, 24);
            break;
        }
    }
}

void KeyForm::markToAdd(const ScopeSet &scopes) {
    const ScopeSet added = scopes.without(m_permissions->scopes());
    QStringList names;
    for (const Scope &s : added)
        names.append(tr("%1 (%2)", "permission, its id").arg(m_catalogue.nameOf(s), s.toString()));
    if (names.isEmpty())
        return;
    m_permissions->addScopes(added);
    m_rows.value(QStringLiteral("scopes"))
        ->setHint(tr("Marked to be added: %1. Save adds it.").arg(names.join(QStringLiteral(", "))));
    touched(QStringLiteral("scopes"));
}

void KeyForm::setNotice(QWidget *notice) {
    m_box->insertWidget(0, notice);
}

void KeyForm::setNameWarning(const QString &text) {
    m_rows.value(QStringLiteral("name"))->setWarning(text);
}

void KeyForm::switchType(KeyType type) {
    const ScopeSet before = m_permissions->scopes();
    const ScopeSet fits =
        before.without(m_catalogue.scopesOf(type == KeyType::General ? KeyType::Billing : KeyType::General));
    QStringList dropped;
    for (const Scope &s : before.without(fits))
        dropped.append(m_catalogue.nameOf(s));
    m_permissions->setType(type);
    m_permissions->setScopes(fits);
    FieldRow *row = m_rows.value(QStringLiteral("type"));
    QString text;
    if (!dropped.isEmpty())
        text = type == KeyType::Billing ? tr("Billing keys carry billing permissions only. Dropped: %1.")
                                              .arg(dropped.join(QStringLiteral(", ")))
                                        : tr("General keys carry no billing permissions. Dropped: %1.")
                                              .arg(dropped.join(QStringLiteral(", ")));
    else if (m_catalogue.scopesOf(type).isEmpty())
        text = tr("This vault's catalogue has no billing permissions.");
    row->setWarning(text);
    touched(QStringLiteral("type"));
}

/// All that decides what a key may do; its name, environment and token stay its own.
void KeyForm::applyKey(const ApiKey &key) {
    if (key.service && !key.service->scopesKnown) { // the list names it only
        m_context.service.backend().rows({key.id}) | then(this, [this](const Result<QList<ApiKey>> &rows) {
            if (rows && !rows->isEmpty() && rows->first().service->scopesKnown)
                applyKey(rows->first());
        });
        return;
    }
    const KeyConfig &c = key.config;
    setType(c.type);
    m_permissions->setType(c.type);
    m_rows.value(QStringLiteral("type"))->setWarning({});
    m_permissions->setScopes(choosable(c));
    m_customers->setList(c.customers);
    m_ips->setRanges(c.allowedIps);
    m_limits->setLimits(c.limits);
    if (!c.expires || *c.expires > m_context.service.clock().now())
        m_expires->setExpiry(c.expires);
    m_rows.value(QStringLiteral("copyFrom"))->hide();
    FieldRow *from = m_rows.value(QStringLiteral("template"));
    from->setHint(
        tr("Permissions, customers, addresses, rate limit and expiry are those of “%1”. Everything can be "
           "changed.")
            .arg(c.name));
    m_template->setFocus();
    touched(QStringLiteral("template"));
}

void KeyForm::applyTemplate(int index) {
    if (index <= 0)
        return;
    const KeyTemplate &t = m_catalogue.templates().at(index - 1);
    if (t.type != type()) {
        setType(t.type);
        m_permissions->setType(t.type);
    }
    m_rows.value(QStringLiteral("type"))->setWarning({});
    m_permissions->setScopes(t.scopes);
    m_limits->setLimits(t.limits);
    if (t.expiresInDays)
        m_expires->setDays(*t.expiresInDays);
    touched(QStringLiteral("template"));
}

} // namespace latchkey::ui
