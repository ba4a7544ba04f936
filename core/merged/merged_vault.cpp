#include "core/merged/merged_vault.h"

#include "core/merged/merged_gate.h"
#include "core/merged/merged_member.h"

#include <algorithm>

namespace latchkey {

MergedVault::MergedVault(QString id, QString name)
    : m_id(std::move(id))
    , m_name(std::move(name))
    , m_gate(std::make_unique<Gate>(*this)) {}

MergedVault::~MergedVault() = default;

void MergedVault::add(const Member &member) {
    remove(member.place);
    auto one = std::make_unique<One>();
    one->member = member;
    One &added = *one;
    const auto at = std::upper_bound(m_all.begin(), m_all.end(), one, [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a->member.name, b->member.name) < 0;
    });
    m_all.insert(at, std::move(one));
    follow(added);
    emit catalogueChanged();
    emit keysChanged({});
    emit memberChanged(member.place);
}

void MergedVault::remove(unsigned place) {
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const auto &one) { return one->member.place == place; });
    if (at == m_all.end())
        return;
    m_all.erase(at); // its answers find nobody
    for (const auto &g : std::as_const(m_gatherings))
        g->waiting.removeAll(place);
    const auto gatherings = m_gatherings;
    for (const auto &g : gatherings)
        give(g);
    emit keysChanged({});
    emit memberChanged(place);
}

void MergedVault::setExpecting(bool expecting) {
    if (std::exchange(m_expecting, expecting) && !expecting)
        emit indexProgress(100);
}

void MergedVault::follow(One &one) {
    VaultBackend *vault = one.member.vault.get();
    const unsigned place = one.member.place;
    QObject *life = &one.life;
    if (const auto silence = vault->silence()) // since before it came here
        one.trouble = silence->error;
    one.toldCounted = one.isCounted();
    connect(vault, &VaultBackend::keysChanged, life, [this, &one, place](const QList<KeyId> &ids) {
        outdate(one);
        QList<KeyId> mine;
        mine.reserve(ids.size());
        for (const KeyId &id : ids)
            mine.append(id.at(place));
        emit keysChanged(mine);
    });
    connect(vault, &VaultBackend::catalogueChanged, life, [this, &one] {
        outdate(one); // which keys have broad access
        emit catalogueChanged();
    });
    connect(vault, &VaultBackend::indexProgress, life, [this, &one](int percent) {
        if (percent == 100 && one.known && (!one.known->list || !one.known->list->complete()))
            outdate(one);
        emit indexProgress(percent);
    });
    connect(vault, &VaultBackend::waitChanged, life, [this] { emit waitChanged(); });
    connect(vault, &VaultBackend::troubled, life, [this, &one](const Error &e) { setTrouble(one, e); });
    connect(vault, &VaultBackend::recovered, life, [this, &one] {
        const bool was = one.trouble.has_value();
        one.away = one.failed = false;
        outdate(one);
        setTrouble(one, std::nullopt);
        if (was)
            emit keysChanged({});
    });
}

void MergedVault::outdate(One &one) {
    one.known.reset();
    one.lateRows.clear();
    ++one.change;
}

void MergedVault::setTrouble(One &one, const std::optional<Error> &error) {
    const bool listed = std::exchange(one.toldListed, one.listed);
    const bool same = one.trouble.has_value() == error.has_value() &&
                      (!error || (listed == one.listed && one.trouble->code == error->code &&
                                  one.trouble->params == error->params));
    one.trouble = error;
    if (!same)
        emit memberChanged(one.member.place);
    tellCounted(one);
}

void MergedVault::tellCounted(One &one) {
    const bool counted = one.isCounted();
    if (std::exchange(one.toldCounted, counted) != counted)
        emit countsCame();
}

MergedVault::One *MergedVault::find(unsigned place) const {
    for (const auto &one : m_all) {
        if (one->member.place == place)
            return one.get();
    }
    return nullptr;
}

QList<MergedVault::Member> MergedVault::members() const {
    QList<Member> all;
    for (const auto &one : m_all)
        all.append(one->member);
    return all;
}

std::shared_ptr<VaultBackend> MergedVault::vaultAt(unsigned place) const {
    const One *one = find(place);
    return one ? one->member.vault : nullptr;
}

QString MergedVault::nameOf(const KeyId &id) const {
    const One *one = find(id.place());
    return one ? one->member.name : QString();
}

std::optional<Error> MergedVault::trouble(unsigned place) const {
    const One *one = find(place);
    return one ? one->trouble : std::nullopt;
}

bool MergedVault::isListed(unsigned place) const {
    const One *one = find(place);
    return one && one->listed;
}

bool MergedVault::isLate(unsigned place) const {
    const One *one = find(place);
    return one && one->late;
}

