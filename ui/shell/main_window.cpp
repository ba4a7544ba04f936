#include "ui/shell/main_window.h"

#include "ui/audit/head_watch.h"
#include "ui/commands/command_palette.h"
#include "ui/detail/detail_pane.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/keys/keys_page.h"
#include "ui/lock/lock_cover.h"
#include "ui/settings/shortcuts_page.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/await_line.h"
#include "ui/shell/connection_watch.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/expiry_digest.h"
#include "ui/shell/fresh_keys.h"
#include "ui/shell/help_actions.h"
#include "ui/shell/job_line.h"
#include "ui/shell/kept_watch.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/key_forms.h"
#include "ui/shell/lifecycle_actions.h"
#include "ui/shell/page_buttons.h"
#include "ui/shell/page_commands.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/receipt_toasts.h"
#include "ui/shell/reveal_strip.h"
#include "ui/shell/saved_filters.h"
#include "ui/shell/status_line.h"
#include "ui/shell/transfer_actions.h"
#include "ui/shell/why_actions.h"
#include "ui/shell/window_commands.h"
#include "ui/shell/window_job_commands.h"
#include "ui/shell/window_pages.h"
#include "ui/sidebar/sidebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QSet>
#include <QSplitter>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
/// Beside the settings, one for each vault.
QString jobListFile(const WindowContext &c) {
    return QFileInfo(c.settings.fileName())
        .absoluteDir()
        .filePath(QStringLiteral("jobs/%1.jsonl").arg(c.service.backend().info().id));
}

/// What the vaults of these keys can do, each once; after one of our own, which can do everything, no other
/// is looked for.
QList<Capabilities> homesOf(const VaultBackend &backend, const KeySelection &keys) {
    QSet<const VaultBackend *> seen;
    QList<Capabilities> homes;
    for (qsizetype i = 0, n = keys.count(); i < n; ++i) {
        const VaultBackend &home = backend.homeOf(keys.at(i));
        if (seen.contains(&home))
            continue;
        seen.insert(&home);
        homes.append(home.capabilities());
        if (homes.last().service.isEmpty())
            break;
    }
    return homes;
}
} // namespace

MainWindow::MainWindow(const WindowContext &context)
    : m_context(context)
    , m_jobs(context.service.clock(), jobListFile(context))
    , m_content(new QWidget(this))
    , m_band(new EnvironmentBand(m_content))
    , m_split(new QSplitter(Qt::Horizontal, m_content)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setMinimumSize(900, 560);
    const QSize room = screen() ? screen()->availableSize() : QSize(1280, 800);
    resize(QSize(1280, 800).boundedTo(room - QSize(0, 40)).expandedTo(minimumSize()));
    registerHelpCommands(*this);
    registerCommands(*this);
    registerWhyCommands(*this);
    registerJobCommands(*this);
    registerPageTools(*this);
    layOut();
    addPages(*this);
    new PageButtons(*this); // owned by the commands
    m_commands.fillMenuBar(menuBar());
    addRecentMenu();
    connectParts();
    restoreState();
    for (const char *key : {setting::Density.key, setting::TimeZone.key, setting::ClipboardSeconds.key,
                            setting::AutoLockMinutes.key, setting::ExpiringDays.key, "shortcuts"})
        followSettings(QLatin1StringView(key));
    updateCommands();
    m_page->table().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut() {
    m_sidebar = new Sidebar(m_context.service.backend(), m_split);
    m_pages = new PageStack(*this, m_split);
    m_page = new KeysPage(m_context.service, m_commands, m_pages);
    m_pages->setKeysPage(m_page);
    m_detail = new DetailPane(m_context.service, m_commands, m_split);
    m_split->addWidget(m_sidebar);
    m_split->addWidget(m_pages);
    m_split->addWidget(m_detail);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    m_detailWidth = DetailPane::Width;
    m_split->setSizes({Sidebar::Width, 1280 - Sidebar::Width - m_detailWidth, m_detailWidth});
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        if (m_pages->isVisible() && m_detail->isVisible())
            m_detailWidth = m_detail->width();
    });
    m_status = new StatusLine(m_commands, m_context.clipboard, m_content);
    auto *box = new QVBoxLayout(m_content);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    m_banners = new BannerArea(m_content); // seen from every page
    m_banners->setObjectName(QStringLiteral("banners"));
    box->addWidget(m_band);
    box->addWidget(m_banners);
    box->addWidget(m_split, 1);
    m_reveal = new RevealStrip(m_page->revealed(), m_commands, m_content);
    box->addWidget(m_reveal);
    box->addWidget(m_status);
    setCentralWidget(m_content);
    m_feedback = new WindowFeedback(this, m_banners, m_undo);
    m_feedback->toasts().keepOff(m_reveal);
    m_feedback->toasts().keepOff(&m_page->bulkBar());
    new ReceiptToasts(m_context.service.backend(), m_detail->receipts(), *m_feedback, this);
    m_forms = m_context.forms(this);
    auto *fresh = new FreshKeys(m_context.service.backend(), *m_page, m_commands, *m_feedback, this);
    connect(m_pages, &PageStack::pageShown, fresh, &FreshKeys::drop);
    m_actions = new KeyActions(m_context.service, *m_page, *fresh, *m_forms, *m_feedback, m_context.clipboard,
                               m_context.settings, m_jobs, this);
    m_actions->setBlocked([this](const KeyId &id) {
        const QString nothing = whyNothingChanges();
        return nothing.isEmpty() ? whyUnchangeable(id) : nothing;
    });
    m_lifecycle = new LifecycleActions(m_context.service, *m_page, *fresh, *m_forms, *m_feedback, this);
    m_saved = new SavedFilters(*this);
    m_digest = new ExpiryDigest(*this);
    m_watch =
        new ConnectionWatch(m_context.service.backend(), m_page->model(), *m_feedback,
                            {m_context.connection.kind, m_context.settings, m_context.service.clock()}, this);
    m_head = new HeadWatch(m_context.service, m_context.settings, this);
    m_help = new HelpActions(this);
    m_why = new WhyActions(
        {m_context.service, m_context.clipboard, m_context.settings, *m_forms, *m_actions, *m_feedback},
        *this);
    m_transfer = new TransferActions(m_context.service, m_jobs, *m_page, *m_feedback, this);
    m_across = new AcrossActions(*this, *m_forms, *m_feedback);
    m_palette = new CommandPalette(m_commands, this);
    m_lock = new LockCover(this, m_content);
    m_kept = std::make_unique<KeptWatch>(m_context.service, *m_page);
    connect(m_kept.get(), &KeptWatch::currentKnown, this, &MainWindow::updateCommands);
}

