#include "app/desktop.h"
#include "core/model/futures.h"

#include "core/services/connections/system_user.h"
#include "core/services/safe_mode/asking_vault.h"
#include "core/services/sample_keys.h"
#include "core/storage/local_vault.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/connections_window.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/platform/file_dialog.h"
#include "ui/platform/stall_watchdog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/confirm_gate.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/main_window.h"
#include "ui/shell/new_vault_sheet.h"
#include "ui/shell/pane_forms.h"
#include "ui/shell/start_page.h"
#include "ui/theme/sheet_place.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QFileInfo>
#include <utility>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
constexpr qint64 ClockToleranceMs = 60'000;

QString nameOf(const Connection &c) {
    if (!c.name.isEmpty())
        return c.name;
    return c.kind == ConnectionKind::Local ? QFileInfo(c.file).fileName() : c.location();
}
} // namespace

Desktop::Desktop(QApplication &app, const QString &settingsFile)
    : m_app(app)
    , m_clocks(*new Clocks(&app))
    , m_clock(m_clocks.forward)
    , m_settings(settingsFile)
    , m_book(m_settings, m_secrets)
    , m_open(
          m_secrets,
          [this](const Connection &c, const SharedSecret &secret) {
              const Answer<Result<OpenedConnection>> answer;
              withProxyPassword(m_secrets, c) | then(this, [this, secret, answer](const Connection &whole) {
                  openConnection(whole, secret, systemUserName(), {}, m_clock) |
                      then(this, [this, whole, answer](const Result<OpenedConnection> &opened) {
                          answer.give(opened ? Result<OpenedConnection>(gated(*opened, whole)) : opened);
                      });
              });
              return answer.future();
          })
    , m_clipboard(QApplication::clipboard()) {
    QApplication::setWindowIcon(applicationIcon());
    new SheetPlace(this);
    applyTheme();
    connect(&m_scheme, &ColorScheme::changed, this, &Desktop::applyTheme);
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(setting::Theme.key) ||
            key == QLatin1StringView(setting::ReduceMotion.key))
            applyTheme();
    });
    m_slow.setSingleShot(true);
    m_slow.setInterval(400);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        const bool local = m_wanted.connection.kind == ConnectionKind::Local;
        if (local && (m_window || (m_start && m_start->isVisible())))
            return; // there is something on the screen that stays until there is an answer
        startPage().showOpening(nameOf(m_wanted.connection), m_wanted.connection.location());
        startPage().show();
    });
    m_again.setSingleShot(true);
    m_again.setInterval(500);
    connect(&m_again, &QTimer::timeout, this, &Desktop::openWanted);
#ifdef LATCHKEY_STALL_WATCHDOG
    m_watchdog = std::make_unique<StallWatchdog>();
#endif
    m_secrets.probe() | then(this, [this](SecretStoreState s) {
        if (m_window)
            m_window->showKeychainState(s);
    });
}

Desktop::~Desktop() {
    closeVault();
}

void Desktop::applyTheme() {
    ui::applyTheme(m_app, static_cast<ThemeChoice>(m_settings.get(setting::Theme)), m_scheme.dark(),
                   m_scheme.highContrast());
    setReducedMotion(m_app, m_settings.get(setting::ReduceMotion) || m_scheme.reducedMotion());
}

StartPage &Desktop::startPage() {
    if (!m_start) {
        m_start = std::make_unique<StartPage>();
        m_start->setWindowTitle(QStringLiteral("Latchkey"));
        m_start->resize(900, 620);
        connect(m_start.get(), &StartPage::createRequested, this,
                [this] { open(defaultVaultPath(), true, false, m_start->catalogueJson()); });
        connect(m_start.get(), &StartPage::sampleRequested, this,
                [this] { open(defaultVaultPath(), true, true); });
        connect(m_start.get(), &StartPage::openRequested, this, &Desktop::askToOpen);
        connect(m_start.get(), &StartPage::newFileRequested, this, &Desktop::askForNew);
        connect(m_start.get(), &StartPage::retryRequested, this, &Desktop::openWanted);
        connect(m_start.get(), &StartPage::connectionsRequested, this, [this](bool newServer) {
            ConnectionsWindow *connections = showConnections();
            if (newServer)
                connections->begin(ConnectionKind::Server);
        });
        connect(m_start.get(), &StartPage::cancelRequested, this, &Desktop::giveUp);
    }
    return *m_start;
}

