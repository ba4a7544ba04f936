#include "ui/logs/chart_view.h"

#include "ui/logs/request_words.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/padded_cells.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int ChartHeight = 100, TableHeight = 150, LeastHeight = 64;

/// A square in the colour of an outcome, and its word.
class LegendEntry : public QWidget {
public:
    LegendEntry(RequestOutcome o, QWidget *parent)
        : QWidget(parent)
        , m_outcome(o) {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {QFontMetrics(smallFont(font())).horizontalAdvance(word(m_outcome)) + 18, 18};
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter p(this);
        const auto place = [this](const QRect &r) {
            return QStyle::visualRect(layoutDirection(), rect(), r);
        };
        p.fillRect(place(QRect(0, 5, 9, 9)), themeColor(inkRole(m_outcome), palette()));
        p.setFont(smallFont(font()));
        p.setPen(themeColor(ColorRole::Secondary, palette()));
        p.drawText(place(QRect(14, 0, width() - 14, height())), Qt::AlignVCenter | Qt::AlignLeft,
                   word(m_outcome));
    }

private:
    RequestOutcome m_outcome;
};

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_toggle(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new ChartWidget(m_stack))
    , m_table(new QTableWidget(m_stack)) {
    m_title->setProperty("section", true);
    m_title->hide();
    m_note->setProperty("secondary", true);
    m_note->setWordWrap(true);
    m_note->hide();
    m_toggle->setProperty("link", true);
    m_toggle->setFlat(true);
    auto *legend = new FlowLayout;
    legend->setSpacing(12);
    for (const RequestOutcome o : AllRequestOutcomes)
        legend->addWidget(new LegendEntry(o, this));
    legend->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
    legend->addWidget(m_toggle);
    m_table->setAccessibleName(tr("Requests over time"));
    m_table->setColumnCount(1 + static_cast<int>(RequestOutcomeCount));
    QStringList titles{tr("From")};
    for (const RequestOutcome o : AllRequestOutcomes)
        titles.append(word(o));
    m_table->setHorizontalHeaderLabels(titles);
    for (int column = 0; column < m_table->columnCount(); ++column) // over their texts
        m_table->horizontalHeaderItem(column)->setTextAlignment(
            (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    m_table->setItemDelegate(new PaddedCells(m_table));
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    int widest = 0; // narrower than this, the table scrolls
    for (int c = 0; c < m_table->columnCount(); ++c)
        widest = qMax(widest, m_table->horizontalHeader()->sectionSizeHint(c));
    m_table->horizontalHeader()->setMinimumSectionSize(widest);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_title);
    box->addWidget(m_stack);
    box->addLayout(legend);
    box->addWidget(m_note);
    connect(m_toggle, &QPushButton::clicked, this, [this] { showTable(m_stack->currentIndex() == 0); });
    showTable(false);
}

void ChartView::setTitle(const QString &title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void ChartView::setNote(const QString &note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ChartView::setBars(const QList<ChartBar> &bars, Instant from, Instant to, int hours) {
    m_chart->setBars(bars, from, to, hours);
    if (m_stack->currentIndex() == 1)
        fillTable();
}

void ChartView::setTimeZone(const QTimeZone &zone) {
    m_chart->setTimeZone(zone);
    if (m_stack->currentIndex() == 1)
        fillTable();
}

void ChartView::showTable(bool table) {
    if (table)
        fillTable();
    m_stack->setCurrentIndex(table ? 1 : 0);
    fitHeight();
    m_toggle->setText(table ? tr("Show as chart") : tr("Show as table"));
}

void ChartView::setLow(bool low) {
    if (low == m_low)
        return;
    m_low = low;
    fitHeight();
}

void ChartView::fitHeight() {
    const bool table = m_stack->currentIndex() == 1;
    m_stack->setMinimumHeight(LeastHeight);
    m_stack->setMaximumHeight(m_low ? (table ? ChartHeight : LeastHeight)
                                    : (table ? TableHeight : ChartHeight));
}

/// Newest first, and only what there is.
void ChartView::fillTable() {
    m_table->setRowCount(0);
    const QList<ChartBar> &bars = m_chart->bars();
    for (qsizetype i = bars.size() - 1; i >= 0; --i) {
        if (ChartWidget::total(bars[i]) == 0)
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(m_chart->barLabel(bars[i])));
        for (std::size_t o = 0; o < RequestOutcomeCount; ++o) {
            auto *cell = new QTableWidgetItem(QLocale().toString(bars[i].counts[o]));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, static_cast<int>(o) + 1, cell);
        }
    }
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, 0);
}

} // namespace latchkey::ui
