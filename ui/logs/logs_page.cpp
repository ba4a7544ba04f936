#include "ui/logs/logs_page.h"

#include "core/model/futures.h"
#include "core/services/request_names.h"
#include "ui/feedback/feedback.h"
#include "ui/feedback/search_problems.h"
#include "ui/format/words.h"
#include "ui/logs/chart_view.h"
#include "ui/logs/key_usage.h"
#include "ui/logs/log_table.h"
#include "ui/logs/request_words.h"
#include "ui/logs/retention_sheet.h"
#include "ui/platform/file_dialog.h"
#include "ui/theme/flow_layout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <limits>

namespace latchkey::ui {

namespace {

struct TimeRange {
    int days; ///< 0: all there is
    int barHours;
};
constexpr std::array ranges{TimeRange{1, 1}, TimeRange{7, 6}, TimeRange{30, 24}, TimeRange{90, 24},
                            TimeRange{0, 24}};
constexpr int UsualRange = 1, Side = 16, Gap = 8;
constexpr int LowPage = 560; ///< less height than this: the chart gives some of its own to the table

/// Both what the filter says already and what a box was set to.
void choose(RequestFilter &filter, const QList<RequestOutcome> &outcomes) {
    for (const RequestOutcome o : AllRequestOutcomes) {
        if (!filter.outcomes.isEmpty() && !filter.outcomes.contains(o))
            filter.terms.append({RequestTerm::Field::Outcome, true, toWord(o)});
    }
    filter.outcomes = outcomes;
}

void choose(RequestFilter &filter, Environment environment) {
    if (filter.environment)
        filter.terms.append({RequestTerm::Field::Environment, false, toWord(environment)});
    else
        filter.environment = environment;
}

} // namespace

LogsPage::LogsPage(KeyService &service, JobRunner &jobs, Feedback &feedback, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_feedback(feedback)
    , m_model(service.backend(), service.clock())
    , m_banners(new BannerArea(this))
    , m_jobs(service.backend(), jobs, feedback, *m_banners, this)
    , m_search(new QLineEdit(this))
    , m_outcome(new QComboBox(this))
    , m_environment(new QComboBox(this))
    , m_time(new QComboBox(this))
    , m_key(new QPushButton(this))
    , m_why(new QPushButton(themedIcon(QStringLiteral("help")), tr("Why was this rejected?"), this))
    , m_keep(new QPushButton(themedIcon(QStringLiteral("clock")), tr("Keep requests…"), this))
    , m_import(new QPushButton(themedIcon(QStringLiteral("download")), tr("Import log…"), this))
    , m_more(new QToolButton(this))
    , m_title(new QLabel(tr("Logs"), this))
    , m_misread(new QWidget(this))
    , m_misreadNotes(new FlowLayout(m_misread))
    , m_problem(new QLabel(this))
    , m_count(new QLabel(this))
    , m_chart(new ChartView(this))
    , m_table(new LogTable(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_typing(new QTimer(this)) {
    setObjectName(QStringLiteral("logsPage"));
    const bool mayWrite = service.mayWrite().has_value();
    const RequestLog *kept = service.backend().requests();
    m_imports = !kept || kept->takesLogs();
    auto *top = buildHeader();
    auto *filters = new QWidget(this);
    buildFilters(filters);
    QWidget *before = m_time; // Tab goes as it is seen
    for (QWidget *w : std::initializer_list<QWidget *>{m_why, m_keep, m_import, m_more, m_search, m_key,
                                                       m_outcome, m_environment}) {
        setTabOrder(before, w);
        before = w;
    }
    m_misreadNotes->setContentsMargins(0, 0, 0, 0);
    m_misreadNotes->setSpacing(6);
    m_misread->setObjectName(QStringLiteral("logMisread"));
    m_misread->hide();
    m_problem->setObjectName(QStringLiteral("logProblem"));
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_count->setObjectName(QStringLiteral("logCount"));
    m_count->setProperty("secondary", true);

    auto *empty = new QWidget(m_stack);
    auto *say = new QLabel(tr("No requests yet"), empty);
    say->setProperty("heading", true);
    auto *how =
        new QLabel(m_imports ? tr("They get here in two ways: a verifier that works on this vault writes "
                                  "down every request, and the access log of your gateway can be imported "
                                  "(nginx's combined format or JSON lines).")
                             : tr("The server's verifiers write down every request."),
                   empty);
    how->setWordWrap(true);
    how->setProperty("secondary", true);
    how->setAlignment(Qt::AlignCenter);
    how->setMaximumWidth(480);
    auto *middle = new QHBoxLayout; // asks for the height at the width that it gets
    middle->addStretch(1);
    middle->addWidget(how, 100);
    middle->addStretch(1);
    auto *importHere = new QPushButton(tr("Import log…"), empty);
    importHere->setProperty("primary", true);
    importHere->setEnabled(mayWrite);
    importHere->setVisible(m_imports);
    auto *emptyBox = new QVBoxLayout(empty);
    emptyBox->addStretch(1);
    emptyBox->addWidget(say, 0, Qt::AlignHCenter);
    emptyBox->addLayout(middle);
    emptyBox->addSpacing(8);
    emptyBox->addWidget(importHere, 0, Qt::AlignHCenter);
    emptyBox->addStretch(2);
    auto *none = new QWidget(m_stack);
    auto *noMatch = new QLabel(tr("No requests match."), none);
    auto *clear = new QPushButton(tr("Clear filters"), none);
    clear->setObjectName(QStringLiteral("clearLogFilters"));
    auto *noneBox = new QVBoxLayout(none);
    noneBox->addStretch(1);
    noneBox->addWidget(noMatch, 0, Qt::AlignHCenter);
    noneBox->addWidget(clear, 0, Qt::AlignHCenter);
    noneBox->addStretch(2);
    m_table->setMinimumHeight(64); // the header and a row: the filters may take many lines
    m_stack->addWidget(m_table);
    m_stack->addWidget(none);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeUnread());

    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(Side, 12, Side, 8);
    box->setSpacing(Gap);
    box->addLayout(top);
    box->addWidget(m_banners);
    box->addWidget(filters);
    box->addWidget(m_misread);
    box->addWidget(m_problem);
    box->addWidget(m_chart);
    box->addWidget(m_stack, 1);
    box->addWidget(m_count);

    m_typing->setSingleShot(true);
    m_typing->setInterval(150);
    connect(m_typing, &QTimer::timeout, this, &LogsPage::apply);
    connect(importHere, &QPushButton::clicked, this, &LogsPage::importLog);
    connect(clear, &QPushButton::clicked, this, &LogsPage::escape);
    connect(m_why, &QPushButton::clicked, this, [this] {
        if (const RequestRecord *r = m_table->current())
            emit whyRequested(*r);
    });
    connect(m_table, &LogTable::keyRequested, this, &LogsPage::keyRequested);
    connect(m_table, &LogTable::whyRequested, this, &LogsPage::whyRequested);
    connect(m_table, &LogTable::onlyKeyRequested, this, [this](const KeyId &id) {
        if (const RequestRecord *r = m_table->current())
            showKey(id, m_model.keyText(*r));
    });
    const auto mayAsk = [this] {
        const RequestRecord *r = m_table->current();
        m_why->setEnabled(r && isRejection(r->outcome));
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, mayAsk);
    connect(&m_model, &RequestModel::loaded, this, mayAsk);
    watchVault();
    if (RequestLog *log = service.backend().requests()) {
        connect(log, &RequestLog::changed, this, &LogsPage::follow);
        connect(log, &RequestLog::setAside, this, [this](const QString &path) {
            m_feedback.banner(QStringLiteral("requests.damaged"), Feedback::Level::Warning,
                              tr("The requests' file was damaged. It is kept as %1, and a new one was begun. "
                                 "No key is affected.")
                                  .arg(path),
                              tr("Dismiss"),
                              [this] { m_feedback.clearBanner(QStringLiteral("requests.damaged")); });
        });
    }
    apply();
}

/// The time stands beside the title: it is one of the chart's as much as of the table's.
QLayout *LogsPage::buildHeader() {
    const bool mayWrite = m_service.mayWrite().has_value(), mayKeep = m_service.mayAdminister().has_value();
    m_title->setProperty("heading", true);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_import->setObjectName(QStringLiteral("importLog"));
    m_keep->setObjectName(QStringLiteral("keepRequests"));
    m_why->setObjectName(QStringLiteral("whyRejected"));
    m_why->setEnabled(false);
    m_import->setEnabled(mayWrite);
    m_keep->setEnabled(mayKeep);
    m_keep->setToolTip(mayKeep || !mayWrite ? QString() : tr("Only an administrator can change this"));
    m_more->setObjectName(QStringLiteral("moreOfRequests"));
    m_more->setIcon(themedIcon(QStringLiteral("more")));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    for (QPushButton *b : {m_keep, m_import}) {
        QAction *a = menu->addAction(b->icon(), b->text());
        a->setEnabled(b == m_keep ? mayKeep : mayWrite);
        a->setVisible(b == m_keep || m_imports);
        connect(a, &QAction::triggered, b, &QPushButton::click);
    }
    m_more->setMenu(menu);
    m_more->setEnabled(mayWrite);
    connect(m_keep, &QPushButton::clicked, this, &LogsPage::setRetention);
    connect(m_import, &QPushButton::clicked, this, &LogsPage::importLog);
    auto *top = new FlowLayout;
    top->setSpacing(Gap);
    for (QWidget *w : std::initializer_list<QWidget *>{m_title, m_time, m_why, m_keep, m_import, m_more})
        top->addWidget(w);
    return top;
}

/// What doesn't fit beside the title goes into a menu: a second line would take two rows from the table.
void LogsPage::fitHeader() {
    int needed = 2 * Side - Gap;
    for (const QWidget *w : std::initializer_list<const QWidget *>{m_title, m_time, m_why, m_keep})
        needed += w->sizeHint().width() + Gap;
    if (m_imports)
        needed += m_import->sizeHint().width() + Gap;
    const bool fits = needed <= width();
    m_keep->setVisible(fits);
    m_import->setVisible(fits && m_imports);
    m_more->setVisible(!fits);
}

void LogsPage::resizeEvent(QResizeEvent *e) {
    QWidget::resizeEvent(e);
    fitHeader();
    m_chart->setLow(height() < LowPage);
}

void LogsPage::buildFilters(QWidget *bar) {
    m_search->setPlaceholderText(tr("Search requests"));
    m_search->setToolTip(tr("Words, of keys' names too, and outcome: env: key: method: path: scope: "
                            "customer: ip: agent: code: status:. "
                            "A minus in front excludes. key:none finds what came without a key."));
    m_search->setAccessibleName(tr("Search requests"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(160);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("All outcomes"), -1);
    m_outcome->addItem(themedIcon(QStringLiteral("revoke")), tr("All rejected"), -2);
    for (const RequestOutcome o : AllRequestOutcomes)
        m_outcome->addItem(themedIcon(iconName(o)), word(o), static_cast<int>(o));
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->addItem(tr("All environments"), -1);
    for (const Environment e : AllEnvironments)
        m_environment->addItem(themedIcon(iconName(e)), word(e), static_cast<int>(e));
    m_time->setAccessibleName(tr("Time"));
    for (const QString &text :
         {tr("Last 24 hours"), tr("Last 7 days"), tr("Last 30 days"), tr("Last 90 days"), tr("All time")})
        m_time->addItem(text);
    m_time->setCurrentIndex(UsualRange);
    m_key->setIcon(themedIcon(QStringLiteral("close")));
    m_key->setToolTip(tr("Show the requests of all keys again"));
    m_key->setLayoutDirection(layoutDirection());
    m_key->hide();
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_search);
    row->addWidget(m_key);
    row->addWidget(m_outcome);
    row->addWidget(m_environment);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_outcome, m_environment, m_time})
        connect(box, &QComboBox::activated, this, &LogsPage::apply);
    connect(m_key, &QPushButton::clicked, this, [this] {
        m_onlyKey = KeyId();
        m_key->hide();
        apply();
    });
}

QLineEdit *LogsPage::searchBox() {
    return m_search;
}

bool LogsPage::escape() {
    const bool any = !m_search->text().isEmpty() || m_outcome->currentIndex() > 0 ||
                     m_environment->currentIndex() > 0 || !m_onlyKey.isNull() ||
                     m_time->currentIndex() != UsualRange;
    if (!any)
        return false;
    m_search->clear();
    m_outcome->setCurrentIndex(0);
    m_environment->setCurrentIndex(0);
    // No match in the usual time may mean that all there is is older.
    m_time->setCurrentIndex(m_stack->currentIndex() == 1 ? static_cast<int>(ranges.size()) - 1 : UsualRange);
    m_onlyKey = KeyId();
    m_key->hide();
    apply();
    return true;
}

void LogsPage::refresh() {
    apply();
}

void LogsPage::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    m_model.setTimeZone(zone);
    m_chart->setTimeZone(zone);
}

