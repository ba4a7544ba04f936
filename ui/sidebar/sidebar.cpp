#include "ui/sidebar/sidebar.h"

#include "core/model/futures.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/theme/cell_text.h"
#include "ui/theme/row_table.h"

#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScopeGuard>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <utility>

namespace latchkey::ui {

namespace {

constexpr int CountRole = Qt::UserRole + 1, HeadingRole = Qt::UserRole + 2, IconRole = Qt::UserRole + 3,
              ChosenRole = Qt::UserRole + 4;

/// A row: icon, words, and the count at the far end.
class SidebarDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &o, const QModelIndex &index) const override {
        QFont bold = o.font; // as the chosen row has it
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(bold);
        const QString count = index.data(CountRole).toString();
        const int words = metrics.horizontalAdvance(index.data().toString()),
                  number = count.isEmpty() ? 0 : metrics.horizontalAdvance(count) + 8;
        const bool heading = index.data(HeadingRole).toBool();
        return {16 + 20 + (heading ? 0 : 26) + words + number, heading ? 34 : 30};
    }
    void paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index) const override {
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        const bool heading = index.data(HeadingRole).toBool();
        const bool selected = index.data(ChosenRole).toBool();
        const QRect r = o.rect.adjusted(8, 1, -8, -1);
        if (!heading && (selected || o.state.testFlag(QStyle::State_MouseOver))) {
            p->setPen(Qt::NoPen);
            p->setBrush(themeColor(selected ? ColorRole::Selection : ColorRole::Hover, o.palette));
            p->drawRoundedRect(r, 6, 6);
        }
        if (o.state.testFlag(QStyle::State_HasFocus) && !heading) {
            p->setPen(QPen(themeColor(ColorRole::Accent, o.palette), 1.5));
            p->setBrush(Qt::NoBrush);
            p->drawRoundedRect(QRectF(r).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        QFont font = o.font;
        QRect area = r.adjusted(10, heading ? 8 : 0, -10, 0);
        if (heading) {
            font.setPointSizeF(font.pointSizeF() * 0.9);
            font.setWeight(QFont::DemiBold);
        } else {
            font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
            const QRect icon =
                QStyle::visualRect(o.direction, r, QRect(area.left(), r.center().y() - 7, 16, 16));
            paintIcon(p, index.data(IconRole).toString(), icon,
                      themeColor(selected ? ColorRole::Text : ColorRole::Secondary, o.palette));
            area.setLeft(area.left() + 26);
        }
        p->setFont(font);
        const QString count = index.data(CountRole).toString();
        const int countWidth = count.isEmpty() ? 0 : p->fontMetrics().horizontalAdvance(count) + 8;
        p->setPen(themeColor(heading ? ColorRole::Secondary : ColorRole::Text, o.palette));
        const QRect words = QStyle::visualRect(o.direction, r, area.adjusted(0, 0, -countWidth, 0));
        paintLine(p, words, index.data().toString(), o.direction);
        p->setPen(themeColor(ColorRole::Secondary, o.palette));
        p->drawText(QStyle::visualRect(o.direction, r, area), Qt::AlignVCenter | Qt::AlignTrailing, count);
        p->restore();
    }
};

/// While rows come and go, the current one stays where it is on the screen; where it is out of sight, the
/// first that is seen.
class PlaceKept {
public:
    explicit PlaceKept(QListWidget &list)
        : m_list(list) {
        if (!list.isVisible())
            return;
        const QRect seen = list.viewport()->rect();
        QModelIndex row = list.currentIndex();
        const QRect at = list.visualRect(row);
        if (!row.isValid() || at.top() < seen.top() || at.bottom() > seen.bottom())
            row = list.indexAt({seen.center().x(), seen.top()});
        m_row = row;
        m_top = list.visualRect(row).top();
    }
    ~PlaceKept() {
        if (!m_row.isValid())
            return;
        QScrollBar &bar = *m_list.verticalScrollBar();
        const int moved = m_list.visualRect(m_row).top() - m_top; // lays the rows out, and so sets its range
        bar.setValue(bar.value() + moved);
    }
    Q_DISABLE_COPY_MOVE(PlaceKept)

private:
    QListWidget &m_list;
    QPersistentModelIndex m_row;
    int m_top = 0;
};

} // namespace

