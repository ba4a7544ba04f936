#include "ui/keys/key_table_model.h"

#include "core/model/futures.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"

#include <QLocale>
#include <algorithm>
#include <utility>

namespace latchkey::ui {

namespace {
constexpr int MostPages = 24, CalmMs = 150;
}

KeyTableModel::KeyTableModel(VaultBackend &backend, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
    , m_clock(clock)
    , m_catalogue(backend.catalogue())
    , m_insights(backend, clock) {
    connect(&m_insights, &KeyInsights::changed, this, [this] {
        for (const KeyColumn c : {KeyColumn::Alerts, KeyColumn::Usage}) {
            if (rowCount() > 0)
                emit dataChanged(index(0, static_cast<int>(c)), index(rowCount() - 1, static_cast<int>(c)));
        }
    });
    m_calm.setSingleShot(true);
    m_calm.setInterval(CalmMs);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        if (std::exchange(m_changed, false))
            keysChanged();
    });
    connect(&backend, &VaultBackend::keysChanged, this, &KeyTableModel::keysChanged);
    connect(&backend, &VaultBackend::troubled, this, [this] { // why a row is missing is another reason now
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(&backend, &VaultBackend::recovered, this, [this] {
        if (!m_failed.isEmpty())
            ask(true);
    });
    connect(&backend, &VaultBackend::catalogueChanged, this, [this] {
        m_catalogue = m_backend.catalogue();
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        keysChanged(); // which keys have broad access follows from the catalogue
    });
    connect(&backend, &VaultBackend::indexProgress, this, [this](int percent) {
        if (percent == 100 && m_list && !m_list->complete())
            ask(true);
    });
}

void KeyTableModel::setQuery(const KeyQuery &query) {
    if (m_list && query == m_query)
        return;
    m_query = query;
    ask(false);
}

void KeyTableModel::refresh() {
    ask(true);
}

void KeyTableModel::lookAgain() {
    m_backend.lookAgain();
    refresh();
}

void KeyTableModel::noteVisible(int first, int last) {
    QList<KeyId> ids;
    for (int row = qMax(0, first); row <= qMin(last, rowCount() - 1); ++row)
        ids.append(m_list->idAt(row));
    m_backend.noteVisible(ids);
}

void KeyTableModel::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, KeyColumnCount - 1));
}

/// One query at a time; what is asked meanwhile is asked once, when it is back: the latest wins.
/// (QFuture::cancel() would not do: in Qt 6.4 it races with a continuation that is just running.)
void KeyTableModel::ask(bool sameQuery) {
    m_askedSame = m_askedSame && sameQuery;
    if (std::exchange(m_loading, true)) {
        m_askAgain = true;
        return;
    }
    m_askAgain = false;
    m_backend.listToShow(m_query) | then(this, [this](const Result<KeyListPtr> &list) {
        m_loading = false;
        if (m_askAgain)
            return ask(m_askedSame);
        const bool same = std::exchange(m_askedSame, true);
        if (list)
            show(*list, same);
        else
            emit queryFailed(list.error());
    });
}

void KeyTableModel::show(const KeyListPtr &list, bool sameQuery) {
    emit aboutToReplace(sameQuery);
    beginResetModel();
    if (m_before.size() > qsizetype{MostPages} * PageRows) // scrolled far while nothing answered
        m_before.clear();
    for (QList<ApiKey> &page : m_pages) {
        for (ApiKey &k : page)
            m_before.emplace(k.id, std::move(k));
    }
    m_list = list;
    m_pages.clear();
    m_recent.clear();
    m_asked.clear();
    m_failed.clear();
    endResetModel();
    m_insights.outdateAlerts();
    emit replaced(sameQuery);
}

int KeyTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->size());
}

int KeyTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : KeyColumnCount;
}

KeyId KeyTableModel::idAt(int row) const {
    return row >= 0 && row < rowCount() ? m_list->idAt(row) : KeyId();
}

int KeyTableModel::rowOf(const KeyId &id) const {
    return m_list && !id.isNull() ? static_cast<int>(m_list->positionOf(id)) : -1;
}

const ApiKey *KeyTableModel::keyAt(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int page = row / PageRows;
    const auto it = m_pages.constFind(page);
    if (it == m_pages.cend()) {
        fetch(page);
        return nullptr;
    }
    if (m_recent.isEmpty() || m_recent.last() != page) {
        m_recent.removeOne(page);
        m_recent.append(page);
    }
    const KeyId id = m_list->idAt(row);
    const int guess = row % PageRows;
    if (guess < it->size() && (*it)[guess].id == id)
        return &(*it)[guess];
    for (const ApiKey &k : *it) { // one of the page is gone meanwhile: the others moved up
        if (k.id == id)
            return &k;
    }
    return nullptr;
}

