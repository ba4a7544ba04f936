#pragma once

class QWidget;

namespace latchkey::ui {

class MainWindow;

/// The pages of what belongs to the vault and to no key.
QWidget *makeCustomersPage(MainWindow &window);
QWidget *makeCataloguePage(MainWindow &window);
QWidget *makeRulesPage(MainWindow &window);
/// From a key's details to its customer.
void connectCustomers(MainWindow &window);

} // namespace latchkey::ui
