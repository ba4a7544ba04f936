#include "ui/rules/rule_sheet.h"

#include "core/policy/rules.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

namespace latchkey::ui {

QString ruleSentence(const FieldError &fault) {
    const QString &code = fault.code;
    if (code == QStringLiteral("empty"))
        return RuleSheet::tr("Enter the path of the requests, such as /v1/leads/**.");
    if (code == QStringLiteral("noSlash"))
        return RuleSheet::tr("A path begins with /.");
    if (code == QStringLiteral("emptySegment"))
        return RuleSheet::tr("A path has no empty parts, “.” or “..”.");
    if (code == QStringLiteral("restNotLast"))
        return RuleSheet::tr("** stands at the end only.");
    if (code == QStringLiteral("twoCustomers"))
        return RuleSheet::tr("{customer} stands once only.");
    if (code == QStringLiteral("badCharacter"))
        return RuleSheet::tr("A part is *, **, {customer}, or text without * { } ? # ; \\ % and spaces.");
    if (code == QStringLiteral("tooLong"))
        return RuleSheet::tr("The path has too many parts.");
    if (code == QStringLiteral("badMethod"))
        return RuleSheet::tr("“%1” is no method, such as GET or POST.")
            .arg(fault.params.value(QStringLiteral("method")).toString());
    if (code == QStringLiteral("badScope"))
        return RuleSheet::tr("A permission looks like leads:read.");
    if (code == QStringLiteral("tooMany"))
        return RuleSheet::tr("There are too many rules.");
    return sentence(fault);
}

namespace {

/// "leads:read", also where a person wrote the name that one permission alone has: "Read leads".
QString scopeMeant(const QString &text, const Catalogue &catalogue) {
    if (Scope::fromString(text))
        return text;
    QStringList named;
    for (const ResourceInfo &r : catalogue.resources()) {
        for (const ScopeInfo &s : r.scopes) {
            if (s.name.compare(text, Qt::CaseInsensitive) == 0)
                named.append(s.scope.toString());
        }
    }
    return named.size() == 1 ? named.first() : text;
}

/// Nothing is forbidden: an API may have methods of its own.
QString methodWarning(const QStringList &methods) {
    const auto odd = std::find_if_not(methods.begin(), methods.end(), policy::isUsualMethod);
    if (odd == methods.end())
        return {};
    const QString near = policy::nearestMethod(*odd);
    return near.isEmpty()
               ? RuleSheet::tr(
                     "“%1” is no usual method. The rule fits requests that are sent with just this one.")
                     .arg(*odd)
               : RuleSheet::tr("“%1” is no usual method. Is “%2” meant?", "method, method").arg(*odd, near);
}

} // namespace

QString RuleSheet::anyKey() {
    return tr("Any valid key");
}

RuleSheet::RuleSheet(const GatewayRule &rule, bool added, const Catalogue &catalogue, QWidget *parent)
    : FormSheet(parent)
    , m_catalogue(catalogue)
    , m_path(new QLineEdit(rule.path, this))
    , m_methods(new QLineEdit(rule.methods.join(QStringLiteral(", ")), this))
    , m_scope(new QComboBox(this))
    , m_environment(new QComboBox(this))
    , m_type(new QComboBox(this))
    , m_reason(new QLabel(this))
    , m_done(new QPushButton(added ? tr("Add") : tr("Apply"), this)) {
    setObjectName(QStringLiteral("ruleSheet"));
    setWindowTitle(added ? tr("Add rule") : tr("Edit rule"));
    m_path->setObjectName(QStringLiteral("rulePath"));
    m_path->setFont(tokenFont(font()));
    m_methods->setObjectName(QStringLiteral("ruleMethods"));
    m_methods->setFont(tokenFont(font()));
    m_methods->setPlaceholderText(tr("Any"));
    m_scope->setObjectName(QStringLiteral("ruleScope"));
    m_scope->setEditable(true);
    m_scope->setInsertPolicy(QComboBox::NoInsert);
    m_scope->lineEdit()->setPlaceholderText(tr("Choose or enter one"));
    m_scope->addItem(anyKey());
    for (const ResourceInfo &r : m_catalogue.resources()) {
        for (const ScopeInfo &s : r.scopes)
            m_scope->addItem(s.scope.toString());
    }
    m_scope->completer()->setFilterMode(Qt::MatchContains);
    m_scope->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_scope->setCurrentIndex(-1); // who adds a rule says what it asks for: a slip would let everybody pass
    m_scope->setCurrentText(rule.scope.isEmpty() && !added ? anyKey() : rule.scope);
    m_environment->setObjectName(QStringLiteral("ruleEnvironment"));
    m_environment->addItem(tr("As the server says"), -1);
    for (const Environment e : {Environment::Production, Environment::Staging, Environment::Development})
        m_environment->addItem(word(e), static_cast<int>(e));
    m_environment->setCurrentIndex(
        rule.environment ? m_environment->findData(static_cast<int>(*rule.environment)) : 0);
    m_type->setObjectName(QStringLiteral("ruleType"));
    m_type->addItem(tr("Any"), -1);
    for (const KeyType t : {KeyType::General, KeyType::Billing})
        m_type->addItem(word(t), static_cast<int>(t));
    m_type->setCurrentIndex(rule.type ? m_type->findData(static_cast<int>(*rule.type)) : 0);
    m_pathRow = new FieldRow(QStringLiteral("path"), tr("Path"), m_path, true, this);
    m_pathRow->setHint(tr("* is one part, {customer} one that names the customer, ** at the end all that "
                          "follows. /v1/leads/** is /v1/leads too."));
    m_methodsRow = new FieldRow(QStringLiteral("methods"), tr("Methods"), m_methods, false, this);
    m_methodsRow->setHint(tr("Such as GET, HEAD. Leave it empty for all."));
    m_scopeRow = new FieldRow(QStringLiteral("scope"), tr("Permission"), m_scope, true, this);
    m_scopeRow->setHint(tr("What the key must be allowed, or “%1”.").arg(anyKey()));
    auto *environment =
        new FieldRow(QStringLiteral("environment"), tr("Environment"), m_environment, false, this);
    auto *type = new FieldRow(QStringLiteral("type"), tr("Key type"), m_type, false, this);
    m_done->setObjectName(QStringLiteral("ruleDone"));
    m_done->setProperty("primary", true);
    m_done->setToolTip(tr("Ctrl+Enter"));
    m_reason->setObjectName(QStringLiteral("ruleReason"));
    m_reason->setProperty("secondary", true);
    m_reason->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("ruleCancel"));
    setTabOrder(m_type, question()->stayButton());
    setTabOrder(question()->stayButton(), question()->leaveButton());
    setTabOrder(question()->leaveButton(), cancel);
    setTabOrder(cancel, m_done);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(14);
    box->addWidget(m_pathRow);
    box->addWidget(m_methodsRow);
    box->addWidget(m_scopeRow);
    auto *beside = new QHBoxLayout;
    beside->setSpacing(12);
    beside->addWidget(environment, 3);
    beside->addWidget(type, 2);
    box->addLayout(beside);
    box->addStretch(1);
    box->addWidget(question());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_done);
    box->addLayout(buttons);
    setMinimumWidth(500);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_path, &QLineEdit::textChanged, this, &RuleSheet::check);
    connect(m_methods, &QLineEdit::textChanged, this, &RuleSheet::check);
    connect(m_scope, &QComboBox::currentTextChanged, this, &RuleSheet::check);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &RuleSheet::reject);
    setSheetKeys(this, m_done, cancel);
    m_path->setFocus();
    m_opened = this->rule();
    check();
}

