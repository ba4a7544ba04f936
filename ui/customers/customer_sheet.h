#pragma once

#include "core/services/key_service.h"
#include "ui/dialogs/form/form_sheet.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace latchkey::ui {

class FieldRow;

/// Adds a customer or changes one. The id is fixed once it is listed or keys hold it. Saves by itself and
/// closes when that is done.
class CustomerSheet final : public FormSheet {
    Q_OBJECT
public:
    enum class Id { Free, Listed, OnKeys };
    CustomerSheet(KeyService &service, Customer base, Id id, QWidget *parent);
    void reject() override;

signals:
    void saved(const latchkey::Customer &customer);

protected:
    [[nodiscard]] bool isChanged() const override;

private:
    [[nodiscard]] static QString hintOf(Id id);
    [[nodiscard]] Customer typed() const;
    void check();
    void save();
    void fail(const Error &e);
    KeyService &m_service;
    Customer m_base;
    Customer m_opened; ///< as its fields had it at first
    QLineEdit *m_id, *m_name;
    QPlainTextEdit *m_note;
    FieldRow *m_idRow, *m_nameRow, *m_noteRow;
    QLabel *m_problem;
    QPushButton *m_save;
    bool m_touched = false;
    bool m_saving = false;
};

/// Asks before a customer goes that keys name. Cancel has the focus.
class CustomerDeleteSheet final : public QDialog {
    Q_OBJECT
public:
    /// `names`: of the first keys that name it.
    CustomerDeleteSheet(const Customer &customer, qint64 keys, const QStringList &names, QWidget *parent);
};

} // namespace latchkey::ui