void MainWindow::connectParts() {
    connect(m_watch, &ConnectionWatch::changed, this, [this] {
        showPlace();
        updateCommands();
    });
    connect(m_watch, &ConnectionWatch::ticked, this, &MainWindow::showPlace);
    connect(m_watch, &ConnectionWatch::retryRequested, this, &MainWindow::refresh);
    m_time.setObjectName(QStringLiteral("time"));
    m_time.setInterval(TimeMs);
    connect(&m_time, &QTimer::timeout, this, &MainWindow::passTime);
    m_time.start();
    showPlace();
    connect(m_sidebar, &Sidebar::chosen, this, [this](std::optional<Environment> e, SmartFilter f) {
        showPage({});
        m_actions->setEnvironmentChoice(e);
        m_page->setScope(e, f);
        showPlace();
    });
    const FilterTerm without{FilterTerm::Field::Environment, FilterTerm::Op::Is, false, NoEnvironment};
    connect(m_sidebar, &Sidebar::withoutEnvironmentChosen, &m_page->search(), [this, without](bool on) {
        on ? m_page->search().addTerm(without) : m_page->search().removeTerm(without);
    });
    connect(&m_page->search(), &QLineEdit::textChanged, m_sidebar, [this, without] {
        const bool none = m_page->search().filter().terms.contains(without);
        m_sidebar->setWithoutEnvironment(none);
        if (none && m_sidebar->environment()) // no key is of both
            m_sidebar->go(std::nullopt, m_sidebar->smart());
    });
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPage);
    connect(m_page, &KeysPage::scopeCleared, this,
            [this] { m_sidebar->go(std::nullopt, SmartFilter::None); });
    connect(m_page, &KeysPage::shownChanged, this, &MainWindow::updateCounts);
    connect(&m_context.service.backend(), &VaultBackend::waitChanged, this, &MainWindow::updateCounts);
    connect(&m_page->table(), &KeyTableView::currentKeyChanged, this, &MainWindow::showCurrent);
    connect(&m_page->table(), &KeyTableView::selectionCountChanged, this, &MainWindow::showCurrent);
    connect(&m_page->model(), &KeyTableModel::dataChanged, this, &MainWindow::showListed);
    connect(&m_page->table(), &KeyTableView::opened, this, [this] { setDetailShown(true); });
    connect(&m_page->table(), &KeyTableView::keysUnused, this, &MainWindow::sayWhyNot);
    const auto rowMenu = [this](const QPoint &at) {
        QMenu menu(this);
        m_commands.fillRowMenu(&menu);
        menu.exec(at);
    };
    connect(&m_page->table(), &KeyTableView::rowMenuRequested, this, rowMenu);
    connect(&m_page->table(), &KeyTableView::partPressed, this,
            [this, rowMenu](CellPart part, const KeyId &) {
                if (part == CellPart::More) {
                    const QRect cell = m_page->table().visualRect(
                        m_page->table().currentIndex().siblingAtColumn(static_cast<int>(KeyColumn::Actions)));
                    rowMenu(m_page->table().viewport()->mapToGlobal(cell.bottomLeft()));
                }
            });
    connect(m_detail, &DetailPane::closeRequested, this, [this] { setDetailShown(false); });
    connect(m_detail, &DetailPane::keyLoaded, this, &MainWindow::updateCommands);
    connect(m_detail, &DetailPane::editRequested, this,
            [this](const ApiKey &key, const QString &field) { m_forms->editAt(key, field, {}); });
    connectPane();
    connect(m_actions, &KeyActions::revealAsked, m_reveal, &RevealStrip::ask);
    connect(m_actions, &KeyActions::keptMissing, m_reveal, &RevealStrip::offerRotation);
    connect(&m_page->table(), &KeyTableView::currentKeyChanged, m_reveal, &RevealStrip::dismiss);
    connect(m_actions, &KeyActions::jumpTo, this, &MainWindow::jumpTo);
    new JobLine(m_jobs, *m_status, this);
    const auto whom = [this] { return m_context.all ? QString() : connectionName(); };
    new AwaitLine(m_context.service, *m_status, whom, this);
    connect(&m_actions->bulk(), &BulkActions::failuresWanted, this, &MainWindow::showJob);
    connect(&m_actions->rotation(), &BulkRotation::failuresWanted, this, &MainWindow::showJob);
    connect(m_transfer, &TransferActions::jobWanted, this, &MainWindow::showJob);
    connect(&m_undo, &UndoHistory::changed, this, &MainWindow::updateCommands);
    connect(&m_idle, &IdleWatch::idle, this, &MainWindow::lockNow);
    connect(m_lock, &LockCover::unlocked, this, [this] { menuBar()->setEnabled(true); });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState s) {
        if (s != Qt::ApplicationActive)
            m_page->revealed().forget();
    });
    SecretClipboard &clipboard = m_context.clipboard;
    const auto copied = std::make_shared<quint64>(0); // its notice goes when it is true no more
    connect(&clipboard, &SecretClipboard::copied, this, [this, copied](int seconds) {
        *copied = m_feedback->toasts().show(tr("Key copied. Clipboard clears in %1 s.").arg(seconds), {});
    });
    connect(&clipboard, &SecretClipboard::replaced, this,
            [this, copied] { m_feedback->toasts().close(*copied); });
    connect(&clipboard, &SecretClipboard::cleared, this, [this, copied] {
        m_feedback->toasts().close(*copied);
        m_feedback->toast(tr("Clipboard cleared."), {}, {});
    });
    connect(&clipboard, &SecretClipboard::clearFailed, this, [this] {
        m_feedback->toast(tr("Couldn't clear the clipboard. Copy something else to replace the key."), {},
                          {});
    });
    connect(m_head, &HeadWatch::alarm, this, [this] {
        m_feedback->banner(QStringLiteral("auditHead"), Feedback::Level::Danger,
                           tr("The audit log of this vault doesn't continue what this computer has seen."),
                           tr("Look at it"), [this] { showPage(QStringLiteral("audit")); });
    });
    connect(m_head, &HeadWatch::calmed, this,
            [this] { m_feedback->clearBanner(QStringLiteral("auditHead")); });
    if (!m_context.all) { // what is watched is a vault's own
        m_head->check();
        m_digest->look();
    }
    if (const QString why = whyNothingChanges(); !why.isEmpty())
        m_feedback->banner(QStringLiteral("readOnly"), Feedback::Level::Info,
                           tr("%1. You can look at the keys, but not change them.", "why").arg(why), {}, {});
    connect(&m_context.settings, &Settings::changed, this, &MainWindow::followSettings);
    // A click on the one that is chosen already takes its mark away, and changes no setting.
    for (const char *theme : {"view.system", "view.light", "view.dark"})
        connect(m_commands.action(QLatin1StringView(theme)), &QAction::triggered, this,
                &MainWindow::markTheme);
    markTheme();
}

