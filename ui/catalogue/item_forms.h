#pragma once

#include "core/model/catalogue.h"
#include "core/model/error.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace latchkey::ui {

class FieldRow;
class LimitsField;
class ListEdit;
class Segmented;

/// The fields of one thing of a catalogue. show() says nothing; what a person changes is told by edited().
class ItemForm : public QWidget {
    Q_OBJECT
public:
    explicit ItemForm(const QString &title, QWidget *parent);
    /// Those under `path`, each under its field; what fits no field stands at the top.
    void setErrors(const QList<FieldError> &errors, const QString &path);
    void setReadOnly(bool on);

signals:
    void edited();

protected:
    QLineEdit *line(const char *id, const QString &label, const QString &hint = {}, bool required = false);
    FieldRow *row(const char *id, const QString &label, QWidget *field, const QString &hint = {},
                  bool required = false);
    QCheckBox *check(const char *id, const QString &text, const QString &hint);
    QLabel *note();
    /// While the fields are filled, nothing was edited.
    template<typename F>
    void fill(F set) {
        m_filling = true;
        set();
        m_filling = false;
    }
    void touched();

private:
    QVBoxLayout *m_box;
    QLabel *m_problem;
    QList<FieldRow *> m_rows;
    QList<QWidget *> m_fields;
    bool m_filling = false;
};

class CatalogueForm final : public ItemForm {
    Q_OBJECT
public:
    explicit CatalogueForm(QWidget *parent);
    void show(const CatalogueDraft &draft);
    void apply(CatalogueDraft *draft) const;

private:
    QLineEdit *m_name;
    QLabel *m_counts;
};

class ResourceForm final : public ItemForm {
    Q_OBJECT
public:
    explicit ResourceForm(QWidget *parent);
    /// `groups`: those of the catalogue, to choose from.
    void show(const ResourceInfo &resource, const QStringList &groups);
    void apply(ResourceInfo *resource) const;

private:
    QLineEdit *m_name, *m_id, *m_description, *m_group;
    QCheckBox *m_billing;
    QLabel *m_levels;
};

class ScopeForm final : public ItemForm {
    Q_OBJECT
public:
    explicit ScopeForm(QWidget *parent);
    void show(const ScopeInfo &scope);
    void apply(ScopeInfo *scope) const;

private:
    QLineEdit *m_name, *m_id, *m_description, *m_phrase;
    QCheckBox *m_reads, *m_destructive;
};

class TemplateForm final : public ItemForm {
    Q_OBJECT
public:
    explicit TemplateForm(QWidget *parent);
    void show(const KeyTemplate &t, const CatalogueDraft &draft);
    void apply(KeyTemplate *t) const;
    /// What the fields hold that a template can't, with the field's path under `path`.
    [[nodiscard]] QList<FieldError> problems(const QString &path) const;

private:
    QLineEdit *m_name, *m_id, *m_description;
    Segmented *m_type;
    ListEdit *m_scopes;
    LimitsField *m_limits;
    QSpinBox *m_days;
};

} // namespace latchkey::ui
