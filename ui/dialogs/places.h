#pragma once

#include "core/services/key_service.h"

#include <memory>

namespace latchkey::ui {

/// A vault or account that keys can be compared with and made in.
struct Place {
    KeyId connection; ///< null: the window's own, where it isn't kept
    QString name;
    bool own = false; ///< the window's own
};

/// The window's own vault and those that can be opened beside it. GUI thread.
class Places : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QList<Place> all() const = 0; ///< the window's own first
    /// The use cases there; null while it is not open. Whoever holds it keeps it open.
    [[nodiscard]] virtual std::shared_ptr<KeyService> service(const KeyId &connection) const = 0;
    /// Opens it, if it isn't open, also where it could not be opened before; changed() says what came of it.
    virtual void open(const KeyId &connection) = 0;
    /// Why it isn't open: a sentence; empty while it is being opened.
    [[nodiscard]] virtual QString problem(const KeyId &connection) const = 0;

signals:
    void changed(const latchkey::KeyId &connection);
};

/// One side of a comparison, or where a key is to be made.
struct PlaceChoice {
    KeyId connection;
    std::optional<Environment> environment; ///< none: all of them
    bool operator==(const PlaceChoice &) const = default;
};

/// "Staging" of the window's own vault; "Acme · Staging", "Acme" of another.
QString placeName(const Place &place, std::optional<Environment> environment);
/// The same, but the window's own vault is named as well: "Local vault · Staging".
QString fullPlaceName(const Place &place, std::optional<Environment> environment);

} // namespace latchkey::ui

Q_DECLARE_METATYPE(latchkey::ui::PlaceChoice)