/// Which of the three stands in the View menu with a mark.
void MainWindow::markTheme() {
    constexpr std::array themes{"view.system", "view.light", "view.dark"}; // as the setting counts them
    for (std::size_t i = 0; i < themes.size(); ++i) {
        QAction *action = m_commands.action(QLatin1StringView(themes[i]));
        action->setCheckable(true);
        action->setChecked(m_context.settings.get(setting::Theme) == static_cast<int>(i));
    }
}

void MainWindow::followSettings(const QString &key) {
    const Settings &s = m_context.settings;
    if (key == QLatin1StringView(setting::Theme.key))
        return markTheme();
    if (key == QLatin1StringView(setting::Density.key))
        m_page->table().setDensity(s.get(setting::Density));
    else if (key == QLatin1StringView(setting::TimeZone.key)) {
        const QTimeZone zone = timeZone(s);
        m_page->model().setTimeZone(zone);
        m_detail->setTimeZone(zone);
    } else if (key == QLatin1StringView(setting::ClipboardSeconds.key))
        m_context.clipboard.setSeconds(s.get(setting::ClipboardSeconds));
    else if (key == QLatin1StringView(setting::AutoLockMinutes.key))
        m_idle.setMinutes(s.get(setting::AutoLockMinutes));
    else if (key.startsWith(QStringLiteral("thresholds/"))) {
        Thresholds t;
        t.expiringDays = s.get(setting::ExpiringDays);
        t.neverUsedDays = s.get(setting::NeverUsedDays);
        t.unusedDays = s.get(setting::UnusedDays);
        m_sidebar->setThresholds(t);
        m_page->setThresholds(t);
    } else if (key == QStringLiteral("shortcuts")) {
        loadShortcuts(s, m_commands);
    }
}