GatewayRule RuleSheet::rule() const {
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    GatewayRule r;
    r.methods = m_methods->text().toUpper().split(between, Qt::SkipEmptyParts);
    r.methods.removeDuplicates();
    r.path = m_path->text().trimmed();
    const QString scope = m_scope->currentText().trimmed();
    if (scope != anyKey())
        r.scope = scopeMeant(scope, m_catalogue);
    if (const int e = m_environment->currentData().toInt(); e >= 0)
        r.environment = static_cast<Environment>(e);
    if (const int t = m_type->currentData().toInt(); t >= 0)
        r.type = static_cast<KeyType>(t);
    return r;
}

bool RuleSheet::isChanged() const {
    return rule() != m_opened;
}

void RuleSheet::check() {
    QHash<QString, QString> problems;
    const GatewayRule r = rule();
    const QList<FieldError> faults = policy::faultsOf(r);
    for (const FieldError &f : faults) {
        if (!problems.contains(f.field))
            problems.insert(f.field, ruleSentence(f));
    }
    for (FieldRow *row : {m_methodsRow, m_pathRow, m_scopeRow}) {
        const bool untouched = row == m_pathRow && !m_touched && m_path->text().isEmpty();
        row->setError(untouched ? QString() : problems.value(row->id()));
    }
    m_methodsRow->setWarning(m_methodsRow->error().isEmpty() ? methodWarning(r.methods) : QString());
    const auto scope = Scope::fromString(r.scope);
    const bool open = m_scope->currentText().trimmed().isEmpty(); // nothing is chosen yet
    m_scopeRow->setWarning(open                ? QString()
                           : r.scope.isEmpty() ? tr("Every key that is active passes, whatever it may do.")
                           : scope && !m_catalogue.find(*scope)
                               ? tr("The permission catalogue doesn't know it. Nobody can grant it.")
                               : QString());
    m_done->setEnabled(problems.isEmpty() && !open);
    m_reason->setText(m_pathRow->error().isEmpty() && !r.path.isEmpty() && open ? tr("Choose the permission.")
                                                                                : QString());
    layout()->activate(); // an error takes its room below, and not from the other texts
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

} // namespace latchkey::ui
