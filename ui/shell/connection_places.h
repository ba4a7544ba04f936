#pragma once

#include "core/services/connections/open_connections.h"
#include "ui/dialogs/places.h"

namespace latchkey::ui {

class ConnectionBook;
struct WindowContext;

/// The window's own vault, and the connections of the book that can be opened beside it; only the own one
/// where there is no book.
class ConnectionPlaces final : public Places {
    Q_OBJECT
public:
    /// What `window` refers to outlives it.
    explicit ConnectionPlaces(const WindowContext &window, QObject *parent = nullptr);
    [[nodiscard]] QList<Place> all() const override;
    [[nodiscard]] std::shared_ptr<KeyService> service(const KeyId &connection) const override;
    void open(const KeyId &connection) override;
    [[nodiscard]] QString problem(const KeyId &connection) const override;

private:
    KeyService &m_service;
    KeyId m_own;
    const ConnectionBook *m_book;
    OpenConnections *m_open;
    bool m_overAll;                                         ///< the window has no vault of its own
    mutable QHash<KeyId, std::weak_ptr<KeyService>> m_made; ///< while somebody holds them
};

} // namespace latchkey::ui
