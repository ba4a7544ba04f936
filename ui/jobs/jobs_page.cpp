#include "ui/jobs/jobs_page.h"

#include "ui/commands/why_not.h"
#include "ui/format/words.h"
#include "ui/jobs/job_delegate.h"
#include "ui/jobs/job_words.h"
#include "ui/theme/flow_layout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int MostAsFilter = 200; // each is a word of the search box

/// In a narrow window the times make room, so that what a job is can be read; they stand below as well.
class JobsTable final : public QTableView {
public:
    using QTableView::QTableView;

protected:
    void resizeEvent(QResizeEvent *e) override {
        QTableView::resizeEvent(e);
        const int title = 40 * fontMetrics().averageCharWidth();
        int room =
            viewport()->width() - title - columnWidth(JobsModel::State) - columnWidth(JobsModel::Progress);
        for (const int column : {JobsModel::Started, JobsModel::Took}) { // the last one goes first
            if (!isColumnHidden(column))
                m_widths[column] = columnWidth(column);
            room -= m_widths.value(column);
            if (isColumnHidden(column) != (room < 0))
                setColumnHidden(column, room < 0);
        }
    }

private:
    QHash<int, int> m_widths; ///< a hidden column has none
};

/// A few rows are enough where there is little room: it scrolls by itself.
class FailureList final : public QListWidget {
public:
    using QListWidget::QListWidget;
    [[nodiscard]] QSize sizeHint() const override {
        return {QListWidget::sizeHint().width(), 4 * (fontMetrics().height() + 8)};
    }
};

/// Scrolls what is wrapped to its width, as high as that makes it.
class WrappedArea final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent *e) override {
        QScrollArea::resizeEvent(e);
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *e) override { // of the widget inside
        if (watched == widget() && e->type() == QEvent::LayoutRequest)
            fit();
        return QScrollArea::eventFilter(watched, e);
    }

private:
    void fit() {
        if (widget())
            widget()->setMinimumHeight(widget()->layout()->heightForWidth(viewport()->width()));
    }
};

QTableView *makeTable(JobsModel &model, QWidget *parent) {
    auto *t = new JobsTable(parent);
    t->setObjectName(QStringLiteral("jobsTable"));
    t->setAccessibleName(JobsPage::tr("Jobs"));
    t->setModel(&model);
    t->setItemDelegate(new JobDelegate(t));
    t->setSelectionBehavior(QAbstractItemView::SelectRows);
    t->setSelectionMode(QAbstractItemView::SingleSelection);
    t->setEditTriggers(QAbstractItemView::NoEditTriggers);
    t->setShowGrid(false);
    t->setWordWrap(false);
    t->setTabKeyNavigation(false);
    t->setCornerButtonEnabled(false);
    t->verticalHeader()->hide();
    t->verticalHeader()->setDefaultSectionSize(32);
    QHeaderView *h = t->horizontalHeader();
    h->setHighlightSections(false);
    h->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    h->setSectionResizeMode(JobsModel::Title, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair{JobsModel::State, 152},
                                        {JobsModel::Progress, 160},
                                        {JobsModel::Started, 96},
                                        {JobsModel::Took, 96}})
        h->resizeSection(column, qMax(width, h->sectionSizeHint(column)));
    return t;
}
} // namespace

JobsPage::JobsPage(JobRunner &jobs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_model(jobs, clock)
    , m_table(makeTable(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_retry(new QPushButton(tr("Retry"), this))
    , m_remove(new QPushButton(tr("Remove from list"), this)) {
    auto *heading = new QLabel(tr("Jobs"), this);
    heading->setProperty("heading", true);
    auto *check = new QPushButton(tr("Check vault"), this);
    check->setObjectName(QStringLiteral("checkVault"));
    check->setIcon(themedIcon(QStringLiteral("shield")));
    check->setToolTip(tr("Verifies the audit log and the checksum of every key"));
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_retry->setObjectName(QStringLiteral("jobRetry"));
    m_remove->setObjectName(QStringLiteral("jobRemove"));
    auto *top = new FlowLayout;
    top->setSpacing(8);
    heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    top->addWidget(heading);
    for (QPushButton *b : {check, m_cancel, m_retry, m_remove})
        top->addWidget(b);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmpty());
    split->addWidget(m_stack);
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 0);
    box->setSpacing(8);
    box->addLayout(top);
    box->addWidget(split, 1);
    connect(check, &QPushButton::clicked, this, &JobsPage::checkWanted);
    const auto withCurrent = [this](auto act) {
        return [this, act] {
            if (const JobRecord *job = current())
                act(job->id);
        };
    };
    connect(m_cancel, &QPushButton::clicked, this, withCurrent([this](qint64 id) { m_jobs.cancel(id); }));
    connect(m_retry, &QPushButton::clicked, this,
            withCurrent([this](qint64 id) { select(m_jobs.retry(id)); }));
    connect(m_remove, &QPushButton::clicked, this, withCurrent([this](qint64 id) { m_jobs.remove(id); }));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showCurrent(); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobsPage::showCurrent);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &JobsPage::showCurrent, Qt::QueuedConnection);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] { m_table->selectRow(0); });
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    setFocusProxy(m_table);
    showCurrent();
}

