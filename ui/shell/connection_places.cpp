#include "ui/shell/connection_places.h"

#include "ui/connections/connection_book.h"
#include "ui/connections/connection_words.h"
#include "ui/format/words.h"
#include "ui/shell/main_window.h"

namespace latchkey::ui {

namespace {
/// The use cases with the vault that they work on.
struct OpenPlace {
    std::shared_ptr<VaultBackend> backend;
    KeyService service;
    OpenPlace(const OpenedConnection &opened, SecretStore &secrets, const Clock &clock)
        : backend(opened.backend)
        , service(*opened.backend, secrets, clock, opened.principal) {}
};
} // namespace

ConnectionPlaces::ConnectionPlaces(const WindowContext &window, QObject *parent)
    : Places(parent)
    , m_service(window.service)
    , m_own(window.connection.id)
    , m_book(window.book)
    , m_open(window.open)
    , m_overAll(window.all != nullptr) {
    if (m_open)
        connect(m_open, &OpenConnections::changed, this, &Places::changed);
    if (m_book)
        connect(m_book, &ConnectionBook::changed, this, [this] { emit changed({}); });
}

QList<Place> ConnectionPlaces::all() const {
    const auto own = m_book ? m_book->find(m_own) : std::nullopt;
    QList<Place> places;
    if (!m_overAll)
        places.append({m_own, own ? own->name : m_service.backend().info().name, true});
    if (!m_book || !m_open)
        return places;
    for (const Connection &c : m_book->all()) {
        if (m_overAll || c.id != m_own)
            places.append({c.id, c.name, false});
    }
    return places;
}

std::shared_ptr<KeyService> ConnectionPlaces::service(const KeyId &connection) const {
    if (connection == m_own && !m_overAll)
        return {std::shared_ptr<KeyService>(), &m_service}; // owned elsewhere
    const auto opened = m_open ? m_open->opened(connection) : std::nullopt;
    if (!opened)
        return {};
    auto made = m_made.value(connection).lock();
    if (!made || &made->backend() != opened->backend.get()) {
        const auto place = std::make_shared<OpenPlace>(*opened, m_service.secrets(), m_service.clock());
        made = {place, &place->service};
        m_made.insert(connection, made);
    }
    return made;
}

void ConnectionPlaces::open(const KeyId &connection) {
    if (const auto c = m_book && m_open ? m_book->find(connection) : std::nullopt)
        m_open->open(*c);
}

QString ConnectionPlaces::problem(const KeyId &connection) const {
    const auto c = m_book && m_open ? m_book->find(connection) : std::nullopt;
    if (!c)
        return tr("There is no such connection any more.");
    const OpenConnections::Status status = m_open->status(connection);
    if (status.state != OpenConnections::State::NeedsSecret && status.state != OpenConnections::State::Failed)
        return {};
    if (status.error.code == ErrorCode::NotKept)
        return tr("Its password or token isn't kept on this computer. Open it once under File › Connections, "
                  "and keep it.");
    // Nothing can be entered here.
    return status.error.code == ErrorCode::NoKeychain ? sentence(status.error)
                                                      : connectionProblem(status.error, *c);
}

} // namespace latchkey::ui
