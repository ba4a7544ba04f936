#include "ui/customers/customers_page.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "ui/commands/carried_over.h"
#include "ui/commands/why_not.h"
#include "ui/feedback/feedback.h"
#include "ui/format/words.h"
#include "ui/theme/row_table.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
/// As far as a person writes it.
bool alike(const std::optional<Customer> &a, const std::optional<Customer> &b) {
    return a.has_value() == b.has_value() && (!a || (a->name == b->name && a->note == b->note));
}

/// The change of an entry, made on another one. False: what it is about was changed as well.
bool carry(const std::optional<Customer> &from, const std::optional<Customer> &to,
           std::optional<Customer> *now) {
    if (alike(*now, from) || alike(*now, to)) {
        *now = to;
        return true;
    }
    if (!from || !to || !*now)
        return false;
    const auto name = carriedOver(from->name, to->name, (*now)->name);
    const auto note = carriedOver(from->note, to->note, (*now)->note);
    if (!name || !note)
        return false;
    (*now)->name = *name;
    (*now)->note = *note;
    return true;
}
} // namespace

CustomersPage::CustomersPage(KeyService &service, Feedback &feedback, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_feedback(feedback)
    , m_model(new CustomerModel(this)) {
    setObjectName(QStringLiteral("customersPage"));
    m_stack = new QStackedWidget(this);
    auto *bar = makeBar();
    m_stack->addWidget(makeTable());
    m_stack->addWidget(makeEmpty());
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(bar);
    box->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    m_soon.setSingleShot(true);
    m_soon.setInterval(300); // many changes in a row are asked for once
    connect(&m_soon, &QTimer::timeout, this, &CustomersPage::ask);
    connect(&service.backend(), &VaultBackend::customersChanged, this, &CustomersPage::refresh);
    connect(&service.backend(), &VaultBackend::keysChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    updateState();
    refresh();
}

QWidget *CustomersPage::makeBar() {
    auto *bar = new QWidget(this);
    auto *title = new QLabel(tr("Customers"), bar);
    title->setProperty("heading", true);
    m_count = new QLabel(bar);
    m_count->setProperty("secondary", true);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("customerSearch"));
    m_search->setPlaceholderText(tr("Name or ID"));
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), ColorRole::Secondary),
                        QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(120);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text.trimmed());
        updateState();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    const auto button = [this, bar](const char *name, const QString &text, const char *icon, auto act) {
        auto *b = new QPushButton(themedIcon(QLatin1StringView(icon).toString()), text, bar);
        b->setObjectName(QLatin1StringView(name));
        connect(b, &QPushButton::clicked, this, act);
        return b;
    };
    m_keys = button("customerKeys", tr("Show Keys"), "key", &CustomersPage::showKeys);
    m_edit = button("customerEdit", tr("Edit…"), "edit", &CustomersPage::edit);
    m_remove = button("customerDelete", tr("Delete…"), "trash", &CustomersPage::remove);
    m_add = button("customerAdd", tr("Add…"), "plus", &CustomersPage::add);
    m_add->setProperty("primary", true);
    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(title);
    first->addWidget(m_count);
    first->addStretch(1);
    first->addWidget(m_add);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_search, 1);
    second->addWidget(m_keys);
    second->addWidget(m_edit);
    second->addWidget(m_remove);
    auto *box = new QVBoxLayout(bar);
    box->setContentsMargins(16, 12, 16, 12);
    box->setSpacing(10);
    box->addLayout(first);
    box->addLayout(second);
    return bar;
}

QWidget *CustomersPage::makeTable() {
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("customersTable"));
    m_table->setAccessibleName(tr("Customers"));
    m_table->setModel(m_model);
    showAsRows(*m_table, 32);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(CustomerModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(80);
    header->resizeSection(CustomerModel::Id, 220);
    header->resizeSection(CustomerModel::Keys, 100);
    header->setSortIndicator(CustomerModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CustomersPage::updateState);
    connect(m_table, &QAbstractItemView::activated, this, &CustomersPage::showKeys);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        for (const QPushButton *b : {m_keys, m_edit, m_remove}) {
            QAction *a = menu.addAction(b->icon(), b->text());
            a->setEnabled(b->isEnabled());
            connect(a, &QAction::triggered, b, &QPushButton::click);
        }
        menu.exec(m_table->viewport()->mapToGlobal(at));
    });
    const auto shortcut = [this](const QKeySequence &key, auto act) {
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
                this, act);
    };
    shortcut(Qt::Key_F2, &CustomersPage::edit);
    shortcut(Qt::Key_Delete, &CustomersPage::remove);
    return m_table;
}

QWidget *CustomersPage::makeEmpty() {
    auto *page = new QWidget(this);
    m_emptyTitle = new QLabel(page);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyTitle->setWordWrap(true);
    m_emptyAdd = new QPushButton(page);
    connect(m_emptyAdd, &QPushButton::clicked, this,
            [this] { m_model->total() > 0 ? m_search->clear() : add(); });
    auto *box = new QVBoxLayout(page);
    box->addStretch(2);
    box->addWidget(m_emptyTitle);
    box->addSpacing(8);
    box->addWidget(m_emptyAdd, 0, Qt::AlignCenter);
    box->addStretch(3);
    return page;
}

