#include "ui/shell/main_window.h"

#include "ui/commands/page.h"
#include "ui/connections/connection_book.h"
#include "ui/connections/connection_words.h"
#include "ui/detail/detail_pane.h"
#include "ui/feedback/window_feedback.h"
#include "ui/jobs/jobs_page.h"
#include "ui/keys/keys_page.h"
#include "ui/lock/lock_cover.h"
#include "ui/shell/connection_watch.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/kept_watch.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/key_forms.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/pane_watch.h"
#include "ui/shell/reveal_strip.h"
#include "ui/shell/status_line.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <algorithm>

// Where things stand in the window, and what it remembers.

namespace latchkey::ui {

bool MainWindow::isDetailShown() const {
    return !m_detail->isHidden();
}

void MainWindow::setDetailShown(bool shown) {
    m_detailWanted = shown;
    placeDetail(shown);
    if (!shown && m_pages->keysShown())
        m_page->table().setFocus();
}

void MainWindow::showPage(const QString &id) {
    m_page->revealed().forget();
    m_pages->showPage(id);
    m_sidebar->choosePage(m_pages->shown());
    placeDetail(m_detailWanted && !narrow());
    updateCounts(); // what is selected is said of what is shown
    updateCommands();
}

void MainWindow::showJob(qint64 job) {
    if (auto *page = qobject_cast<JobsPage *>(m_pages->widgetOf(QStringLiteral("jobs"))))
        page->select(job);
    showPage(QStringLiteral("jobs"));
}

void MainWindow::find() {
    Page *page = m_pages->page();
    if (page && !page->searchBox())
        showPage({}); // what can be searched for from here is a key
    QLineEdit *box = page && page->searchBox() ? page->searchBox() : &m_page->search();
    box->setFocus();
    box->selectAll();
}

void MainWindow::refresh() {
    if (Page *page = m_pages->page())
        page->refresh();
    else
        m_page->model().lookAgain();
}

/// An expiry is reached, an overlap ends, "3 min ago" grows old: nobody changes anything then.
void MainWindow::passTime() {
    m_page->table().viewport()->update();
    m_detail->passTime();
    if (++m_passed % TimesPerQuestion != 0)
        return;
    if (dependsOnTime(m_page->model().query()))
        m_page->model().refresh();
    m_sidebar->refreshCounts();
}

void MainWindow::placeDetail(bool shown) {
    shown = shown && m_pages->keysShown(); // the details are those of a key
    const bool comes = shown && (m_detail->isHidden() || m_pages->isHidden());
    const int side = m_sidebar->width();
    m_detail->setVisible(shown);
    m_pages->setVisible(!shown || !narrow()); // below 1100 px the details take the table's place
    if (m_pages->isHidden())                  // all of it: the sidebar stays as wide as it was
        m_split->setSizes({side, 0, m_split->width() - side});
    else if (comes) // and give it back
        m_split->setSizes({side, m_split->width() - side - m_detailWidth, m_detailWidth});
}

void MainWindow::resizeEvent(QResizeEvent *e) {
    QMainWindow::resizeEvent(e);
    if (!m_detail || m_lock->isLocked())
        return;
    const bool was = e->oldSize().isValid() && e->oldSize().width() < 1100;
    if (narrow() && !was)
        placeDetail(false); // not over the table without being asked
    else if (!narrow())
        placeDetail(m_detailWanted);
}

namespace {

/// Where the keyboard enters a part of the window; null if nothing in it takes the focus now.
QWidget *entryOf(QWidget *region) {
    const auto takes = [](const QWidget *w) {
        return w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus);
    };
    if (takes(region))
        return region;
    for (QWidget *w = region->nextInFocusChain(); w != region; w = w->nextInFocusChain()) {
        if (region->isAncestorOf(w) && takes(w))
            return w;
    }
    return nullptr;
}

} // namespace

/// Sidebar, search, banners, table, what is done to a selection, details, a revealed key, status bar, the
/// newest notice.
void MainWindow::nextRegion(int direction) {
    const QList<QWidget *> all{m_sidebar,
                               &m_page->search(),
                               m_banners,
                               &m_page->table(),
                               &m_page->bulkBar(),
                               m_detail,
                               m_pages->keysShown() ? nullptr : m_pages->currentWidget(),
                               m_reveal,
                               m_status};
    QList<QWidget *> regions, entries;
    for (QWidget *region : all) {
        if (QWidget *entry = region ? entryOf(region) : nullptr) {
            regions.append(region);
            entries.append(entry);
        }
    }
    if (QWidget *toast = m_feedback->toasts().newestWithButton()) {
        regions.append(toast);
        entries.append(nullptr); // it remembers who had the focus
    }
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (focus && (focus == regions[i] || regions[i]->isAncestorOf(focus)))
            at = i;
    }
    if (at < 0 && direction < 0)
        at = 0;
    const qsizetype next = (at + direction + regions.size()) % regions.size();
    if (entries[next])
        entries[next]->setFocus(Qt::TabFocusReason);
    else
        m_feedback->toasts().focusNewest();
}

