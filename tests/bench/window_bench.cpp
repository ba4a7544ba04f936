#include "tests/bench/window_bench.h"

#include "core/storage/local_vault.h"
#include "core/token/token.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/pane_forms.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace latchkey::ui {

namespace {

qint64 monotonicNs() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1'000'000'000LL + t.tv_nsec;
}

double quantile(QList<double> all, double q) {
    if (all.isEmpty())
        return 0;
    std::sort(all.begin(), all.end());
    const auto at = static_cast<qsizetype>(std::ceil(q * static_cast<double>(all.size()))) - 1;
    return all[qBound<qsizetype>(0, at, all.size() - 1)];
}

double rounded(double ms) {
    return std::round(ms * 10) / 10;
}

constexpr int TimeoutMs = 120'000;

} // namespace

double peakMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

WindowBench::WindowBench(StallApplication &app, const QStringList &vaults, qint64 startedNs)
    : m_app(app)
    , m_paths(vaults)
    , m_startedNs(startedNs)
    , m_settings(m_dir.filePath(QStringLiteral("settings.ini")))
    , m_clipboard(QApplication::clipboard())
    , m_open(m_secrets, m_clock, QStringLiteral("latchkey-bench")) {
    applyTheme(app, ThemeChoice::Light, false, false);
}

WindowBench::~WindowBench() {
    m_window.reset();
    m_service.reset();
    m_first.reset();
}

bool WindowBench::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Paint && m_window && watched == m_window->page().table().viewport())
        m_painted = true;
    return QObject::eventFilter(watched, event);
}

/// The shown list is the asked one, and its visible rows are here.
bool WindowBench::settled() const {
    KeyTableModel &model = m_window->page().model();
    if (!model.list() || model.isLoading())
        return false;
    KeyTableView &table = m_window->page().table();
    if (model.rowCount() == 0)
        return true;
    const int top = qMax(0, table.rowAt(0)), bottom = table.rowAt(table.viewport()->height() - 1);
    return model.keyAt(top) && model.keyAt(bottom < 0 ? model.rowCount() - 1 : bottom);
}

double WindowBench::measure(const std::function<void()> &act, const std::function<bool()> &done) {
    QElapsedTimer t;
    t.start();
    m_painted = false;
    act();
    bool was = false;
    while (t.elapsed() < TimeoutMs) {
        if (!was && done()) {
            was = true;
            m_painted =
                m_window->page().model().rowCount() == 0; // the page without rows has no table to paint
            m_window->page().table().viewport()->update();
        }
        if (was && m_painted)
            return static_cast<double>(t.nsecsElapsed()) / 1e6;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    std::fputs("no answer within two minutes\n", stderr);
    m_failed = true;
    return 0;
}

void WindowBench::settle() {
    measure([] {}, [this] { return settled() && m_window->page().model().list()->complete(); });
    for (int quiet = 0; quiet < 5;
         ++quiet) { // what follows a change: counts, detail, second look at the file
        QEventLoop loop;
        QTimer::singleShot(60, &loop, &QEventLoop::quit);
        loop.exec();
    }
    const double stall = m_app.takeLongest();
    if (stall > m_stall)
        m_stall = stall;
}

bool WindowBench::openAll() {
    m_all =
        std::make_unique<AllConnections>(m_open, QStringLiteral("all"), QStringLiteral("All connections"));
    QList<Connection> connections;
    for (const QString &path : std::as_const(m_paths)) {
        Connection c;
        c.id = token::randomId();
        c.name = QStringLiteral("Vault %1").arg(connections.size() + 1);
        c.file = path;
        connections.append(c);
    }
    m_all->show(connections);
    m_vault = m_all->vault();
    m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock,
                                             Principal{QStringLiteral("latchkey-bench"), true, true, {}});
    m_service->setRights([this](const KeyId &key) { return m_all->principalOf(key); });
    Connection none;
    none.name = QStringLiteral("All connections");
    WindowContext context{*m_service, m_settings, m_clipboard, [this](QWidget *w) {
                              return new PaneForms(*m_all, *m_service, m_clipboard, m_settings, w);
                          }};
    context.connection = none;
    context.open = &m_open;
    context.all = m_all.get();
    m_window = std::make_unique<MainWindow>(context);
    return true;
}

