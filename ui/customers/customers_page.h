#pragma once

#include "core/services/key_service.h"
#include "ui/commands/page.h"
#include "ui/customers/customer_model.h"
#include "ui/customers/customer_sheet.h"
#include "ui/feedback/feedback.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QDialog;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace latchkey::ui {

/// The customers of the vault: who they are, their id, how many keys name them.
class CustomersPage final : public QWidget, public Page {
    Q_OBJECT
public:
    CustomersPage(KeyService &service, Feedback &feedback, QWidget *parent = nullptr);
    void refresh() override;
    [[nodiscard]] QLineEdit *searchBox() override { return m_search; }
    bool escape() override;
    [[nodiscard]] QHash<QString, QAbstractButton *> buttons() const override;
    /// Clears the search and goes to this customer, as soon as the list is there.
    void select(const QString &id);
    [[nodiscard]] CustomerModel &model() { return *m_model; }
    [[nodiscard]] QTableView &table() { return *m_table; }
    void add();
    void edit();
    void remove();
    void showKeys();

signals:
    /// Show the keys that name this customer.
    void keysRequested(const QString &customerId);

protected:
    void showEvent(QShowEvent *e) override;

private:
    void ask();
    QWidget *makeBar();
    QWidget *makeTable();
    QWidget *makeEmpty();
    [[nodiscard]] const CustomerRow *current() const;
    void show(const QList<Customer> &customers, const QHash<QString, qint64> &use);
    void updateState();
    void open(QDialog *sheet);
    void openEdit(const Customer &customer, CustomerSheet::Id id);
    void removeNow(const Customer &customer);
    using Entry = std::optional<Customer>; ///< of the list; none: not in it
    /// Says what was done, and makes a step of it.
    void offer(const QString &said, const QString &id, const Entry &before, const Entry &after);
    /// An undo or redo: the change from one to the other, made on the customer as it is.
    void carryOver(const QString &said, const QString &id, const Entry &from, const Entry &to, bool undo);
    /// The end of it: `gone` takes the entry off the list. Its version is the lock.
    void write(const QString &said, const Customer &entry, bool gone, bool undo,
               const Feedback::StepEnd &step);

    KeyService &m_service;
    Feedback &m_feedback;
    CustomerModel *m_model;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_count = nullptr, *m_emptyTitle = nullptr;
    QPushButton *m_add = nullptr, *m_edit = nullptr, *m_remove = nullptr, *m_keys = nullptr,
                *m_emptyAdd = nullptr;
    QPointer<QDialog> m_sheet;
    QString m_wanted;       ///< the id to be selected
    bool m_toTable = false; ///< what comes next was saved by the sheet: the keyboard goes to its row
    QList<Customer> m_customers;
    QHash<QString, qint64> m_written; ///< by id, the version of this window's last change; 0: deleted
    QTimer m_soon;
    bool m_asking = false, m_again = false, m_loaded = false, m_listKnown = false;
};

} // namespace latchkey::ui