void LogsPage::showKey(const KeyId &id, const QString &name) {
    m_onlyKey = id;
    m_key->setText(fontMetrics().elidedText(name, Qt::ElideRight, 160));
    m_key->setAccessibleName(tr("Only requests of %1; remove", "key").arg(name));
    m_key->setVisible(!id.isNull());
    apply();
}

/// Reads the filters and asks; what may be names of keys is looked up first.
void LogsPage::apply() {
    m_typing->stop();
    const RequestSearch search = parseRequestSearch(m_search->text());
    RequestFilter f = search.filter;
    const int outcome = m_outcome->currentData().toInt();
    if (outcome == -2)
        choose(f, {RequestOutcome::Unauthorized, RequestOutcome::Forbidden, RequestOutcome::RateLimited});
    else if (outcome >= 0)
        choose(f, {static_cast<RequestOutcome>(outcome)});
    if (const int environment = m_environment->currentData().toInt(); environment >= 0)
        choose(f, static_cast<Environment>(environment));
    if (const int days = ranges[static_cast<std::size_t>(m_time->currentIndex())].days; days > 0)
        f.from = m_service.clock().now().plusDays(-days);
    if (!m_onlyKey.isNull() && f.keys.isEmpty() && search.keyNames.isEmpty())
        f.keys = {m_onlyKey};
    else if (!m_onlyKey.isNull())
        f.terms.append({RequestTerm::Field::Key, false, m_onlyKey.toString()});
    showProblems(search.problems);
    m_problem->hide();
    const int asked = ++m_asked;
    const QStringList names = namesIn(search);
    m_naming = !names.isEmpty();
    if (!m_naming)
        return ask(f);
    keysNamed(m_service.backend(), names) |
        then(this, [this, f, search, asked](const Result<NamedKeys> &found) {
            if (asked != m_asked)
                return;
            m_naming = false;
            if (!found && found.error().code != ErrorCode::Unreachable)
                return showFailed(found.error());
            const NamedKeys keys = found.value_or(NamedKeys()); // of a server that is away: no name is known
            ask(withKeys(f, search, keys));
            if (keys.cut && m_problem->isHidden()) {
                m_problem->setText(tr("Very many keys have such a name: not all of them are looked for."));
                m_problem->show();
            }
        });
}

