#include "ui/logs/request_model.h"

#include "core/model/futures.h"
#include "ui/format/words.h"
#include "ui/logs/request_words.h"

#include <algorithm>

namespace latchkey::ui {

RequestModel::RequestModel(VaultBackend &backend, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
    , m_clock(clock) {
    connect(&backend, &VaultBackend::keysChanged, this, [this](const QList<KeyId> &ids) {
        for (const KeyId &id : ids)
            m_names.remove(id);
        if (ids.isEmpty())
            m_names.clear();
        nameKeys(m_rows);
    });
}

void RequestModel::setFilter(const RequestFilter &filter) {
    m_filter = filter;
    if (m_backend.silence())
        showSeen();
    askFresh();
}

/// What is asked often and answered slowly would else never be answered.
void RequestModel::refresh() {
    if (m_loading)
        m_again = true;
    else
        askFresh();
}

void RequestModel::showMeanwhile() {
    if (m_loading && m_fresh)
        showSeen();
}

void RequestModel::askFresh() {
    ++m_generation;
    m_again = false;
    ask(true);
}

void RequestModel::show(const QList<RequestRecord> &rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void RequestModel::remember(const QList<RequestRecord> &rows) {
    for (const RequestRecord &r : rows)
        m_seen.insert(r.seq, r);
    while (m_seen.size() > MostSeen)
        m_seen.erase(m_seen.cbegin());
}

void RequestModel::showSeen() {
    QList<RequestRecord> fit;
    for (auto it = m_seen.cend(); it != m_seen.cbegin();) {
        --it;
        if (matches(*it, m_filter))
            fit.append(*it);
    }
    m_ofSeen = true;
    m_next = 0;
    const bool same = m_rows.size() >= fit.size() &&
                      std::all_of(m_rows.begin(), m_rows.end(),
                                  [this](const RequestRecord &r) { return matches(r, m_filter); });
    if (!same)
        show(fit);
}

void RequestModel::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void RequestModel::ask(bool fresh) {
    RequestLog *log = m_backend.requests();
    if (!log)
        return;
    m_loading = true;
    m_fresh = fresh;
    log->page(m_filter, fresh ? 0 : m_next, PageRows) |
        then(this, [this, fresh, generation = m_generation](const Result<RequestPage> &page) {
            if (generation != m_generation)
                return; // another question was asked meanwhile
            m_loading = false;
            if (!page) {
                m_next = 0;
                if (page.error().code == ErrorCode::Unreachable)
                    showSeen();
                emit failed(page.error());
                if (m_again && generation == m_generation)
                    askFresh();
                return;
            }
            m_ofSeen = false;
            m_next = page->next;
            m_searchedTo = page->searchedTo;
            remember(page->rows);
            if (fresh) {
                show(page->rows);
            } else if (!page->rows.isEmpty()) {
                beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page->rows.size()) - 1);
                m_rows.append(page->rows);
                endInsertRows();
            }
            nameKeys(page->rows);
            emit loaded();
            if (m_again && generation == m_generation)
                return askFresh();
            // A search that found nothing yet goes on by itself until the first screen is full.
            if (m_next != 0 && m_rows.size() < PageRows && generation == m_generation)
                ask(false);
        });
}

void RequestModel::nameKeys(const QList<RequestRecord> &rows) {
    QList<KeyId> ids;
    for (const RequestRecord &r : rows) {
        if (!r.key.isNull() && !m_names.contains(r.key) && !ids.contains(r.key))
            ids.append(r.key);
    }
    if (ids.isEmpty())
        return;
    m_backend.rows(ids) | then(this, [this, ids](const Result<QList<ApiKey>> &keys) {
        if (!keys)
            return;
        for (const KeyId &id : ids)
            m_names.insert(id, {QString(), true});
        for (const ApiKey &k : *keys)
            m_names.insert(k.id,
                           {k.config.name, k.state == KeyState::Deleted || k.state == KeyState::Purged});
        if (!m_rows.isEmpty()) {
            const int column = static_cast<int>(RequestColumn::Key);
            emit dataChanged(index(0, column), index(rowCount() - 1, column));
        }
    });
}

const RequestRecord *RequestModel::at(int row) const {
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int RequestModel::rowOf(qint64 seq) const {
    const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), seq,
                                     [](const RequestRecord &r, qint64 wanted) { return r.seq > wanted; });
    return it != m_rows.end() && it->seq == seq ? static_cast<int>(it - m_rows.begin()) : -1;
}

bool RequestModel::hasKey(const RequestRecord &r) const {
    return !r.key.isNull() && !m_names.value(r.key).gone;
}

QString RequestModel::keyText(const RequestRecord &r) const {
    if (r.key.isNull())
        return !r.credential.isNull()              ? tr("Unknown key %1").arg(r.credential.toString())
               : r.code == DecisionCode::NoKey     ? tr("No key")
               : r.code == DecisionCode::Malformed ? tr("Unreadable key")
                                                   : tr("Not in the log", "which key came with a request");
    const Named named = m_names.value(r.key);
    if (named.name.isEmpty())
        return named.gone ? tr("%1 (deleted)").arg(r.key.toString()) : r.key.toString();
    return named.gone ? tr("%1 (deleted)").arg(named.name) : named.name;
}

int RequestModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : RequestColumnCount;
}

bool RequestModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && m_next != 0 && !m_loading && m_rows.size() < MostRows;
}

void RequestModel::fetchMore(const QModelIndex &) {
    if (!m_loading && m_next != 0)
        ask(false);
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= RequestColumnCount ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (static_cast<RequestColumn>(section)) {
    case RequestColumn::Time:
        return tr("Time");
    case RequestColumn::Outcome:
        return tr("Outcome");
    case RequestColumn::Method:
        return tr("Method");
    case RequestColumn::Path:
        return tr("Path");
    case RequestColumn::Scope:
        return tr("Permission");
    case RequestColumn::Key:
        return tr("Key");
    case RequestColumn::Environment:
        return tr("Environment");
    case RequestColumn::Customer:
        return tr("Customer");
    case RequestColumn::Ip:
        return tr("IP address");
    case RequestColumn::Duration:
        return tr("Duration");
    case RequestColumn::Agent:
        return tr("User agent");
    }
    return {};
}

QString RequestModel::text(const RequestRecord &r, RequestColumn c) const {
    switch (c) {
    case RequestColumn::Time:
        return requestTime(r.at, m_zone);
    case RequestColumn::Outcome:
        return word(r.outcome);
    case RequestColumn::Method:
        return r.method;
    case RequestColumn::Path:
        return r.path;
    case RequestColumn::Scope:
        return r.scope;
    case RequestColumn::Key:
        return keyText(r);
    case RequestColumn::Environment:
        return r.environment ? word(*r.environment) : tr("Not reported");
    case RequestColumn::Customer:
        return r.customer;
    case RequestColumn::Ip:
        return r.ip;
    case RequestColumn::Duration:
        return durationText(r.durationUs);
    case RequestColumn::Agent:
        return r.userAgent;
    }
    return {};
}

QVariant RequestModel::data(const QModelIndex &index, int role) const {
    const RequestRecord *r = index.isValid() ? at(index.row()) : nullptr;
    if (!r)
        return {};
    const auto column = static_cast<RequestColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*r, column);
    case Qt::ToolTipRole:
        return column == RequestColumn::Time
                   ? fullTime(r->at, m_zone) + u'\n' + relativeTime(r->at, m_clock.now())
               : column == RequestColumn::Outcome ? outcomeTip(*r)
                                                  : text(*r, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column title: value")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text(*r, column));
    default:
        return {};
    }
}

} // namespace latchkey::ui