/// The first screen is a row of each.
bool WindowBench::open() {
    if (!(m_paths.size() > 1 ? openAll() : openVault()))
        return false;
    m_window->page().table().viewport()->installEventFilter(this);
    m_window->resize(1280, 800);
    const auto there = [this] {
        return settled() && (!m_all || m_all->vault()->members().size() == m_paths.size()) &&
               m_window->page().model().rowCount() > 0;
    };
    measure([this] { m_window->show(); }, there);
    m_result.insert(QStringLiteral("first_screen_ms"),
                    rounded(static_cast<double>(monotonicNs() - m_startedNs) / 1e6));
    m_result.insert(QStringLiteral("first_stall_ms"), rounded(m_app.takeLongest()));
    measure([] {},
            [this] {
                const KeyListPtr list = m_window->page().model().list();
                return settled() && list->complete() && (!m_all || list->size() > 0);
            });
    m_result.insert(QStringLiteral("indexed_ms"),
                    rounded(static_cast<double>(monotonicNs() - m_startedNs) / 1e6));
    settle();
    m_window->activateWindow();
    if (m_all)
        m_first = std::make_unique<KeyService>(*m_all->vault()->vaultAt(1), m_secrets, m_clock,
                                               m_service->principal());
    return true;
}

bool WindowBench::openVault() {
    OpenOptions options;
    options.create = false;
    auto opening = openLocalVault(m_paths.first(), options, m_clock);
    while (!opening.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!opening.result()) {
        std::fputs("the vault does not open\n", stderr);
        return false;
    }
    m_vault = *opening.result();
    m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock,
                                             Principal{QStringLiteral("latchkey-bench"), true, true, {}});
    m_window = std::make_unique<MainWindow>(
        WindowContext{*m_service, m_settings, m_clipboard, [this](QWidget *w) {
                          return new DialogForms(*m_service, m_clipboard, m_settings, w);
                      }});
    return true;
}

void WindowBench::type(Qt::Key key, const QString &text) {
    QWidget *to = m_window->page().findChild<QLineEdit *>();
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text),
        release(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(to, &press);
    QCoreApplication::sendEvent(to, &release);
}

void WindowBench::keystrokes() {
    QList<double> took;
    KeysPage &page = m_window->page();
    double stall = 0;
    for (const char *word :
         {"sync", "team 12", "newsletter #1", "status:inactive ", "team 7 export", "zzzz", "10.2"}) {
        const QString text = QLatin1StringView(word);
        QList<QPair<Qt::Key, QString>> strokes;
        for (const QChar c : text)
            strokes.append(qMakePair(static_cast<Qt::Key>(c.toUpper().unicode()), QString(c)));
        for (qsizetype n = 0; n < text.size() + 1; ++n)
            strokes.append(qMakePair(Qt::Key_Backspace, QString()));
        for (const auto &[key, letter] : strokes) {
            if (key == Qt::Key_Backspace && page.search().text().isEmpty())
                continue; // a finished term has become a chip
            m_app.takeLongest();
            took.append(measure([&, k = key, l = letter] { type(k, l); }, [this] { return settled(); }));
            stall = qMax(stall, m_app.takeLongest());
        }
        page.search().clearAll();
        settle();
    }
    m_result.insert(QStringLiteral("keystroke_p50_ms"), rounded(quantile(took, 0.5)));
    m_result.insert(QStringLiteral("keystroke_p95_ms"), rounded(quantile(took, 0.95)));
    m_result.insert(QStringLiteral("keystroke_max_ms"), rounded(quantile(took, 1)));
    m_result.insert(QStringLiteral("keystrokes"), static_cast<int>(took.size()));
    m_result.insert(QStringLiteral("keystroke_frame_ms"), rounded(stall));
}

