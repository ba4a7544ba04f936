#pragma once

#include "core/model/api_key.h"
#include "ui/dialogs/create/like_this.h"

#include <QObject>
#include <optional>

namespace latchkey::ui {

/// The forms that create and change a key, as the window's actions see them.
class KeyForms : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void create(std::optional<Environment> environment) = 0;
    virtual void duplicate(const ApiKey &key) = 0;
    /// With the settings of another key, here or in another place.
    virtual void createLike(const LikeThis &like) = 0;
    virtual void edit(const ApiKey &key) = 0;
    /// The same at one field ("scopes", "expires" …), with permissions marked to be added.
    virtual void editAt(const ApiKey &key, const QString &field, const ScopeSet &add) = 0;
    /// `regenerate`: without an overlap, unless the person chooses one.
    virtual void rotate(const ApiKey &key, bool regenerate) = 0;
    /// A new key is on the screen and nobody has stored it yet: quitting brings it to the front and asks.
    virtual bool guardUnstored() = 0;

signals:
    void created(const latchkey::ApiKey &key);
    void createdElsewhere(const latchkey::ApiKey &key, const QString &place);
    void lostWanted(const latchkey::ApiKey &key); ///< a new one whose token was lost
    void rotated(const latchkey::ApiKey &key);
    void edited(const latchkey::ApiKey &before, const latchkey::ApiKey &after);
    void editClosed(); ///< the form of edit(), saved or not
};

} // namespace latchkey::ui
