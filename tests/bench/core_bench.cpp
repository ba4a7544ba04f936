// latchkey-core-bench: what the core does for each request and each look at the sidebar, one call at a time.
#include "core/policy/policy.h"
#include "core/storage/key_index.h"
#include "core/token/token.h"

#include <benchmark/benchmark.h>

#include <memory>
#include <random>

using namespace latchkey;
using namespace latchkey::policy;

namespace {

constexpr Instant Now(1'790'000'000'000);

ApiKey keyWith(bool everything) {
    ApiKey k;
    k.id = k.credentialId = token::randomId();
    k.config.environment = Environment::Production;
    k.config.scopes =
        ScopeSet::parse(QStringLiteral("leads:read leads:write emails:send reports:read billing:read"));
    k.config.expires = Now.plusDays(90);
    if (everything) {
        k.config.customers = {QStringLiteral("acme"), QStringLiteral("globex"), QStringLiteral("initech")};
        k.config.allowedIps =
            parseIpRanges(QStringLiteral("10.0.0.0/8\n192.168.4.0/24\n2001:db8::/32"), nullptr);
        k.config.limits.set(RatePeriod::Second, 1'000'000'000);
        k.config.limits.set(RatePeriod::Minute, 1'000'000'000);
    }
    return k;
}

Request requestOf() {
    Request r;
    r.environment = Environment::Production;
    r.address = QHostAddress(QStringLiteral("192.168.4.17"));
    r.customer = QStringLiteral("globex");
    r.scope = *Scope::fromString(u"reports:read");
    r.at = Now;
    return r;
}

/// 0: scopes and expiry only; 1: customers, addresses and two limits as well.
void decideAllowed(benchmark::State &state) {
    const KeyFacts facts = KeyFacts::of(keyWith(state.range(0) == 1));
    const Presented token{true, &facts, true, {}};
    Request request = requestOf();
    Meter meter;
    for (auto _ : state) {
        request.monotonic += TicksPerMs;
        const Decision d = decide(token, request, &meter);
        if (!d.allowed())
            state.SkipWithError("refused");
        benchmark::DoNotOptimize(d);
    }
}
BENCHMARK(decideAllowed)->Arg(0)->Arg(1);

void decideRefused(benchmark::State &state) {
    const KeyFacts facts = KeyFacts::of(keyWith(true));
    const Presented token{true, &facts, true, {}};
    Request request = requestOf();
    request.scope = *Scope::fromString(u"leads:delete");
    for (auto _ : state) {
        const Decision d = decide(token, request, nullptr);
        if (d.allowed())
            state.SkipWithError("let through");
        benchmark::DoNotOptimize(d);
    }
}
BENCHMARK(decideRefused);

void explainAll(benchmark::State &state) {
    const KeyFacts facts = KeyFacts::of(keyWith(true));
    const Presented token{true, &facts, true, {}};
    const Request request = requestOf();
    const Meter meter;
    for (auto _ : state)
        benchmark::DoNotOptimize(explain(token, request, &meter));
}
BENCHMARK(explainAll);

/// One key's meter, hit by every thread; the limits let each second call through or none.
void meterTake(benchmark::State &state) {
    static Meter meter;
    RateLimits limits;
    limits.set(RatePeriod::Second, state.range(0));
    limits.set(RatePeriod::Hour, state.range(0));
    const MeterLimits m = MeterLimits::of(limits);
    if (state.thread_index() == 0)
        meter.reset();
    for (auto _ : state)
        benchmark::DoNotOptimize(meter.take(m, monotonicTicks()));
}
BENCHMARK(meterTake)->Arg(1'000'000'000)->Arg(1)->Threads(1)->Threads(2)->UseRealTime();

/// Each thread a key of its own, as most requests are.
void meterTakeOwn(benchmark::State &state) {
    RateLimits limits;
    limits.set(RatePeriod::Second, 1'000'000'000);
    const MeterLimits m = MeterLimits::of(limits);
    const auto meters = std::make_unique<Meter[]>(4096);
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(meters[i++ & 4095].take(m, monotonicTicks()));
}
BENCHMARK(meterTakeOwn)->Threads(1)->Threads(2)->UseRealTime();

KeyIndex &index(qint64 keys) {
    static std::map<qint64, std::unique_ptr<KeyIndex>> made;
    auto &index = made[keys];
    if (index)
        return *index;
    index = std::make_unique<KeyIndex>();
    index->reserve(static_cast<std::size_t>(keys));
    std::mt19937_64 random(7);
    QList<IndexRow> rows;
    auto alerts = std::make_shared<RequestAlerts>();
    for (qint64 i = 1; i <= keys; ++i) {
        IndexRow r;
        r.seq = r.changeSeq = i;
        r.id = token::randomId();
        r.nameFold = QStringLiteral("service %1 key %2").arg(random() % 400).arg(i);
        r.environment = static_cast<Environment>(random() % 3);
        r.state = random() % 10 == 0 ? KeyState::Inactive : KeyState::Active;
        r.created = Now.ms() - static_cast<qint64>(random() % 400) * 86'400'000;
        r.expires = random() % 3 == 0 ? KeyIndex::NeverExpires
                                      : Now.ms() + (static_cast<qint64>(random() % 300) - 60) * 86'400'000;
        r.lastUsed = random() % 5 == 0 ? KeyIndex::NeverUsed
                                       : Now.ms() - static_cast<qint64>(random() % 200) * 86'400'000;
        r.oldUntil = KeyIndex::NotRotating;
        r.scopes =
            random() % 2 == 0 ? QStringLiteral("leads:read leads:write") : QStringLiteral("reports:read");
        if (i % 100 == 0) {
            alerts->rateLimited.insert(r.id);
            alerts->usedScopes[r.id] = {QStringLiteral("leads:read")};
        }
        rows.append(r);
        if (rows.size() == 10'000 || i == keys) {
            index->put(rows);
            rows.clear();
        }
    }
    index->setAlerts(alerts);
    return *index;
}

/// All live counts of the sidebar: smart filters, environments, states.
void sidebarCounts(benchmark::State &state) {
    const KeyIndex &i = index(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(i.counts(std::nullopt, Thresholds(), Now));
}
BENCHMARK(sidebarCounts)->Arg(1'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
