#pragma once

#include "core/backend/vault_backend.h"

namespace latchkey {

/// Ids that came over the line. Immutable.
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

} // namespace latchkey