void WindowBench::sorts() {
    KeysPage &page = m_window->page();
    double worst = 0, again = 0;
    QJsonObject each;
    const KeySort before = page.model().query().sort;
    for (const SortColumn c :
         {SortColumn::Name, SortColumn::Created, SortColumn::LastUsed, SortColumn::Expires,
          SortColumn::Status, SortColumn::Environment, SortColumn::Permissions, SortColumn::Owner,
          SortColumn::Tags, SortColumn::Customers, SortColumn::RateLimit, SortColumn::Type,
          SortColumn::StoredIn, SortColumn::Id}) {
        const auto by = [&](Qt::SortOrder order) {
            return measure([&] { page.setSort({c, order}); }, [this] { return settled(); });
        };
        const double first = by(Qt::AscendingOrder), second = by(Qt::DescendingOrder);
        each.insert(QString::number(static_cast<int>(c)), rounded(first));
        worst = qMax(worst, first);
        again = qMax(again, second);
        settle();
    }
    measure([&] { page.setSort(before); }, [this] { return settled(); });
    settle();
    m_result.insert(QStringLiteral("sort_ms"), rounded(worst));
    m_result.insert(QStringLiteral("sort_again_ms"), rounded(again));
    m_result.insert(QStringLiteral("sort_each_ms"), each);
}

void WindowBench::ends() {
    KeyTableView &table = m_window->page().table();
    const auto press = [&](Qt::Key key) {
        QKeyEvent e(QEvent::KeyPress, key, Qt::ControlModifier);
        QCoreApplication::sendEvent(&table, &e);
    };
    double worst = 0;
    for (int n = 0; n < 5; ++n) {
        worst = qMax(worst, measure([&] { press(Qt::Key_End); }, [this] { return settled(); }));
        measure([&] { press(Qt::Key_Home); }, [this] { return settled(); });
    }
    m_result.insert(QStringLiteral("jump_end_ms"), rounded(worst));
    settle();
}

void WindowBench::selection() {
    KeyTableView &table = m_window->page().table();
    m_result.insert(QStringLiteral("select_all_ms"),
                    rounded(measure([&] { table.selectAll(); }, [this] { return settled(); })));
    settle();
    table.clearSelection();
    table.setCurrentIndex(table.model()->index(0, 0));
    settle();
}

void WindowBench::creates() {
    QList<double> took;
    for (int n = 0; n < 20 && !m_failed; ++n) {
        KeyConfig c;
        c.name = QStringLiteral("Bench key %1").arg(n);
        c.scopes = ScopeSet::parse(u"leads:read");
        c.expires = m_clock.now().plusDays(30);
        QElapsedTimer t;
        t.start();
        auto made = (m_first ? *m_first : *m_service).create(c);
        while (!made.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        took.append(static_cast<double>(t.nsecsElapsed()) / 1e6);
        m_failed = m_failed || !made.result();
        settle();
    }
    m_result.insert(QStringLiteral("create_ms"), rounded(quantile(took, 0.5)));
    m_result.insert(QStringLiteral("create_max_ms"), rounded(quantile(took, 1)));
}

QJsonObject WindowBench::run() {
    if (!open())
        return {};
    m_result.insert(QStringLiteral("keys"),
                    static_cast<qint64>(m_window->page().model().list()->unfiltered()));
    const std::pair<const char *, void (WindowBench::*)()> parts[] = {
        {"keystrokes", &WindowBench::keystrokes},
        {"sorts", &WindowBench::sorts},
        {"ends", &WindowBench::ends},
        {"selection", &WindowBench::selection},
        {"creates", &WindowBench::creates}};
    double stall = 0;
    QJsonObject stalls;
    for (const auto &[name, part] : parts) {
        m_stall = m_app.takeLongest() * 0;
        (this->*part)();
        stalls.insert(QLatin1StringView(name), rounded(m_stall));
        stall = qMax(stall, m_stall);
    }
    m_result.insert(QStringLiteral("stall_max_ms"), rounded(stall));
    m_result.insert(QStringLiteral("stall_each_ms"), stalls);
    m_result.insert(QStringLiteral("peak_rss_mb"), rounded(peakMegabytes()));
    return m_failed ? QJsonObject() : m_result;
}

} // namespace latchkey::ui
