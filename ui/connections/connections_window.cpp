#include "ui/connections/connections_window.h"

#include "core/model/futures.h"
#include "core/services/connections/open_connection.h"
#include "ui/connections/connection_form.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/secret_field.h"
#include "ui/connections/test_steps.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int ListWidth = 250;
constexpr int ConnectionIdRole = Qt::UserRole;

KeyId idOf(const QListWidgetItem *item) {
    return item ? KeyId::fromString(item->data(ConnectionIdRole).toString()).value_or(KeyId()) : KeyId();
}

} // namespace

ConnectionsWindow::ConnectionsWindow(ConnectionBook &book, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_list(new QListWidget(this))
    , m_form(new ConnectionForm(this))
    , m_steps(new TestSteps(this))
    , m_guard(new InlineGuard({}, tr("Keep it"), tr("Remove"), this))
    , m_keychain(
          new QLabel(tr("This computer has no keychain. Secrets are kept for this session only."), this))
    , m_empty(new QLabel(tr("No connections yet. Add one to reach a vault."), this))
    , m_duplicate(new QPushButton(tr("Duplicate"), this))
    , m_remove(new QPushButton(tr("Remove…"), this))
    , m_test(new QPushButton(tr("&Test connection"), this))
    , m_connect(new QPushButton(tr("&Connect"), this)) {
    setObjectName(QStringLiteral("connectionsWindow"));
    setWindowTitle(tr("Connections"));
    m_keychain->setProperty("warn", true);
    m_keychain->setWordWrap(true);
    m_keychain->setVisible(m_book.secrets().state() == SecretStoreState::SessionOnly);
    m_empty->setProperty("secondary", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_test->setObjectName(QStringLiteral("testConnection"));
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setProperty("primary", true);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *b : {m_duplicate, m_remove, m_test})
        b->setAutoDefault(false);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(buildLeft());
    m_right = buildRight();
    columns->addWidget(m_right, 1);
    columns->addWidget(m_empty, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_connect);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(20, 16, 20, 16);
    box->setSpacing(12);
    box->addWidget(m_keychain);
    box->addLayout(columns, 1);
    box->addWidget(m_guard);
    box->addLayout(buttons);
    fitToScreen(this, {900, 660});
    connect(m_list, &QListWidget::currentItemChanged, this, [this] { load(); });
    connect(m_list, &QListWidget::itemActivated, this, &ConnectionsWindow::connectNow);
    connect(m_form, &ConnectionForm::changed, this, &ConnectionsWindow::edited);
    connect(&m_form->secret(), &SecretField::changed, this, [this] { m_steps->showNothing(); });
    connect(&m_form->secret(), &SecretField::forgetRequested, this, &ConnectionsWindow::forgetSecret);
    connect(&m_form->proxyPassword(), &SecretField::changed, this, [this] { m_steps->showNothing(); });
    connect(&m_form->proxyPassword(), &SecretField::forgetRequested, this,
            &ConnectionsWindow::forgetProxyPassword);
    connect(m_steps, &TestSteps::trusted, this, &ConnectionsWindow::trust);
    connect(m_duplicate, &QPushButton::clicked, this, &ConnectionsWindow::duplicate);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_guard->setText(tr("Remove “%1”? Its password goes too. The vault itself stays as it is.")
                             .arg(m_form->connection().name));
        m_guard->ask();
    });
    connect(m_guard, &InlineGuard::left, this, &ConnectionsWindow::remove);
    connect(m_test, &QPushButton::clicked, this, &ConnectionsWindow::test);
    connect(m_connect, &QPushButton::clicked, this, &ConnectionsWindow::connectNow);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_connect, close);
    fillList();
    m_list->setCurrentRow(0);
    load();
}

ConnectionsWindow::~ConnectionsWindow() = default;

QWidget *ConnectionsWindow::buildLeft() {
    auto *left = new QWidget(this);
    m_list->setMinimumWidth(ListWidth);
    left->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_list->setObjectName(QStringLiteral("connectionList"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setIconSize({16, 16});
    m_list->setTextElideMode(Qt::ElideRight);
    auto *add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("&Add"), left);
    add->setObjectName(QStringLiteral("addConnection"));
    add->setAutoDefault(false);
    auto *menu = new QMenu(add);
    for (const ConnectionKind kind :
         {ConnectionKind::Local, ConnectionKind::Postgres, ConnectionKind::Server, ConnectionKind::SendGrid})
        menu->addAction(themedIcon(iconName(kind)), word(kind), this, [this, kind] { this->add(kind); });
    add->setMenu(menu);
    m_duplicate->setObjectName(QStringLiteral("duplicateConnection"));
    m_remove->setObjectName(QStringLiteral("removeConnection"));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(add);
    row->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_duplicate);
    second->addWidget(m_remove);
    second->addStretch(1);
    auto *box = new QVBoxLayout(left);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(m_list, 1);
    box->addLayout(row);
    box->addLayout(second);
    return left;
}

