#include "core/merged/merged_each.h"
#include "core/merged/merged_member.h"

#include <QTimer>
#include <algorithm>

namespace latchkey {

namespace {

template<typename T>
QFuture<Result<T>> notHere() {
    return ready<Result<T>>(fail(ErrorCode::NotAllowed));
}

} // namespace

void MergedVault::rowsFailed(unsigned place, const Error &error) {
    One *one = find(place);
    if (!one || one->away)
        return;
    one->failed = true;
    one->listed = false;
    one->away = true; // its list would only show empty rows
    setTrouble(*one, error);
    askAgain(*one, one->known ? one->known->query : KeyQuery());
    emit keysChanged({});
}

QFuture<Result<QList<ApiKey>>> MergedVault::rows(const QList<KeyId> &ids) {
    using Rows = Result<QList<ApiKey>>;
    auto found = std::make_shared<QHash<KeyId, ApiKey>>();
    const Answer<Rows> answer;
    merged::each<Rows>(
        this, split(ids), [](VaultBackend &vault, const Split &part) { return vault.rows(part.ids); },
        [this, found](unsigned place, const Rows &rows) {
            if (!rows)
                return rowsFailed(place, rows.error());
            for (const ApiKey &k : *rows)
                found->insert(k.id.at(place), placed(k, place));
        },
        [answer, found, ids] {
            QList<ApiKey> all;
            all.reserve(found->size());
            for (const KeyId &id : ids) {
                if (const auto k = found->constFind(id); k != found->cend())
                    all.append(*k);
            }
            answer.give(all);
        });
    return answer.future();
}

/// Rows of who is slow come later: the page of the others is not kept waiting for them.
QFuture<Result<QList<ApiKey>>> MergedVault::rowsToShow(const QList<KeyId> &ids) {
    using Rows = Result<QList<ApiKey>>;
    struct Page {
        QHash<KeyId, ApiKey> found;
        bool given = false;
    };
    auto page = std::make_shared<Page>();
    const Answer<Rows> answer;
    const auto finish = [page, answer, ids] {
        if (std::exchange(page->given, true))
            return;
        QList<ApiKey> all;
        for (const KeyId &id : ids) {
            if (const auto k = page->found.constFind(id); k != page->found.cend())
                all.append(*k);
        }
        answer.give(all);
    };
    std::vector<Split> parts = split(ids);
    for (Split &part : parts) {
        part.ids.removeIf([&](const KeyId &id) {
            const auto k = part.one->lateRows.constFind(id);
            if (k == part.one->lateRows.cend())
                return false;
            page->found.insert(id.at(part.one->member.place), placed(*k, part.one->member.place));
            return true;
        });
    }
    std::erase_if(parts, [](const Split &part) { return part.ids.isEmpty(); });
    QHash<unsigned, int> changes;
    for (const Split &part : parts)
        changes.insert(part.one->member.place, part.one->change);
    merged::each<Rows>(
        this, parts, [](VaultBackend &vault, const Split &part) { return vault.rowsToShow(part.ids); },
        [this, page, changes](unsigned place, const Rows &rows) {
            if (!rows)
                return rowsFailed(place, rows.error());
            for (const ApiKey &k : *rows)
                page->found.insert(k.id.at(place), placed(k, place));
            One *one = page->given ? find(place) : nullptr;
            if (!one)
                return;
            if (one->lateRows.size() > One::MostLateRows)
                one->lateRows.clear();
            QList<KeyId> late;
            for (const ApiKey &k : *rows) {
                if (one->change == changes.value(place)) // else they may be of before the change
                    one->lateRows.insert(k.id, k);
                late.append(k.id.at(place));
            }
            if (!late.isEmpty())
                emit keysChanged(late);
        },
        finish);
    QTimer::singleShot(PatienceMs, this, finish);
    return answer.future();
}

QFuture<Result<QHash<KeyId, KeyAlerts>>> MergedVault::alerts(const QList<KeyId> &ids, const Thresholds &t) {
    using Found = Result<QHash<KeyId, KeyAlerts>>;
    auto all = std::make_shared<QHash<KeyId, KeyAlerts>>();
    const Answer<Found> answer;
    merged::each<Found>(
        this, split(ids), [t](VaultBackend &vault, const Split &part) { return vault.alerts(part.ids, t); },
        [all](unsigned place, const Found &found) {
            if (!found)
                return;
            for (auto it = found->cbegin(); it != found->cend(); ++it)
                all->insert(it.key().at(place), it.value());
        },
        [answer, all] { answer.give(*all); });
    return answer.future();
}

QFuture<Result<QByteArray>> MergedVault::verifierOf(const KeyId &id) {
    One *one = find(id.place());
    return one ? one->member.vault->verifierOf(id.at(0)) : notHere<QByteArray>();
}

QFuture<Result<ApiKey>> MergedVault::findByCredential(const KeyId &credentialId, const QByteArray &verifier) {
    using Found = Result<ApiKey>;
    std::vector<Split> asked = everywhere();
    if (const unsigned only = credentialId.place(); only != 0)
        std::erase_if(asked, [only](const Split &part) { return part.one->member.place != only; });
    auto best = std::make_shared<Found>(fail(ErrorCode::NotFound));
    const Answer<Found> answer;
    merged::each<Found>(
        this, asked,
        [credentialId, verifier](VaultBackend &vault, const Split &) {
            return vault.findByCredential(credentialId.at(0), verifier);
        },
        [best](unsigned place, const Found &found) {
            if (found && !*best)
                *best = placed(*found, place);
            else if (!found && found.error().code != ErrorCode::NotFound && !*best)
                *best = found; // it may be there
        },
        [answer, best] { answer.give(*best); });
    return answer.future();
}

QFuture<Result<QHash<KeyId, ApiKey>>> MergedVault::owners(const QList<KeyId> &credentials) {
    using Found = Result<QHash<KeyId, ApiKey>>;
    auto all = std::make_shared<QHash<KeyId, ApiKey>>();
    const Answer<Found> answer;
    merged::each<Found>(
        this, everywhere(),
        [credentials](VaultBackend &vault, const Split &) { return vault.owners(credentials); },
        [all](unsigned place, const Found &found) {
            if (!found)
                return;
            for (auto it = found->cbegin(); it != found->cend(); ++it)
                all->insert(it.key(), placed(it.value(), place));
        },
        [answer, all] { answer.give(*all); });
    return answer.future();
}

QFuture<Result<bool>> MergedVault::nameExists(const QString &name, Environment env, const KeyId &except) {
    auto any = std::make_shared<bool>(false);
    const Answer<Result<bool>> answer;
    merged::each<Result<bool>>(
        this, everywhere(),
        [name, env, except](VaultBackend &vault, const Split &part) {
            return vault.nameExists(name, env,
                                    part.one->member.place == except.place() ? except.at(0) : KeyId());
        },
        [any](unsigned, const Result<bool> &there) { *any = *any || there.value_or(false); },
        [answer, any] { answer.give(*any); });
    return answer.future();
}

QFuture<Result<QStringList>> MergedVault::suggestions(SortColumn column) {
    constexpr qsizetype Most = 200;
    auto all = std::make_shared<QStringList>();
    const Answer<Result<QStringList>> answer;
    merged::each<Result<QStringList>>(
        this, everywhere(),
        [column](VaultBackend &vault, const Split &) { return vault.suggestions(column); },
        [all](unsigned, const Result<QStringList> &some) { *all += some.value_or(QStringList()); },
        [answer, all] {
            all->removeDuplicates();
            all->sort(Qt::CaseInsensitive);
            answer.give(all->mid(0, Most));
        });
    return answer.future();
}

QFuture<Result<KeySummary>> MergedVault::summary(const QList<KeyId> &ids, Instant usedSince) {
    using Sum = Result<KeySummary>;
    auto all = std::make_shared<Sum>(KeySummary());
    const Answer<Sum> answer;
    merged::each<Sum>(
        this, split(ids),
        [usedSince](VaultBackend &vault, const Split &part) { return vault.summary(part.ids, usedSince); },
        [all](unsigned place, const Sum &sum) {
            if (!*all)
                return;
            if (!sum) { // half of what would be touched is no answer
                *all = sum;
                return;
            }
            KeySummary &a = **all;
            const auto add = [place](KeySummary::Group &to, const KeySummary::Group &group) {
                to.keys += group.keys;
                for (const KeyId &id : group.some) {
                    if (to.some.size() < KeySummary::SomeKeys)
                        to.some.append(id.at(place));
                }
            };
            for (std::size_t i = 0; i < a.byRisk.size(); ++i)
                add(a.byRisk[i], sum->byRisk[i]);
            for (std::size_t i = 0; i < a.unreported.size(); ++i)
                add(a.unreported[i], sum->unreported[i]);
            a.keys += sum->keys;
            a.production += sum->production;
            a.damaged += sum->damaged;
            a.usedSince += sum->usedSince;
            for (std::size_t i = 0; i < a.states.size(); ++i)
                a.states[i] += sum->states[i];
        },
        [answer, all] { answer.give(*all); });
    return answer.future();
}

QFuture<Result<QList<AuditEvent>>> MergedVault::audit(const AuditQuery &query) {
    using Events = Result<QList<AuditEvent>>;
    One *one = query.key ? find(query.key->place()) : nullptr;
    if (!one)
        return notHere<QList<AuditEvent>>();
    AuditQuery mine = query;
    mine.key = query.key->at(0);
    const Answer<Events> answer;
    one->member.vault->audit(mine) |
        then(this, [answer, place = query.key->place(), vault = one->member.vault](const Events &events) {
            if (!events)
                return answer.give(events);
            QList<AuditEvent> all = *events;
            for (AuditEvent &e : all)
                e.key = e.key.at(place);
            answer.give(all);
        });
    return answer.future();
}

QFuture<Result<AuditCheck>> MergedVault::verifyAudit() {
    return notHere<AuditCheck>();
}

QFuture<Result<QList<ScopeUse>>> MergedVault::scopeUse() {
    return notHere<QList<ScopeUse>>();
}

QFuture<Result<QList<Customer>>> MergedVault::customers() {
    return notHere<QList<Customer>>();
}

/// The same id may be another customer in each vault.
QFuture<Result<QList<Customer>>> MergedVault::customersNamed(const QStringList &) {
    return ready<Result<QList<Customer>>>(QList<Customer>());
}

QFuture<Result<QHash<QString, qint64>>> MergedVault::customerUse() {
    return notHere<QHash<QString, qint64>>();
}

} // namespace latchkey
