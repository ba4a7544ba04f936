#include "server/verify/rate_leases.h"

#include "core/model/futures.h"
#include "server/ops/counters.h"

#include <algorithm>

namespace latchkey::server {

RateLeases::RateLeases(RateLedger &ledger, const CredentialIndex &index, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_index(index) {
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RateLeases::settle);
    m_look.setInterval(LookMs);
    connect(&m_look, &QTimer::timeout, this, &RateLeases::look);
}

void RateLeases::start() {
    m_look.start();
    look();
}

void RateLeases::note(const Due &due) {
    {
        const std::lock_guard lock(m_mutex);
        m_due.push_back(due);
        if (std::exchange(m_called, true))
            return;
    }
    handoff::post(
        this,
        [this] {
            if (!m_asking && !m_soon.isActive())
                settle();
        },
        Qt::QueuedConnection);
}

void RateLeases::settle() {
    if (m_asking)
        return;
    std::vector<Due> due;
    {
        const std::lock_guard lock(m_mutex);
        due.swap(m_due);
        m_called = false;
    }
    if (!due.empty())
        ask(due, false);
}

void RateLeases::ask(const std::vector<Due> &due, bool everythingBack) {
    QList<RateLedger::Ask> asks;
    m_asked.clear();
    for (const Due &d : due) {
        Asked a{d, d.share->takeStock(policy::MeterLimits::of(d.limits), sharers()), 0};
        if (everythingBack) {
            a.back = d.share->takeBack();
            a.stock.want = 0;
        }
        asks.append({d.key, d.limits, a.stock.used - a.back, a.stock.want});
        m_asked.push_back(a);
    }
    m_asking = true;
    m_ledger.settle(asks) | then(this, [this](const Result<RateLedger::Settled> &settled) { take(settled); });
}

void RateLeases::take(const Result<RateLedger::Settled> &settled) {
    m_asking = false;
    m_reached = settled.has_value();
    note(Step::Settle, settled ? std::nullopt : std::optional(settled.error()));
    const policy::Ticks now = policy::monotonicTicks();
    const qint64 nowMs = steadyNs() / 1'000'000;
    if (settled)
        m_sharers = settled->verifiers;
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        Asked &a = m_asked[i];
        if (!settled) { // leases that nobody took back are gone
            a.due.share->notSettled(a.stock);
            continue;
        }
        const policy::RateGrant &grant = settled->grants.at(static_cast<qsizetype>(i));
        a.due.share->settled(*a.due.meter, grant, policy::MeterLimits::of(a.due.limits), sharers(), now);
        if (grant.granted > 0)
            m_held[a.due.key] = {a.due, nowMs};
        m_settlements += 1;
    }
    {
        const std::lock_guard lock(m_mutex);
        for (const Asked &a : m_asked) {
            if (!settled && a.due.share->becomesDue())
                m_due.push_back(a.due);
        }
        m_called = !m_due.empty();
        if (m_called)
            m_soon.start(settled ? PauseMs : AgainMs);
    }
    m_asked.clear();
}

/// Several times a second the same: said when it changes.
void RateLeases::note(Step step, const std::optional<Error> &error) {
    const auto before = m_trouble;
    auto &mine = m_trouble[static_cast<std::size_t>(step)];
    mine = error ? std::optional(error->code) : std::nullopt;
    if (error && std::find(before.begin(), before.end(), mine) == before.end())
        emit troubled(*error);
    else if (before != m_trouble && !m_trouble[0] && !m_trouble[1])
        emit recovered();
}

void RateLeases::look() {
    if (!m_asking)
        takeBackUnused();
    if (std::exchange(m_looking, true))
        return;
    m_ledger.look() | then(this, [this](const Result<RateLedger::Seen> &seen) {
        m_looking = false;
        m_reached = seen.has_value();
        note(Step::Look, seen ? std::nullopt : std::optional(seen.error()));
        if (!seen)
            return;
        hear(*seen);
        m_looked = true;
        if (seen->more)
            look();
    });
}

void RateLeases::hear(const RateLedger::Seen &seen) {
    m_sharers = seen.verifiers;
    const policy::Ticks now = policy::monotonicTicks();
    for (const auto &[key, used] : seen.used) {
        m_index.lookKey(key, [&, bucket = used](const CredentialIndex::Found &found) mutable {
            if (found.meter && found.share)
                found.share->heard(*found.meter, bucket.settle(found.key->configured, 0, 0, seen.nowNs),
                                   found.key->limits, sharers(), now);
        });
    }
}

void RateLeases::takeBackUnused() {
    const qint64 until = steadyNs() / 1'000'000 - HoldMs;
    std::vector<Due> old;
    m_held.removeIf([&](QHash<KeyId, Held>::iterator it) {
        const bool gone = it->sinceMs <= until;
        if (gone)
            old.push_back(it->due);
        return gone;
    });
    if (!old.empty())
        ask(old, true);
}

QFuture<Outcome> RateLeases::leave() {
    m_look.stop();
    m_soon.stop();
    QList<RateLedger::Ask> asks;
    std::vector<Due> all;
    {
        const std::lock_guard lock(m_mutex);
        all.swap(m_due);
    }
    for (const Held &h : std::as_const(m_held))
        all.push_back(h.due);
    for (const Due &d : all)
        asks.append(
            {d.key, d.limits,
             d.share->takeStock(policy::MeterLimits::of(d.limits), sharers()).used - d.share->takeBack(), 0});
    if (asks.isEmpty())
        return ready(ok());
    const Answer<Outcome> answer;
    m_ledger.settle(asks) | then(this, [answer](const Result<RateLedger::Settled> &settled) {
        answer.give(settled ? ok() : Outcome(fail(settled.error())));
    });
    return answer.future();
}

} // namespace latchkey::server
