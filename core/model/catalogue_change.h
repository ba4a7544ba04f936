#pragma once

#include "core/model/catalogue.h"

#include <QJsonObject>

namespace latchkey {

/// One difference between two catalogues.
struct CatalogueDifference {
    enum class Subject : quint8 { Catalogue, Resource, Scope, Template };
    enum class Kind : quint8 { Added, Removed, Changed, Moved };
    /// A field of what was changed: "name", "description", "reads", "billing" …
    struct Change {
        QString field;
        QJsonValue before, after; ///< texts, numbers, flags; scopes as one text; null: none
        bool operator==(const Change &) const = default;
    };
    Subject subject = Subject::Catalogue;
    Kind kind = Kind::Changed;
    QString id;
    QString name; ///< as it is afterwards; of what was removed, as it was
    QList<Change> changes;
    bool operator==(const CatalogueDifference &) const = default;
};
/// In the order of the catalogues: what stands in both or is new, then what was removed.
QList<CatalogueDifference> differences(const Catalogue &before, const Catalogue &after);
/// The changed values only, by the path of their id ("scope leads:read name"), for the audit log.
void describeChange(const Catalogue &before, const Catalogue &after, QJsonObject *old, QJsonObject *now);

/// A set of scopes that keys of one type hold.
struct ScopeUse {
    static constexpr qsizetype SomeKeys = 100;
    KeyType type = KeyType::General;
    ScopeSet scopes;
    qint64 keys = 0;
    QList<KeyId> some; ///< at most SomeKeys of them
};

/// What a change of the catalogue means for keys. The keys themselves stay as they are, and so does what they
/// may do: their scopes are stored one by one.
struct TouchedKeys {
    enum class What : quint8 {
        ScopeUnknown, ///< hold a scope that the catalogue will no longer know; it is kept, shown by its id
        ScopeKnown,   ///< hold a scope that the catalogue did not know and now names
        LevelChanged, ///< `from` → `to` for a resource
        TypeMismatch, ///< hold a scope that will belong to the other type of key
        TypeFits,     ///< hold a scope that belonged to the other type and now fits
    };
    What what = What::ScopeUnknown;
    QString id;   ///< of the scope, or of the resource for LevelChanged
    QString name; ///< its human name, before where it is gone
    AccessLevel from = AccessLevel::None, to = AccessLevel::None;
    qint64 keys = 0;
    QList<KeyId> some;
    bool operator==(const TouchedKeys &) const = default;
};
struct Touched {
    QList<TouchedKeys> effects;
    qint64 keys = 0; ///< touched in any way, each counted once
};
Touched touchedKeys(const Catalogue &before, const Catalogue &after, const QList<ScopeUse> &use);

} // namespace latchkey
