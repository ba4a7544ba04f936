#include "ui/catalogue/item_forms.h"

#include "ui/catalogue/catalogue_words.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/limits_field.h"
#include "ui/dialogs/form/list_edit.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/format/words.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace latchkey::ui {

ItemForm::ItemForm(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_box(new QVBoxLayout(this))
    , m_problem(new QLabel(this)) {
    auto *heading = new QLabel(title, this);
    heading->setProperty("section", true);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_box->setContentsMargins(20, 16, 20, 20);
    m_box->setSpacing(14);
    m_box->addWidget(heading);
    m_box->addWidget(m_problem);
    m_box->addStretch(1);
}

void ItemForm::touched() {
    if (!m_filling)
        emit edited();
}

FieldRow *ItemForm::row(const char *id, const QString &label, QWidget *field, const QString &hint,
                        bool required) {
    auto *row = new FieldRow(QLatin1StringView(id), label, field, required, this);
    row->setHint(hint);
    field->setObjectName(QStringLiteral("catalogue.") + QLatin1StringView(id));
    m_rows.append(row);
    m_fields.append(field);
    m_box->insertWidget(m_box->count() - 1, row);
    return row;
}

QLineEdit *ItemForm::line(const char *id, const QString &label, const QString &hint, bool required) {
    auto *edit = new QLineEdit(this);
    row(id, label, edit, hint, required);
    connect(edit, &QLineEdit::textChanged, this, &ItemForm::touched);
    return edit;
}

QCheckBox *ItemForm::check(const char *id, const QString &text, const QString &hint) {
    auto *box = new QCheckBox(text, this);
    box->setObjectName(QStringLiteral("catalogue.") + QLatin1StringView(id));
    box->setAccessibleDescription(hint);
    auto *both = new QVBoxLayout;
    both->setSpacing(2);
    both->addWidget(box);
    m_box->insertLayout(m_box->count() - 1, both);
    auto *small = note();
    small->setText(hint);
    both->addWidget(small);
    m_fields.append(box);
    connect(box, &QCheckBox::toggled, this, &ItemForm::touched);
    return box;
}

QLabel *ItemForm::note() {
    auto *label = new QLabel(this);
    label->setProperty("secondary", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::WindowText); // also on a white form
    m_box->insertWidget(m_box->count() - 1, label);
    return label;
}

void ItemForm::setErrors(const QList<FieldError> &errors, const QString &path) {
    QHash<QString, QString> byField;
    QString rest;
    for (const FieldError &e : errors) {
        if (!e.field.startsWith(path + u'.'))
            continue;
        const QString field = e.field.mid(path.size() + 1);
        const bool known = std::any_of(m_rows.begin(), m_rows.end(), [&](const FieldRow *r) {
            return field == r->id() || field.startsWith(r->id() + u'.');
        });
        const QString id = known ? field.section(u'.', 0, 0) : QString();
        if (known && !byField.contains(id))
            byField.insert(id, catalogueProblem(e));
        else if (!known && rest.isEmpty() && !field.contains(u'['))
            rest = catalogueProblem(e);
    }
    for (FieldRow *r : m_rows)
        r->setError(byField.value(r->id()));
    m_problem->setText(rest);
    m_problem->setVisible(!rest.isEmpty());
}

void ItemForm::setReadOnly(bool on) {
    for (QWidget *f : m_fields) {
        if (auto *edit = qobject_cast<QLineEdit *>(f))
            edit->setReadOnly(on);
        else
            f->setEnabled(!on);
    }
}

CatalogueForm::CatalogueForm(QWidget *parent)
    : ItemForm(tr("Catalogue"), parent)
    , m_name(line("name", tr("Name"), {}, true))
    , m_counts(note()) {}

void CatalogueForm::show(const CatalogueDraft &draft) {
    qsizetype scopes = 0;
    for (const ResourceInfo &r : draft.resources)
        scopes += r.scopes.size();
    fill([&] { m_name->setText(draft.name); });
    m_counts->setText(tr("%Ln permissions", nullptr, static_cast<int>(scopes)) + QStringLiteral(", ") +
                      tr("%Ln templates", nullptr, static_cast<int>(draft.templates.size())));
}

void CatalogueForm::apply(CatalogueDraft *draft) const {
    draft->name = m_name->text().trimmed();
}

ResourceForm::ResourceForm(QWidget *parent)
    : ItemForm(tr("Resource"), parent)
    , m_name(line("name", tr("Name"), {}, true))
    , m_id(line("id", tr("ID"), tr("Small letters and digits, such as leads."), true))
    , m_description(line("description", tr("Description")))
    , m_group(line("group", tr("Group"), tr("Resources of one group stand together. Empty: on its own.")))
    , m_billing(check("billing", tr("For billing keys only"),
                      tr("General keys can't hold its permissions, and billing keys hold only such.")))
    , m_levels(note()) {}

void ResourceForm::show(const ResourceInfo &r, const QStringList &groups) {
    fill([&] {
        m_name->setText(r.name);
        m_id->setText(r.id);
        m_description->setText(r.description);
        m_group->setText(r.group);
        m_billing->setChecked(r.billing);
        m_group->setCompleter(new QCompleter(groups, m_group));
    });
    const auto names = [&](AccessLevel level) {
        QStringList list;
        for (const ScopeInfo &s : r.scopes) {
            if (level == AccessLevel::Full || s.reads)
                list.append(s.name);
        }
        return list.join(QStringLiteral(", "));
    };
    QStringList lines;
    if (r.hasReadLevel())
        lines.append(tr("Level Read gives: %1.").arg(names(AccessLevel::Read)));
    lines.append(tr("Level Full gives: %1.").arg(names(AccessLevel::Full)));
    m_levels->setText(lines.join(u'\n'));
}

void ResourceForm::apply(ResourceInfo *r) const {
    r->name = m_name->text().trimmed();
    r->id = m_id->text().trimmed();
    r->description = m_description->text().trimmed();
    r->group = m_group->text().trimmed();
    r->billing = m_billing->isChecked();
}

ScopeForm::ScopeForm(QWidget *parent)
    : ItemForm(tr("Permission"), parent)
    , m_name(line("name", tr("Name"), {}, true))
    , m_id(line(
          "id", tr("ID"),
          tr("resource:action, as your API checks it. Keys hold it: those that have another id keep that."),
          true))
    , m_description(line("description", tr("Description")))
    , m_phrase(
          line("phrase", tr("In a sentence"), tr("As in “will be able to read leads”. Empty: the name.")))
    , m_reads(check("reads", tr("Part of the level Read"),
                    tr("Chosen with Read; Full always gives all of them.")))
    , m_destructive(
          check("destructive", tr("Can destroy something"), tr("Named as a risk where keys are made."))) {}

void ScopeForm::show(const ScopeInfo &s) {
    fill([&] {
        m_name->setText(s.name);
        m_id->setText(s.scope.toString());
        m_description->setText(s.description);
        m_phrase->setText(s.phrase);
        m_reads->setChecked(s.reads);
        m_destructive->setChecked(s.destructive);
    });
}

void ScopeForm::apply(ScopeInfo *s) const {
    s->name = m_name->text().trimmed();
    s->scope = Scope::fromString(m_id->text().trimmed()).value_or(Scope());
    s->description = m_description->text().trimmed();
    s->phrase = m_phrase->text().trimmed();
    s->reads = m_reads->isChecked();
    s->destructive = m_destructive->isChecked();
}

TemplateForm::TemplateForm(QWidget *parent)
    : ItemForm(tr("Template"), parent)
    , m_name(line("name", tr("Name"), {}, true))
    , m_id(line("id", tr("ID"), tr("Small letters and digits, such as lead-import."), true))
    , m_description(line("description", tr("Description")))
    , m_type(new Segmented(this))
    , m_scopes(new ListEdit(this))
    , m_limits(new LimitsField(this))
    , m_days(new QSpinBox(this)) {
    m_type->add(static_cast<int>(KeyType::General), word(KeyType::General));
    m_type->add(static_cast<int>(KeyType::Billing), word(KeyType::Billing));
    row("type", tr("Key type"), m_type);
    row("scopes", tr("Permissions"), m_scopes, tr("Separate with commas."));
    row("limits", tr("Rate limit"), m_limits);
    m_days->setRange(0, 3650);
    m_days->setSpecialValueText(tr("As usual"));
    m_days->setFixedWidth(140);
    row("expiresInDays", tr("Expires in days"), m_days);
    connect(m_type, &Segmented::chosen, this, &TemplateForm::touched);
    connect(m_scopes, &QLineEdit::textChanged, this, &TemplateForm::touched);
    connect(m_limits, &LimitsField::changed, this, &TemplateForm::touched);
    connect(m_days, &QSpinBox::valueChanged, this, &TemplateForm::touched);
}

void TemplateForm::show(const KeyTemplate &t, const CatalogueDraft &draft) {
    QStringList ids, labels;
    for (const ResourceInfo &r : draft.resources) {
        for (const ScopeInfo &s : r.scopes) {
            ids.append(s.scope.toString());
            labels.append(tr("%1 (%2)", "name (id)").arg(s.name, s.scope.toString()));
        }
    }
    QStringList scopes;
    for (const Scope &s : t.scopes)
        scopes.append(s.toString());
    fill([&] {
        m_name->setText(t.name);
        m_id->setText(t.id);
        m_description->setText(t.description);
        m_type->setValue(static_cast<int>(t.type));
        m_scopes->setSuggestions(ids, labels);
        m_scopes->setList(scopes);
        m_limits->setLimits(t.limits);
        m_days->setValue(t.expiresInDays.value_or(0));
    });
}

void TemplateForm::apply(KeyTemplate *t) const {
    t->name = m_name->text().trimmed();
    t->id = m_id->text().trimmed();
    t->description = m_description->text().trimmed();
    t->type = static_cast<KeyType>(qMax(0, m_type->value()));
    t->scopes = ScopeSet::parse(m_scopes->text());
    t->limits = m_limits->limits();
    t->expiresInDays = m_days->value() > 0 ? std::optional(m_days->value()) : std::nullopt;
}

QList<FieldError> TemplateForm::problems(const QString &path) const {
    QList<FieldError> bad;
    QStringList words;
    ScopeSet::parse(m_scopes->text(), &words);
    if (!words.isEmpty())
        bad.append({path + QStringLiteral(".scopes"), QStringLiteral("badScope"), {}});
    for (const FieldError &e : m_limits->errors())
        bad.append({path + QStringLiteral(".limits"), e.code, e.params});
    return bad;
}

} // namespace latchkey::ui