const VaultBackend &MergedVault::homeOf(const KeyId &id) const {
    const One *one = find(id.place());
    return one ? *one->member.vault : static_cast<const VaultBackend &>(*this);
}

std::optional<Error> MergedVault::troubleOf(const KeyId &id) const {
    const One *one = find(id.place());
    if (!one)
        return Error(ErrorCode::Unreachable, {{QStringLiteral("path"), QString()}});
    const bool unknown = one->away || one->member.vault->silence(); // what it remembers may not be all
    return unknown && one->trouble ? std::optional(named(*one->trouble, *one)) : std::nullopt;
}

Capabilities MergedVault::capabilities() const {
    Capabilities all;
    all.catalogue = false;
    all.rotateMany = false;
    for (bool Capabilities::*can :
         {&Capabilities::environments, &Capabilities::expiry, &Capabilities::rateLimits,
          &Capabilities::deactivate, &Capabilities::audit, &Capabilities::customers, &Capabilities::lastUsed,
          &Capabilities::search, &Capabilities::softDelete, &Capabilities::created, &Capabilities::revoke,
          &Capabilities::rotate, &Capabilities::allowedIps, &Capabilities::ownTokens})
        all.*can = m_all.empty() || std::any_of(m_all.begin(), m_all.end(), [&](const auto &one) {
                       return one->member.vault->capabilities().*can;
                   });
    return all;
}

VaultInfo MergedVault::info() const {
    VaultInfo all;
    all.id = m_id;
    all.name = m_name;
    all.deletedRetentionDays = 0;
    for (const auto &one : m_all) { // the shortest in which something can be brought back
        const VaultInfo info = one->member.vault->info();
        const int days = info.deletedRetentionDays;
        all.listMayBeCut = all.listMayBeCut || info.listMayBeCut;
        if (info.waits && (!all.waits || all.waits->until < info.waits->until)) // until then not all is known
            all.waits = info.waits;
        if (days > 0 && (all.deletedRetentionDays == 0 || days < all.deletedRetentionDays))
            all.deletedRetentionDays = days;
    }
    return all;
}

Catalogue MergedVault::catalogue() const {
    CatalogueDraft all;
    all.name = m_name;
    for (const auto &one : m_all) {
        const Catalogue c = one->member.vault->catalogue();
        for (const ResourceInfo &r : c.resources()) {
            const auto known = std::find_if(all.resources.begin(), all.resources.end(),
                                            [&](const ResourceInfo &k) { return k.id == r.id; });
            if (known == all.resources.end()) {
                all.resources.append(r);
                continue;
            }
            for (const ScopeInfo &s : r.scopes) {
                if (std::none_of(known->scopes.begin(), known->scopes.end(),
                                 [&](const ScopeInfo &k) { return k.scope == s.scope; }))
                    known->scopes.append(s);
            }
        }
    }
    return Catalogue::fromDraft(std::move(all)).value_or(Catalogue());
}

void MergedVault::noteVisible(const QList<KeyId> &ids) {
    QSet<unsigned> seen;
    for (const Split &part : split(ids)) {
        seen.insert(part.one->member.place);
        part.one->member.vault->noteVisible(part.ids);
    }
    for (const auto &one : m_all) {
        if (!seen.contains(one->member.place))
            one->member.vault->noteVisible({});
    }
}

void MergedVault::lookAgain() {
    for (const auto &one : m_all) {
        one->away = false;
        outdate(*one);
        one->member.vault->lookAgain();
    }
}

Error MergedVault::named(Error error, const One &one) {
    error.params.insert(QStringLiteral("connection"), one.member.name);
    return error;
}

ApiKey MergedVault::placed(ApiKey key, unsigned place) {
    key.id = key.id.at(place);
    return key;
}

std::vector<MergedVault::Split> MergedVault::everywhere() const {
    std::vector<Split> parts;
    for (const auto &one : m_all) {
        if (!one->away)
            parts.push_back({one.get(), {}, {}});
    }
    return parts;
}

std::vector<MergedVault::Split> MergedVault::split(const QList<KeyId> &ids) const {
    std::vector<Split> parts;
    parts.reserve(m_all.size());
    for (const auto &one : m_all)
        parts.push_back({one.get(), {}, {}});
    unsigned place = 0;
    Split *last = nullptr;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!last || ids[i].place() != place) {
            place = ids[i].place();
            const auto part = std::find_if(parts.begin(), parts.end(),
                                           [&](const Split &s) { return s.one->member.place == place; });
            last = part == parts.end() ? nullptr : &*part;
        }
        if (last) {
            last->ids.append(ids[i].at(0));
            last->asked.append(i);
        }
    }
    std::erase_if(parts, [](const Split &s) { return s.ids.isEmpty(); });
    return parts;
}

} // namespace latchkey
