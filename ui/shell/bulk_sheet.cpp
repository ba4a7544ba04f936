#include "ui/shell/bulk_sheet.h"

#include "core/model/futures.h"
#include "ui/dialogs/form/expiry_field.h"
#include "ui/dialogs/form/limits_field.h"
#include "ui/dialogs/form/list_edit.h"
#include "ui/dialogs/risk_groups.h"
#include "ui/format/words.h"
#include "ui/shell/rotate_fields.h"
#include "ui/theme/sheet_keys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace latchkey::ui {

namespace {
constexpr qint64 DayMs = 86'400'000;

qint64 skipped(const KeySummary &s, Deed deed) {
    const auto of = [&](KeyState state) { return s.states[static_cast<std::size_t>(state)]; };
    switch (deed) {
    case Deed::Activate:
        return s.keys - of(KeyState::Inactive);
    case Deed::Deactivate:
        return s.keys - of(KeyState::Active);
    case Deed::Revoke:
    case Deed::Rotate:
        return s.keys - of(KeyState::Active) - of(KeyState::Inactive);
    case Deed::Remove:
        return of(KeyState::Deleted) + of(KeyState::Purged);
    default:
        return isEdit(deed) ? of(KeyState::Deleted) + of(KeyState::Purged) : 0;
    }
}

bool offers(const Capabilities &can, Deed deed) {
    switch (deed) {
    case Deed::SetExpiry:
        return can.expiry;
    case Deed::SetLimits:
        return can.rateLimits;
    case Deed::Activate:
    case Deed::Deactivate:
        return can.deactivate;
    case Deed::Rotate:
        return can.rotate && can.rotateMany;
    case Deed::Revoke:
        return can.revoke;
    default:
        return true;
    }
}
} // namespace

QString riskText(const KeySummary &s, Deed deed) {
    QStringList lines;
    if (s.damaged > 0)
        lines.append(BulkSheet::tr("%Ln are damaged.", nullptr, static_cast<int>(s.damaged)));
    if (const qint64 n = skipped(s, deed); n > 0)
        lines.append(BulkSheet::tr("%Ln don't need it or can't have it, and are skipped.", nullptr,
                                   static_cast<int>(n)));
    return lines.join(u'\n');
}

