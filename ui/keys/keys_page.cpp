#include "ui/keys/keys_page.h"

#include "ui/commands/command_registry.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/theme/flow_layout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

QPushButton *commandButton(CommandRegistry &commands, const QString &id, const QString &text,
                           QWidget *parent) {
    QAction *action = commands.action(id);
    auto *button = new QPushButton(text.isEmpty() ? action->text().remove(u'&') : text, parent);
    button->setObjectName(id + QStringLiteral(".button"));
    button->setIcon(action->icon());
    const auto follow = [action, button] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

KeysPage::KeysPage(KeyService &service, CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_commands(commands)
    , m_model(service.backend(), service.clock())
    , m_table(new KeyTableView(m_model, m_revealed, this))
    , m_search(new SearchBox(this))
    , m_chips(new FilterChips(this))
    , m_stack(new QStackedWidget(this))
    , m_bulk(new QWidget(this))
    , m_bulkText(new QLabel(m_bulk)) {
    auto *create = commandButton(commands, QStringLiteral("key.create"), tr("Create New Key"), this);
    create->setProperty("primary", true);
    create->setIcon(themedIcon(QStringLiteral("plus"), ColorRole::AccentText));
    auto *filter = new QToolButton(this);
    filter->setAutoRaise(true);
    filter->setIcon(themedIcon(QStringLiteral("filter")));
    filter->setToolTip(tr("Filter"));
    filter->setAccessibleName(tr("Filter"));
    filter->setPopupMode(QToolButton::InstantPopup);
    filter->setMenu(filterMenu());
    connect(&service.backend(), &VaultBackend::catalogueChanged, this, [this, filter] {
        filter->menu()->deleteLater();
        filter->setMenu(filterMenu());
    });
    filter->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(create);
    top->addWidget(m_search, 1);
    top->addWidget(filter);
    auto *transfer = new QToolButton(this);
    transfer->setAutoRaise(true);
    transfer->setIcon(themedIcon(QStringLiteral("export")));
    transfer->setToolTip(tr("Export and import"));
    transfer->setAccessibleName(tr("Export and import"));
    transfer->setPopupMode(QToolButton::InstantPopup);
    transfer->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto *files = new QMenu(transfer);
    for (const char *id : {"file.export", "file.import"}) {
        if (QAction *action = commands.action(QLatin1StringView(id)))
            files->addAction(action);
    }
    transfer->setMenu(files);
    top->addWidget(transfer);
    auto *bulkRow = new FlowLayout(m_bulk);
    bulkRow->setContentsMargins(4, 0, 4, 0);
    bulkRow->setSpacing(8);
    m_bulkText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bulkRow->addWidget(m_bulkText);
    for (const char *id : {"key.changeSelected", "key.activate", "key.deactivate", "key.delete"}) {
        QPushButton *button = commandButton(commands, QLatin1StringView(id), {}, m_bulk);
        // The bar goes with the selection, and the focus would go to whatever comes next.
        connect(button, &QPushButton::clicked, m_table, qOverload<>(&QWidget::setFocus));
        bulkRow->addWidget(button);
    }
    m_bulk->hide();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmpty(commands));
    m_stack->addWidget(makeNoMatch());
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 0);
    box->setSpacing(8);
    box->addLayout(top);
    box->addWidget(m_chips);
    box->addWidget(m_stack, 1);
    box->addWidget(m_bulk);
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::ask);
    connect(m_search, &SearchBox::leaveDown, this, [this] {
        if (m_stack->currentWidget() == m_table) // a hidden one would take the focus when it comes back
            m_table->setFocus();
    });
    connect(m_chips, &FilterChips::saveRequested, this, &KeysPage::saveFilterRequested);
    connect(m_chips, &FilterChips::removed, m_search, &SearchBox::removeTerm);
    connect(m_chips, &FilterChips::corrected, m_search, &SearchBox::correct);
    connect(m_table, &KeyTableView::sortRequested, this, &KeysPage::setSort);
    connect(&m_model, &KeyTableModel::replaced, this, &KeysPage::showState);
    connect(m_table, &KeyTableView::selectionCountChanged, this, &KeysPage::showBulkBar);
    connect(m_table, &KeyTableView::currentKeyChanged, this, [this](const KeyId &id) {
        if (m_revealed.id() != id)
            m_revealed.forget();
    });
}

QWidget *KeysPage::makeEmpty(CommandRegistry &commands) {
    auto *page = new QWidget(this);
    auto *icon = new QLabel(page);
    icon->setPixmap(themedIcon(QStringLiteral("key"), ColorRole::Secondary).pixmap(48, 48));
    m_emptyTitle = new QLabel(page);
    m_emptyTitle->setWordWrap(true);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyAction = commandButton(commands, QStringLiteral("key.create"), tr("Create New Key"), page);
    m_emptyAction->setProperty("primary", true);
    m_emptyAction->setIcon(themedIcon(QStringLiteral("plus"), ColorRole::AccentText));
    auto *box = new QVBoxLayout(page);
    box->setSpacing(16);
    box->addStretch(2);
    box->addWidget(icon, 0, Qt::AlignHCenter);
    box->addWidget(m_emptyTitle);
    box->addWidget(m_emptyAction, 0, Qt::AlignHCenter);
    box->addStretch(3);
    return page;
}