void MainWindow::escape() {
    if (QWidget *popup = QApplication::activePopupWidget()) { // an open list, before the page behind it
        if (auto *box = qobject_cast<QComboBox *>(popup->parentWidget()))
            box->hidePopup();
        else
            popup->close();
        return;
    }
    m_page->revealed().forget();
    if (m_reveal->dismiss())
        return; // the question is answered with no
    if (Page *page = m_pages->page()) {
        if (!page->escape())
            showPage({});
    } else if (!m_page->search().text().isEmpty())
        m_page->search().clearAll();
    else if (!m_detail->isHidden())
        setDetailShown(false);
    else
        m_page->table().setFocus();
}

void MainWindow::lockNow() {
    m_actions->letGo();
    m_reveal->dismiss();
    m_context.clipboard.clearNow();
    menuBar()->setEnabled(false);
    m_lock->lock();
}

void MainWindow::jumpTo(const KeyId &id) {
    showPage({});
    if (m_page->model().rowOf(id) >= 0) {
        m_page->table().select(id);
        return;
    }
    // Hidden by a filter, or not in the list yet: shown as soon as a list has it.
    auto *once = new QObject(this);
    connect(&m_page->model(), &KeyTableModel::replaced, once, [this, id, once] {
        if (m_page->model().rowOf(id) >= 0) {
            m_page->table().select(id);
            once->deleteLater();
        }
    });
    m_page->search().clearAll();
    emit m_page->scopeCleared();
    m_page->model().refresh();
}

void MainWindow::showKeychainState(SecretStoreState state) {
    if (state == SecretStoreState::SessionOnly)
        m_feedback->banner(QStringLiteral("keychain"), Feedback::Level::Info,
                           tr("This computer has no keychain. Secrets are kept for this session only."),
                           tr("OK"), [this] { m_feedback->clearBanner(QStringLiteral("keychain")); });
    else if (state == SecretStoreState::Locked)
        m_feedback->banner(QStringLiteral("keychain"), Feedback::Level::Warning,
                           tr("The keychain is locked. Kept keys can be revealed once it is unlocked."), {},
                           {});
    else
        m_feedback->clearBanner(QStringLiteral("keychain"));
    m_kept->recheckAll();
}

QString MainWindow::whyNothingChanges() const {
    if (m_context.service.backend().info().readOnly)
        return tr("This vault is read-only");
    if (m_context.connection.safeMode == SafeMode::ReadOnly)
        return tr("This connection is read-only");
    if (!m_context.service.mayWrite())
        return tr("Your token for this server may only look");
    if (m_watch && m_watch->isOffline())
        return tr("Nothing can be changed while you work offline");
    return {};
}

/// The sidebar's way to all connections, and what only a window over all of them has.
void MainWindow::connectPane() {
    if (!m_context.all) {
        const auto offer = [this] {
            const bool several = m_context.open && m_context.book && m_context.book->all().size() > 1;
            m_commands.setEnabled(QStringLiteral("view.all"), several, tr("There is only this connection"));
            m_sidebar->setConnections(
                several ? QList<SidebarConnection>{{{},
                                                    tr("All connections"),
                                                    QStringLiteral("globe"),
                                                    tr("Keys of every connection in one table")}}
                        : QList<SidebarConnection>());
        };
        offer();
        if (m_context.book) {
            connect(m_context.book, &ConnectionBook::changed, this, offer);
            connect(m_context.book, &ConnectionBook::changed, this, &MainWindow::showPlace); // another name
        }
        connect(m_sidebar, &Sidebar::connectionChosen, this, &MainWindow::allConnectionsRequested);
        const auto name = [this](const KeyId &) { return connectionName(); };
        m_page->model().setConnectionNames(name);
        return;
    }
    AllConnections &all = *m_context.all;
    m_pane =
        new PaneWatch(all, *m_sidebar, *m_feedback, {m_context.settings, m_context.service.clock()}, this);
    connect(m_pane, &PaneWatch::changed, this, [this] {
        showPlace();
        updateCommands();
        m_page->table().viewport()->update(); // rows of one that went look so
    });
    connect(m_pane, &PaneWatch::connectionRequested, this, &MainWindow::connectionRequested);
    const auto name = [vault = all.vault()](const KeyId &key) { return vault->nameOf(key); };
    m_page->model().setConnectionNames(name);
    m_detail->setConnectionNames(name);
}

