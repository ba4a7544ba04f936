#pragma once

#include "core/merged/merged_vault.h"

#include <map>

namespace latchkey {

/// A vault of the pane, and what is known of it.
struct MergedVault::One {
    Member member;
    std::optional<Error> trouble;
    bool away =
        false; ///< nothing can be had of it: it is asked now and then, or when it says that it is there
    bool listed = false;     ///< its keys were in the last list that was given
    bool toldListed = false; ///< the same when memberChanged() was last emitted
    bool failed =
        false; ///< `trouble` is of a list or rows that could not be had: the next list that comes ends it
    /// Numbers are of the keys that are shown; of one that is only slow, of those that will be.
    [[nodiscard]] bool isCounted() const { return !away && (listed || !(failed || trouble)); }
    bool toldCounted = true; ///< the same when countsCame() was last emitted for it
    bool late = false;
    bool willAsk = false; ///< it is asked again in a while

    /// The last list, for as long as nothing has changed since.
    struct Known {
        KeyQuery query;
        KeyListPtr list; ///< null: it failed
    };
    std::optional<Known> known;
    int change = 0;                      ///< of its keys, counted
    std::optional<KeyQuery> asked, next; ///< under way, and what is asked when it is back
    qsizetype unfiltered = 0;            ///< as last known
    std::optional<SidebarCounts> counts; ///< as last known, of `countsOf`
    std::optional<Environment> countsOf;
    /// Answers of count(), for when it gives none: one a saved filter, and these are few.
    QList<std::pair<KeyQuery, KeyCount>> toldCounts;
    static constexpr qsizetype MostToldCounts = 64;
    void keepCount(const KeyQuery &query, const KeyCount &count);
    [[nodiscard]] KeyCount keptCount(const KeyQuery &query) const; ///< none, where it has told none
    QHash<KeyId, ApiKey> lateRows; ///< came after the table had its page; by id without a place
    static constexpr qsizetype MostLateRows = 4'000;
    QObject life; ///< what waits for its answers
};

/// One list that is being put together.
struct MergedVault::Gathering {
    KeyQuery query; ///< of the members
    Qt::SortOrder order = Qt::AscendingOrder;
    bool byPart = false;
    Answer<Result<KeyListPtr>> answer;
    std::map<unsigned, KeyListPtr> lists; ///< by place; null: it failed
    QList<unsigned> waiting;
    bool given = false;
};

struct MergedVault::Counting {
    Answer<Result<SidebarCounts>> answer;
    QList<unsigned> waiting;
    bool given = false;
};

} // namespace latchkey
