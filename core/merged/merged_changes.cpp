#include "core/merged/merged_each.h"
#include "core/merged/merged_gate.h"
#include "core/merged/merged_member.h"

// What changes something: in the vault that it belongs to.

namespace latchkey {

namespace {

using Many = Result<QList<Result<ApiKey>>>;

tl::unexpected<Error> inOneVault() {
    return fail(ErrorCode::NotAllowed);
}

} // namespace

ChangeGate *MergedVault::gate() {
    for (const auto &one : m_all) {
        if (one->member.vault->gate())
            return m_gate.get();
    }
    return nullptr;
}

QFuture<bool> MergedVault::Gate::ask(const PlannedChange &change) {
    QList<PlannedChange::Part> parts = change.parts;
    if (parts.isEmpty() && !change.key.isNull())
        parts.append({change.key, change.count});
    const Answer<bool> answer;
    next(change, parts, answer);
    return answer.future();
}

void MergedVault::Gate::next(const PlannedChange &change, QList<PlannedChange::Part> parts,
                             const Answer<bool> &answer) {
    while (!parts.isEmpty()) {
        const PlannedChange::Part part = parts.takeFirst();
        const auto vault = m_vault.vaultAt(part.key.place());
        ChangeGate *gate = vault ? vault->gate() : nullptr;
        if (!gate)
            continue;
        const PlannedChange there{change.action, part.count, part.key.at(0), change.name};
        gate->ask(there) | then(&m_vault, [this, change, parts, answer, vault](bool yes) {
            if (!yes)
                return answer.give(false);
            next(change, parts, answer);
        });
        return;
    }
    answer.give(true);
}

QFuture<Result<ApiKey>> MergedVault::create(const NewKey &) {
    return ready<Result<ApiKey>>(inOneVault());
}

QFuture<Many> MergedVault::createMany(const QList<NewKey> &) {
    return ready<Many>(inOneVault());
}

QFuture<Result<ApiKey>> MergedVault::change(const KeyChange &change) {
    using R = Result<ApiKey>;
    const unsigned place = change.id.place();
    const One *one = find(place);
    if (!one)
        return ready<R>(fail(ErrorCode::NotFound));
    KeyChange mine = change;
    mine.id = change.id.at(0);
    const Answer<R> answer;
    const Agreed agreed(m_gate->agreed() ? one->member.vault->gate() : nullptr);
    one->member.vault->change(mine) |
        then(this, [this, answer, place, vault = one->member.vault](const R &changed) {
            const One *there = find(place);
            answer.give(changed ? R(placed(*changed, place))
                        : there ? R(fail(named(changed.error(), *there)))
                                : changed);
        });
    return answer.future();
}

QFuture<Many> MergedVault::changeMany(const QList<KeyChange> &changes) {
    QList<KeyId> ids;
    ids.reserve(changes.size());
    for (const KeyChange &c : changes)
        ids.append(c.id);
    auto results = std::make_shared<QList<Result<ApiKey>>>();
    results->reserve(changes.size());
    for (qsizetype i = 0; i < changes.size(); ++i) // of no vault that is here
        results->append(fail(ErrorCode::NotFound));
    const std::vector<Split> parts = split(ids);
    auto places = std::make_shared<QHash<unsigned, QList<qsizetype>>>();
    for (const Split &part : parts)
        places->insert(part.one->member.place, part.asked);
    const Answer<Many> answer;
    merged::each<Many>(
        this, parts,
        [changes, agreed = m_gate->agreed()](VaultBackend &vault, const Split &part) {
            QList<KeyChange> mine;
            mine.reserve(part.asked.size());
            for (const qsizetype i : part.asked) {
                mine.append(changes[i]);
                mine.last().id = changes[i].id.at(0);
            }
            const Agreed here(agreed ? vault.gate() : nullptr);
            return vault.changeMany(mine);
        },
        [this, results, places](unsigned place, const Many &done) {
            const QList<qsizetype> asked = places->value(place);
            const One *one = find(place);
            for (qsizetype i = 0; i < asked.size(); ++i) {
                if (done && done->at(i)) {
                    (*results)[asked[i]] = placed(*done->at(i), place);
                    continue;
                }
                const Error &why = done ? done->at(i).error() : done.error();
                (*results)[asked[i]] = fail(one ? named(why, *one) : why);
            }
        },
        [answer, results] { answer.give(*results); });
    return answer.future();
}

QFuture<Outcome> MergedVault::record(const AuditEvent &event) {
    const One *one = find(event.key.place());
    if (!one)
        return ready<Outcome>(inOneVault());
    AuditEvent mine = event;
    mine.key = event.key.at(0);
    const Agreed agreed(m_gate->agreed() ? one->member.vault->gate() : nullptr);
    return one->member.vault->record(mine);
}

QFuture<Outcome> MergedVault::stampLastUsed(const QList<LastUse> &) {
    return ready<Outcome>(inOneVault());
}

QFuture<Result<int>> MergedVault::purgeExpired(Instant, const Actor &) {
    return ready<Result<int>>(0);
}

QFuture<Outcome> MergedVault::setDeletedRetentionDays(int, const Actor &) {
    return ready<Outcome>(inOneVault());
}

QFuture<Outcome> MergedVault::changeCatalogue(const CatalogueChange &) {
    return ready<Outcome>(inOneVault());
}

QFuture<Result<Customer>> MergedVault::changeCustomer(const CustomerChange &) {
    return ready<Result<Customer>>(inOneVault());
}

} // namespace latchkey