void Desktop::start(const QString &vault, const QString &connection) {
    if (!vault.isEmpty())
        return open(vault, true);
    if (!connection.isEmpty()) {
        if (const auto c = m_book.named(connection))
            return openConnected(*c, {});
        startPage().showProblem(connection, tr("There is no connection of this name."));
        return startPage().show();
    }
    const QList<Connection> recent = m_book.recent();
    if (!recent.isEmpty() &&
        (recent.first().kind != ConnectionKind::Local || QFileInfo::exists(recent.first().file)))
        return openConnected(recent.first(), {});
    if (QFileInfo::exists(defaultVaultPath()))
        return open(defaultVaultPath(), false);
    firstRun();
}

void Desktop::firstRun() {
    startPage().showFirstRun();
    startPage().show();
}

void Desktop::open(const QString &path, bool create, bool samples, const QByteArray &catalogue) {
    Wanted wanted{{}, {}, create, samples, catalogue, {}};
    wanted.connection.file = path;
    if (const auto known = m_book.ofFile(path))
        wanted.connection = *known;
    open(wanted);
}

void Desktop::openConnected(const Connection &connection, const SharedSecret &secret, const KeyId &key) {
    const auto then = [this, connection, secret, key] { openConnected(connection, secret, key); };
    if (m_window && !m_window->mayGo([this, then] {
            QMetaObject::invokeMethod(this, then, Qt::QueuedConnection); // not inside its own button
        }))
        return;
    if (m_connections)
        m_connections->accept();
    open({connection, secret, false, false, {}, key});
}

void Desktop::open(Wanted wanted) {
    ++m_run;
    m_opening = false;
    m_wanted = std::move(wanted);
    m_again.stop();
    openWanted();
}

void Desktop::openWanted() {
    if (std::exchange(m_opening, true))
        return;
    m_slow.start();
    const Connection &c = m_wanted.connection;
    if (!c.needsSecret() || m_wanted.secret)
        return openWith(m_wanted.secret);
    m_secrets.read(c.secretName()) | then(this, [this, run = m_run](const Result<SharedSecret> &kept) {
        if (run == m_run)
            openWith(kept.value_or(SharedSecret()));
    });
}

void Desktop::openWith(const SharedSecret &secret) {
    const Connection &c = m_wanted.connection;
    if (const auto open = m_open.opened(c.id); open && m_open.connection(c.id) == c && !m_wanted.secret) {
        // Later: the window that goes may be the one whose menu asks.
        const auto take = [this, wanted = m_wanted, vault = *open, run = m_run] {
            if (run != m_run)
                return;
            m_opening = false;
            m_slow.stop();
            opened(wanted, vault);
        };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
        return;
    }
    // Connecting to an empty database makes its vault.
    NewVaultWish wish{m_wanted.create || c.kind == ConnectionKind::Postgres, {}, m_wanted.catalogue};
    if (c.kind == ConnectionKind::Local)
        wish.name = c.file == defaultVaultPath() ? tr("Local vault") : QFileInfo(c.file).completeBaseName();
    withProxyPassword(m_secrets, c) | then(this, [this, secret, wish, run = m_run](const Connection &whole) {
        if (run != m_run)
            return;
        openConnection(whole, secret, systemUserName(), wish, m_clock) |
            then(this, [this, wanted = m_wanted, run](const Result<OpenedConnection> &vault) {
                if (run != m_run)
                    return; // given up, or another one is wanted by now
                m_opening = false;
                m_slow.stop();
                opened(wanted, vault);
            });
    });
}

/// What is on its way is closed again when it comes.
void Desktop::giveUp() {
    ++m_run;
    m_opening = false;
    m_slow.stop();
    if (!m_window)
        return startPage().showProblem(m_wanted.connection.location(), tr("You stopped it."));
    m_start->hide();
    m_start.release()->deleteLater(); // it is its button that was pressed
}

void Desktop::opened(const Wanted &wanted, const Result<OpenedConnection> &vault) {
    if (vault) {
        Connection c = wanted.connection;
        if (c.id.isNull()) {
            c.name = m_book.freeName(vault->backend->info().name);
            c = m_book.keep(c);
        }
        m_book.noteOpened(c.id);
        show(*vault, c);
        if (!wanted.key.isNull())
            m_window->jumpTo(wanted.key);
        if (wanted.samples)
            addSampleKeys(*vault->backend, m_clock.now());
        return;
    }
    const bool busy = vault.error().code == ErrorCode::Busy;
    startPage().showProblem(wanted.connection.location(),
                            wanted.connection.kind == ConnectionKind::Local
                                ? sentence(vault.error())
                                : connectionProblem(vault.error(), wanted.connection),
                            busy);
    startPage().show();
    if (busy)
        m_again.start();
}

