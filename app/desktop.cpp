#include "app/desktop.h"
#include "core/model/futures.h"

#include "core/services/sample_keys.h"
#include "core/storage/local_vault.h"
#include "ui/commands/shortcut_sheet.h"
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
} // namespace

Desktop::Desktop(QApplication &app, const QString &settingsFile)
    : m_app(app)
    , m_settings(settingsFile)
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
        if (m_window || (m_start && m_start->isVisible()))
            return; // there is something on the screen that stays until there is an answer
        startPage().showOpening(m_wanted.path);
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
    }
    return *m_start;
}

void Desktop::start(const QString &vault) {
    if (!vault.isEmpty())
        return open(vault, true);
    const QStringList recent = m_settings.recentVaults();
    if (!recent.isEmpty() && QFileInfo::exists(recent.first()))
        return open(recent.first(), false);
    if (QFileInfo::exists(defaultVaultPath()))
        return open(defaultVaultPath(), false);
    firstRun();
}

void Desktop::firstRun() {
    startPage().showFirstRun();
    startPage().show();
}

void Desktop::open(const QString &path, bool create, bool samples, const QByteArray &catalogue) {
    m_wanted = {path, create, samples, catalogue};
    m_again.stop();
    openWanted();
}

void Desktop::openWanted() {
    if (std::exchange(m_opening, true))
        return; // asked for again as soon as that one is answered
    OpenOptions options;
    options.create = m_wanted.create;
    options.actor = personName();
    options.catalogueJson = m_wanted.catalogue;
    options.name =
        m_wanted.path == defaultVaultPath() ? tr("Local vault") : QFileInfo(m_wanted.path).completeBaseName();
    m_slow.start();
    openLocalVault(m_wanted.path, options, m_clock) |
        then(this, [this, wanted = m_wanted](const Result<std::shared_ptr<VaultBackend>> &vault) {
            m_opening = false;
            m_slow.stop();
            if (wanted.path == m_wanted.path)
                opened(wanted, vault);
            else
                openWanted();
        });
}

void Desktop::opened(const Wanted &wanted, const Result<std::shared_ptr<VaultBackend>> &vault) {
    if (vault) {
        m_settings.addRecentVault(wanted.path);
        show(*vault);
        if (wanted.samples)
            addSampleKeys(**vault, m_clock.now());
        return;
    }
    startPage().showProblem(wanted.path, vault.error());
    startPage().show();
    if (vault.error().code == ErrorCode::Busy)
        m_again.start();
}

void Desktop::show(const std::shared_ptr<VaultBackend> &vault) {
    closeVault();
    m_vault = vault;
    m_service =
        std::make_unique<KeyService>(*m_vault, m_secrets, m_clock, Principal{personName(), true, true, {}});
    m_window = std::make_unique<MainWindow>(
        WindowContext{*m_service, m_settings, m_clipboard, [this](QWidget *window) {
                          return new DialogForms(*m_service, m_clipboard, m_settings, window);
                      }});
    connect(m_window.get(), &MainWindow::openVaultRequested, this, &Desktop::askToOpen);
    connect(m_window.get(), &MainWindow::newVaultRequested, this, &Desktop::askForNew);
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
    if (!vault->info().readOnly)
        m_vault->purgeExpired(m_clock.now(), {QStringLiteral("Latchkey")});
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
