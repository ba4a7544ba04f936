#pragma once

#include "core/backend/vault_backend.h"

#include <string>
#include <vector>

namespace latchkey {

/// A SortKey that owns its texts.
struct RestSortKey {
    quint64 number = 0;
    QString text;
    std::string name;
    [[nodiscard]] SortKey view() const { return {number, text, name}; }
};

/// Ids that came over the line. Immutable once it is given away.
class RestList final : public KeyList {
public:
    QList<KeyId> ids;
    std::vector<RestSortKey> sortKeys; ///< of each id; empty: not asked for, or not known
    /// Behind those that are there. What is not in its order (time has moved it meanwhile) is taken for what
    /// stands before it, so that they rise or fall all along.
    void addSortKeys(std::vector<RestSortKey> more, Qt::SortOrder order);
    [[nodiscard]] SortKey sortKeyAt(qsizetype p) const override {
        const auto i = static_cast<std::size_t>(p);
        return i < sortKeys.size() ? sortKeys[i].view() : SortKey();
    }
    qsizetype all = 0, keys = 0;
    bool ofSeen = false;
    qsizetype notRead = 0; ///< see KeyList::unread()
    [[nodiscard]] qsizetype size() const override { return ids.size(); }
    [[nodiscard]] KeyId idAt(qsizetype position) const override { return ids[position]; }
    [[nodiscard]] qsizetype positionOf(const KeyId &id) const override { return ids.indexOf(id); }
    [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &wanted) const override;
    [[nodiscard]] bool complete() const override { return ids.size() == all; }
    [[nodiscard]] qsizetype total() const override { return all; }
    [[nodiscard]] qsizetype unfiltered() const override { return keys; }
    [[nodiscard]] bool isOfSeen() const override { return ofSeen; }
    [[nodiscard]] qsizetype unread() const override { return notRead; }
};

/// `before` with these keys at other places of a list that is `total` long, -1: not in it. Null where the
/// result would have another length. One pass; any thread.
/// `keys`: of those that are put in; needed where `before` has keys.
std::shared_ptr<RestList> placed(const RestList &before, const QHash<KeyId, qint64> &places, qint64 total,
                                 const QHash<KeyId, RestSortKey> &keys = {},
                                 Qt::SortOrder order = Qt::AscendingOrder);

} // namespace latchkey