void LogsPage::showProblems(const QList<FilterProblem> &problems) {
    while (QLayoutItem *item = m_misreadNotes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto notes = SearchProblems::make(problems, m_misread, [this](const FilterProblem &p) {
        m_search->setText(corrected(m_search->text(), p));
        m_search->setFocus();
    });
    for (QWidget *note : notes)
        m_misreadNotes->addWidget(note);
    m_misread->setVisible(!problems.isEmpty());
}

void LogsPage::ask(const RequestFilter &filter) {
    m_filter = filter;
    m_model.setFilter(filter);
    askChart();
    askCount();
    // What is known of it stands there before the question has failed as well.
    if (const auto away = m_service.backend().silence(); away && m_model.isOfSeen()) {
        noteOldChart();
        showFailed(away->error);
    }
}

void LogsPage::noteOldChart() {
    m_chart->setNote(tr("The chart is as it was: it can't be read while the connection is away."));
}

void LogsPage::askChart() {
    RequestLog *log = m_service.backend().requests();
    if (!log)
        return;
    const TimeRange range = ranges[static_cast<std::size_t>(m_time->currentIndex())];
    const Instant now = m_service.clock().now();
    // Days begin at midnight, here; the bars of a single day at its hours.
    const Instant asked = m_filter.from.value_or(now.plusDays(-365));
    const Instant from = range.barHours > 1 ? startOfDay(asked, m_zone) : asked;
    log->chart(m_filter, from, now, range.barHours) |
        then(this, [this, from, now, range, generation = m_asked](const Result<RequestChart> &chart) {
            if (generation != m_asked)
                return;
            if (!chart) {
                if (chart.error().code == ErrorCode::Unreachable)
                    noteOldChart();
                return;
            }
            Instant first = from;
            if (range.days == 0 && !chart->bars.isEmpty()) // all time begins with the first request
                first = chart->bars.constFirst().from;
            m_chart->setBars(chart->bars, first, now, range.barHours);
            m_chart->setNote(
                chart->wholeFilter
                    ? QString()
                    : tr("The chart counts all requests of this time: it doesn't know the search's words."));
        });
}

void LogsPage::askCount() {
    RequestLog *log = m_service.backend().requests();
    if (!log)
        return;
    log->count({}) | then(this, [this](const Result<RequestCount> &all) {
        m_all = all ? all->rows : -1;
        showState();
    });
    log->count(m_filter) | then(this, [this, asked = m_asked](const Result<RequestCount> &n) {
        if (asked != m_asked || !n)
            return;
        const auto rows = static_cast<int>(qMin<qint64>(n->rows, std::numeric_limits<int>::max()));
        m_count->setText(n->exact ? tr("%Ln requests", nullptr, rows)
                                  : tr("More than %Ln requests", nullptr, rows));
    });
}

void LogsPage::showState() {
    const bool unread = m_isUnread && m_model.rowCount() == 0;
    const bool nothing = m_all == 0 || unread;
    if (m_model.rowCount() > 0)
        m_stack->setCurrentIndex(0);
    else if (unread)
        m_stack->setCurrentIndex(3);
    else if (nothing)
        m_stack->setCurrentIndex(2);
    else if (!m_model.isLoading() && !m_model.hasMore())
        m_stack->setCurrentIndex(1);
    // The pages that are not shown ask for no room.
    for (int i = 0; i < m_stack->count(); ++i)
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Expanding, i == m_stack->currentIndex()
                                                                      ? QSizePolicy::Expanding
                                                                      : QSizePolicy::Ignored);
    m_chart->setVisible(!nothing);
    m_count->setVisible(!nothing);
}

void LogsPage::importLog() {
    auto *dialog = new FileDialog(this, tr("Import log"), QString(),
                                  tr("Access logs (*.log *.log.* *.json *.jsonl *.gz *.txt);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, &m_jobs, &LogJobs::importFile);
    dialog->open();
}

void LogsPage::setRetention() {
    RequestLog *log = m_service.backend().requests();
    if (!log)
        return;
    auto *sheet = new RetentionSheet(*log, m_service.clock(), m_zone, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &RetentionSheet::wanted, &m_jobs, &LogJobs::retain);
    sheet->open();
}

} // namespace latchkey::ui