const ApiKey *KeyTableModel::shownAt(int row) const {
    if (const ApiKey *k = keyAt(row))
        return k;
    const auto before = m_before.constFind(idAt(row));
    return before == m_before.cend() ? nullptr : &*before;
}

QString KeyTableModel::missingText(int row) const {
    const int page = row / PageRows;
    const bool failed = m_failed.contains(page);
    if (!failed && !m_pages.contains(page))
        return {};
    if (m_backend.homeOf(idAt(row)).silence())
        return tr("Not read before the connection was lost", "a key");
    return failed ? tr("Couldn't be read", "a key") : QString();
}

QList<KeyId> KeyTableModel::pageOf(int row) const {
    QList<KeyId> ids;
    const int first = row / PageRows * PageRows, end = qMin(first + PageRows, rowCount());
    for (int r = first; r < end; ++r)
        ids.append(m_list->idAt(r));
    return ids;
}

bool KeyTableModel::askInsights(const QList<KeyId> &ids, KeyColumn column) const {
    const bool alerts = column == KeyColumn::Alerts;
    if (alerts)
        m_insights.wantAlerts(ids, m_query.thresholds);
    else if (column == KeyColumn::Usage)
        m_insights.wantUsage(ids);
    else
        return true;
    return std::all_of(ids.begin(), ids.end(), [&](const KeyId &id) {
        return alerts ? m_insights.knowsAlerts(id) : m_insights.knowsUsage(id);
    });
}

void KeyTableModel::fetch(int page) const {
    if (m_asked.contains(page))
        return;
    m_asked.insert(page);
    const int first = page * PageRows, end = qMin(first + PageRows, rowCount());
    const QList<KeyId> ids = pageOf(first);
    auto *self = const_cast<KeyTableModel *>(this); // data() is const, and only the cache changes
    m_backend.rowsToShow(ids) |
        then(self, [self, page, first, end, list = m_list](const Result<QList<ApiKey>> &rows) {
            if (list != self->m_list)
                return;
            if (!rows) {
                self->m_failed.insert(page);
                emit self->dataChanged(self->index(first, 0), self->index(end - 1, KeyColumnCount - 1));
                return;
            }
            self->m_asked.remove(page);
            self->m_pages.insert(page, *rows);
            self->m_recent.removeOne(page);
            self->m_recent.append(page);
            while (self->m_recent.size() > MostPages)
                self->m_pages.remove(self->m_recent.takeFirst());
            if (self->m_asked.isEmpty())
                self->m_before.clear();
            emit self->dataChanged(self->index(first, 0), self->index(end - 1, KeyColumnCount - 1));
        });
}

/// A change may move a row, add one or take it away; the list is cheap, and only what is on the screen is
/// fetched again. The first change shows at once, a stream of them (a bulk change, another desktop) in steps.
void KeyTableModel::keysChanged() {
    if (m_calm.isActive()) {
        m_changed = true;
        return;
    }
    m_calm.start();
    ask(true);
}

QVariant KeyTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= KeyColumnCount)
        return {};
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(columnTitle(section)) : QVariant();
}

QString KeyTableModel::spoken(const ApiKey &k) const {
    QString row =
        tr("%1, %2, %3, last used: %4", "row for screen readers: name, environment, status, last use")
            .arg(k.config.name, text(k, KeyColumn::Environment), text(k, KeyColumn::Status),
                 text(k, KeyColumn::LastUsed));
    for (const QString &more : {rotationText(k, now()), expiringText(k)})
        row += more.isEmpty() ? QString() : QStringLiteral(", ") + more;
    return row;
}

QString KeyTableModel::expiringText(const ApiKey &k) const {
    return ui::expiringText(k, now(), m_query.thresholds.expiringDays);
}

Catalogue KeyTableModel::catalogueOf(const ApiKey &k) const {
    const VaultBackend &home = m_backend.homeOf(k.id);
    return &home == &m_backend ? m_catalogue : home.catalogue();
}

QString KeyTableModel::masked(const ApiKey &k) const {
    return maskedToken(m_backend.homeOf(k.id).info().prefix, k);
}

