#include "core/model/catalogue_change.h"

#include <QHash>
#include <QMap>
#include <array>
#include <tuple>

namespace latchkey {

namespace {

using Subject = CatalogueDifference::Subject;
using ChangeKind = CatalogueDifference::Kind;
using Fields = QMap<QString, QJsonValue>;
using FieldChange = CatalogueDifference::Change;

/// One thing of a catalogue with its values by name, and where it stands among its like.
struct Item {
    Subject subject = Subject::Catalogue;
    QString id, name;
    Fields fields;
    QString neighbour; ///< the one before it
};

Fields fieldsOf(const ScopeInfo &s, const QString &resource) {
    return {{QStringLiteral("name"), s.name},
            {QStringLiteral("description"), s.description},
            {QStringLiteral("phrase"), s.phrase},
            {QStringLiteral("reads"), s.reads},
            {QStringLiteral("destructive"), s.destructive},
            {QStringLiteral("resource"), resource}};
}

Fields fieldsOf(const ResourceInfo &r) {
    return {{QStringLiteral("name"), r.name},
            {QStringLiteral("description"), r.description},
            {QStringLiteral("group"), r.group},
            {QStringLiteral("billing"), r.billing}};
}

Fields fieldsOf(const KeyTemplate &t) {
    Fields f{
        {QStringLiteral("name"), t.name},
        {QStringLiteral("description"), t.description},
        {QStringLiteral("type"), toWord(t.type)},
        {QStringLiteral("scopes"), t.scopes.toString()},
        {QStringLiteral("expiresInDays"), t.expiresInDays ? QJsonValue(*t.expiresInDays) : QJsonValue()}};
    static constexpr std::array names{"perSecond", "perMinute", "perHour", "perDay"};
    for (const RatePeriod p : AllRatePeriods) {
        const auto n = t.limits.get(p);
        f.insert(QLatin1StringView(names[static_cast<size_t>(p)]), n ? QJsonValue(*n) : QJsonValue());
    }
    return f;
}

QList<Item> itemsOf(const Catalogue &c) {
    QList<Item> items{{Subject::Catalogue, {}, c.name(), {{QStringLiteral("name"), c.name()}}, {}}};
    QString before;
    for (const ResourceInfo &r : c.resources()) {
        items.append({Subject::Resource, r.id, r.name, fieldsOf(r), std::exchange(before, r.id)});
        QString scopeBefore = r.id;
        for (const ScopeInfo &s : r.scopes) {
            const QString id = s.scope.toString();
            items.append({Subject::Scope, id, s.name, fieldsOf(s, r.id), std::exchange(scopeBefore, id)});
        }
    }
    before.clear();
    for (const KeyTemplate &t : c.templates())
        items.append({Subject::Template, t.id, t.name, fieldsOf(t), std::exchange(before, t.id)});
    return items;
}

QString keyOf(const Item &i) {
    static constexpr std::array words{"catalogue", "resource ", "scope ", "template "};
    return QLatin1StringView(words[static_cast<size_t>(i.subject)]) + i.id;
}

QHash<QString, Item> byKey(const QList<Item> &items) {
    QHash<QString, Item> map;
    for (const Item &i : items)
        map.insert(keyOf(i), i);
    return map;
}

QList<FieldChange> changesOf(const Fields &a, const Fields &b) {
    QList<FieldChange> changes;
    for (auto it = a.begin(); it != a.end(); ++it) {
        if (const QJsonValue now = b.value(it.key()); now != it.value())
            changes.append({it.key(), it.value(), now});
    }
    return changes;
}

/// The order of those that stand in both lists, so that something new or gone moves nobody.
QStringList orderOf(const QList<Item> &items, const QHash<QString, Item> &others) {
    QStringList order;
    for (const Item &i : items) {
        if (others.contains(keyOf(i)))
            order.append(keyOf(i));
    }
    return order;
}

QString orderText(const Catalogue &c) {
    QStringList order;
    for (const Item &i : itemsOf(c)) {
        if (i.subject != Subject::Catalogue)
            order.append(i.id);
    }
    return order.join(u' ');
}

} // namespace

QList<CatalogueDifference> differences(const Catalogue &before, const Catalogue &after) {
    const QList<Item> a = itemsOf(before), b = itemsOf(after);
    const auto old = byKey(a), now = byKey(b);
    QList<CatalogueDifference> all;
    for (const Item &i : b) {
        const auto was = old.constFind(keyOf(i));
        if (was == old.cend())
            all.append({i.subject, ChangeKind::Added, i.id, i.name, {}});
        else if (const auto changed = changesOf(was->fields, i.fields); !changed.isEmpty())
            all.append({i.subject, ChangeKind::Changed, i.id, i.name, changed});
    }
    for (const Item &i : a) {
        if (!now.contains(keyOf(i)))
            all.append({i.subject, ChangeKind::Removed, i.id, i.name, {}});
    }
    if (orderOf(a, now) != orderOf(b, old))
        all.append({Subject::Catalogue, ChangeKind::Moved, {}, after.name(), {}});
    return all;
}

void describeChange(const Catalogue &before, const Catalogue &after, QJsonObject *old, QJsonObject *now) {
    const auto a = byKey(itemsOf(before)), b = byKey(itemsOf(after));
    const auto put = [](QJsonObject *into, const QString &key, const QString &field, const QJsonValue &v) {
        if (!v.isNull() && !(v.isString() && v.toString().isEmpty()))
            into->insert(key + u' ' + field, v);
    };
    for (auto it = a.begin(); it != a.end(); ++it) {
        const Fields other = b.contains(it.key()) ? b[it.key()].fields : Fields();
        for (const FieldChange &c : changesOf(it->fields, other)) {
            put(old, it.key(), c.field, c.before);
            put(now, it.key(), c.field, c.after);
        }
    }
    for (auto it = b.begin(); it != b.end(); ++it) {
        if (a.contains(it.key()))
            continue;
        for (auto f = it->fields.begin(); f != it->fields.end(); ++f)
            put(now, it.key(), f.key(), f.value());
    }
    if (orderText(before) != orderText(after)) {
        old->insert(QStringLiteral("order"), orderText(before));
        now->insert(QStringLiteral("order"), orderText(after));
    }
}

Touched touchedKeys(const Catalogue &before, const Catalogue &after, const QList<ScopeUse> &use) {
    using What = TouchedKeys::What;
    using Effect = std::tuple<What, QString, AccessLevel, AccessLevel>;
    QList<Effect> order;
    QMap<Effect, TouchedKeys> effects;
    Touched touched;
    const ScopeSet known = before.allScopes(), knows = after.allScopes();
    for (const ScopeUse &u : use) {
        bool any = false;
        const auto add = [&](What what, const QString &id, const QString &name,
                             AccessLevel from = AccessLevel::None, AccessLevel to = AccessLevel::None) {
            const Effect key{what, id, from, to};
            if (!effects.contains(key)) {
                order.append(key);
                effects.insert(key, {what, id, name, from, to, 0, {}});
            }
            TouchedKeys &t = effects[key];
            t.keys += u.keys;
            t.some.append(u.some.mid(0, ScopeUse::SomeKeys - t.some.size()));
            any = true;
        };
        const KeyType other = u.type == KeyType::General ? KeyType::Billing : KeyType::General;
        const ScopeSet misfit = after.scopesOf(other), wasMisfit = before.scopesOf(other);
        for (const Scope &s : u.scopes) {
            if (known.contains(s) && !knows.contains(s))
                add(What::ScopeUnknown, s.toString(), before.nameOf(s));
            else if (!known.contains(s) && knows.contains(s))
                add(What::ScopeKnown, s.toString(), after.nameOf(s));
            if (misfit.contains(s) && !wasMisfit.contains(s))
                add(What::TypeMismatch, s.toString(), after.nameOf(s));
            else if (wasMisfit.contains(s) && !misfit.contains(s) && knows.contains(s))
                add(What::TypeFits, s.toString(), after.nameOf(s));
        }
        for (const ResourceInfo &r : before.resources()) {
            const ResourceInfo *now = after.resource(r.id);
            const AccessLevel from = r.levelOf(u.scopes), to = now ? now->levelOf(u.scopes) : from;
            if (from != to)
                add(What::LevelChanged, r.id, now->name, from, to);
        }
        touched.keys += any ? u.keys : 0;
    }
    for (const Effect &key : order)
        touched.effects.append(effects.value(key));
    return touched;
}

} // namespace latchkey