void CustomersPage::refresh() {
    m_listKnown = false;
    ask();
}

/// The list only when it may be another one; how many keys name each customer always.
void CustomersPage::ask() {
    if (m_asking || !isVisible()) {
        m_again = true;
        return;
    }
    m_asking = true;
    const auto use = m_service.backend().customerUse();
    const auto list = std::exchange(m_listKnown, true) ? ready(Result<QList<Customer>>(m_customers))
                                                       : m_service.backend().customers();
    list | then(this, [this, use](const Result<QList<Customer>> &customers) {
        use | then(this, [this, customers](const Result<QHash<QString, qint64>> &counts) {
            m_asking = false;
            if (!customers)
                m_listKnown = false; // the next time it is asked for again
            if (customers && counts)
                show(*customers, *counts);
            if (std::exchange(m_again, false))
                ask();
        });
    });
}

void CustomersPage::showEvent(QShowEvent *e) {
    QWidget::showEvent(e);
    if (!m_asking && std::exchange(m_again, false))
        ask();
}

void CustomersPage::show(const QList<Customer> &customers, const QHash<QString, qint64> &use) {
    const CustomerRow *before = current();
    const QString id = !m_wanted.isEmpty() ? m_wanted : before ? before->customer.id : QString();
    const int row = m_table->currentIndex().row();
    m_loaded = true;
    m_customers = customers;
    m_model->set(customers, use);
    const int found = m_model->rowOf(id);
    if (found >= 0)
        m_wanted.clear();
    const int next =
        found >= 0 ? found : qBound(0, row, qMax(0, m_model->rowCount() - 1)); // a current row always
    m_table->setCurrentIndex(m_model->index(next, CustomerModel::Name));
    updateState();
    if (std::exchange(m_toTable, false))
        m_table->setFocus();
}

void CustomersPage::select(const QString &id) {
    m_search->clear();
    m_wanted = id;
    const int row = m_model->rowOf(id);
    if (row < 0) {
        m_toTable = true;
        return refresh();
    }
    m_wanted.clear();
    m_table->setCurrentIndex(m_model->index(row, CustomerModel::Name));
    m_table->setFocus();
}

const CustomerRow *CustomersPage::current() const {
    return m_model->at(m_table->currentIndex().row());
}

void CustomersPage::updateState() {
    const bool none = m_model->rowCount() == 0;
    if (!none && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, CustomerModel::Name));
    m_stack->setCurrentIndex(none && m_loaded ? 1 : 0);
    const bool any = m_model->total() > 0;
    m_emptyTitle->setText(any ? tr("No customers match.")
                              : tr("No customers yet. Add those that keys can be limited to."));
    m_emptyAdd->setText(any ? tr("Clear Search") : tr("Add Customer…"));
    const QLocale locale;
    m_count->setText(
        m_model->rowCount() == m_model->total()
            ? locale.toString(m_model->total())
            : tr("%1 of %2").arg(locale.toString(m_model->rowCount()), locale.toString(m_model->total())));
    const CustomerRow *row = current();
    const QString fixed =
        m_service.mayAdminister() ? QString() : tr("You may look at the customers, but not change them.");
    const QString noRow = row ? QString() : tr("Select a customer first");
    const QString why = fixed.isEmpty() ? noRow : fixed;
    setWhyNot(*m_add, fixed, {});
    setWhyNot(*m_emptyAdd, any ? QString() : fixed, {});
    setWhyNot(*m_edit, why,
              row && !row->listed() ? tr("Adds this id to the list of customers")
                                    : tr("Changes name and note of the customer"));
    const bool asks = !row || row->keys > 0;
    m_remove->setText(asks ? tr("Delete…") : tr("Delete"));
    setWhyNot(*m_remove,
              why.isEmpty() && !row->listed() ? tr("It is not in the list of customers: only keys name it")
                                              : why,
              asks ? tr("Asks first, and names the keys that name this customer")
                   : tr("No key names this customer: it goes at once, and Undo brings it back"));
    setWhyNot(*m_keys, row && row->keys == 0 ? tr("No key names this customer") : noRow, {});
}

QHash<QString, QAbstractButton *> CustomersPage::buttons() const {
    return {{QStringLiteral("customers.keys"), m_keys},
            {QStringLiteral("customers.edit"), m_edit},
            {QStringLiteral("customers.remove"), m_remove}};
}