Sidebar::Sidebar(VaultBackend &backend, QWidget *parent)
    : QFrame(parent)
    , m_backend(backend)
    , m_list(new QListWidget(this)) {
    setMinimumWidth(160);
    m_list->setObjectName(QStringLiteral("sidebar"));
    m_list->setAccessibleName(tr("Environments and filters"));
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(
        QAbstractItemView::NoSelection); // one of each group is chosen: the items say which
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // by rows it stops a part of one short
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false); // no style sheet: it would keep the colours of a theme
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 4, 0, 4);
    box->addWidget(m_list);
    build();
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    openRowMenuByKey(*m_list);
    connect(m_list, &QWidget::customContextMenuRequested, this, &Sidebar::savedMenu);
    connect(m_list, &QListWidget::currentItemChanged, this, &Sidebar::currentChanged);
    const auto connection = [this](QListWidgetItem *item) {
        if (const auto chosen = m_connections.constFind(item); chosen != m_connections.cend())
            emit connectionChosen(KeyId(*chosen));
    };
    connect(m_list, &QListWidget::itemClicked, this, connection);
    connect(m_list, &QListWidget::itemActivated, this, connection);
    m_later.setSingleShot(true);
    m_later.setInterval(250); // many changes, one count
    connect(&m_later, &QTimer::timeout, this, &Sidebar::refreshCounts);
    connect(&backend, &VaultBackend::keysChanged, &m_later, qOverload<>(&QTimer::start));
    connect(&backend, &VaultBackend::catalogueChanged, this, &Sidebar::offerFilters);
    refreshCounts();
}

QListWidgetItem *Sidebar::heading(const QString &text) {
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setData(HeadingRole, true);
    return item;
}

QListWidgetItem *Sidebar::row(const QString &text, const QString &icon, const QString &tip) {
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(IconRole, icon);
    item->setToolTip(text + u'\n' + tip);
    return item;
}

void Sidebar::build() {
    m_choosing = true;
    heading(tr("ENVIRONMENT"));
    m_environments.insert(
        row(tr("All environments"), QStringLiteral("environment-all"), tr("Keys of every environment")),
        std::nullopt);
    for (const Environment e : AllEnvironments)
        m_environments.insert(row(word(e), iconName(e), tr("Keys of %1 only").arg(word(e))), e);
    m_withoutRow = row(tr("No environment"), QStringLiteral("never-used"),
                       tr("Keys of a service that were given no environment on this computer (env:none)"));
    heading(tr("FILTERS"));
    for (const SmartFilter f :
         {SmartFilter::None, SmartFilter::ExpiringSoon, SmartFilter::ExpiredRecently, SmartFilter::NeverUsed,
          SmartFilter::Unused, SmartFilter::NoExpiry, SmartFilter::NoRateLimit, SmartFilter::BroadAccess,
          SmartFilter::OverPrivileged, SmartFilter::RateLimited, SmartFilter::RejectionsUp,
          SmartFilter::PossiblyExposed, SmartFilter::Rotating, SmartFilter::Revoked, SmartFilter::Billing,
          SmartFilter::Damaged, SmartFilter::RecentlyDeleted})
        m_smarts.insert(row(word(f), iconName(f), rule(f, m_thresholds)), f);
    m_choosing = false;
    m_withoutRow->setHidden(true);
    for (auto it = m_smarts.begin(); it != m_smarts.end(); ++it)
        it.key()->setHidden(true);
    choose(std::nullopt, SmartFilter::None);
    fitWidth();
}

/// What the vault can answer; with several vaults as one that changes when one comes.
bool Sidebar::isOffered(SmartFilter filter) const {
    if (!answers(m_backend.capabilities(), filter))
        return false;
    switch (filter) { // one that is about trouble comes with the first
    case SmartFilter::Damaged:
    case SmartFilter::OverPrivileged:
    case SmartFilter::RateLimited:
    case SmartFilter::RejectionsUp:
    case SmartFilter::PossiblyExposed:
        return m_counts.smart[static_cast<size_t>(filter)] > 0;
    default:
        return true;
    }
}

/// What was shown once stays. Another one comes when it is chosen, or while nobody points at what would move.
void Sidebar::offerFilters() {
    const PlaceKept kept(*m_list);
    const auto offer = [this](QListWidgetItem *item, bool offered, bool chosen) {
        if (chosen || (offered && !underMouse()))
            item->setHidden(false);
    };
    offer(m_withoutRow, m_counts.withoutEnvironment > 0, m_without);
    for (auto it = m_smarts.begin(); it != m_smarts.end(); ++it)
        offer(it.key(), isOffered(it.value()), it.value() == m_smart);
}

void Sidebar::leaveEvent(QEvent *e) {
    QFrame::leaveEvent(e);
    offerFilters();
}

void Sidebar::fitWidth() {
    // Wide enough for its words in this language and their counts, before these are known of four digits.
    const int digits = m_counted ? 0 : m_list->fontMetrics().horizontalAdvance(QStringLiteral("9,999"));
    const int words = m_list->sizeHintForColumn(0) + digits;
    setMinimumWidth(qMax(minimumWidth(), qBound(160, words + 16, m_counted ? Width + 48 : Width + 24)));
}

