#include "ui/rules/fitted_columns.h"
#include "ui/rules/rules_model.h"
#include "ui/rules/rules_page.h"
#include "ui/theme/row_table.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

QWidget *RulesPage::makeHeader() {
    auto *bar = new QWidget(this);
    auto *title = new QLabel(tr("Gateway Rules"), bar);
    title->setProperty("heading", true);
    m_count = new QLabel(bar);
    m_count->setProperty("secondary", true);
    m_notice = new QLabel(bar);
    m_notice->setObjectName(QStringLiteral("rulesNotice"));
    m_notice->setProperty("secondary", true);
    m_notice->setWordWrap(true);
    m_covered = new QLabel(bar);
    m_covered->setObjectName(QStringLiteral("rulesCovered"));
    m_covered->setProperty("warn", true);
    m_covered->setWordWrap(true);
    const auto button = [this, bar](const char *name, const QString &text, auto act) {
        auto *b = new QPushButton(text, bar);
        b->setObjectName(QLatin1StringView(name));
        connect(b, &QPushButton::clicked, this, act);
        return b;
    };
    m_discard = button("rulesDiscard", tr("Discard"), &RulesPage::discard);
    m_try = button("rulesTry", tr("Try"), &RulesPage::tryNow);
    m_save = button("rulesSave", tr("Save"), &RulesPage::save);
    m_save->setProperty("primary", true);
    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(title);
    first->addWidget(m_count);
    first->addStretch(1);
    first->addWidget(m_discard);
    first->addWidget(m_try);
    first->addWidget(m_save);
    auto *box = new QVBoxLayout(bar);
    box->setContentsMargins(16, 12, 16, 4);
    box->setSpacing(6);
    box->addLayout(first);
    box->addWidget(m_notice);
    box->addWidget(m_covered);
    return bar;
}

QWidget *RulesPage::makeTools() {
    auto *bar = new QWidget(this);
    const auto button = [this, bar](const char *name, const QString &text, const char *icon, auto act) {
        auto *b = new QPushButton(themedIcon(QLatin1StringView(icon).toString()), text, bar);
        b->setObjectName(QLatin1StringView(name));
        connect(b, &QPushButton::clicked, this, act);
        return b;
    };
    const auto arrow = [this, bar](const char *name, const QString &text, const char *icon, int by) {
        auto *b = new QToolButton(bar);
        b->setObjectName(QLatin1StringView(name));
        b->setAutoRaise(true);
        b->setIcon(themedIcon(QLatin1StringView(icon).toString()));
        b->setToolTip(text);
        b->setAccessibleName(text);
        connect(b, &QToolButton::clicked, this, [this, by] { move(by); });
        return b;
    };
    m_add = button("ruleAdd", tr("Add…"), "plus", &RulesPage::add);
    m_edit = button("ruleEdit", tr("Edit…"), "edit", &RulesPage::edit);
    m_remove = button("ruleDelete", tr("Delete"), "trash", &RulesPage::remove);
    m_up = arrow("ruleUp", tr("Move up (Alt+Up)"), "chevron-up", -1);
    m_down = arrow("ruleDown", tr("Move down (Alt+Down)"), "chevron-down", 1);
    m_state = new QLabel(bar);
    m_state->setObjectName(QStringLiteral("rulesState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 6, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_add);
    row->addWidget(m_edit);
    row->addWidget(m_remove);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_state, 1);
    return bar;
}

void RulesPage::makeTable() {
    m_table->setObjectName(QStringLiteral("rulesTable"));
    m_table->setAccessibleName(tr("Gateway Rules"));
    m_table->setModel(m_model);
    showAsRows(*m_table, 32);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(44);
    header->setSectionResizeMode(RulesModel::Path, QHeaderView::Stretch);
    header->resizeSection(RulesModel::Place, 52);
    new FittedColumns(m_table, {{RulesModel::Methods, 110},
                                {RulesModel::Needs, 140},
                                {RulesModel::Where, 130},
                                {RulesModel::Kind, 90}});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RulesPage::updateState);
    connect(m_table, &QAbstractItemView::activated, this, &RulesPage::edit);
    const auto shortcut = [this](const QKeySequence &key, auto act) {
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
                this, act);
    };
    shortcut(Qt::Key_F2, &RulesPage::edit);
    shortcut(Qt::Key_Insert, &RulesPage::add);
    shortcut(Qt::Key_Delete, &RulesPage::remove);
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
}

QWidget *RulesPage::makeEmpty() {
    auto *page = new QWidget(m_stack);
    page->setObjectName(QStringLiteral("rulesEmpty"));
    auto *text = new QLabel(tr("A rule ties a path of your API to a permission: GET /v1/leads/** needs "
                               "leads:read. A latchkeyd that has no rule lets nobody pass."),
                            page);
    text->setTextFormat(Qt::PlainText);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    m_emptyAdd = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add Rule…"), page);
    m_emptyAdd->setObjectName(QStringLiteral("rulesEmptyAdd"));
    connect(m_emptyAdd, &QPushButton::clicked, this, &RulesPage::add);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(32, 16, 32, 16);
    box->addStretch(2);
    box->addWidget(text);
    box->addSpacing(8);
    box->addWidget(m_emptyAdd, 0, Qt::AlignCenter);
    box->addStretch(3);
    return page;
}

} // namespace latchkey::ui