QWidget *KeysPage::makeNoMatch() {
    auto *page = new QWidget(this);
    auto *icon = new QLabel(page);
    icon->setPixmap(themedIcon(QStringLiteral("search"), ColorRole::Secondary).pixmap(40, 40));
    m_noMatch = new QLabel(page);
    m_noMatch->setObjectName(QStringLiteral("noMatch"));
    m_noMatch->setWordWrap(true);
    m_noMatch->setAlignment(Qt::AlignCenter);
    auto *clear = new QPushButton(tr("Clear filters"), page);
    clear->setObjectName(QStringLiteral("clearFilters"));
    connect(clear, &QPushButton::clicked, this, [this] {
        m_search->clearAll();
        emit scopeCleared();
    });
    auto *box = new QVBoxLayout(page);
    box->setSpacing(12);
    box->addStretch(2);
    box->addWidget(icon, 0, Qt::AlignHCenter);
    box->addWidget(m_noMatch);
    box->addWidget(clear, 0, Qt::AlignHCenter);
    box->addStretch(3);
    return page;
}

QMenu *KeysPage::filterMenu() {
    auto *menu = new QMenu(this);
    const auto add = [this](QMenu *into, FilterTerm::Field field, const QString &text, const QString &value) {
        FilterTerm t;
        t.field = field;
        t.value = value;
        connect(into->addAction(text), &QAction::triggered, this, [this, t] { m_search->addTerm(t); });
    };
    QMenu *status = menu->addMenu(tr("Status"));
    for (const KeyStatus s : {KeyStatus::Active, KeyStatus::Inactive, KeyStatus::Expired, KeyStatus::Revoked,
                              KeyStatus::Deleted, KeyStatus::Damaged})
        add(status, FilterTerm::Field::Status, word(s), toWord(s));
    QMenu *env = menu->addMenu(tr("Environment"));
    for (const Environment e : AllEnvironments)
        add(env, FilterTerm::Field::Environment, word(e), toWord(e));
    QMenu *perm = menu->addMenu(tr("Permission"));
    const Catalogue catalogue = m_service.backend().catalogue();
    constexpr qsizetype OneMenu = 12; // a longer list gets a menu for each resource
    const bool many = catalogue.allScopes().size() > OneMenu;
    for (const ResourceInfo &r : catalogue.resources()) {
        QMenu *into = many && r.scopes.size() > 1 ? perm->addMenu(r.name) : perm;
        for (const ScopeInfo &s : r.scopes)
            add(into, FilterTerm::Field::Permission, s.name, s.scope.toString());
    }
    QMenu *used = menu->addMenu(tr("Last used"));
    const auto addWords = [this](QMenu *into, const QString &text, const char *words) {
        const KeyFilter f = parseFilter(QLatin1StringView(words));
        connect(into->addAction(text), &QAction::triggered, this,
                [this, f] { m_search->addTerm(f.terms.first()); });
    };
    addWords(used, tr("Within a day"), "last:<1d");
    addWords(used, tr("More than 30 days ago"), "last:>30d");
    addWords(used, tr("More than 90 days ago"), "last:>90d");
    addWords(used, tr("Never"), "last:never");
    QMenu *expires = menu->addMenu(tr("Expires"));
    addWords(expires, tr("Within 14 days"), "expires:<14d");
    addWords(expires, tr("Within 90 days"), "expires:<90d");
    addWords(expires, tr("Never"), "expires:never");
    return menu;
}

void KeysPage::start(const KeySort &sort) {
    m_query.sort = sort;
    m_started = true;
    ask();
}

void KeysPage::setScope(std::optional<Environment> environment, SmartFilter smart) {
    m_query.filter.environment = environment;
    m_query.filter.smart = smart;
    ask();
}

void KeysPage::setThresholds(const Thresholds &t) {
    m_query.thresholds = t;
    ask();
}

void KeysPage::setSort(const KeySort &sort) {
    m_query.sort = sort;
    ask();
}

void KeysPage::ask() {
    QList<FilterProblem> problems;
    const KeyFilter typed = m_search->filter(&problems);
    m_chips->setFilter(typed, problems);
    m_query.filter.words = typed.words;
    m_query.filter.terms = typed.terms;
    if (m_started)
        m_model.setQuery(m_query);
}

void KeysPage::showState() {
    const bool none = m_model.rowCount() == 0;
    const bool anyKey = m_model.list() && m_model.list()->unfiltered() > 0;
    const bool filtered = !m_query.filter.words.isEmpty() || !m_query.filter.terms.isEmpty();
    const bool coming = m_model.list() && !m_model.list()->complete();
    const bool ofSeen = m_model.list() && m_model.list()->isOfSeen();
    const qsizetype unread = m_model.list() ? m_model.list()->unread() : 0;
    const QString notYet = tr("No key fits so far. %1.", "permissions of 12 keys not read yet");
    m_noMatch->setText(unread > 0 ? notYet.arg(notReadYet(unread))
                       : ofSeen   ? tr("None of the keys seen so far match.")
                                  : tr("No keys match."));
    if (!none || coming) {
        m_stack->setCurrentIndex(0);
    } else if (filtered || ofSeen ||
               (anyKey && m_query.filter.smart == SmartFilter::None && !m_query.filter.environment)) {
        m_stack->setCurrentIndex(2);
    } else {
        const bool scoped = m_query.filter.smart != SmartFilter::None;
        m_emptyTitle->setText(unread > 0 ? notYet.arg(notReadYet(unread))
                              : scoped ? tr("Nothing here: no key fits “%1”.").arg(word(m_query.filter.smart))
                              : m_query.filter.environment
                                  ? tr("No keys in %1 yet.").arg(word(*m_query.filter.environment))
                                  : tr("No keys yet. Create one to let an app use this API."));
        m_emptyAction->setVisible(!scoped);
        m_stack->setCurrentIndex(1);
    }
    showBulkBar();
    emit shownChanged();
}

void KeysPage::showBulkBar() {
    const qsizetype n = m_table->selectedCount();
    m_bulk->setVisible(n > 1 && m_model.rowCount() > 0);
    m_bulkText->setText(tr("%Ln selected", nullptr, static_cast<int>(n)));
    emit shownChanged();
}

} // namespace latchkey::ui
