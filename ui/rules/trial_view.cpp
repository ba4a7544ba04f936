#include "ui/rules/trial_view.h"

#include "ui/format/words.h"
#include "ui/logs/request_words.h"
#include "ui/rules/fitted_columns.h"
#include "ui/theme/row_table.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr qsizetype MostChanges = 200; ///< kinds of requests that the table lists

enum TrialColumn { Requests, Request, Key, Now, Then, ByRule, TrialColumns };

QString decisionWord(DecisionCode c) {
    return c == DecisionCode::Allowed ? TrialView::tr("Passes") : sentence(c);
}

QString summaryOf(const RulesTrial &t) {
    if (t.looked == 0)
        return TrialView::tr("No requests are known yet that a gateway asked for.");
    QStringList parts{
        TrialView::tr("The last %Ln requests were tried.", nullptr, static_cast<int>(t.looked))};
    if (t.refused + t.allowed + t.others == 0)
        parts.append(TrialView::tr("Each would get the same answer."));
    if (t.refused > 0)
        parts.append(
            TrialView::tr("%Ln that pass now would be refused.", nullptr, static_cast<int>(t.refused)));
    if (t.allowed > 0)
        parts.append(
            TrialView::tr("%Ln that are refused now would pass.", nullptr, static_cast<int>(t.allowed)));
    if (t.others > 0)
        parts.append(
            TrialView::tr("%Ln would be refused for another reason.", nullptr, static_cast<int>(t.others)));
    if (t.otherwise > 0)
        parts.append(
            TrialView::tr("%Ln are refused for other reasons, whatever the rules are: the key is not active, "
                          "or the address isn't allowed.",
                          nullptr, static_cast<int>(t.otherwise)));
    if (t.unknown > 0)
        parts.append(TrialView::tr("%Ln came without a known key and are refused anyway.", nullptr,
                                   static_cast<int>(t.unknown)));
    return parts.join(u' ');
}

} // namespace

TrialView::TrialView(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_table(new QTableWidget(0, TrialColumns, this)) {
    setObjectName(QStringLiteral("trial"));
    setProperty("card", true);
    m_text->setObjectName(QStringLiteral("trialText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Close the result"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &TrialView::closed);
    m_table->setObjectName(QStringLiteral("trialTable"));
    m_table->setAccessibleName(tr("Requests whose answer would be another one"));
    m_table->setHorizontalHeaderLabels(
        {tr("Requests"), tr("Request"), tr("Key"), tr("Now"), tr("With these rules"), tr("Rule")});
    showAsRows(*m_table, 28);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(Request, QHeaderView::Stretch);
    header->setMinimumSectionSize(qMax(60, header->sectionSizeHint(Request)));
    m_table->setWordWrap(true); // a reason is a sentence: it takes the lines that it needs
    m_table->verticalHeader()->setMinimumSectionSize(28);
    auto *rows = new QTimer(this); // once after all columns have their widths
    rows->setSingleShot(true);
    rows->setInterval(0);
    connect(rows, &QTimer::timeout, m_table, &QTableView::resizeRowsToContents);
    connect(header, &QHeaderView::sectionResized, rows, qOverload<>(&QTimer::start));
    new FittedColumns(m_table, {{Requests, 84}, {Key, 110}, {Now, 100}, {Then, 130}, {ByRule, 60}});
    connect(m_table, &QTableWidget::cellActivated, this,
            [this](int row, int) { emit keyWanted(m_changes.value(row).key); });
    auto *first = new QHBoxLayout;
    first->addWidget(m_text, 1);
    first->addWidget(close, 0, Qt::AlignTop);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 10, 8, 8);
    box->addLayout(first);
    box->addWidget(m_table, 1);
}

QString TrialView::text() const {
    return m_text->text();
}

void TrialView::showRunning() {
    m_text->setText(tr("Trying…"));
    m_table->hide();
}

void TrialView::showProblem(const Error &error) {
    m_text->setText(sentence(error));
    m_table->hide();
}

void TrialView::show(const RulesTrial &trial) {
    m_text->setText(summaryOf(trial));
    m_changes = trial.changes.mid(0, MostChanges);
    const QLocale locale;
    m_table->setRowCount(static_cast<int>(m_changes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const RulesTrial::Change &c = m_changes[row];
        const std::array<QString, TrialColumns> texts{locale.toString(c.requests),
                                                      QStringLiteral("%1 %2").arg(c.method, c.path),
                                                      c.keyName,
                                                      decisionWord(c.before),
                                                      decisionWord(c.after),
                                                      c.rule < 0 ? tr("none", "no rule")
                                                                 : locale.toString(c.rule + 1)};
        for (int column = 0; column < TrialColumns; ++column) {
            auto *item = new QTableWidgetItem(texts[static_cast<std::size_t>(column)]);
            item->setToolTip(item->text());
            m_table->setItem(row, column, item);
        }
    }
    if (!m_changes.isEmpty())
        m_table->setCurrentCell(0, 0);
    m_table->setVisible(!m_changes.isEmpty());
    m_table->resizeRowsToContents();
}

} // namespace latchkey::ui
