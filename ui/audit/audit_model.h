#pragma once

#include "core/backend/vault_backend.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace latchkey::ui {

enum class AuditColumn { When, Who, What, Key, Change };
inline constexpr int AuditColumns = 5;

/// Entries of the audit log, newest first. Reads a page more when the view comes to the end of what is there.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit AuditModel(VaultBackend &backend, QObject *parent = nullptr);
    void setQuery(const AuditQuery &query); ///< what to show; reads it from the start
    void setTimeZone(const QTimeZone &zone);
    void refresh(); ///< reads the newest page again; what was read further down goes
    [[nodiscard]] const AuditEvent &at(int row) const { return m_events.at(row); }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded(); ///< a page is there, or there is none
    void failed(const latchkey::Error &error);

private:
    void ask(qint64 beforeSeq);

    VaultBackend &m_backend;
    AuditQuery m_query;
    QList<AuditEvent> m_events;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    quint64 m_generation = 0; ///< only the latest question is answered
    bool m_asking = false, m_end = true;
};

} // namespace latchkey::ui