/// Where the connection asks first, what is opened by it can't be changed in another way.
OpenedConnection Desktop::gated(OpenedConnection vault, const Connection &connection) {
    if (connection.safeMode == SafeMode::Confirm && !vault.backend->gate()) {
        const auto gate = std::make_shared<ConfirmGate>(
            *vault.backend,
            [this, connection] { return m_book.find(connection.id).value_or(connection).name; },
            [this]() -> QWidget * { return m_window.get(); });
        vault.backend = std::make_shared<AskingVault>(vault.backend, gate);
    }
    return vault;
}

void Desktop::show(const OpenedConnection &vault, const Connection &connection) {
    closeVault();
    const OpenedConnection open = gated(vault, connection);
    m_open.adopt(connection, open);
    m_open.closeOthers({connection.id});
    m_vault = open.backend;
    m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock, vault.principal);
    showWindow(WindowContext{
        *m_service, m_settings, m_clipboard,
        [this](QWidget *window) { return new DialogForms(*m_service, m_clipboard, m_settings, window); },
        connection, vault.role, &m_book, &m_open});
    lookAtClock();
    if (m_service->mayWrite() && !connection.needsToken()) // a server does it itself
        m_vault->purgeExpired(m_clock.now(), {QStringLiteral("Latchkey")});
}

/// While a person types into the form of a connection, it goes on as it was: half an address is nobody's.
QList<Connection> Desktop::shownInAll() const {
    const bool typing = m_connections && m_connections->isVisible();
    QList<Connection> shown;
    for (Connection c : m_book.all()) {
        if (!c.inAll)
            continue;
        if (typing && m_all) {
            const auto now = m_all->rowOf(c.id);
            if (!now)
                continue; // a new one
            const QString name = c.name;
            c = now->connection;
            c.name = name;
        }
        shown.append(c);
    }
    return shown;
}

void Desktop::showAll() {
    // Later: it is the window's own button that says it may go.
    const auto then = [this] { QMetaObject::invokeMethod(this, &Desktop::showAll, Qt::QueuedConnection); };
    if (m_all || (m_window && !m_window->mayGo(then)))
        return;
    ++m_run; // what is on its way is not waited for
    m_opening = false;
    m_slow.stop();
    m_again.stop();
    closeVault();
    m_all = std::make_unique<AllConnections>(m_open, QStringLiteral("all"), tr("All connections"));
    m_vault = m_all->vault();
    m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock,
                                             Principal{systemUserName(), true, true, {}});
    m_service->setRights([this](const KeyId &key) { return m_all->principalOf(key); });
    connect(&m_book, &ConnectionBook::changed, m_all.get(), [this] { m_all->show(shownInAll()); });
    m_all->show(shownInAll());
    m_all->retryAll(); // what others have tried in vain
    Connection all;
    all.name = m_vault->info().name;
    m_wanted = {};
    showWindow(WindowContext{*m_service,
                             m_settings,
                             m_clipboard,
                             [this](QWidget *window) {
                                 return new PaneForms(*m_all, *m_service, m_clipboard, m_settings, window);
                             },
                             all,
                             {},
                             &m_book,
                             &m_open,
                             m_all.get()});
}

void Desktop::showWindow(const WindowContext &context) {
    m_window = std::make_unique<MainWindow>(context);
    connect(m_window.get(), &MainWindow::allConnectionsRequested, this, &Desktop::showAll,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::openVaultRequested, this, &Desktop::askToOpen);
    connect(m_window.get(), &MainWindow::newVaultRequested, this, &Desktop::askForNew);
    connect(m_window.get(), &MainWindow::connectionsRequested, this, &Desktop::showConnections);
    connect(
        m_window.get(), &MainWindow::connectionRequested, this,
        [this](const Connection &c) { openConnected(c, {}); }, Qt::QueuedConnection);
    connect(
        m_window.get(), &MainWindow::keyElsewhereRequested, this,
        [this](const Connection &c, const KeyId &key) { openConnected(c, {}, key); }, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::settingsRequested, this, &Desktop::settingsWindow);
    connect(m_window.get(), &MainWindow::themeRequested, this,
            [this](int choice) { m_settings.set(setting::Theme, choice); });
    connect(m_window.get(), &MainWindow::shortcutSheetRequested, this, [this] {
        if (!m_sheet)
            m_sheet = new ShortcutSheet(m_window->commands(), m_window.get());
        m_sheet->show();
        m_sheet->raise();
        m_sheet->activateWindow();
    });
    if (m_secrets.state() != SecretStoreState::Unknown)
        m_window->showKeychainState(m_secrets.state());
    if (m_place.isValid()) { // for the person it is the same window, with other keys in it
        m_window->setGeometry(m_place);
        m_window->setWindowState(m_large);
    }
    m_window->show();
    m_start.reset();
}

