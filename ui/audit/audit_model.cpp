#include "ui/audit/audit_model.h"

#include "core/model/futures.h"
#include "ui/format/words.h"

namespace latchkey::ui {

namespace {
constexpr int PageRows = 200;
}

AuditModel::AuditModel(VaultBackend &backend, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend) {}

void AuditModel::setQuery(const AuditQuery &query) {
    m_query = query;
    refresh();
}

void AuditModel::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    if (!m_events.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, AuditColumns - 1));
}

void AuditModel::refresh() {
    ask(0);
}

void AuditModel::ask(qint64 beforeSeq) {
    AuditQuery query = m_query;
    query.beforeSeq = beforeSeq;
    query.limit = PageRows;
    m_asking = true;
    m_backend.audit(query) |
        then(this, [this, beforeSeq, generation = ++m_generation](const Result<QList<AuditEvent>> &events) {
            if (generation != m_generation)
                return;
            m_asking = false;
            if (!events) {
                m_end = true;
                emit failed(events.error());
                return;
            }
            m_end = events->size() < PageRows;
            if (beforeSeq == 0) {
                beginResetModel();
                m_events = *events;
                endResetModel();
            } else if (!events->isEmpty()) {
                const auto first = static_cast<int>(m_events.size());
                beginInsertRows({}, first, first + static_cast<int>(events->size()) - 1);
                m_events += *events;
                endInsertRows();
            }
            emit loaded();
        });
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && !m_end && !m_asking;
}

void AuditModel::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent) && !m_events.isEmpty())
        ask(m_events.last().seq);
}

int AuditModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : AuditColumns;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const AuditEvent &e = m_events.at(index.row());
    const auto column = static_cast<AuditColumn>(index.column());
    if (role == Qt::DisplayRole) {
        switch (column) {
        case AuditColumn::When:
            return fullTime(e.at, m_zone);
        case AuditColumn::Who:
            return e.actor;
        case AuditColumn::What:
            return auditSentence(e);
        case AuditColumn::Key:
            return e.keyName;
        case AuditColumn::Change:
            return auditChanges(e, m_zone).join(QStringLiteral(" · "));
        }
    }
    if (role == Qt::ToolTipRole && column == AuditColumn::Change)
        return auditChanges(e, m_zone).join(u'\n');
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<AuditColumn>(section)) {
    case AuditColumn::When:
        return tr("When");
    case AuditColumn::Who:
        return tr("Who");
    case AuditColumn::What:
        return tr("What");
    case AuditColumn::Key:
        return tr("Key");
    case AuditColumn::Change:
        return tr("Before → after");
    }
    return {};
}

} // namespace latchkey::ui
