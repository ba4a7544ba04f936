#include "ui/shell/bulk_deed.h"

#include <QCoreApplication>
#include <QSet>

namespace latchkey::ui {

namespace {

struct Bulk {
    Q_DECLARE_TR_FUNCTIONS(bulk)
};

BulkTrail::Fields fieldsOf(const ApiKey &k) {
    const KeyConfig &c = k.config;
    return {c.tags, c.owner, c.expires, c.limits, k.state, k.stateReason};
}

KeyConfig edited(const BulkOrder &o, KeyConfig c) {
    switch (o.deed) {
    case Deed::AddTags:
        c.tags += o.value.tags;
        c.tags.removeDuplicates();
        c.tags.sort();
        break;
    case Deed::RemoveTags:
        c.tags.removeIf([&](const QString &t) { return o.value.tags.contains(t); });
        break;
    case Deed::SetOwner:
        c.owner = o.value.owner;
        break;
    case Deed::SetExpiry:
        c.expires = o.value.expires;
        break;
    case Deed::SetLimits:
        c.limits = o.value.limits;
        break;
    default:
        break;
    }
    return c;
}

/// Only the field that the deed is about: the others are not its to put back.
KeyConfig putBack(Deed deed, KeyConfig c, const BulkTrail::Fields &before) {
    if (deed == Deed::AddTags || deed == Deed::RemoveTags)
        c.tags = before.tags;
    else if (deed == Deed::SetOwner)
        c.owner = before.owner;
    else if (deed == Deed::SetExpiry)
        c.expires = before.expires;
    else if (deed == Deed::SetLimits)
        c.limits = before.limits;
    return c;
}

bool needs(const BulkOrder &o, const ApiKey &k) {
    const bool running = k.state == KeyState::Active || k.state == KeyState::Inactive;
    switch (o.deed) {
    case Deed::Activate:
        return k.state == KeyState::Inactive;
    case Deed::Deactivate:
        return k.state == KeyState::Active;
    case Deed::Remove:
        return k.state != KeyState::Deleted && k.state != KeyState::Purged;
    case Deed::Restore:
        return k.state == KeyState::Deleted || k.state == KeyState::Revoked;
    case Deed::Purge:
        return k.state != KeyState::Purged;
    case Deed::Revoke:
    case Deed::Rotate:
        return running;
    default:
        return k.state != KeyState::Deleted && k.state != KeyState::Purged && edited(o, k.config) != k.config;
    }
}

Result<KeyChange> planned(const BulkOrder &o, const KeyService &s, const ApiKey &k) {
    switch (o.deed) {
    case Deed::Activate:
    case Deed::Deactivate:
        return s.planActive(k, o.deed == Deed::Activate);
    case Deed::Remove:
        // What is deleted at once in one vault must not go along with what the others can bring back.
        if (s.backend().info().deletedRetentionDays > 0 &&
            s.backend().homeOf(k.id).info().deletedRetentionDays == 0 && o.keys.count() > 1)
            return fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("forGood")}});
        return s.planRemove(k);
    case Deed::Restore:
        return s.planRestore(k);
    case Deed::Purge:
        return s.planPurge(k);
    case Deed::Revoke:
        return s.planRevoke(k, o.value.reason, o.value.leaked);
    default:
        return s.planEdit(k, edited(o, k.config), QStringLiteral("key.edit"));
    }
}

Result<KeyChange> plannedBack(const BulkOrder &o, const KeyService &s, const ApiKey &k) {
    switch (o.deed) {
    case Deed::Activate:
    case Deed::Deactivate:
        return s.planActive(k, o.deed == Deed::Deactivate);
    case Deed::Remove:
    case Deed::Revoke:
        return s.planRestore(k);
    case Deed::Restore: {
        const BulkTrail::Fields before = o.back->before.value(k.id);
        return before.state == KeyState::Revoked ? s.planRevoke(k, before.reason, false) : s.planRemove(k);
    }
    case Deed::Purge:
        return fail(ErrorCode::WrongState, {{QStringLiteral("status"), toWord(k.state)}});
    default:
        return s.planEdit(k, putBack(o.deed, k.config, o.back->before.value(k.id)),
                          QStringLiteral("key.undo"));
    }
}

} // namespace

void BulkTrail::begin(const QList<ChangedKey> &done) {
    keys.clear();
    undone.clear();
    versions.clear();
    keys.reserve(done.size());
    versions.reserve(done.size());
    for (const ChangedKey &k : done) {
        keys.append(k.id);
        versions.insert(k.id, {k.version - 1, k.version});
    }
}

void BulkTrail::walk(const QList<ChangedKey> &done, bool undo, OwnVersions &own) {
    QSet<KeyId> walked;
    walked.reserve(done.size());
    for (const ChangedKey &k : done) {
        walked.insert(k.id);
        (undo ? undone : keys).append(k.id);
        versions[k.id].wrote(own, k.id, undo, k.version);
    }
    (undo ? keys : undone).removeIf([&walked](const KeyId &id) { return walked.contains(id); });
}

