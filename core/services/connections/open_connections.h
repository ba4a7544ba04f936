#pragma once

#include "core/services/connections/open_connection.h"

#include <QHash>
#include <QObject>
#include <functional>

namespace latchkey {

/// The connections that this program has open, beside each other: for whoever works on more than one. Each is
/// opened once and shared; its own trouble is its own. GUI thread.
class OpenConnections final : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 {
        Closed,
        Opening,
        NeedsSecret, ///< none is kept, the keychain doesn't give it out, or a database refuses it: `error`
                     ///< says why
        Open,
        Failed ///< `error` says why
    };
    struct Status {
        State state = State::Closed;
        Error error; ///< in NeedsSecret and Failed
    };
    /// How a connection is opened; a test gives its own.
    using Opener = std::function<QFuture<Result<OpenedConnection>>(const Connection &, const SharedSecret &)>;

    /// `person` is who acts where no server says so.
    OpenConnections(SecretStore &secrets, const Clock &clock, const QString &person,
                    QObject *parent = nullptr);
    OpenConnections(SecretStore &secrets, Opener opener, QObject *parent = nullptr);
    ~OpenConnections() override;

    /// Opens it, or opens it anew where it has failed. `secret`: null for the one that is kept. One that is
    /// open (or on its way) by the same address and safe mode stays as it is; by another it is opened anew.
    /// Nobody is asked for anything: NeedsSecret says that somebody should be. Makes no vault where there is
    /// none.
    void open(const Connection &connection, const SharedSecret &secret = {});
    /// The same, but one that could not be opened is not tried again.
    void keepOpen(const Connection &connection);
    /// It has been opened elsewhere.
    void adopt(const Connection &connection, const OpenedConnection &opened);
    /// Whoever still holds the backend keeps it.
    void close(const KeyId &connection);
    /// All but these.
    void closeOthers(const QList<KeyId> &kept);

    [[nodiscard]] Status status(const KeyId &connection) const;
    [[nodiscard]] State state(const KeyId &connection) const { return status(connection).state; }
    /// Null unless it is open.
    [[nodiscard]] std::shared_ptr<VaultBackend> backend(const KeyId &connection) const;
    /// With who one is in it; none unless it is open.
    [[nodiscard]] std::optional<OpenedConnection> opened(const KeyId &connection) const;
    /// As it was opened, or is to be.
    [[nodiscard]] std::optional<Connection> connection(const KeyId &id) const;

signals:
    void changed(const latchkey::KeyId &connection);

private:
    struct One {
        Connection connection;
        Status status;
        OpenedConnection opened;
        int turn = 0; ///< of openings: the answer of an older one is dropped
    };
    void openWith(const KeyId &id, const SharedSecret &secret);
    void set(One &one, State state, const Error &error = {});
    [[nodiscard]] const One *find(const KeyId &id) const;

    SecretStore &m_secrets;
    Opener m_opener;
    QHash<KeyId, One> m_all;
    int m_turns = 0;
};

} // namespace latchkey