void Sidebar::setPages(const QList<SidebarPage> &pages) {
    m_choosing = true;
    heading(tr("VAULT"));
    for (const SidebarPage &p : pages) {
        QListWidgetItem *item = row(p.text, p.icon, p.tip);
        item->setData(Qt::AccessibleTextRole, p.text);
        m_pages.insert(item, p.id);
    }
    m_choosing = false;
    fitWidth();
}

void Sidebar::setConnections(const QList<SidebarConnection> &connections) {
    const PlaceKept kept(*m_list);
    m_choosing = true;
    const QListWidgetItem *const current = m_list->currentItem();
    const qsizetype at = m_connectionRows.indexOf(const_cast<QListWidgetItem *>(current));
    m_connections.clear();
    qDeleteAll(std::exchange(m_connectionRows, {}));
    const auto place = [this](QListWidgetItem *item) {
        m_list->insertItem(static_cast<int>(m_connectionRows.size()), m_list->takeItem(m_list->row(item)));
        m_connectionRows.append(item);
    };
    if (!connections.isEmpty())
        place(heading(tr("CONNECTIONS")));
    for (const SidebarConnection &c : connections) {
        QListWidgetItem *item = row(c.text, c.icon, c.tip);
        item->setData(CountRole, c.state);
        item->setData(ChosenRole, c.chosen);
        item->setData(Qt::AccessibleTextRole,
                      c.state.isEmpty() ? c.text : tr("%1, %2", "connection, state").arg(c.text, c.state));
        place(item);
        m_connections.insert(item, c.id);
    }
    if (at > 0 && at < m_connectionRows.size()) // who was on one stays there
        m_list->setCurrentItem(m_connectionRows[at]);
    else if (!m_list->currentItem() || at > 0)
        m_list->setCurrentItem(m_smarts.key(m_smart));
    m_choosing = false;
    fitWidth();
}

void Sidebar::setSaved(const QStringList &names) {
    const PlaceKept kept(*m_list);
    m_choosing = true;
    for (auto it = m_saved.begin(); it != m_saved.end(); ++it)
        delete it.key();
    m_saved.clear();
    delete std::exchange(m_savedHeading, nullptr);
    int at = 0; // behind the last of the smart filters
    for (auto it = m_smarts.begin(); it != m_smarts.end(); ++it)
        at = qMax(at, m_list->row(it.key()) + 1);
    const auto place = [this, &at](QListWidgetItem *item) {
        m_list->insertItem(at++, m_list->takeItem(m_list->row(item)));
        return item;
    };
    if (!names.isEmpty())
        m_savedHeading = place(heading(tr("SAVED")));
    for (const QString &name : names) {
        QListWidgetItem *item = place(row(name, QStringLiteral("filter"), tr("A filter that you saved")));
        item->setData(Qt::AccessibleTextRole, name);
        m_saved.insert(item, name);
    }
    m_choosing = false;
}

void Sidebar::savedMenu(const QPoint &at) {
    const auto saved = m_saved.constFind(m_list->itemAt(at));
    if (saved == m_saved.cend())
        return;
    QMenu menu(this);
    const QString &name = *saved;
    connect(menu.addAction(tr("Rename…")), &QAction::triggered, this,
            [this, name] { emit savedRenameWanted(name); });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this,
            [this, name] { emit savedRemoveWanted(name); });
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

void Sidebar::choosePage(const QString &id) {
    m_page = id;
    markChosen();
}

void Sidebar::markChosen() {
    m_choosing = true;
    for (auto it = m_environments.begin(); it != m_environments.end(); ++it)
        it.key()->setData(ChosenRole, m_page.isEmpty() && !m_without && it.value() == m_environment);
    m_withoutRow->setData(ChosenRole, m_page.isEmpty() && m_without);
    for (auto it = m_smarts.begin(); it != m_smarts.end(); ++it)
        it.key()->setData(ChosenRole, m_page.isEmpty() && it.value() == m_smart);
    for (auto it = m_pages.begin(); it != m_pages.end(); ++it)
        it.key()->setData(ChosenRole, it.value() == m_page);
    // The list always has a current row, and it is one that is chosen: a list without one takes its first
    // when the focus comes in, which would turn the page.
    QListWidgetItem *current = m_list->currentItem();
    if (!m_page.isEmpty() || !current || m_pages.contains(current))
        m_list->setCurrentItem(m_page.isEmpty() ? m_smarts.key(m_smart) : m_pages.key(m_page));
    m_choosing = false;
}

