#include "ui/dialogs/form/field_row.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
QLabel *line(QWidget *parent, const char *property) {
    auto *l = new QLabel(parent);
    l->setWordWrap(true);
    l->setProperty(property, true);
    l->setTextFormat(Qt::PlainText);            // what a person typed is never markup
    l->setForegroundRole(QPalette::WindowText); // also on a white form
    l->hide();
    return l;
}
void put(QLabel *label, const QString &text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
}
} // namespace

FieldRow::FieldRow(const QString &id, const QString &label, QWidget *field, bool required, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_label(new QLabel(required ? tr("%1 *", "a required field").arg(label) : label, this))
    , m_field(field)
    , m_hint(line(this, "secondary"))
    , m_error(line(this, "bad"))
    , m_warning(line(this, "warn")) {
    QFont bold = m_label->font();
    bold.setWeight(QFont::DemiBold);
    m_label->setFont(bold);
    m_label->setBuddy(field);
    field->setAccessibleName(required ? tr("%1, required").arg(label) : label);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_label);
    box->addWidget(field);
    box->addWidget(m_error);
    box->addWidget(m_warning);
    box->addWidget(m_hint);
}

QString FieldRow::label() const {
    return m_label->text();
}
void FieldRow::setLabel(const QString &text) {
    m_label->setText(text);
    m_field->setAccessibleName(text);
}
QString FieldRow::error() const {
    return m_error->text();
}
QString FieldRow::warning() const {
    return m_warning->text();
}
void FieldRow::setHint(const QString &text) {
    put(m_hint, text);
}
void FieldRow::setWarning(const QString &text) {
    put(m_warning, text);
}

void FieldRow::setError(const QString &text) {
    if (text == m_error->text())
        return;
    put(m_error, text);
    m_field->setAccessibleDescription(text);
    markBad(!text.isEmpty());
}

void FieldRow::markBad(bool bad) {
    if (m_field->property("bad").toBool() == bad)
        return;
    m_field->setProperty("bad", bad);
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
}

} // namespace latchkey::ui
