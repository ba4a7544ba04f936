#include "app/desktop.h"
#include "core/model/futures.h"

#include "core/services/sample_keys.h"
#include "core/storage/local_vault.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/connections_window.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/platform/stall_watchdog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/main_window.h"
#include "ui/shell/new_vault_sheet.h"
#include "ui/shell/start_page.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <utility>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
constexpr qint64 ClockToleranceMs = 60'000;

QString personName() {
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? QStringLiteral("administrator") : name;
}

QString nameOf(const Connection &c) {
    if (!c.name.isEmpty())
        return c.name;
    return c.kind == ConnectionKind::Local ? QFileInfo(c.file).fileName() : c.location();
}
} // namespace

Desktop::Desktop(QApplication &app, const QString &settingsFile)
    : m_app(app)
    , m_settings(settingsFile)
    , m_book(m_settings, m_secrets)
    , m_clipboard(QApplication::clipboard()) {
    QApplication::setWindowIcon(applicationIcon());
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
        connect(m_start.get(), &StartPage::connectionsRequested, this, &Desktop::showConnections);
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
    Wanted wanted{{}, {}, create, samples, catalogue};
    wanted.connection.file = path;
    if (const auto known = m_book.ofFile(path))
        wanted.connection = *known;
    open(wanted);
}

void Desktop::openConnected(const Connection &connection, const SharedSecret &secret) {
    if (m_window && !m_window->mayGo([this, connection, secret] { openConnected(connection, secret); }))
        return;
    if (m_connections)
        m_connections->accept();
    open({connection, secret, false, false, {}});
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
    NewVaultWish wish{m_wanted.create, {}, m_wanted.catalogue};
    if (c.kind == ConnectionKind::Local)
        wish.name = c.file == defaultVaultPath() ? tr("Local vault") : QFileInfo(c.file).completeBaseName();
    openConnection(c, secret, personName(), wish, m_clock) |
        then(this, [this, wanted = m_wanted, run = m_run](const Result<OpenedConnection> &vault) {
            if (run != m_run)
                return; // given up, or another one is wanted by now
            m_opening = false;
            m_slow.stop();
            opened(wanted, vault);
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

void Desktop::show(const OpenedConnection &vault, const Connection &connection) {
    closeVault();
    m_vault = vault.backend;
    m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock, vault.principal);
    m_window = std::make_unique<MainWindow>(WindowContext{
        *m_service, m_settings, m_clipboard,
        [this](QWidget *window) { return new DialogForms(*m_service, m_clipboard, m_settings, window); },
        connection, vault.role, &m_book});
    connect(m_window.get(), &MainWindow::openVaultRequested, this, &Desktop::askToOpen);
    connect(m_window.get(), &MainWindow::newVaultRequested, this, &Desktop::askForNew);
    connect(m_window.get(), &MainWindow::connectionsRequested, this, &Desktop::showConnections);
    connect(
        m_window.get(), &MainWindow::connectionRequested, this,
        [this](const Connection &c) { openConnected(c, {}); }, Qt::QueuedConnection);
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
    m_window->show();
    m_start.reset();
    lookAtClock();
    if (m_service->mayWrite() && !connection.needsToken()) // a server does it itself
        m_vault->purgeExpired(m_clock.now(), {QStringLiteral("Latchkey")});
}

ConnectionsWindow *Desktop::showConnections() {
    if (!m_connections) {
        QWidget *over = m_window ? static_cast<QWidget *>(m_window.get()) : m_start.get();
        m_connections = new ConnectionsWindow(m_book, over);
        connect(m_connections, &QDialog::finished, m_connections, &QObject::deleteLater);
        connect(m_connections, &ConnectionsWindow::connectRequested, this, &Desktop::openConnected,
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
        const Instant real = m_computer.now();
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
    m_window.reset();
    m_service.reset();
    m_vault.reset();
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
    const QString path = QFileDialog::getOpenFileName(QApplication::activeWindow(), tr("Open vault"),
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
