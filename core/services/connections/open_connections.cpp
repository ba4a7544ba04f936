#include "core/services/connections/open_connections.h"

#include "core/model/futures.h"

namespace latchkey {

namespace {

/// What another secret may cure.
bool asksForSecret(const Connection &c, const Error &e) {
    switch (e.code) {
    case ErrorCode::NotKept:
    case ErrorCode::NoKeychain:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
    case ErrorCode::KeychainTimeout:
        return c.needsSecret();
    case ErrorCode::NotAllowed: // a database that wants a password, or another one
        return c.kind == ConnectionKind::Postgres;
    default:
        return false;
    }
}

/// Another name is no other vault.
bool leadsElsewhere(Connection before, const Connection &now) {
    before.name = now.name;
    before.inAll = now.inAll;
    return before != now;
}

} // namespace

OpenConnections::OpenConnections(SecretStore &secrets, const Clock &clock, const QString &person,
                                 QObject *parent)
    : OpenConnections(
          secrets,
          [&clock, person](const Connection &c, const SharedSecret &secret) {
              return openConnection(c, secret, person, {}, clock);
          },
          parent) {}

OpenConnections::OpenConnections(SecretStore &secrets, Opener opener, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_opener(std::move(opener)) {}

OpenConnections::~OpenConnections() = default;

const OpenConnections::One *OpenConnections::find(const KeyId &id) const {
    const auto it = m_all.constFind(id);
    return it == m_all.cend() ? nullptr : &*it;
}

void OpenConnections::set(One &one, State state, const Error &error) {
    one.status = {state, error};
    if (state != State::Open)
        one.opened = {};
    const KeyId id = one.connection.id; // `one` may go meanwhile
    emit changed(id);
}

void OpenConnections::open(const Connection &connection, const SharedSecret &secret) {
    One &one = m_all[connection.id];
    const bool same = !leadsElsewhere(one.connection, connection);
    one.connection = connection;
    const State now = one.status.state;
    if (same && (now == State::Open || (now == State::Opening && !secret)))
        return;
    one.turn = ++m_turns;
    const int turn = one.turn;
    set(one, State::Opening);
    if (secret || !connection.needsSecret())
        return openWith(connection.id, secret);
    m_secrets.read(connection.secretName()) |
        then(this, [this, id = connection.id, turn](const Result<SharedSecret> &kept) {
            const auto it = m_all.find(id);
            if (it == m_all.end() || it->turn != turn)
                return;
            if (!kept && it->connection.needsToken())
                return set(*it, State::NeedsSecret, kept.error());
            openWith(id, kept.value_or(SharedSecret())); // a database may want no password
        });
}

void OpenConnections::keepOpen(const Connection &connection) {
    const auto it = m_all.find(connection.id);
    if (it == m_all.end() || leadsElsewhere(it->connection, connection))
        return open(connection);
    it->connection = connection;
}

void OpenConnections::openWith(const KeyId &id, const SharedSecret &secret) {
    const One *one = find(id);
    if (!one)
        return;
    m_opener(one->connection, secret) |
        then(this, [this, id, turn = one->turn, none = !secret](const Result<OpenedConnection> &opened) {
            const auto it = m_all.find(id);
            if (it == m_all.end() || it->turn != turn)
                return; // closed, or opened another way meanwhile
            if (opened) {
                it->opened = *opened;
                return set(*it, State::Open);
            }
            if (!asksForSecret(it->connection, opened.error()))
                return set(*it, State::Failed, opened.error());
            const bool notKept = none && opened.error().code == ErrorCode::NotAllowed;
            set(*it, State::NeedsSecret, notKept ? Error(ErrorCode::NotKept) : opened.error());
        });
}

void OpenConnections::adopt(const Connection &connection, const OpenedConnection &opened) {
    One &one = m_all[connection.id];
    one.connection = connection;
    one.opened = opened;
    one.turn = ++m_turns;
    set(one, State::Open);
}

void OpenConnections::close(const KeyId &connection) {
    if (m_all.remove(connection) > 0)
        emit changed(connection);
}

void OpenConnections::closeOthers(const QList<KeyId> &kept) {
    const QList<KeyId> all = m_all.keys();
    for (const KeyId &id : all) {
        if (!kept.contains(id))
            close(id);
    }
}

OpenConnections::Status OpenConnections::status(const KeyId &connection) const {
    const One *one = find(connection);
    return one ? one->status : Status();
}

std::shared_ptr<VaultBackend> OpenConnections::backend(const KeyId &connection) const {
    const One *one = find(connection);
    return one ? one->opened.backend : nullptr;
}

std::optional<OpenedConnection> OpenConnections::opened(const KeyId &connection) const {
    const One *one = find(connection);
    return one && one->status.state == State::Open ? std::optional(one->opened) : std::nullopt;
}

std::optional<Connection> OpenConnections::connection(const KeyId &id) const {
    const One *one = find(id);
    return one ? std::optional(one->connection) : std::nullopt;
}

} // namespace latchkey