bool CustomersPage::escape() {
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void CustomersPage::showKeys() {
    if (const CustomerRow *row = current(); row && row->keys > 0)
        emit keysRequested(row->customer.id);
}

void CustomersPage::open(QDialog *sheet) {
    m_sheet = sheet;
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    sheet->open();
}

void CustomersPage::openEdit(const Customer &customer, CustomerSheet::Id id) {
    if ((m_sheet && m_sheet->isVisible()) || !m_service.mayAdminister())
        return;
    auto *sheet = new CustomerSheet(m_service, customer, id, window());
    connect(sheet, &CustomerSheet::saved, this, [this, before = customer](const Customer &after) {
        m_wanted = after.id;
        m_toTable = true;
        refresh();
        if (before.version == 0)
            offer(tr("“%1” added.").arg(after.name), after.id, std::nullopt, after);
        else
            offer(tr("“%1” saved.").arg(after.name), after.id, before, after);
    });
    open(sheet);
}

void CustomersPage::offer(const QString &said, const QString &id, const Entry &before, const Entry &after) {
    m_written.insert(id, after ? after->version : 0);
    m_feedback.toast(
        said, [this, said, id, before, after] { carryOver(said, id, after, before, true); },
        [this, said, id, before, after] { carryOver(said, id, before, after, false); });
}

void CustomersPage::carryOver(const QString &said, const QString &id, const Entry &from, const Entry &to,
                              bool undo) {
    const auto onTop = [this, said, id, from, to, undo,
                        step = m_feedback.stepEnd()](const Result<QList<Customer>> &all) {
        if (!all)
            return m_feedback.refused(step, all.error(), false);
        Entry now;
        for (const Customer &c : *all) {
            if (c.id == id)
                now = c;
        }
        const qint64 version = now ? now->version : 0;
        const QString changedBy = now ? now->changedBy : QString();
        if (!carry(from, to, &now))
            return m_feedback.refused(step,
                                      Error(ErrorCode::Conflict, {{QStringLiteral("customer"), id},
                                                                  {QStringLiteral("changedBy"), changedBy}}),
                                      version == m_written.value(id));
        Customer entry = now.value_or(Customer{id, {}, {}});
        entry.version = version;
        write(said, entry, !now, undo, step);
    };
    m_service.backend().customers() | then(this, onTop);
}

void CustomersPage::write(const QString &said, const Customer &entry, bool gone, bool undo,
                          const Feedback::StepEnd &step) {
    const auto done = [this, said, gone, undo, step](const Result<Customer> &r) {
        if (r) {
            m_written.insert(r->id, gone ? 0 : r->version);
            if (!gone)
                m_wanted = r->id;
            m_feedback.walked(said, undo);
        } else {
            m_feedback.refused(step, r.error(), false);
        }
        refresh();
    };
    const QString action = undo   ? QStringLiteral("customer.undo")
                           : gone ? QStringLiteral("customer.remove")
                                  : QStringLiteral("customer.edit");
    if (gone && entry.version == 0) // somebody has taken it off the list already
        return done(entry);
    (gone ? m_service.removeCustomer(entry, action) : m_service.saveCustomer(entry, action)) |
        then(this, done);
}

void CustomersPage::add() {
    openEdit({}, CustomerSheet::Id::Free);
}

void CustomersPage::edit() {
    if (const CustomerRow *row = current())
        openEdit(row->customer, row->keys > 0 ? CustomerSheet::Id::OnKeys : CustomerSheet::Id::Listed);
}

void CustomersPage::remove() {
    const CustomerRow *row = current();
    if (!row || !row->listed() || (m_sheet && m_sheet->isVisible()) || !m_service.mayAdminister())
        return;
    if (row->keys == 0)
        return removeNow(row->customer);
    KeyQuery q;
    FilterTerm term;
    term.field = FilterTerm::Field::Customer;
    term.value = row->customer.id.toLower();
    q.filter.terms = {term};
    q.sort = {SortColumn::Name, Qt::AscendingOrder};
    m_service.backend().list(q) | then(this, [this, r = *row](const Result<KeyListPtr> &list) {
        QList<KeyId> first;
        for (qsizetype i = 0; list && i < qMin<qsizetype>(8, (*list)->size()); ++i)
            first.append((*list)->idAt(i));
        m_service.backend().rows(first) | then(this, [this, r](const Result<QList<ApiKey>> &keys) {
            QStringList names;
            for (const ApiKey &k : keys.value_or(QList<ApiKey>()))
                names.append(k.config.name);
            if (m_sheet && m_sheet->isVisible())
                return;
            auto *sheet = new CustomerDeleteSheet(r.customer, r.keys, names, window());
            connect(sheet, &QDialog::accepted, this, [this, customer = r.customer] {
                const Agreed agreed(m_service.backend().gate());
                removeNow(customer);
            });
            open(sheet);
        });
    });
}

void CustomersPage::removeNow(const Customer &customer) {
    m_service.removeCustomer(customer) | then(this, [this](const Result<Customer> &removed) {
        if (!removed) {
            m_feedback.toast(sentence(removed.error()));
            return refresh();
        }
        offer(tr("“%1” deleted.").arg(removed->name), removed->id, *removed, std::nullopt);
        refresh();
    });
}

} // namespace latchkey::ui
