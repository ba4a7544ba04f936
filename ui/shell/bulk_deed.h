#pragma once

#include "core/services/jobs/bulk_job.h"
#include "ui/commands/own_versions.h"
#include "ui/jobs/deed.h"
#include "ui/keys/key_selection.h"

#include <QHash>
#include <map>

namespace latchkey::ui {

/// What a deed needs to know beside the keys.
struct DeedValue {
    QString reason = {};
    bool leaked = false;
    QStringList tags = {};
    QString owner = {};
    std::optional<Instant> expires = {};
    RateLimits limits = {};
};

/// What one deed on many keys left behind, so that it can be taken back exactly: only where the key is still
/// as the deed left it, and to what it was before.
struct BulkTrail {
    QList<KeyId> keys;   ///< as the deed left them
    QList<KeyId> undone; ///< of these it is taken back
    QHash<KeyId, StepVersions> versions;
    struct Fields {
        QStringList tags;
        QString owner;
        std::optional<Instant> expires;
        RateLimits limits;
        KeyState state = KeyState::Active;
        QString reason; ///< of that state
    };
    QHash<KeyId, Fields> before; ///< of edits and restores
    /// What an undo, or a redo, has to do.
    [[nodiscard]] const QList<KeyId> &ahead(bool undo) const { return undo ? keys : undone; }
    /// The deed was done, or undone or redone with these; the others stay as they are.
    void begin(const QList<ChangedKey> &done);
    void walk(const QList<ChangedKey> &done, bool undo, OwnVersions &own);
};

struct BulkOrder {
    Deed deed = Deed::Activate;
    KeySelection keys;
    DeedValue value;
    std::shared_ptr<BulkTrail> back = {}; ///< set: undo (or redo) of that
    bool undo = false;
};

bool isEdit(Deed deed);
/// Can be taken back in a vault that keeps deleted keys for `retentionDays`.
bool canUndo(const BulkOrder &order, int retentionDays);
/// "Deactivating", for the status line.
QString doing(const BulkOrder &order);
/// For the list of jobs, whose window words it.
QJsonObject askedOf(const BulkOrder &order, qsizetype count);
/// "Deactivated 3,000 keys".
QString headline(const BulkOrder &order, const BulkReport &report);
/// As the audit log will have it.
QString actionOf(const BulkOrder &order);
/// `trail` is filled with what the keys were before. `own` outlives the job.
BulkJob::Task taskOf(const BulkOrder &order, KeyService &service, const std::shared_ptr<BulkTrail> &trail,
                     const OwnVersions &own);

} // namespace latchkey::ui
