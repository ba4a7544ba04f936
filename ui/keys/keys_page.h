#pragma once

#include "core/services/key_service.h"
#include "ui/keys/filter_chips.h"
#include "ui/keys/key_table_view.h"
#include "ui/keys/revealed_token.h"
#include "ui/keys/search_box.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace latchkey::ui {

class CommandRegistry;

/// The middle of the window: commands, search, the table and what stands in its place when it is
/// empty.
class KeysPage : public QWidget {
    Q_OBJECT
public:
    KeysPage(KeyService &service, CommandRegistry &commands, QWidget *parent = nullptr);
    [[nodiscard]] KeyTableModel &model() { return m_model; }
    [[nodiscard]] KeyTableView &table() { return *m_table; }
    [[nodiscard]] SearchBox &search() { return *m_search; }
    [[nodiscard]] QWidget &bulkBar() { return *m_bulk; }
    [[nodiscard]] RevealedToken &revealed() { return m_revealed; }
    void setScope(std::optional<Environment> environment, SmartFilter smart);
    void setThresholds(const Thresholds &t);
    void setSort(const KeySort &sort);
    void start(const KeySort &sort); ///< the first query

signals:
    void shownChanged(); ///< the counts of the status bar may differ now
    void scopeCleared();
    void saveFilterRequested();

private:
    QWidget *makeEmpty(CommandRegistry &commands);
    QWidget *makeNoMatch();
    void ask();
    void showState();
    void showBulkBar();
    QMenu *filterMenu();

    KeyService &m_service;
    CommandRegistry &m_commands;
    KeyTableModel m_model;
    RevealedToken m_revealed;
    KeyTableView *m_table;
    SearchBox *m_search;
    FilterChips *m_chips;
    QStackedWidget *m_stack;
    QWidget *m_bulk;
    QLabel *m_bulkText;
    QLabel *m_emptyTitle = nullptr, *m_noMatch = nullptr;
    QPushButton *m_emptyAction = nullptr;
    KeyQuery m_query;
    bool m_started = false;
};

} // namespace latchkey::ui