QWidget *ConnectionsWindow::buildRight() {
    auto *inside = new QWidget(this);
    auto *box = new QVBoxLayout(inside);
    box->setContentsMargins(2, 2, 12, 2);
    box->setSpacing(16);
    box->addWidget(m_form);
    box->addWidget(m_steps);
    box->addStretch(1);
    m_area = tallArea(inside, this);
    m_area->setObjectName(QStringLiteral("connectionArea"));
    QScrollBar *bar = m_area->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_steps->isVisible()) // what was found is what one looks for
            bar->setValue(bar->maximum());
    });
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_area, 1);
    column->addWidget(m_test, 0, Qt::AlignLeft);
    return right;
}

void ConnectionsWindow::fillList() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Connection &c : m_book.all()) {
        auto *item = new QListWidgetItem(themedIcon(iconName(c.kind)),
                                         c.name.isEmpty() ? tr("Without a name") : c.name, m_list);
        item->setData(ConnectionIdRole, c.id.toString());
        item->setToolTip(c.location());
        item->setData(Qt::AccessibleDescriptionRole, word(c.kind));
        if (c.id == m_current)
            m_list->setCurrentItem(item);
    }
}

void ConnectionsWindow::select(const KeyId &id) {
    for (int i = 0; i < m_list->count(); ++i) {
        if (idOf(m_list->item(i)) == id)
            m_list->setCurrentRow(i);
    }
}

std::optional<Connection> ConnectionsWindow::current() const {
    return m_book.find(m_current);
}

void ConnectionsWindow::load() {
    m_current = idOf(m_list->currentItem());
    ++m_run;
    m_guard->hide();
    m_steps->showNothing();
    m_test->setEnabled(true);
    const auto c = current();
    m_right->setVisible(c.has_value());
    m_empty->setVisible(!c.has_value());
    for (QPushButton *b : {m_duplicate, m_remove, m_test, m_connect})
        b->setEnabled(c.has_value());
    if (!c)
        return;
    m_form->load(*c);
    toTop();
    lookForSecret();
}

void ConnectionsWindow::toTop() {
    m_area->verticalScrollBar()->setValue(0);
}

/// It opens at the top, in the first field.
void ConnectionsWindow::showEvent(QShowEvent *e) {
    QDialog::showEvent(e);
    if (e->spontaneous() || m_right->isHidden())
        return;
    m_form->focusFirst();
    toTop();
}

void ConnectionsWindow::lookForSecret() {
    m_form->secret().setKept(false);
    m_form->proxyPassword().setKept(false);
    const auto c = current();
    if (c && c->needsSecret())
        lookFor(c->secretName(), m_form->secret());
    if (c && c->needsProxyPassword())
        lookFor(c->proxySecretName(), m_form->proxyPassword());
}

void ConnectionsWindow::lookFor(const SecretName &name, SecretField &field) {
    m_book.secrets().contains(name) | then(this, [this, id = m_current, &field](const Result<bool> &kept) {
        if (id == m_current)
            field.setKept(kept.value_or(false));
    });
}

void ConnectionsWindow::edited() {
    ++m_run;
    m_steps->showNothing();
    m_test->setEnabled(true);
    const Connection typed = m_form->connection(), c = m_book.keep(typed);
    m_current = c.id;
    QList<FieldError> faults = typed.tokens(); // while it is typed nothing else is wrong yet
    const auto other = m_book.named(c.name);
    if (other && other->id != c.id)
        faults.append({QStringLiteral("name"), QStringLiteral("taken"), {}});
    m_form->showFaults(faults);
    if (QListWidgetItem *item = m_list->currentItem()) {
        item->setText(c.name.isEmpty() ? tr("Without a name") : c.name);
        item->setIcon(themedIcon(iconName(c.kind)));
        item->setToolTip(c.location());
    }
}

void ConnectionsWindow::add(ConnectionKind kind) {
    Connection c;
    c.kind = kind;
    c.name = m_book.freeName(kind == ConnectionKind::Local      ? tr("Vault file")
                             : kind == ConnectionKind::Postgres ? tr("Database")
                             : kind == ConnectionKind::SendGrid ? word(kind)
                                                                : tr("Server"));
    if (kind == ConnectionKind::SendGrid)
        c.url = SendGridGlobal;
    const KeyId id = m_book.keep(c).id;
    fillList();
    select(id);
    m_form->focusName();
}

void ConnectionsWindow::begin(ConnectionKind kind) {
    const QList<Connection> all = m_book.all();
    const auto open = std::find_if(all.begin(), all.end(), [kind](const Connection &c) {
        return c.kind == kind && c.location().isEmpty();
    });
    if (open == all.end())
        return add(kind);
    select(open->id);
    m_form->focusFirst();
}

void ConnectionsWindow::duplicate() {
    auto c = current();
    if (!c)
        return;
    c->id = {};
    c->name = m_book.freeName(tr("%1 copy", "name of a duplicated connection").arg(c->name));
    const KeyId id = m_book.keep(*c).id;
    fillList();
    select(id);
    m_form->focusName();
}

