#include "core/merged/merged_list.h"
#include "core/merged/merged_member.h"

#include <algorithm>

// How the lists and counts of several vaults become one, and who is waited for.

namespace latchkey {

QFuture<Result<KeyListPtr>> MergedVault::list(const KeyQuery &wanted) {
    auto g = std::make_shared<Gathering>();
    g->query = wanted;
    g->query.sortKeys = true;
    g->order = wanted.sort.order;
    g->byPart = wanted.sort.column == SortColumn::Connection;
    if (g->byPart)
        g->query.sort = {SortColumn::Name, Qt::AscendingOrder};
    for (const auto &one : m_all) {
        const unsigned place = one->member.place;
        if (one->away) {
            g->lists[place] = nullptr;
        } else if (one->known && one->known->query == g->query) {
            g->lists[place] = one->known->list;
            one->listed = one->known->list != nullptr;
            tellCounted(*one);
        } else {
            g->waiting.append(place);
        }
    }
    m_gatherings.append(g);
    const QList<unsigned> waiting = g->waiting;
    for (const unsigned place : waiting)
        askList(*find(place), g->query);
    const auto answer = g->answer;
    if (g->waiting.isEmpty())
        give(g);
    else
        QTimer::singleShot(PatienceMs, this, [this, g] {
            if (g->given)
                return;
            m_incomplete = g->query;
            const QList<unsigned> late = std::exchange(g->waiting, {});
            for (const unsigned place : late) {
                One *one = find(place);
                if (!one)
                    continue;
                const bool wasLate = std::exchange(one->late, true);
                one->listed = false;
                tellCounted(*one);
                if (std::exchange(one->toldListed, false) || !wasLate)
                    emit memberChanged(place);
            }
            give(g);
        });
    return answer.future();
}

/// One question at a time: who is slow is not asked for each letter that is typed meanwhile.
void MergedVault::askList(One &one, const KeyQuery &query) {
    if (one.asked) {
        one.next = *one.asked != query ? std::optional(query) : std::nullopt;
        return;
    }
    one.asked = query;
    one.member.vault->list(query) |
        then(&one.life, [this, place = one.member.place, query, change = one.change](
                            const Result<KeyListPtr> &list) { listCame(place, query, change, list); });
}

/// Not all that fails tells when it is over.
void MergedVault::askAgain(One &one, const KeyQuery &query) {
    if (std::exchange(one.willAsk, true))
        return;
    QTimer::singleShot(m_againMs, &one.life, [this, &one, query] {
        one.willAsk = false;
        if (one.away || one.failed)
            askList(one, query);
    });
}

void MergedVault::listCame(unsigned place, const KeyQuery &query, int change,
                           const Result<KeyListPtr> &list) {
    One &one = *find(place); // its answers don't outlive it
    one.asked.reset();
    const KeyListPtr got = list ? *list : nullptr;
    if (change == one.change)
        one.known = One::Known{query, got};
    if (got)
        one.unfiltered = got->unfiltered();
    const auto silence = one.member.vault->silence();
    one.away = !list && !silence; // who remembers something may remember the next that is asked
    one.listed = list.has_value();
    const bool failed = std::exchange(one.failed, !list);
    if (!list) {
        setTrouble(one, list.error());
        askAgain(one, query);
    } else if (silence) {
        setTrouble(one, silence->error); // this is what it remembers
    } else if (failed || (one.trouble && one.trouble->code != ErrorCode::Unreachable)) {
        setTrouble(one, std::nullopt);
    }
    if (list && failed)
        emit keysChanged({}); // nobody has asked for its part
    tellCounted(one);
    if (const auto next = std::exchange(one.next, std::nullopt))
        askList(one, *next);
    if (!one.asked && std::exchange(one.late, false)) {
        one.toldListed = one.listed;
        emit memberChanged(place);
    }
    const auto gatherings = m_gatherings;
    for (const auto &g : gatherings) {
        if (g->query == query && g->waiting.removeAll(place) > 0) {
            g->lists[place] = got;
            if (g->waiting.isEmpty())
                give(g);
        }
    }
    if (m_incomplete == query)
        emit indexProgress(100); // the list can be asked for again, with this one
}

void MergedVault::give(const std::shared_ptr<Gathering> &g) {
    if (!g->waiting.isEmpty() || std::exchange(g->given, true))
        return;
    m_gatherings.removeAll(g);
    std::vector<MergedList::Part> parts;
    bool late = m_expecting;
    qsizetype others = 0;
    for (const auto &one : m_all) {
        const auto list = g->lists.find(one->member.place);
        if (list == g->lists.end()) {
            late = true;
            others += one->isCounted() ? one->unfiltered : 0;
        } else if (list->second) {
            parts.push_back({list->second, one->member.place});
        }
    }
    if (g->byPart && g->order == Qt::DescendingOrder)
        std::reverse(parts.begin(), parts.end());
    g->answer.give(
        KeyListPtr(std::make_shared<MergedList>(std::move(parts), g->order, g->byPart, late, others)));
}

void MergedVault::One::keepCount(const KeyQuery &query, const KeyCount &count) {
    toldCounts.removeIf([&query](const auto &told) { return told.first == query; });
    if (toldCounts.size() >= MostToldCounts)
        toldCounts.removeFirst();
    toldCounts.append({query, count});
}

KeyCount MergedVault::One::keptCount(const KeyQuery &query) const {
    const auto told = std::find_if(toldCounts.cbegin(), toldCounts.cend(),
                                   [&query](const auto &t) { return t.first == query; });
    return told == toldCounts.cend() ? KeyCount() : told->second;
}

/// Of those that counts() counts, and as that does: who does not answer counts as it did last.
QFuture<Result<KeyCount>> MergedVault::count(const KeyQuery &query) {
    struct Sum {
        Answer<Result<KeyCount>> answer;
        KeyCount all;
        int waiting = 0;
        void add(const KeyCount &c) {
            all.keys += c.keys;
            all.unread += c.unread;
        }
    };
    const auto sum = std::make_shared<Sum>();
    QList<unsigned> waiting;
    for (const auto &one : m_all) {
        if (one->isCounted() && one->member.vault->silence())
            sum->add(one->keptCount(query));
        else if (one->isCounted())
            waiting.append(one->member.place);
    }
    sum->waiting = static_cast<int>(waiting.size());
    if (waiting.isEmpty())
        sum->answer.give(sum->all);
    for (const unsigned place : std::as_const(waiting)) {
        One &one = *find(place);
        one.member.vault->count(query) | then(&one.life, [sum, &one, query](const Result<KeyCount> &c) {
            if (c)
                one.keepCount(query, *c);
            if (one.isCounted())
                sum->add(c ? *c : one.keptCount(query));
            if (--sum->waiting == 0)
                sum->answer.give(sum->all);
        });
    }
    return sum->answer.future();
}

QFuture<Result<SidebarCounts>> MergedVault::counts(std::optional<Environment> environment,
                                                   const Thresholds &t) {
    auto c = std::make_shared<Counting>();
    for (const auto &one : m_all) {
        if (!one->away)
            c->waiting.append(one->member.place);
    }
    const auto finish = [this, c, environment] {
        if (std::exchange(c->given, true))
            return;
        SidebarCounts sum;
        for (const auto &one : m_all) {
            if (!one->isCounted() || !one->counts)
                continue;
            sum.all += one->counts->all;
            sum.withoutEnvironment += one->counts->withoutEnvironment;
            for (std::size_t i = 0; i < sum.environments.size(); ++i)
                sum.environments[i] += one->counts->environments[i];
            if (one->countsOf != environment)
                continue; // of the filters it has told another choice's
            for (std::size_t i = 0; i < sum.smart.size(); ++i)
                sum.smart[i] += one->counts->smart[i];
            sum.unread += one->counts->unread;
        }
        c->answer.give(sum);
    };
    const QList<unsigned> waiting = c->waiting;
    for (const unsigned place : waiting) {
        One &one = *find(place);
        one.member.vault->counts(environment, t) |
            then(&one.life, [this, &one, c, finish, place, environment](const Result<SidebarCounts> &counts) {
                const bool other =
                    counts && (!one.counts || *one.counts != *counts || one.countsOf != environment);
                if (counts) {
                    one.counts = *counts;
                    one.countsOf = environment;
                }
                c->waiting.removeAll(place);
                if (!c->given && c->waiting.isEmpty())
                    finish();
                else if (c->given && other) // else whoever asks again would be told this again
                    emit countsCame();
            });
    }
    if (waiting.isEmpty())
        finish();
    else
        QTimer::singleShot(PatienceMs, this, finish);
    return c->answer.future();
}

} // namespace latchkey