QString KeyTableModel::staleText(const KeyId &id) const {
    const VaultBackend &home = m_backend.homeOf(id);
    const auto silence = &home == &m_backend ? std::nullopt : home.silence();
    return silence ? tr("As of %1: %2 doesn't answer now", "14:02, connection")
                         .arg(dayTime(silence->heard, now(), m_zone), connectionOf(id))
                   : QString();
}

bool KeyTableModel::isReported(const ApiKey &k, KeyColumn column) const {
    return reports(canOf(k), column);
}

bool KeyTableModel::reports(const Capabilities &can, KeyColumn column) {
    switch (column) {
    case KeyColumn::Created:
        return can.created;
    case KeyColumn::LastUsed:
    case KeyColumn::Usage:
        return can.lastUsed;
    case KeyColumn::Status:
        return can.deactivate || can.revoke;
    case KeyColumn::Expires:
        return can.expiry;
    case KeyColumn::RateLimit:
        return can.rateLimits;
    case KeyColumn::Customers:
        return can.customers;
    default:
        return true;
    }
}

/// Of a service's key: what this computer has noted, and scopes that may not be known yet.
std::optional<QString> KeyTableModel::serviceText(const ApiKey &k, KeyColumn column) const {
    if (!isReported(k, column))
        return notReported();
    if (!k.service)
        return std::nullopt;
    if (column == KeyColumn::Environment && !k.service->environment)
        return tr("Not set", "environment of a key");
    if ((column == KeyColumn::Permissions || column == KeyColumn::Type || column == KeyColumn::Alerts) &&
        !k.service->scopesKnown)
        return tr("Loading…");
    if (column == KeyColumn::Type || (column == KeyColumn::Permissions && k.service->fullAccess))
        return word(accessOf(k));
    if (column == KeyColumn::Permissions && k.config.scopes.isEmpty())
        return tr("None", "no permissions");
    return std::nullopt;
}

QString KeyTableModel::text(const ApiKey &k, KeyColumn column) const {
    if (auto special = serviceText(k, column))
        return *std::move(special);
    switch (column) {
    case KeyColumn::Name:
        return k.config.name;
    case KeyColumn::Token:
        return masked(k);
    case KeyColumn::Environment:
        return word(k.config.environment);
    case KeyColumn::Permissions: {
        QStringList names;
        const Catalogue catalogue = catalogueOf(k);
        for (const Scope &s : k.config.scopes)
            names.append(catalogue.nameOf(s));
        return names.join(QStringLiteral(", "));
    }
    case KeyColumn::Created:
        return shortDate(k.createdAt, m_zone);
    case KeyColumn::LastUsed:
        return lastUsedText(k, now());
    case KeyColumn::Status:
        return statusLook(k, now()).word;
    case KeyColumn::Actions:
        return {};
    case KeyColumn::Expires:
        return k.config.expires ? shortDate(*k.config.expires, m_zone) : tr("Never");
    case KeyColumn::Alerts: {
        const KeyAlerts *alerts = m_insights.alerts(k.id);
        QStringList words;
        for (const SmartFilter a : alerts ? *alerts : KeyAlerts())
            words.append(word(a));
        return !alerts           ? QString()
               : words.isEmpty() ? tr("None", "no alerts")
                                 : words.join(QStringLiteral(", "));
    }
    case KeyColumn::Usage: {
        const QList<qint64> *days = m_insights.usage(k.id);
        return days ? usageText(*days) : QString();
    }
    case KeyColumn::RateLimit:
        return limitsText(k.config.limits);
    case KeyColumn::Type:
        return word(k.config.type);
    case KeyColumn::Customers:
        return k.config.customers.isEmpty() ? tr("All") : k.config.customers.join(QStringLiteral(", "));
    case KeyColumn::Owner:
        return k.config.owner;
    case KeyColumn::Tags:
        return k.config.tags.join(QStringLiteral(", "));
    case KeyColumn::StoredIn:
        return k.config.storedIn;
    case KeyColumn::KeyIdText:
        return shownId(k);
    case KeyColumn::Connection:
        return m_connection ? m_connection(k.id) : QString();
    }
    return {};
}

/// The word of the status, and what it doesn't say.
QString KeyTableModel::statusTip(const ApiKey &k) const {
    if (k.damaged)
        return tr("This key's record fails its checksum. It refuses all requests.");
    QString text = statusLook(k, now()).word;
    if (const QString expiring = expiringText(k); !expiring.isEmpty())
        text += u'\n' + expiring;
    if (const QString rotation = rotationText(k, now()); !rotation.isEmpty())
        return text + u'\n' + tr("The key is active, and two tokens work.") + u'\n' + rotation;
    if (k.state == KeyState::Inactive && k.config.expires && *k.config.expires < now())
        return text + u'\n' + tr("It has expired, too.");
    return text;
}