ConnectionsWindow *Desktop::showConnections() {
    if (!m_connections) {
        QWidget *over = m_window ? static_cast<QWidget *>(m_window.get()) : m_start.get();
        m_connections = new ConnectionsWindow(m_book, over);
        connect(m_connections, &QDialog::finished, m_connections, &QObject::deleteLater);
        connect(m_connections, &QDialog::finished, this, [this] {
            if (!m_all)
                return;
            m_all->show(shownInAll());
            m_all->retryAll();
        });
        connect(
            m_connections, &ConnectionsWindow::connectRequested, this,
            [this](const Connection &c, const SharedSecret &secret) { openConnected(c, secret); },
            Qt::QueuedConnection);
        m_connections->select(m_wanted.connection.id);
    }
    m_connections->show();
    m_connections->raise();
    m_connections->activateWindow();
    return m_connections;
}

/// A computer's clock that is behind what the vault has seen would bring back what is over. Time stands still
/// for this vault until the clock has caught up, or somebody says that the clock is right.
void Desktop::lookAtClock() {
    AuditQuery newest;
    newest.limit = 1;
    m_vault->audit(newest) | then(m_window.get(), [this](const Result<QList<AuditEvent>> &events) {
        const QString id = QStringLiteral("clock");
        const Instant real = m_clocks.computer.now();
        if (!events || events->isEmpty() || events->first().at <= real)
            return;
        const Instant seen = events->first().at;
        m_clock.atLeast(seen);
        m_window->refresh();
        if (seen <= real.plusMs(ClockToleranceMs))
            return; // it will have caught up before anybody has read the sentence
        const auto text = [zone = timeZone(m_settings)](Instant t) { return fullTime(t, zone); };
        m_window->feedback().banner(id, Feedback::Level::Warning,
                                    tr("This computer's clock says %1, but the vault's newest entry is of "
                                       "%2. Until then nothing that has "
                                       "expired works again.")
                                        .arg(text(real), text(seen)),
                                    tr("Trust the Clock"), [this, id] {
                                        m_clock.trust();
                                        m_window->feedback().clearBanner(id);
                                        m_window->refresh();
                                    });
    });
}

void Desktop::closeVault() {
    delete m_settingsDialog;
    if (m_window) {
        m_window->saveState(); // it may go without being closed by hand
        m_place = m_window->normalGeometry();
        m_large = m_window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen);
    }
    m_window.reset();
    m_service.reset();
    m_vault.reset();
    m_all.reset();
    m_clock.trust(); // what one vault has seen says nothing of another
}

void Desktop::settingsWindow() {
    if (!m_settingsDialog)
        m_settingsDialog = new SettingsDialog(m_settings, m_window->commands(), *m_service, m_window.get());
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
}

void Desktop::askToOpen() {
    if (m_window && !m_window->mayGo([this] { askToOpen(); }))
        return;
    const QString path = FileDialog::openFileName(QApplication::activeWindow(), tr("Open vault"),
                                                  QFileInfo(defaultVaultPath()).path(),
                                                  tr("Latchkey vaults (*.latchkey);;All files (*)"));
    if (!path.isEmpty())
        open(path, false);
}

void Desktop::askForNew() {
    if (m_window && !m_window->mayGo([this] { askForNew(); }))
        return;
    QWidget *over = m_window ? static_cast<QWidget *>(m_window.get()) : m_start.get();
    auto *sheet = new NewVaultSheet(QFileInfo(defaultVaultPath()).path(), over);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::accepted, this, [this, sheet] {
        // Later: another vault's window takes the place of the one that the sheet stands on.
        QMetaObject::invokeMethod(
            this,
            [this, path = sheet->path(), catalogue = sheet->catalogueJson()] {
                open(path, true, false, catalogue);
            },
            Qt::QueuedConnection);
    });
    sheet->open();
}
