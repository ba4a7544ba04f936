#pragma once

#include "core/backend/vault_backend.h"

namespace latchkey {

/// Ids that came over the line. Immutable once it is given away.
class RestList final : public KeyList {
public:
    QList<KeyId> ids;
    qsizetype all = 0, keys = 0;
    [[nodiscard]] qsizetype size() const override { return ids.size(); }
    [[nodiscard]] KeyId idAt(qsizetype position) const override { return ids[position]; }
    [[nodiscard]] qsizetype positionOf(const KeyId &id) const override { return ids.indexOf(id); }
    [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &wanted) const override;
    [[nodiscard]] bool complete() const override { return ids.size() == all; }
    [[nodiscard]] qsizetype total() const override { return all; }
    [[nodiscard]] qsizetype unfiltered() const override { return keys; }
};

/// `before` with these keys at other places of a list that is `total` long, -1: not in it. Null where the
/// result would have another length. One pass; any thread.
std::shared_ptr<RestList> placed(const RestList &before, const QHash<KeyId, qint64> &places, qint64 total);

} // namespace latchkey