void Sidebar::setThresholds(const Thresholds &t) {
    m_thresholds = t;
    for (auto it = m_smarts.begin(); it != m_smarts.end(); ++it)
        it.key()->setToolTip(it.key()->text() + u'\n' + rule(it.value(), t));
    refreshCounts();
}

void Sidebar::choose(std::optional<Environment> environment, SmartFilter smart) {
    m_environment = environment;
    m_smart = smart;
    m_page.clear();
    offerFilters();
    markChosen();
}

void Sidebar::go(std::optional<Environment> environment, SmartFilter smart) {
    choose(environment, smart);
    emit chosen(environment, smart);
    refreshCounts();
}

void Sidebar::currentChanged() {
    QListWidgetItem *item = m_list->currentItem();
    if (m_choosing || !item)
        return;
    if (const auto page = m_pages.constFind(item); page != m_pages.cend()) {
        choosePage(*page);
        emit pageChosen(*page);
        return;
    }
    if (const auto saved = m_saved.constFind(item); saved != m_saved.cend()) {
        emit savedChosen(QString(*saved));
        return;
    }
    const auto env = m_environments.constFind(item);
    const bool without = item == m_withoutRow, leave = m_without && env != m_environments.cend();
    if (env != m_environments.cend())
        choose(*env, m_smart);
    else if (without)
        choose(std::nullopt, m_smart);
    else if (const auto smart = m_smarts.constFind(item); smart != m_smarts.cend())
        choose(m_environment, *smart);
    emit chosen(m_environment, m_smart);
    if (without || leave)
        emit withoutEnvironmentChosen(without);
    refreshCounts();
}

void Sidebar::setWithoutEnvironment(bool on) {
    if (m_without == on)
        return;
    m_without = on;
    offerFilters();
    markChosen();
    if (m_counted)
        showCounts(m_counts);
}

void Sidebar::refreshCounts() {
    emit savedCountsWanted();
    m_backend.counts(m_environment, m_thresholds) |
        then(this, [this, environment = m_environment](const Result<SidebarCounts> &c) {
            if (c && environment == m_environment) // not those of the one before
                showCounts(*c);
        });
}

void Sidebar::setSavedCount(const QString &name, const KeyCount &count) {
    if (QListWidgetItem *item = m_saved.key(name))
        showCount(item, count.keys, count.unread);
}

/// `unread`: keys of which it may be more.
void Sidebar::showCount(QListWidgetItem *item, qint64 keys, qint64 unread) {
    const QString number = QLocale().toString(keys);
    const QString spoken = tr("%1, %Ln keys", nullptr, static_cast<int>(keys)).arg(item->text());
    if (unread > 0) {
        item->setData(CountRole, keys == 0 ? QStringLiteral("?") : tr("%1+", "so many or more").arg(number));
        item->setData(Qt::AccessibleTextRole, spoken + QStringLiteral(", ") + notReadYet(unread));
    } else {
        item->setData(CountRole, keys == 0 ? QString() : number);
        item->setData(Qt::AccessibleTextRole, spoken);
    }
}

void Sidebar::showCounts(const SidebarCounts &c) {
    m_counted = true;
    const auto fit = qScopeGuard([this] { fitWidth(); });
    const QLocale locale;
    showCount(m_withoutRow, c.withoutEnvironment, 0);
    for (auto it = m_environments.begin(); it != m_environments.end(); ++it) {
        const qint64 n = it.value() ? c.environments[static_cast<size_t>(*it.value())] : c.all;
        it.key()->setData(CountRole, locale.toString(n));
        it.key()->setData(Qt::AccessibleTextRole,
                          tr("%1, %Ln keys", nullptr, static_cast<int>(n)).arg(it.key()->text()));
    }
    for (auto it = m_smarts.begin(); it != m_smarts.end(); ++it) {
        const qint64 n = it.value() == SmartFilter::None
                             ? (m_without       ? c.withoutEnvironment
                                : m_environment ? c.environments[static_cast<size_t>(*m_environment)]
                                                : c.all)
                             : c.smart[static_cast<size_t>(it.value())];
        const bool atLeast =
            c.unread > 0 && (it.value() == SmartFilter::Billing || it.value() == SmartFilter::BroadAccess);
        showCount(it.key(), n, atLeast ? c.unread : 0);
        const QString tip = it.key()->text() + u'\n' + rule(it.value(), m_thresholds);
        it.key()->setToolTip(atLeast ? tip + u'\n' + notReadYet(c.unread) : tip);
    }
    m_counts = c;
    offerFilters();
}

} // namespace latchkey::ui