QWidget *JobsPage::makeEmpty() {
    auto *page = new QWidget(this);
    auto *text =
        new QLabel(tr("No jobs yet. Imports, exports, changes of many keys and checks show up here."), page);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setProperty("secondary", true);
    auto *box = new QVBoxLayout(page);
    box->addWidget(text);
    return page;
}

QWidget *JobsPage::makeDetail() {
    auto *area = new WrappedArea(this); // in a low window nothing is cut
    area->setObjectName(QStringLiteral("jobDetail"));
    area->setAccessibleName(tr("About this job"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *detail = new QWidget(area);
    m_title = new QLabel(detail);
    m_title->setProperty("section", true);
    m_result = new QLabel(detail);
    m_times = new QLabel(detail);
    m_times->setObjectName(QStringLiteral("jobTimes"));
    m_times->setProperty("secondary", true);
    for (QLabel *l : {m_title, m_result, m_times}) {
        l->setWordWrap(true);
        l->setTextFormat(Qt::PlainText);
    }
    m_failures = new FailureList(detail);
    m_failures->setObjectName(QStringLiteral("jobFailures"));
    m_failures->setAccessibleName(tr("What failed"));
    m_failures->setTextElideMode(Qt::ElideRight);
    m_showKeys = new QPushButton(tr("Show these keys"), detail);
    m_showKeys->setObjectName(QStringLiteral("jobShowKeys"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_showKeys);
    auto *box = new QVBoxLayout(detail);
    box->setContentsMargins(4, 8, 4, 8);
    box->setSpacing(6);
    box->addLayout(row);
    box->addWidget(m_times);
    box->addWidget(m_result);
    box->addWidget(m_failures, 1);
    connect(m_failures, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const auto id = KeyId::fromString(item->data(Qt::UserRole).toString()))
            emit keyWanted(*id);
    });
    connect(m_showKeys, &QPushButton::clicked, this, [this] {
        const JobRecord *job = current();
        QList<KeyId> ids;
        for (const JobFailure &f : job ? job->failures : QList<JobFailure>()) {
            if (!f.key.isNull() && ids.size() < MostAsFilter)
                ids.append(f.key);
        }
        emit keysWanted(ids);
    });
    area->setWidget(detail);
    for (QWidget *w : {area->viewport(), detail}) // the page shows through
        w->setAutoFillBackground(false);
    return area;
}

const JobRecord *JobsPage::current() const {
    return m_model.jobAt(m_table->currentIndex().row());
}

void JobsPage::setTimeZone(const QTimeZone &zone) {
    m_model.setTimeZone(zone);
    showCurrent();
}

void JobsPage::select(qint64 job) {
    const int row = m_model.rowOf(job);
    if (row >= 0)
        m_table->selectRow(row);
}

void JobsPage::showCurrent() {
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    const JobRecord *job = current();
    setWhyNot(*m_cancel, whyNoCancel(job), {});
    setWhyNot(*m_remove, whyNoRemove(job), {});
    setWhyNot(*m_retry, job && m_jobs.canRetry(job->id) ? QString() : whyNoRetry(job), {});
    m_title->setText(job ? jobTitle(*job) : QString());
    QStringList times;
    if (job && job->started) {
        const QString took = m_model.index(m_table->currentIndex().row(), JobsModel::Took).data().toString();
        times.append(tr("Started: %1").arg(fullTime(*job->started, m_model.timeZone())));
        if (!took.isEmpty())
            times.append(tr("Time taken: %1").arg(took));
    }
    m_times->setText(times.join(QStringLiteral(" · ")));
    m_times->setVisible(!times.isEmpty());
    QString result = job ? jobResult(*job) : QString();
    if (job && job->state == JobState::Interrupted)
        result = tr("Latchkey ended while this ran. %1.").arg(progressText(*job));
    if (job && !job->file.isEmpty())
        result += (result.isEmpty() ? QString() : QStringLiteral("\n")) + job->file;
    m_result->setText(result);
    m_result->setVisible(!result.isEmpty());
    const qsizetype failures = job ? job->failures.size() : 0;
    const bool keys = job && std::any_of(job->failures.begin(), job->failures.end(),
                                         [](const JobFailure &f) { return !f.key.isNull(); });
    m_failures->setVisible(failures > 0);
    m_showKeys->setVisible(keys);
    const qint64 id = job ? job->id : 0;
    if (id == m_shown && failures == m_shownFailures)
        return;
    m_shown = id;
    m_shownFailures = failures;
    m_failures->clear();
    for (const JobFailure &f : job ? job->failures : QList<JobFailure>()) {
        QString text = f.name.isEmpty() ? f.key.toString() : f.name;
        if (f.line > 0)
            text = tr("Line %1").arg(QLocale().toString(f.line)) +
                   (text.isEmpty() ? QString() : QStringLiteral(" · ") + text);
        if (!f.name.isEmpty() && !f.key.isNull() && f.line == 0) // names may repeat
            text += QStringLiteral(" (%1)").arg(f.key.toString());
        const QString why = f.error ? sentence(*f.error) : f.why;
        auto *item =
            new QListWidgetItem(text.isEmpty() ? why : text + QStringLiteral(": ") + why, m_failures);
        item->setToolTip(item->text());
        item->setData(Qt::UserRole, f.key.toString());
    }
}

} // namespace latchkey::ui
