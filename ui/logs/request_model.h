#pragma once

#include "core/backend/request_log.h"
#include "core/backend/vault_backend.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QMap>
#include <QTimeZone>

namespace latchkey::ui {

enum class RequestColumn {
    Time, // in the order in which they stand: what is needed most is seen in a narrow window too
    Outcome,
    Key,
    Method,
    Path,
    Scope,
    Environment,
    Customer,
    Ip,
    Duration,
    Agent
};
inline constexpr int RequestColumnCount = 11;

/// Requests of a filter, newest first, read page by page as somebody scrolls. Key names come from the vault
/// when they are first seen. While nobody answers, those of the rows seen so far that the filter asks for.
class RequestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    RequestModel(VaultBackend &backend, const Clock &clock, QObject *parent = nullptr);
    void setFilter(const RequestFilter &filter);
    [[nodiscard]] const RequestFilter &filter() const { return m_filter; }
    /// The same again; while an answer is on its way, behind that one.
    void refresh();
    /// Nobody answers for now: what is known of the filter, until the answer has come.
    void showMeanwhile();
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] const RequestRecord *at(int row) const;
    [[nodiscard]] int rowOf(qint64 seq) const; ///< -1: not read
    /// The key's name, "Deleted key …" or the id part that came with the request; "No key" only where it is
    /// known that none came: a log may not say.
    [[nodiscard]] QString keyText(const RequestRecord &r) const;
    [[nodiscard]] bool hasKey(const RequestRecord &r) const; ///< there is one to go to
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isOfSeen() const { return m_ofSeen; }                        ///< nobody answers
    [[nodiscard]] int seenCount() const { return static_cast<int>(m_seen.size()); } ///< of whatever filter
    /// Not all that there may be has been looked at.
    [[nodiscard]] bool hasMore() const { return m_next != 0; }
    [[nodiscard]] Instant searchedTo() const { return m_searchedTo; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static constexpr int PageRows = 200, MostRows = 200'000, MostSeen = 10'000;

signals:
    void loaded(); ///< after every page
    void failed(const latchkey::Error &error);

private:
    void ask(bool fresh);
    void askFresh();
    void show(const QList<RequestRecord> &rows);
    void remember(const QList<RequestRecord> &rows);
    void showSeen();
    void nameKeys(const QList<RequestRecord> &rows);
    [[nodiscard]] QString text(const RequestRecord &r, RequestColumn c) const;

    struct Named {
        QString name;
        bool gone = false;
    };
    VaultBackend &m_backend;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    RequestFilter m_filter;
    QList<RequestRecord> m_rows;
    QMap<qint64, RequestRecord> m_seen; ///< of whatever filter, by number
    QHash<KeyId, Named> m_names;
    qint64 m_next = 0;
    Instant m_searchedTo;
    int m_generation = 0;
    bool m_loading = false;
    bool m_fresh = false; ///< what is loading are the newest
    bool m_again = false; ///< refresh() waits
    bool m_ofSeen = false;
};

} // namespace latchkey::ui
