#pragma once

#include "core/merged/merged_vault.h"
#include "core/services/connections/open_connections.h"

#include <QHash>

namespace latchkey {

/// The connections of a person looked at as one: opens each with its kept secret, and puts those that are
/// open into a MergedVault. A vault that two connections lead to is shown once. Asks nobody, waits for
/// nobody. GUI thread.
class AllConnections final : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 {
        Opening,
        Late, ///< open, its list is still to come
        Shown,
        SameVault,   ///< `other` shows it
        NeedsSecret, ///< `error` says why
        Failed,      ///< could not be opened: `error`
        Away         ///< was open and is in trouble: `error`
    };
    struct Row {
        Connection connection;
        State state = State::Opening;
        Error error;
        QString other; ///< the connection that shows the same vault
        unsigned place = 0;
        bool listed = false;                         ///< Away: its keys are in the list as they were
        std::optional<Instant> heard = std::nullopt; ///< Away: when they were so, where it can say that
    };
    /// `id` and `name` as MergedVault has them.
    AllConnections(OpenConnections &open, const QString &id, const QString &name);
    ~AllConnections() override;
    [[nodiscard]] const std::shared_ptr<MergedVault> &vault() const { return m_vault; }
    /// These, and no others. Those that are new, or lead elsewhere than before, are opened; what could not be
    /// opened waits for retry().
    void show(const QList<Connection> &connections);
    /// By name.
    [[nodiscard]] QList<Row> rows() const;
    [[nodiscard]] std::optional<Row> rowOf(const KeyId &connection) const;
    /// The connection that a key came through; none where the key's id is of no connection here.
    [[nodiscard]] std::optional<Connection> connectionOf(const KeyId &key) const;
    /// Who one is in the vault of a key; may nothing where it is not open.
    [[nodiscard]] Principal principalOf(const KeyId &key) const;
    /// With another secret, or the same where it failed; one that was open and is away is asked again.
    void retry(const KeyId &connection, const SharedSecret &secret = {});
    void retryAll();

signals:
    void changed();

private:
    struct Entry {
        Connection connection;
        unsigned place = 0;
        std::shared_ptr<VaultBackend> shown; ///< in the merged vault
        QString sameAs;
    };
    void follow();
    [[nodiscard]] Row rowFor(const Entry &entry) const;

    OpenConnections &m_open;
    std::shared_ptr<MergedVault> m_vault;
    QList<Entry> m_entries;
    QHash<KeyId, unsigned> m_places; ///< a connection that comes back has the place that it had
};

} // namespace latchkey