QString actionOf(const BulkOrder &order) {
    if (order.back && order.undo)
        return QStringLiteral("key.undo");
    switch (order.deed) {
    case Deed::Activate:
        return QStringLiteral("key.activate");
    case Deed::Deactivate:
        return QStringLiteral("key.deactivate");
    case Deed::Remove:
        return QStringLiteral("key.delete");
    case Deed::Restore:
        return QStringLiteral("key.restore");
    case Deed::Purge:
        return QStringLiteral("key.purge");
    case Deed::Revoke:
        return QStringLiteral("key.revoke");
    default:
        return QStringLiteral("key.edit");
    }
}

bool isEdit(Deed deed) {
    return deed >= Deed::AddTags;
}

bool canUndo(const BulkOrder &order, int retentionDays) {
    switch (order.deed) {
    case Deed::Purge:
        return false;
    case Deed::Remove:
        return retentionDays > 0;
    case Deed::Revoke:
        return !order.value.leaked;
    default:
        return true;
    }
}

QString doing(const BulkOrder &order) {
    if (order.undo)
        return Bulk::tr("Undoing");
    switch (order.deed) {
    case Deed::Activate:
        return Bulk::tr("Activating");
    case Deed::Deactivate:
        return Bulk::tr("Deactivating");
    case Deed::Remove:
    case Deed::Purge:
        return Bulk::tr("Deleting");
    case Deed::Restore:
        return Bulk::tr("Restoring");
    case Deed::Revoke:
        return Bulk::tr("Revoking");
    default:
        return Bulk::tr("Changing");
    }
}

QJsonObject askedOf(const BulkOrder &order, qsizetype count) {
    return {{QStringLiteral("deed"), deedWord(order.deed)},
            {QStringLiteral("keys"), count},
            {QStringLiteral("undo"), order.undo}};
}

QString headline(const BulkOrder &order, const BulkReport &report) {
    const int n = static_cast<int>(report.done.size());
    const bool one = n == 1;
    switch (order.deed) {
    case Deed::Activate:
        return one ? Bulk::tr("Activated “%1”").arg(report.name) : Bulk::tr("Activated %Ln keys", nullptr, n);
    case Deed::Deactivate:
        return one ? Bulk::tr("Deactivated “%1”").arg(report.name)
                   : Bulk::tr("Deactivated %Ln keys", nullptr, n);
    case Deed::Remove:
        return one ? Bulk::tr("Deleted “%1”").arg(report.name) : Bulk::tr("Deleted %Ln keys", nullptr, n);
    case Deed::Restore:
        return one ? Bulk::tr("Restored “%1”").arg(report.name) : Bulk::tr("Restored %Ln keys", nullptr, n);
    case Deed::Purge:
        return one ? Bulk::tr("Deleted “%1” permanently").arg(report.name)
                   : Bulk::tr("Deleted %Ln keys permanently", nullptr, n);
    case Deed::Revoke:
        return one ? Bulk::tr("Revoked “%1”").arg(report.name) : Bulk::tr("Revoked %Ln keys", nullptr, n);
    default:
        return one ? Bulk::tr("Changed “%1”").arg(report.name) : Bulk::tr("Changed %Ln keys", nullptr, n);
    }
}

BulkJob::Task taskOf(const BulkOrder &order, KeyService &service, const std::shared_ptr<BulkTrail> &trail,
                     const OwnVersions &own) {
    BulkJob::Task task;
    if (order.back) {
        task.keys = KeySource::of(order.back->ahead(order.undo));
        task.needed = [](const ApiKey &) { return true; };
        // Copied: the trail itself follows what this job does.
        task.plan = [order, versions = order.back->versions, &service,
                     &own](const ApiKey &k) -> Result<KeyChange> {
            if (k.state == KeyState::Purged)
                return fail(ErrorCode::Conflict, {{QStringLiteral("purged"), true}});
            if (own.now(k.id, versions.value(k.id).expected(order.undo)) != k.version)
                return fail(ErrorCode::Conflict, {{QStringLiteral("changedBy"), k.changedBy},
                                                  {QStringLiteral("version"), k.version}});
            return order.undo ? plannedBack(order, service, k) : planned(order, service, k);
        };
        return task;
    }
    const KeySelection keys = order.keys;
    task.keys = {keys.count(), [keys](qsizetype from, qsizetype most) { return keys.mid(from, most); }};
    task.needed = [order](const ApiKey &k) { return needs(order, k); };
    task.plan = [order, &service](const ApiKey &k) { return planned(order, service, k); };
    if (isEdit(order.deed) || order.deed == Deed::Restore) {
        task.changed = [trail](const ApiKey &before, const ApiKey &) {
            trail->before.insert(before.id, fieldsOf(before));
        };
    }
    return task;
}

} // namespace latchkey::ui