BulkSheet::BulkSheet(KeyService &service, const KeySelection &keys, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_keys(keys)
    , m_deed(new QComboBox(this))
    , m_values(new QStackedWidget(this))
    , m_tags(new ListEdit(this))
    , m_owner(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_count(new QLineEdit(this))
    , m_expiry(new ExpiryField(service.clock(), QTimeZone::systemTimeZone(), this))
    , m_limits(new LimitsField(this))
    , m_rotate(new RotateFields(service, this))
    , m_leaked(new QCheckBox(tr("The keys leaked. Don't allow &restoring"), this))
    , m_groups(new RiskGroups(this))
    , m_risks(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_countLabel(new QLabel(this))
    , m_apply(new QPushButton(tr("Change"), this)) {
    setObjectName(QStringLiteral("bulkSheet"));
    setWindowTitle(tr("Change keys"));
    build();
    whenDone(service.backend().suggestions(SortColumn::Tags), this, [this](const Result<QStringList> &words) {
        if (words)
            m_tags->setSuggestions(*words);
    });
    whenDone(service.backend().summary(keys.mid(0, keys.count()), service.clock().now().plusMs(-DayMs)), this,
             [this](const Result<KeySummary> &s) {
                 m_counted = s.has_value();
                 m_summary = s.value_or(KeySummary());
                 m_groups->preview(m_service.backend(), m_summary);
                 preview();
             });
    check();
}

void BulkSheet::build() {
    const auto n = static_cast<int>(m_keys.count());
    auto *title = new QLabel(tr("Change %Ln keys", nullptr, n), this);
    title->setProperty("heading", true);
    for (const auto &[deed, text] :
         std::initializer_list<std::pair<Deed, QString>>{{Deed::AddTags, tr("Add tags")},
                                                         {Deed::RemoveTags, tr("Remove tags")},
                                                         {Deed::SetOwner, tr("Set the owner")},
                                                         {Deed::SetExpiry, tr("Set the expiry")},
                                                         {Deed::SetLimits, tr("Set the rate limit")},
                                                         {Deed::Activate, tr("Activate")},
                                                         {Deed::Deactivate, tr("Deactivate")},
                                                         {Deed::Rotate, tr("Rotate")},
                                                         {Deed::Revoke, tr("Revoke")}})
        if (offers(m_service.backend().capabilities(), deed))
            m_deed->addItem(text, static_cast<int>(deed));
    m_deed->setObjectName(QStringLiteral("bulkDeed"));
    m_deed->setAccessibleName(tr("What to change"));
    m_tags->setObjectName(QStringLiteral("bulkTags"));
    m_tags->setPlaceholderText(tr("Tags, separated by commas"));
    m_tags->setAccessibleName(tr("Tags"));
    m_owner->setObjectName(QStringLiteral("bulkOwner"));
    m_owner->setPlaceholderText(tr("Owner; empty removes it"));
    m_owner->setAccessibleName(tr("Owner"));
    m_reason->setObjectName(QStringLiteral("bulkReason"));
    m_reason->setPlaceholderText(tr("Why? (it goes into the audit log)"));
    m_reason->setAccessibleName(tr("Reason"));
    m_leaked->setObjectName(QStringLiteral("bulkLeaked"));
    auto *revoke = new QWidget(this);
    auto *revokeBox = new QVBoxLayout(revoke);
    revokeBox->setContentsMargins(0, 0, 0, 0);
    revokeBox->addWidget(m_reason);
    revokeBox->addWidget(m_leaked);
    for (QWidget *w : std::initializer_list<QWidget *>{m_tags, m_owner, m_expiry, m_limits, revoke, m_rotate,
                                                       new QWidget(this)}) {
        auto *page = new QWidget(this);
        auto *box = new QVBoxLayout(page);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(w);
        box->addStretch(1);
        m_values->addWidget(page);
    }
    m_risks->setObjectName(QStringLiteral("bulkRisks"));
    m_risks->setProperty("warn", true);
    m_problem->setProperty("bad", true);
    for (QLabel *l : {m_risks, m_problem}) {
        l->setWordWrap(true);
        l->setTextFormat(Qt::PlainText);
    }
    m_countLabel->setText(
        tr("It can't be taken back. Type %1 to confirm:").arg(QLocale().toString(m_keys.count())));
    m_count->setObjectName(QStringLiteral("bulkCount"));
    m_count->setAccessibleName(m_countLabel->text());
    m_count->setPlaceholderText(QLocale().toString(m_keys.count()));
    m_apply->setObjectName(QStringLiteral("bulkApply"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(m_deed);
    box->addWidget(m_values);
    box->addWidget(m_groups);
    box->addWidget(m_risks);
    box->addWidget(m_problem);
    box->addWidget(m_countLabel);
    box->addWidget(m_count);
    box->addStretch(1);
    box->addLayout(buttons);
    setMinimumWidth(480);
    connect(m_deed, &QComboBox::currentIndexChanged, this, &BulkSheet::check);
    for (QLineEdit *e : {static_cast<QLineEdit *>(m_tags), m_owner, m_reason, m_count})
        connect(e, &QLineEdit::textChanged, this, &BulkSheet::check);
    connect(m_expiry, &ExpiryField::changed, this, &BulkSheet::check);
    connect(m_limits, &LimitsField::changed, this, &BulkSheet::check);
    connect(m_rotate, &RotateFields::changed, this, &BulkSheet::check);
    connect(m_leaked, &QCheckBox::toggled, this, &BulkSheet::check);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_apply, cancel);
}

Deed BulkSheet::deed() const {
    return static_cast<Deed>(m_deed->currentData().toInt());
}

void BulkSheet::choose(Deed deed) {
    m_deed->setCurrentIndex(m_deed->findData(static_cast<int>(deed)));
}

DeedValue BulkSheet::value() const {
    DeedValue v;
    KeyConfig c; // tags and owner in their one canonical form
    c.tags = m_tags->list();
    c.owner = m_owner->text();
    c = normalised(c);
    v.tags = c.tags;
    v.owner = c.owner;
    v.reason = m_reason->text().trimmed();
    v.leaked = m_leaked->isChecked();
    v.expires = m_expiry->expiry();
    v.limits = m_limits->limits();
    return v;
}

RotationWish BulkSheet::rotation() const {
    return m_rotate->wish();
}

void BulkSheet::preview() {
    const QString text = m_counted ? riskText(m_summary, deed()) : QString();
    m_risks->setText(text);
    m_risks->setVisible(!text.isEmpty());
    fit();
}

void BulkSheet::check() {
    const Deed d = deed();
    const bool tags = d == Deed::AddTags || d == Deed::RemoveTags;
    m_values->setCurrentIndex(tags                   ? 0
                              : d == Deed::SetOwner  ? 1
                              : d == Deed::SetExpiry ? 2
                              : d == Deed::SetLimits ? 3
                              : d == Deed::Revoke    ? 4
                              : d == Deed::Rotate    ? 5
                                                     : 6);
    m_values->setVisible(m_values->currentIndex() < 6);
    const bool final =
        (d == Deed::Revoke && m_leaked->isChecked()) || (d == Deed::Rotate && m_rotate->breaks());
    m_countLabel->setVisible(final);
    m_count->setVisible(final);
    m_apply->setText(d == Deed::Revoke       ? tr("Revoke")
                     : d == Deed::Rotate     ? tr("Rotate")
                     : d == Deed::Activate   ? tr("Activate")
                     : d == Deed::Deactivate ? tr("Deactivate")
                                             : tr("Change"));
    const bool danger = d == Deed::Revoke || final;
    if (m_apply->property("danger").toBool() != danger || !m_apply->property("primary").isValid()) {
        m_apply->setProperty("danger", danger);
        m_apply->setProperty("primary", !danger);
        m_apply->update();
    }
    KeyConfig c; // only what this deed sets can be wrong
    const DeedValue v = value();
    c.tags = v.tags;
    c.owner = v.owner;
    c.expires = d == Deed::SetExpiry ? v.expires : std::nullopt;
    QString problem;
    const QString field = tags                   ? QStringLiteral("tags")
                          : d == Deed::SetOwner  ? QStringLiteral("owner")
                          : d == Deed::SetExpiry ? QStringLiteral("expires")
                                                 : QString();
    for (const FieldError &e : m_service.check(c)) {
        if (e.field == field && problem.isEmpty())
            problem = sentence(e);
    }
    if (d == Deed::Revoke) {
        if (const auto bad = checkReason(m_reason->text()); !bad.isEmpty())
            problem = sentence(bad.first());
    }
    if (d == Deed::Rotate)
        problem = m_rotate->problem();
    if (d == Deed::SetLimits && !m_limits->errors().isEmpty())
        problem = sentence(m_limits->errors().constFirst());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const bool typed = !final || QLocale().toLongLong(m_count->text().trimmed()) == m_keys.count();
    m_apply->setEnabled(problem.isEmpty() && typed && (!tags || !v.tags.isEmpty()));
    preview();
}

/// As high as what is chosen needs at this width: the texts in it wrap.
void BulkSheet::fit() {
    if (!isVisible())
        return;
    QLayout *values = m_values->currentWidget()->layout();
    values->invalidate();
    const int width = contentsRect().width() - layout()->contentsMargins().left() * 2;
    m_values->setFixedHeight(qMax(values->totalSizeHint().height(), values->totalHeightForWidth(width)));
    layout()->activate();
    const bool other = std::exchange(m_fitted, m_values->currentIndex()) != m_values->currentIndex();
    if (const int all = layout()->totalHeightForWidth(contentsRect().width()); all > height() || other)
        resize(this->width(), all);
}

void BulkSheet::resizeEvent(QResizeEvent *e) {
    QDialog::resizeEvent(e);
    if (e->oldSize().width() != e->size().width())
        fit();
}

void BulkSheet::showEvent(QShowEvent *e) {
    if (!e->spontaneous())
        fit(); // before it is put in the middle of its window
    QDialog::showEvent(e);
    if (e->spontaneous())
        return;
    setAttribute(Qt::WA_KeyboardFocusChange); // so that one sees where one is
    m_deed->setFocus(Qt::TabFocusReason);
}

} // namespace latchkey::ui
