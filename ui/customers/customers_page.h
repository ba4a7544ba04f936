#pragma once

#include "core/services/key_service.h"
#include "ui/commands/own_states.h"
#include "ui/commands/page.h"
#include "ui/customers/customer_model.h"
#include "ui/customers/customer_sheet.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QDialog;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace latchkey::ui {

class Feedback;

/// The customers of the vault: who they are, their id, how many keys name them.
class CustomersPage final : public QWidget, public Page {
    Q_OBJECT
public:
    CustomersPage(KeyService &service, Feedback &feedback, QWidget *parent = nullptr);
    void refresh() override;
    [[nodiscard]] QLineEdit *searchBox() override { return m_search; }
    bool escape() override;
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
    /// The undo of a step: `state` is the one before it.
    void putBack(const Customer &customer, const OwnStates::State &state);

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
    QString m_wanted; ///< the id to be selected
    QList<Customer> m_customers;
    QHash<QString, OwnStates> m_own; ///< by id
    QTimer m_soon;
    bool m_asking = false, m_again = false, m_loaded = false, m_listKnown = false;
};

} // namespace latchkey::ui
