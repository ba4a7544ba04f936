#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>
#include <functional>

namespace latchkey {

/// The index of all keys in memory, for lists, counts and search.
enum class IndexLoad {
    AtOnce,   ///< begun when the vault is open
    WhenAsked ///< begun when the first question needs it; each answer has what was changed before (a server)
};

/// Where a vault lives: a file or a database on a server. Its methods are called on the vault's database
/// threads, several at once.
class VaultPlace {
public:
    VaultPlace() = default;
    VaultPlace(const VaultPlace &) = delete;
    VaultPlace &operator=(const VaultPlace &) = delete;
    virtual ~VaultPlace() = default;

    /// A connection of this name on the calling thread, for reading.
    virtual Outcome openReader(const QString &connection) const = 0;
    /// True for a server: then revive() is called before each task, to make a lost connection again.
    [[nodiscard]] virtual bool canBeLost() const { return false; }
    virtual Outcome revive(QSqlDatabase &) const { return ok(); }
    /// Calls `told` on the connection's thread when somebody has changed something. Where nobody tells,
    /// looking now and then has to do.
    virtual Outcome listen(QSqlDatabase &, std::function<void()>) const { return ok(); }
    /// All of it will be read soon. May take as long as the disk; on a thread that has nothing else to do.
    virtual void readAhead() const {}
    /// Gives back some of what was kept for the day when the disk is full; false if there is nothing.
    [[nodiscard]] virtual bool makeRoom(qint64) const { return false; }
    /// Keeps it again where some was given back, as soon as there is room for it.
    virtual void keepRoom() const {}
};

} // namespace latchkey
