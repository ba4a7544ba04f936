#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace latchkey::ui {

/// One field of a form: label, the widget, a hint, and the error under it. Tells screen readers the label and
/// the error.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    /// `id` is the field's name in FieldError. With `required` the label carries a star.
    FieldRow(const QString &id, const QString &label, QWidget *field, bool required = false,
             QWidget *parent = nullptr);
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] QWidget *field() const { return m_field; }
    [[nodiscard]] QString label() const;
    void setLabel(const QString &text); ///< of a field whose meaning follows another one
    void setHint(const QString &text);
    void setError(const QString &text);
    /// A remark that blocks nothing.
    void setWarning(const QString &text);
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString warning() const;

private:
    void markBad(bool bad);
    QString m_id;
    QLabel *m_label;
    QWidget *m_field;
    QLabel *m_hint;
    QLabel *m_error;
    QLabel *m_warning;
};

} // namespace latchkey::ui
