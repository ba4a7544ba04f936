#pragma once

#include "core/backend/vault_backend.h"
#include "ui/keys/key_columns.h"
#include "ui/keys/key_insights.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimeZone>
#include <QTimer>
#include <functional>

namespace latchkey::ui {

/// The keys of a query: a list of identifiers and the pages of rows that were looked at. Never blocks, never
/// runs SQL, returns no secret in any role. GUI thread.
class KeyTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    KeyTableModel(VaultBackend &backend, const Clock &clock, QObject *parent = nullptr);

    void setQuery(const KeyQuery &query);
    [[nodiscard]] const KeyQuery &query() const { return m_query; }
    void refresh();
    /// The same with what the vault remembers asked for again: a person wants to see how it is now.
    void lookAgain();
    /// These rows are on the screen.
    void noteVisible(int first, int last);
    /// What the vault of this key can do.
    [[nodiscard]] Capabilities canOf(const ApiKey &k) const { return m_backend.homeOf(k.id).capabilities(); }
    /// False where the service says nothing of it.
    [[nodiscard]] bool isReported(const ApiKey &k, KeyColumn column) const;
    [[nodiscard]] static bool reports(const Capabilities &can, KeyColumn column);
    /// The connection that a key came through.
    void setConnectionNames(std::function<QString(const KeyId &)> nameOf) {
        m_connection = std::move(nameOf);
    }
    [[nodiscard]] QString connectionOf(const KeyId &id) const {
        return m_connection ? m_connection(id) : QString();
    }
    [[nodiscard]] QString masked(const ApiKey &k) const;
    /// "As of 14:02: Team doesn't answer now"; empty where the key is as its vault has it now. A window over
    /// one vault says it once for all.
    [[nodiscard]] QString staleText(const KeyId &id) const;
    /// Words in place of a value: not reported, not set, not known yet.
    [[nodiscard]] std::optional<QString> serviceText(const ApiKey &k, KeyColumn column) const;
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &timeZone() const { return m_zone; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const VaultBackend &backend() const { return m_backend; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    /// Of the vault of this key.
    [[nodiscard]] Catalogue catalogueOf(const ApiKey &k) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The row if its page is here; otherwise null, and the page is asked for.
    [[nodiscard]] const ApiKey *keyAt(int row) const;
    /// For who only looks: until its page is here, the row as the list before showed it.
    [[nodiscard]] const ApiKey *shownAt(int row) const;
    /// Why shownAt() has nothing, where nothing is on its way: it was not read before nobody answered, or
    /// could not be read.
    [[nodiscard]] QString missingText(int row) const;
    [[nodiscard]] KeyId idAt(int row) const;
    [[nodiscard]] int rowOf(const KeyId &id) const;
    [[nodiscard]] KeyListPtr list() const { return m_list; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// What a screen reader says of a row: name, environment, status, last use.
    [[nodiscard]] QString spoken(const ApiKey &k) const;
    [[nodiscard]] QString text(const ApiKey &k, KeyColumn column) const;
    /// "Expires in 3 days", within the query's threshold; else empty.
    [[nodiscard]] QString expiringText(const ApiKey &k) const;
    /// Alerts and usage of the keys that were looked at; the query's thresholds hold.
    [[nodiscard]] KeyInsights &insights() const { return m_insights; }
    /// Asks for what these keys' cells of the column need besides their rows; true if it is here.
    bool askInsights(const QList<KeyId> &ids, KeyColumn column) const;

    static constexpr int PageRows = 128;

signals:
    /// A new list is shown. `sameQuery`: only its contents changed, so the place and the selection should be
    /// kept.
    void aboutToReplace(bool sameQuery);
    void replaced(bool sameQuery);
    void queryFailed(const latchkey::Error &error);

private:
    void ask(bool sameQuery);
    void show(const KeyListPtr &list, bool sameQuery);
    void fetch(int page) const;
    void keysChanged();
    [[nodiscard]] QList<KeyId> pageOf(int row) const;
    [[nodiscard]] QString tip(const ApiKey &k, KeyColumn column) const;
    [[nodiscard]] QString statusTip(const ApiKey &k) const;

    VaultBackend &m_backend;
    const Clock &m_clock;
    Catalogue m_catalogue;
    std::function<QString(const KeyId &)> m_connection;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    KeyQuery m_query;
    KeyListPtr m_list;
    bool m_loading = false;
    bool m_askAgain = false;
    QTimer m_calm; ///< runs: keys changed just now, and what changes meanwhile is asked for once, at its end
    bool m_changed = false;
    bool m_askedSame = true;        ///< every waiting question is about the query that is shown
    mutable KeyInsights m_insights; ///< asks when somebody looks, and data() is const
    mutable QHash<int, QList<ApiKey>> m_pages;
    QHash<KeyId, ApiKey> m_before; ///< of the lists before, while pages of this one are waited for
    mutable QList<int> m_recent;   ///< pages, least recently used first
    mutable QSet<int> m_asked;
    QSet<int> m_failed; ///< pages that could not be had; asked for with the next list
};

} // namespace latchkey::ui