void MainWindow::updateCounts() {
    const KeyListPtr list = m_page->model().list();
    const VaultInfo info = m_context.service.backend().info();
    if (list)
        m_status->showCounts(*list, m_pages->keysShown() ? m_page->table().selectedCount() : 0, info,
                             timeZone(m_context.settings));
    if (info.mostKeys > 0)
        updateCommands(); // whether there is room for another one
}

void MainWindow::showCurrent() {
    const qsizetype n = m_page->table().selectedCount();
    if (n > 1) {
        m_detail->showSeveral(n);
    } else {
        m_detail->show(m_page->model().rowCount() > 0 ? m_page->table().currentKey() : KeyId());
        showListed();
    }
    updateCommands();
}

void MainWindow::showListed() {
    const KeyTableModel &model = m_page->model();
    if (const ApiKey *k = model.keyAt(model.rowOf(m_page->table().currentKey())))
        m_detail->showListed(*k);
}

void MainWindow::updateCommands() {
    const QString nothing = whyNothingChanges();
    // What cannot be seen is not changed: commands on keys work only while the keys are shown.
    const bool there = m_pages->keysShown();
    const qsizetype n = there ? m_page->table().selectedCount() : 0;
    const std::optional<ApiKey> key = there ? m_detail->key() : std::nullopt;
    const bool one = n <= 1 && key.has_value(), many = n > 1;
    const QString blocked = nothing.isEmpty() && one ? whyVaultUnchangeable(key->id) : nothing;
    const QString beyond = blocked.isEmpty() && one ? whyBeyond(*key) : QString();
    const bool readOnly = !blocked.isEmpty() || !beyond.isEmpty();
    const QString why = readOnly ? blocked + beyond
                        : !there ? tr("Go to the keys first")
                        : many   ? tr("Select one key only")
                        : one    ? tr("Not for a key in this state: %1")
                                    .arg(statusLook(*key, m_context.service.clock().now()).word)
                              : tr("Select a key first");
    const bool deleted = one && key->state == KeyState::Deleted;
    const bool live = one && !deleted && !key->damaged;
    const VaultBackend &backend = m_context.service.backend();
    const VaultBackend &home = one ? backend.homeOf(key->id) : backend;
    const Capabilities can = home.capabilities();
    const QList<Capabilities> homes =
        many ? homesOf(backend, m_page->table().selection()) : QList<Capabilities>{can};
    const auto enable = [&](const char *id, bool on) {
        m_commands.setEnabled(QLatin1StringView(id), on, why);
    };
    const KeyListPtr list = m_page->model().list();
    const QString full = whyNoMore(list ? list->unfiltered() : 0, backend.info().mostKeys);
    m_commands.setEnabled(QStringLiteral("key.create"), nothing.isEmpty() && full.isEmpty(),
                          nothing.isEmpty() ? full : nothing);
    m_commands.setEnabled(QStringLiteral("key.changeSelected"), many && !readOnly,
                          readOnly || !there ? why : tr("Select several keys first"));
    for (const char *id : {"file.import", "file.takeOver"})
        m_commands.setEnabled(QLatin1StringView(id), nothing.isEmpty(), nothing);
    for (const char *id : {"file.export", "view.columns"})
        m_commands.setEnabled(QLatin1StringView(id), there, why);
    enable("key.copyId", one);
    const bool noCopy = one && m_page->table().delegate().kept(key->id) == Kept::NotKept;
    m_commands.setEnabled(QStringLiteral("key.forget"), one && !noCopy,
                          noCopy ? tr("No copy of this key is kept here") : why);
    // That a key was shown is written into the audit log.
    const bool quiet = !blocked.isEmpty() && !home.info().readOnly;
    for (const char *id : {"key.copy", "key.reveal", "key.revealHeld"})
        enable(id, one && !quiet);
    for (const char *id : {"key.edit", "key.rename"})
        enable(id, live && !readOnly);
    m_commands.setEnabled(QStringLiteral("key.duplicate"),
                          one && !key->damaged && blocked.isEmpty() && full.isEmpty(),
                          one && !full.isEmpty() ? full : why);
    enable("key.createLike", one && !deleted && !key->damaged); // the sheet says where it can't
    const bool revoked = one && key->state == KeyState::Revoked;
    const bool running = live && !revoked; // Active or Inactive, expired or not
    const bool rotating = running && isRotating(*key, m_context.service.clock().now());
    const QString leaked = tr("The key was marked as leaked");
    enable("key.toggle", (many || (one && !deleted && !revoked)) && !readOnly);
    for (const char *id : {"key.rotate", "key.revoke"})
        enable(id, (many || running) && !readOnly);
    m_commands.setEnabled(QStringLiteral("key.regenerate"),
                          running && !readOnly && (can.rotate || full.isEmpty()),
                          running && !can.rotate && !full.isEmpty() ? full : why);
    for (const char *id : {"key.extendOld", "key.stopOld"})
        m_commands.setEnabled(QLatin1StringView(id), rotating && !readOnly,
                              one ? tr("The key is not rotating") : why);
    enable("key.activate", !readOnly && (many || (live && key->state == KeyState::Inactive)));
    enable("key.deactivate", !readOnly && (many || (one && key->state == KeyState::Active)));
    m_commands.setEnabled(QStringLiteral("key.restore"),
                          !readOnly && (deleted || (revoked && !key->leaked) ||
                                        (many && m_sidebar->smart() == SmartFilter::RecentlyDeleted)),
                          revoked && key->leaked ? leaked : why);
    enable("key.delete", !readOnly && (one || many));
    enable("key.purge",
           !readOnly && (deleted || (many && m_sidebar->smart() == SmartFilter::RecentlyDeleted)));
    for (const char *id :
         {"key.activate", "key.deactivate", "key.toggle", "key.revoke", "key.restore", "key.rotate",
          "key.extendOld", "key.stopOld", "key.purge", "file.import", "tools.why"}) {
        if (const QString missing = whyNoneCan(homes, QLatin1StringView(id)); !missing.isEmpty())
            m_commands.setEnabled(QLatin1StringView(id), false, missing);
    }
    if (m_context.all) {
        const QString single = tr("Open one connection for this");
        for (const char *id : {"file.import", "file.takeOver", "tools.why", "view.all"})
            m_commands.setEnabled(QLatin1StringView(id), false,
                                  QLatin1StringView(id) == QLatin1StringView("view.all")
                                      ? tr("All connections are shown already")
                                      : single);
        if (many)
            m_commands.setEnabled(QStringLiteral("key.rotate"), false, single);
    }
    updatePageCommands(*this, nothing);
    m_commands.setEnabled(QStringLiteral("edit.undo"), m_undo.canUndo(), tr("Nothing to undo"));
    m_commands.setEnabled(QStringLiteral("edit.redo"), m_undo.canRedo(),
                          m_undo.hasUndone() ? tr("What was undone last can't be made again")
                                             : tr("Nothing to redo"));
    m_commands.setEnabled(QStringLiteral("edit.copyRows"), n > 0, tr("Select a key first"));
}

void MainWindow::about() {
    QMessageBox::about(
        this, tr("About Latchkey"),
        tr("<b>Latchkey %1</b><p>Creates, restricts and retires API keys.</p><p>Apache License 2.0</p>")
            .arg(QStringLiteral(LATCHKEY_VERSION)));
}

} // namespace latchkey::ui
