#pragma once

#include "core/storage/exposed_keys.h"
#include "core/storage/storage_backend.h"

namespace latchkey {

/// Touched by the index thread only, but for what is atomic.
struct StorageBackend::Shared {
    KeyIndex index;
    qint64 changeMark = -1;
    bool gone = false; ///< the last look found nobody
    vault_record::Stamp stamp;
    qint64 scrubbed = 0;
    std::vector<std::function<void()>> waiting; ///< answers that need the whole index
    /// The last change when the index began to be read: what came later is read again, once.
    std::optional<qint64> before;
    std::atomic_bool wanted{false}; ///< it is being read, or was
    std::atomic_bool ready{false};
    std::atomic_bool looking{false};
    std::atomic<qint64> heard{0}; ///< the last look that found the vault began then

    void followExposed(QSqlDatabase &db) {
        if (auto until = exposedUntil(db, index.alertsTaken().exposed))
            index.setExposed(std::move(*until));
    }
    void becomeReady() {
        ready = true;
        for (auto &w : std::exchange(waiting, {}))
            w();
    }
};

} // namespace latchkey