void ConnectionsWindow::remove() {
    const int row = m_list->currentRow();
    m_book.remove(m_current);
    m_current = {};
    fillList();
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    load();
    m_list->setFocus();
}

Result<SecretBytes> ConnectionsWindow::typedSecret(const Connection &c) const {
    const SecretBytes typed = m_form->secret().typed();
    return pastedSecret(c, typed.view());
}

void ConnectionsWindow::keepTyped(const SecretName &name, SecretField &field, const SharedSecret &typed,
                                  const std::function<void()> &go) {
    m_book.secrets().write(name, typed->clone()) |
        then(this, [this, run = m_run, &field, go](const Outcome &written) {
            if (run != m_run)
                return;
            if (written) {
                field.clear();
                field.setKept(true);
            }
            go(); // where it can't be kept it is used all the same, and stays typed
        });
}

void ConnectionsWindow::withSecret(const std::function<void(const Connection &, const SharedSecret &)> &go,
                                   const std::function<void(const Connection &, const Error &)> &refuse) {
    const Connection c = m_form->connection();
    QList<FieldError> faults = c.faults() + m_form->authorityFaults();
    SharedSecret typed;
    if (c.needsSecret() && m_form->secret().isTyped()) {
        auto secret = typedSecret(c);
        if (secret)
            typed = std::make_shared<const SecretBytes>(std::move(*secret));
        else
            faults.append(secret.error().fields);
    } else if (c.needsToken() && !m_form->secret().isKept()) {
        faults.append(
            {QStringLiteral("token"),
             c.kind == ConnectionKind::SendGrid ? QStringLiteral("noSendGridKey") : QStringLiteral("empty"),
             {}});
    }
    m_form->showFaults(faults);
    if (!faults.isEmpty())
        return refuse(c, Error(faults));
    withProxy(c, [this, go, typed](const Connection &whole) {
        if (!whole.needsSecret())
            return go(whole, {});
        if (typed)
            return keepTyped(whole.secretName(), m_form->secret(), typed,
                             [go, whole, typed] { go(whole, typed); });
        m_book.secrets().read(whole.secretName()) |
            then(this, [this, run = m_run, go, whole](const Result<SharedSecret> &kept) {
                if (run == m_run)
                    go(whole, kept.value_or(SharedSecret()));
            });
    });
}

void ConnectionsWindow::withProxy(const Connection &c, const std::function<void(const Connection &)> &go) {
    if (!c.needsProxyPassword())
        return go(c);
    if (m_form->proxyPassword().isTyped()) {
        Connection whole = c;
        whole.proxyPassword = std::make_shared<const SecretBytes>(m_form->proxyPassword().typed());
        return keepTyped(c.proxySecretName(), m_form->proxyPassword(), whole.proxyPassword,
                         [go, whole] { go(whole); });
    }
    withProxyPassword(m_book.secrets(), c) | then(this, [this, run = m_run, go](const Connection &whole) {
        if (run == m_run)
            go(whole);
    });
}

void ConnectionsWindow::forgetSecret() {
    if (const auto c = current())
        m_book.secrets().remove(c->secretName()) | then(this, [this](const Outcome &) { lookForSecret(); });
}

void ConnectionsWindow::forgetProxyPassword() {
    if (const auto c = current())
        m_book.secrets().remove(c->proxySecretName()) |
            then(this, [this](const Outcome &) { lookForSecret(); });
}

void ConnectionsWindow::test() {
    if (!current())
        return;
    ++m_run;
    const auto refuse = [this](const Connection &c, const Error &e) { m_steps->showProblem(e, c); };
    const auto go = [this](const Connection &c, const SharedSecret &secret) {
        const int run = m_run;
        m_steps->showRunning();
        m_test->setEnabled(false);
        testConnection(c, secret) | then(this, [this, run, c](const Result<QList<ConnectionStep>> &steps) {
            if (run != m_run)
                return;
            m_test->setEnabled(true);
            if (steps)
                m_steps->showSteps(*steps, c);
            else
                m_steps->showProblem(steps.error(), c);
        });
    };
    withSecret(go, refuse);
}

void ConnectionsWindow::trust(const QByteArray &pin) {
    m_form->setPin(pin);
    m_book.keep(m_form->connection());
    test();
}

void ConnectionsWindow::connectNow() {
    if (!current())
        return;
    ++m_run;
    withSecret([this](const Connection &c, const SharedSecret &secret) { emit connectRequested(c, secret); },
               [](const Connection &, const Error &) {});
}

/// What was typed is not lost by closing.
void ConnectionsWindow::reject() {
    if (m_guard->isVisible())
        return m_guard->dismiss();
    const auto c = current();
    if (c && c->needsSecret() && m_form->secret().isTyped()) {
        if (auto secret = typedSecret(*c))
            m_book.secrets().write(c->secretName(), std::move(*secret));
    }
    if (c && c->needsProxyPassword() && m_form->proxyPassword().isTyped())
        m_book.secrets().write(c->proxySecretName(), m_form->proxyPassword().typed());
    QDialog::reject();
}

} // namespace latchkey::ui