QString MainWindow::whyUnchangeable(const KeyId &key) const {
    const QString why = whyVaultUnchangeable(key);
    const ApiKey *row = why.isEmpty() ? m_page->model().keyAt(m_page->model().rowOf(key)) : nullptr;
    return row ? whyBeyond(*row) : why;
}

/// A server's operator changes what they could have made.
QString MainWindow::whyBeyond(const ApiKey &key) const {
    if (m_context.service.mayChange(key))
        return {};
    return key.damaged ? tr("Only an administrator can change a damaged key")
                       : tr("The key has permissions that you don't hold");
}

QString MainWindow::whyVaultUnchangeable(const KeyId &key) const {
    if (!m_context.all)
        return {};
    const auto connection = m_context.all->connectionOf(key);
    const QString name = connection ? connection->name : QString();
    const VaultBackend &backend = m_context.service.backend();
    const auto trouble = m_context.all->vault()->trouble(key.place());
    if (backend.troubleOf(key) ||
        (trouble && (trouble->code == ErrorCode::Unreachable || trouble->code == ErrorCode::Unanswered)))
        return tr("%1 doesn't answer now", "connection").arg(name);
    if (backend.homeOf(key).info().readOnly)
        return tr("The vault of %1 is read-only", "connection").arg(name);
    if (connection && connection->safeMode == SafeMode::ReadOnly)
        return tr("The connection %1 is read-only").arg(name);
    if (!m_context.service.mayWrite(key))
        return tr("Your token for %1 may only look", "connection").arg(name);
    return {};
}

void MainWindow::sayWhyNot(const QKeySequence &keys) {
    const KeyId key = m_page->table().currentKey();
    const QString nothing = whyNothingChanges();
    const QString why = nothing.isEmpty() && !key.isNull() ? whyUnchangeable(key) : nothing;
    if (why.isEmpty() || keys.isEmpty())
        return;
    for (const QList<CommandSpec> all = m_commands.specs(); const CommandSpec &spec : all) {
        const QAction *action = m_commands.action(spec.id);
        if (spec.rowMenu && !action->isEnabled() && action->shortcuts().contains(keys))
            return m_feedback->toast(why + u'.', {}, {});
    }
}

QString MainWindow::connectionName() const {
    const auto kept =
        m_context.book ? m_context.book->find(m_context.connection.id) : std::optional<Connection>();
    const QString name = kept ? kept->name : m_context.connection.name;
    return name.isEmpty() ? m_context.service.backend().info().name : name;
}

/// Where one is, and how fresh what one sees is.
void MainWindow::showPlace() {
    const VaultInfo info = m_context.service.backend().info();
    const ConnectionKind kind = m_context.connection.kind;
    const QString name = connectionName();
    setWindowTitle(QStringLiteral("Latchkey — %1").arg(name));
    QString vault = kind == ConnectionKind::Local ? name : nameAndKind(name, kind);
    if (!name.contains(info.name, Qt::CaseInsensitive) && !info.name.contains(name, Qt::CaseInsensitive))
        vault += QStringLiteral("  ·  ") + info.name; // the vault calls itself something else
    QStringList state;
    if (kind != ConnectionKind::Local)
        state.append(m_watch->stateText());
    const bool mayWrite = m_context.service.mayWrite().has_value();
    if (m_context.all)
        state = m_pane ? QStringList{m_pane->stateText()} : QStringList();
    else if (!mayWrite)
        state.append(tr("Read-only"));
    else if (kind == ConnectionKind::Local)
        state.append(tr("Local vault"));
    m_band->show(m_sidebar->environment(), vault, state.join(QStringLiteral("  ·  ")));
}

void MainWindow::addRecentMenu() {
    if (!m_context.book || menuBar()->actions().isEmpty())
        return;
    QMenu *file = menuBar()->actions().first()->menu();
    auto *recent = new QMenu(tr("Open &Recent"), file);
    recent->setObjectName(QStringLiteral("recentConnections"));
    file->insertMenu(m_commands.action(QStringLiteral("file.new")), recent);
    connect(recent, &QMenu::aboutToShow, recent, [this, recent] {
        recent->clear();
        for (const QList<Connection> all = m_context.book->recent(); const Connection &c : all) {
            if (c.id == m_context.connection.id)
                continue;
            QString text = c.name;
            recent->addAction(themedIcon(iconName(c.kind)), text.replace(u'&', QStringLiteral("&&")), this,
                              [this, c] { emit connectionRequested(c); });
        }
        if (recent->isEmpty())
            recent->addAction(tr("Nothing else was opened"))->setEnabled(false);
    });
}

void MainWindow::changeEvent(QEvent *e) {
    if (e->type() == QEvent::ActivationChange && !isActiveWindow() && m_actions)
        m_actions->letGo();
    QMainWindow::changeEvent(e);
}

