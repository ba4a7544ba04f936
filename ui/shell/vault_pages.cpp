#include "ui/shell/vault_pages.h"

#include "ui/catalogue/catalogue_page.h"
#include "ui/customers/customers_page.h"
#include "ui/detail/detail_pane.h"
#include "ui/feedback/window_feedback.h"
#include "ui/keys/keys_page.h"
#include "ui/rules/rules_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"

namespace latchkey::ui {

QWidget *makeCustomersPage(MainWindow &w) {
    auto *page = new CustomersPage(w.context().service, w.feedback());
    QObject::connect(page, &CustomersPage::keysRequested, &w, [window = &w](const QString &id) {
        FilterTerm term;
        term.field = FilterTerm::Field::Customer;
        term.value = id;
        window->showPage({});
        window->page().search().setText(formatTerm(term));
        window->page().table().setFocus();
    });
    return page;
}

QWidget *makeCataloguePage(MainWindow &w) {
    return new CataloguePage(w.context().service, w.feedback());
}

QWidget *makeRulesPage(MainWindow &w) {
    auto *page = new RulesPage(w.context().service, w.feedback());
    QObject::connect(page, &RulesPage::keyWanted, &w, &MainWindow::jumpTo);
    return page;
}

void connectCustomers(MainWindow &w) {
    QObject::connect(&w.detail(), &DetailPane::customerRequested, &w, [window = &w](const QString &id) {
        window->showPage(QStringLiteral("customers"));
        if (auto *page = qobject_cast<CustomersPage *>(window->pages().widgetOf(QStringLiteral("customers"))))
            page->select(id);
    });
}

} // namespace latchkey::ui
