#include "ui/why/request_fields.h"

#include "core/model/ip_range.h"

#include "ui/format/words.h"
#include "ui/theme/date_time_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace latchkey::ui {

using diagnosis::Facts;

namespace {
/// Strict, as the list of allowed addresses is: "10.2" is none.
std::optional<QHostAddress> addressFrom(const QString &text) {
    const QString t = text.trimmed();
    const auto range = t.contains(u'/') ? std::nullopt : IpRange::fromString(t);
    return range ? std::optional(range->network()) : std::nullopt;
}
} // namespace

RequestFields::RequestFields(const Catalogue &catalogue, const Clock &clock, const QTimeZone &zone,
                             QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_zone(zone)
    , m_form(new QFormLayout(this))
    , m_method(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_scope(new QComboBox(this))
    , m_environment(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_badAddress(new QLabel(this))
    , m_customer(new QLineEdit(this))
    , m_now(new QCheckBox(tr("Now"), this))
    , m_time(new DateTimeField(this))
    , m_status(new QComboBox(this)) {
    build();
    connect(m_method, &QComboBox::activated, this, &RequestFields::changedByHand);
    connect(m_scope, &QComboBox::activated, this, &RequestFields::changedByHand);
    connect(m_environment, &QComboBox::activated, this, [this] {
        m_facts.environmentFromHost = m_facts.environmentOfKey = false;
        changedByHand();
    });
    connect(m_status, &QComboBox::activated, this, [this] {
        m_facts.code.reset(); // what was read beside another status
        changedByHand();
    });
    for (QLineEdit *e : {m_path, m_address, m_customer})
        connect(e, &QLineEdit::textChanged, this, &RequestFields::changedByHand);
    connect(m_now, &QCheckBox::toggled, this, [this](bool now) {
        m_time->setEnabled(!now);
        changedByHand();
    });
    connect(m_time, &DateTimeField::dateTimeChanged, this, &RequestFields::changedByHand);
    setFacts({});
}

QWidget *RequestFields::add(const QString &name, const QString &label, QWidget *field) {
    field->setObjectName(name);
    field->setAccessibleName(QString(label).remove(u'&'));
    m_form->addRow(label, field);
    return field;
}

void RequestFields::build() {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const QString unknown = tr("Not known");
    m_method->addItem(unknown);
    for (const char *m : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        m_method->addItem(QLatin1StringView(m));
    add(QStringLiteral("whyMethod"), tr("&Method"), m_method);
    m_path->setPlaceholderText(QStringLiteral("/v1/leads/42"));
    add(QStringLiteral("whyPath"), tr("Pa&th"), m_path);
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scope->setMinimumContentsLength(14);
    fillScopes();
    add(QStringLiteral("whyScope"), tr("&Permission"), m_scope);
    m_environment->addItem(unknown);
    for (const Environment e : AllEnvironments)
        m_environment->addItem(themedIcon(iconName(e)), word(e));
    add(QStringLiteral("whyEnvironment"), tr("&Went to"), m_environment);
    m_address->setPlaceholderText(QStringLiteral("10.2.0.4"));
    add(QStringLiteral("whyAddress"), tr("From &IP"), m_address);
    m_badAddress->setProperty("bad", true);
    m_badAddress->setWordWrap(true);
    m_badAddress->setText(tr("This is not an IP address."));
    m_form->addRow(QString(), m_badAddress);
    m_badAddress->hide();
    add(QStringLiteral("whyCustomer"), tr("C&ustomer"), m_customer);
    auto *time = new QWidget(this);
    auto *box = new QHBoxLayout(time);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    m_time->setTimeSpec(Qt::UTC);
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setObjectName(QStringLiteral("whyTime"));
    m_time->setAccessibleName(tr("Time of the request"));
    m_now->setObjectName(QStringLiteral("whyNow"));
    box->addWidget(m_now);
    box->addWidget(m_time, 1);
    m_form->addRow(tr("Time"), time);
    m_status->addItem(unknown);
    for (const int s : {401, 403, 429})
        m_status->addItem(QString::number(s), s);
    add(QStringLiteral("whyStatus"), tr("Re&sponse"), m_status);
}

void RequestFields::fillScopes() {
    m_scope->clear();
    m_scope->addItem(tr("Not known"));
    for (const ResourceInfo &r : m_catalogue.resources()) {
        for (const ScopeInfo &s : r.scopes) {
            m_scope->addItem(s.name, s.scope.toString());
            m_scope->setItemData(m_scope->count() - 1, s.scope.toString(), Qt::ToolTipRole);
        }
    }
}

void RequestFields::setCatalogue(const Catalogue &catalogue) {
    const Facts known = facts();
    m_catalogue = catalogue;
    fillScopes();
    setFacts(known);
}

void RequestFields::setFacts(const Facts &facts) {
    m_loading = true;
    m_facts = facts;
    m_method->setCurrentIndex(qMax(0, m_method->findText(facts.method)));
    m_path->setText(facts.path);
    while (m_scope->itemData(m_scope->count() - 1, Qt::UserRole + 1).toBool())
        m_scope->removeItem(m_scope->count() - 1); // of the text before this one
    if (facts.scope && m_scope->findData(facts.scope->toString()) < 0) {
        m_scope->addItem(facts.scope->toString(), facts.scope->toString());
        m_scope->setItemData(m_scope->count() - 1, true, Qt::UserRole + 1);
    }
    m_scope->setCurrentIndex(facts.scope ? m_scope->findData(facts.scope->toString()) : 0);
    m_environment->setCurrentIndex(facts.environment ? static_cast<int>(*facts.environment) + 1 : 0);
    m_address->setText(facts.address ? facts.address->toString() : QString());
    m_customer->setText(facts.customer.value_or(QString()));
    m_now->setChecked(!facts.at);
    m_time->setEnabled(facts.at.has_value());
    const QDateTime local = facts.at.value_or(m_clock.now()).toUtc().toTimeZone(m_zone);
    m_time->setDateTime(
        QDateTime(local.date(), local.time(), Qt::UTC)); // shown as the clock on the wall has it
    while (m_status->count() > 4)
        m_status->removeItem(4);
    if (facts.status && m_status->findData(*facts.status) < 0)
        m_status->addItem(QString::number(*facts.status), *facts.status);
    m_status->setCurrentIndex(facts.status ? m_status->findData(*facts.status) : 0);
    checkAddress();
    m_loading = false;
}

Facts RequestFields::facts() const {
    Facts f = m_facts;
    f.method = m_method->currentIndex() > 0 ? m_method->currentText() : QString();
    f.path = m_path->text().trimmed();
    f.scope = Scope::fromString(m_scope->currentData().toString());
    f.environment = m_environment->currentIndex() > 0
                        ? std::optional(static_cast<Environment>(m_environment->currentIndex() - 1))
                        : std::nullopt;
    f.address = addressFrom(m_address->text());
    f.customer =
        m_customer->text().trimmed().isEmpty() ? std::nullopt : std::optional(m_customer->text().trimmed());
    if (m_now->isChecked()) {
        f.at.reset();
    } else {
        const QDateTime wall = m_time->dateTime();
        const Instant shown = Instant::fromDateTime(QDateTime(wall.date(), wall.time(), m_zone));
        // The field shows seconds; what was read to the millisecond stays until it is changed.
        if (!m_facts.at || shown.ms() / 1000 != m_facts.at->ms() / 1000)
            f.at = shown;
    }
    f.status = m_status->currentIndex() > 0 ? std::optional(m_status->currentData().toInt()) : std::nullopt;
    return f;
}

void RequestFields::askEnvironment() {
    m_environment->setFocus(Qt::OtherFocusReason);
}

void RequestFields::checkAddress() {
    const QString text = m_address->text().trimmed();
    const bool bad = !text.isEmpty() && !addressFrom(text);
    m_badAddress->setVisible(bad);
    m_address->setProperty("bad", bad);
    m_address->setAccessibleDescription(bad ? m_badAddress->text() : QString());
    m_address->update();
}

void RequestFields::changedByHand() {
    if (m_loading)
        return;
    checkAddress();
    emit changed();
}

} // namespace latchkey::ui