QString KeyTableModel::tip(const ApiKey &k, KeyColumn column) const {
    if (!isReported(k, column)) {
        const QString nothing = notReportedBy(canOf(k).service);
        return column == KeyColumn::Created && k.service && k.service->firstSeen
                   ? nothing + u'\n' +
                         tr("First seen by this computer: %1").arg(fullTime(*k.service->firstSeen, m_zone))
                   : nothing;
    }
    if (k.service && (column == KeyColumn::Environment || column == KeyColumn::Owner ||
                      column == KeyColumn::Tags || column == KeyColumn::StoredIn))
        return text(k, column) + u'\n' + keptHereOnly();
    switch (column) {
    case KeyColumn::Created:
        return text(k, column) + u'\n' + fullTime(k.createdAt, m_zone);
    case KeyColumn::LastUsed:
        return k.lastUsedAt ? text(k, column) + u'\n' + fullTime(*k.lastUsedAt, m_zone) : text(k, column);
    case KeyColumn::Expires:
        return expiresText(k, now(), m_zone);
    case KeyColumn::Permissions: {
        if (k.service && k.service->fullAccess)
            return tr("Full Access: it has every permission that the key of this connection has");
        QStringList lines;
        const Catalogue catalogue = catalogueOf(k);
        for (const Scope &s : k.config.scopes)
            lines.append(QStringLiteral("%1 (%2)").arg(catalogue.nameOf(s), s.toString()));
        return lines.join(u'\n');
    }
    case KeyColumn::Status:
        return statusTip(k);
    case KeyColumn::Name: {
        const QString rotation = rotationText(k, now());
        return rotation.isEmpty() ? text(k, column) : text(k, column) + u'\n' + rotation;
    }
    case KeyColumn::Alerts: {
        const KeyAlerts *alerts = m_insights.alerts(k.id);
        QStringList lines;
        for (const SmartFilter a : alerts ? *alerts : KeyAlerts())
            lines.append(tr("%1: %2", "alert: its rule").arg(word(a), rule(a, m_query.thresholds)));
        return lines.isEmpty() ? text(k, column) : lines.join(u'\n');
    }
    case KeyColumn::Usage: {
        const QList<qint64> *days = m_insights.usage(k.id);
        if (!days || days->isEmpty())
            return days ? tr("No requests are known to this vault. Import access logs to see them.")
                        : QString();
        return tr("%1 in the last 7 days, %2 of them in the last 24 hours", "1,204 requests, 130")
            .arg(usageText(*days), QLocale().toString(days->last()));
    }
    case KeyColumn::Actions:
        return {};
    default:
        return text(k, column);
    }
}

QVariant KeyTableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto column = static_cast<KeyColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const ApiKey *k = shownAt(index.row());
    if (!k) {
        const QString missing = missingText(index.row());
        if (role == Qt::DisplayRole)
            return column == KeyColumn::Name && !missing.isEmpty() ? QVariant(missing) : QVariant();
        return !missing.isEmpty()               ? QVariant(missing)
               : role == Qt::AccessibleTextRole ? QVariant(tr("Loading"))
                                                : QVariant();
    }
    if ((column == KeyColumn::Alerts && !m_insights.knowsAlerts(k->id)) ||
        (column == KeyColumn::Usage && !m_insights.knowsUsage(k->id)))
        askInsights(pageOf(index.row()), column);
    if (role == Qt::DisplayRole)
        return text(*k, column);
    const QString stale = staleText(k->id);
    if (role == Qt::ToolTipRole) {
        const QString text = tip(*k, column);
        return stale.isEmpty() ? text : text.isEmpty() ? stale : text + u'\n' + stale;
    }
    switch (column) {
    case KeyColumn::Name:
        return stale.isEmpty() ? spoken(*k) : spoken(*k) + QStringLiteral(", ") + stale;
    case KeyColumn::Actions:
        return tr("Actions for %1").arg(k->config.name);
    default: {
        const QString spoken =
            tr("%1: %2", "column title: value").arg(columnTitle(index.column()), text(*k, column));
        const QString expiring = column == KeyColumn::Status ? expiringText(*k) : QString();
        return expiring.isEmpty() ? spoken : spoken + QStringLiteral(", ") + expiring;
    }
    }
}

} // namespace latchkey::ui