/// A shortcut that nobody took may be of a command that is off: says why it is.
void MainWindow::keyPressEvent(QKeyEvent *e) {
    QMainWindow::keyPressEvent(e);
    if (e->isAutoRepeat() || m_lock->isLocked())
        return;
    const QKeySequence pressed(e->keyCombination());
    for (const QAction *command : m_commands.findChildren<QAction *>()) {
        if (command->isEnabled() || !command->shortcuts().contains(pressed))
            continue;
        const auto toasts = findChildren<QWidget *>(QStringLiteral("toast"));
        if (std::none_of(toasts.begin(), toasts.end(), [command](const QWidget *toast) {
                return toast->accessibleName().startsWith(command->toolTip());
            }))
            m_feedback->toast(command->toolTip(), {}, {});
    }
}

void MainWindow::keyReleaseEvent(QKeyEvent *e) {
    if (!e->isAutoRepeat() && (e->key() == Qt::Key_H || e->key() == Qt::Key_Control))
        m_actions->letGo();
    QMainWindow::keyReleaseEvent(e);
}

bool MainWindow::mayGo(const std::function<void()> &leave) {
    if (m_forms->guardUnstored())
        return false;
    const auto page = m_pages->unsaved(leave);
    if (page)
        showPage(*page); // where it asks
    return !page;
}

void MainWindow::closeEvent(QCloseEvent *e) {
    if (!mayGo([this] { close(); })) {
        e->ignore();
        return;
    }
    saveState();
    m_page->revealed().forget();
    m_context.clipboard.clearNow();
    QMainWindow::closeEvent(e);
}

void MainWindow::saveState() {
    const QString id = m_context.service.backend().info().id;
    const QVariantList splits{m_sidebar->width(), m_pages->width(), m_detailWidth};
    m_context.settings.setVaultState(id, QStringLiteral("window"),
                                     {{QStringLiteral("width"), width()},
                                      {QStringLiteral("height"), height()},
                                      {QStringLiteral("maximised"), isMaximized()},
                                      {QStringLiteral("splits"), splits},
                                      {QStringLiteral("detail"), m_detailWanted}});
    m_context.settings.setVaultState(id, QStringLiteral("table"), m_page->table().saveState());
    // What is typed into the search box is not kept: it has no history.
    const auto environment = m_sidebar->environment();
    m_context.settings.setVaultState(
        id, QStringLiteral("filter"),
        {{QStringLiteral("environment"), environment ? toWord(*environment) : QString()},
         {QStringLiteral("smart"), static_cast<int>(m_sidebar->smart())}});
}

void MainWindow::restoreState() {
    const QString id = m_context.service.backend().info().id;
    const QVariantMap w = m_context.settings.vaultState(id, QStringLiteral("window"));
    const QVariantMap t = m_context.settings.vaultState(id, QStringLiteral("table"));
    if (!w.isEmpty()) {
        resize(qBound(900, w.value(QStringLiteral("width")).toInt(), 8000),
               qBound(560, w.value(QStringLiteral("height")).toInt(), 8000));
        const QVariantList splits = w.value(QStringLiteral("splits")).toList();
        if (splits.size() == 3) {
            const int side = qBound(0, splits[0].toInt(), 1000);
            m_detailWidth = qBound(m_detail->minimumWidth(), splits[2].toInt(), 4000);
            m_split->setSizes({side, width() - side - m_detailWidth, m_detailWidth});
        }
        m_detailWanted = w.value(QStringLiteral("detail")).toBool();
        if (w.value(QStringLiteral("maximised")).toBool())
            setWindowState(Qt::WindowMaximized);
    }
    m_detail->setVisible(m_detailWanted && !narrow());
    KeySort sort;
    if (!m_context.all && !m_context.service.backend().capabilities().created)
        sort = {SortColumn::Name, Qt::AscendingOrder};
    if (!t.isEmpty())
        sort = {static_cast<SortColumn>(qBound(0, t.value(QStringLiteral("sortColumn")).toInt(),
                                               static_cast<int>(SortColumn::Connection))),
                t.value(QStringLiteral("sortDescending")).toBool() ? Qt::DescendingOrder
                                                                   : Qt::AscendingOrder};
    const QVariantMap f = m_context.settings.vaultState(id, QStringLiteral("filter"));
    const auto environment = environmentFromWord(f.value(QStringLiteral("environment")).toString());
    const auto smart =
        static_cast<SmartFilter>(qBound(0, f.value(QStringLiteral("smart")).toInt(), SmartFilterCount - 1));
    if (environment || smart != SmartFilter::None) {
        m_sidebar->go(environment, smart);
        m_sidebar->refreshCounts();
    }
    m_page->start(sort);
    if (m_context.all)
        m_page->table().showFirst(KeyColumn::Connection);
    m_page->table().restoreState(t);
}

} // namespace latchkey::ui
