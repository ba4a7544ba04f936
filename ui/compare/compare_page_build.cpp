#include "ui/compare/compare_page.h"
#include "ui/compare/compare_words.h"
#include "ui/compare/pair_view.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/row_table.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QTableView>
#include <QVBoxLayout>

// The widgets of the page and how they hang together.

namespace latchkey::ui {

namespace {
/// A side by its name, elided where there is no room.
class SideBox final : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *) override {
        QStyleOptionComboBox o;
        initStyleOption(&o);
        if (currentIndex() < 0) {
            o.palette.setBrush(QPalette::ButtonText, o.palette.placeholderText());
            o.currentText = placeholderText();
        }
        const QRect room =
            style()->subControlRect(QStyle::CC_ComboBox, &o, QStyle::SC_ComboBoxEditField, this);
        const int icon = o.currentIcon.isNull() ? 0 : o.iconSize.width() + 4;
        o.currentText = fontMetrics().elidedText(o.currentText, Qt::ElideMiddle, room.width() - icon - 2);
        QStylePainter painter(this);
        painter.drawComplexControl(QStyle::CC_ComboBox, o);
        painter.drawControl(QStyle::CE_ComboBoxLabel, o);
    }
};
} // namespace

ComparePage::ComparePage(Places &places, const Clock &clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_places(places)
    , m_clock(clock)
    , m_zone(zone)
    , m_model(new ComparisonModel(this)) {
    setObjectName(QStringLiteral("comparePage"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(makeHeader());
    box->addWidget(makeFilters());
    box->addWidget(makeBody(), 1);
    setFocusProxy(m_table);
    m_soon.setSingleShot(true);
    m_soon.setInterval(500); // many changes in a row are looked at once
    connect(&m_soon, &QTimer::timeout, this, &ComparePage::stale);
    connect(&places, &Places::changed, this, [this](const KeyId &connection) {
        fillBoxes();
        if (connection == m_left.choice.connection || connection == m_right.choice.connection)
            refresh();
    });
    if (const Place first = places.all().value(0); first.own) { // over all connections none is first
        m_left.choice = {first.connection, Environment::Production};
        m_right.choice = {first.connection, Environment::Staging};
    }
    fillBoxes();
    updateFilters();
}

ComparePage::~ComparePage() = default;

QWidget *ComparePage::makeHeader() {
    auto *bar = new QWidget(this);
    auto *title = new QLabel(tr("Compare"), bar);
    title->setProperty("heading", true);
    title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const auto side = [this, bar](Side &s, const char *name, const QString &accessible) {
        s.box = new SideBox(bar);
        s.box->setObjectName(QLatin1StringView(name));
        s.box->setAccessibleName(accessible);
        s.box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        s.box->setMinimumContentsLength(10); // narrower than its texts where there is no room
        s.box->setMaximumWidth(300);
        s.box->setPlaceholderText(tr("Choose…"));
        connect(s.box, &QComboBox::activated, this, &ComparePage::chosen);
    };
    side(m_left, "compareLeft", tr("Left side"));
    side(m_right, "compareRight", tr("Right side"));
    auto *swap = new QPushButton(tr("Swap"), bar);
    swap->setObjectName(QStringLiteral("compareSwap"));
    swap->setToolTip(tr("Left and right change places"));
    connect(swap, &QPushButton::clicked, this, &ComparePage::swapSides);
    // The three stay together, beside the title or under it.
    auto *sides = new QWidget(bar);
    auto *inside = new QHBoxLayout(sides);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    inside->addWidget(m_left.box);
    inside->addWidget(swap);
    inside->addWidget(m_right.box);
    auto *row = new FlowLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(sides);
    auto *box = new QVBoxLayout(bar);
    box->setContentsMargins(16, 12, 16, 6);
    box->addLayout(row);
    return bar;
}

QWidget *ComparePage::makeFilters() {
    auto *bar = new QWidget(this);
    auto *row = new FlowLayout;
    row->setSpacing(6);
    for (int i = 0; i <= MatchGroupCount; ++i) {
        auto *b = new QPushButton(bar);
        b->setObjectName(QStringLiteral("group%1").arg(i));
        b->setCheckable(true);
        b->setProperty("segment", true);
        b->setChecked(i == 0);
        connect(b, &QPushButton::clicked, this, [this, i] { chooseGroup(i); });
        m_groups.append(b);
        row->addWidget(b);
    }
    m_differences = new QComboBox(bar);
    m_differences->setObjectName(QStringLiteral("compareWhat"));
    m_differences->setAccessibleName(tr("What differs"));
    m_differences->addItem(tr("Any difference"), 0);
    for (const Difference d : {Difference::Permissions, Difference::Status, Difference::Limits,
                               Difference::Expiry, Difference::Customers, Difference::Addresses,
                               Difference::Type, Difference::Notes, Difference::Environment})
        m_differences->addItem(word(d), static_cast<int>(d));
    connect(m_differences, &QComboBox::activated, this, &ComparePage::filter);
    row->addWidget(m_differences);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("compareSearch"));
    m_search->setPlaceholderText(tr("Name"));
    m_search->setAccessibleName(tr("Search by name"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(140);
    m_search->addAction(themedIcon(QStringLiteral("search"), ColorRole::Secondary),
                        QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &ComparePage::filter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    row->addWidget(m_search);
    m_stale = new QLabel(tr("Keys have changed since. F5 compares again."), bar);
    m_stale->setObjectName(QStringLiteral("compareStale"));
    m_stale->setProperty("warn", true);
    m_stale->hide();
    auto *box = new QVBoxLayout(bar);
    box->setContentsMargins(16, 4, 16, 10);
    box->setSpacing(6);
    box->addLayout(row);
    box->addWidget(m_stale);
    return bar;
}

QWidget *ComparePage::makeBody() {
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Compare"));
    m_table->setModel(m_model);
    showAsRows(*m_table, 32);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(80);
    header->resizeSection(ComparisonModel::Name, 220);
    header->resizeSection(ComparisonModel::Left, 150);
    header->resizeSection(ComparisonModel::Right, 150);
    header->setSectionResizeMode(ComparisonModel::What, QHeaderView::Stretch);
    header->setSortIndicator(ComparisonModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        m_ownWidths = m_ownWidths || (!m_fitting && column != ComparisonModel::What); // that one has the rest
        fitHeadings();
    });
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ComparePage::showCurrent);
    connect(m_table, &QAbstractItemView::activated, this,
            [this] { open(m_model->left(m_table->currentIndex().row()) != nullptr); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparePage::rowMenu);

    m_pair = new PairView(this);
    connect(m_pair, &PairView::openWanted, this, &ComparePage::open);
    connect(m_pair, &PairView::likeWanted, this, &ComparePage::createLike);
    m_table->setMinimumHeight(132); // three rows, whatever the window's height
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_pair);
    split->setStretchFactor(0, 1);
    split->setSizes({320, 280});

    auto *empty = new QWidget(this);
    m_message = new QLabel(empty);
    m_message->setObjectName(QStringLiteral("compareMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_again = new QPushButton(empty);
    m_again->setObjectName(QStringLiteral("compareAgain"));
    connect(m_again, &QPushButton::clicked, this, [this] {
        for (const Side *s : {&m_left, &m_right}) {
            if (!s->service)
                m_places.open(s->choice.connection);
        }
        refresh();
    });
    auto *box = new QVBoxLayout(empty);
    box->setContentsMargins(24, 0, 24, 0);
    box->addStretch(2);
    box->addWidget(m_message);
    box->addSpacing(8);
    box->addWidget(m_again, 0, Qt::AlignCenter);
    box->addStretch(3);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(split);
    m_stack->addWidget(empty);
    return m_stack;
}

} // namespace latchkey::ui
