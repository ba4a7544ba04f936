#include "ui/catalogue/draft_edits.h"

#include "ui/commands/carried_over.h"

#include <QCoreApplication>

namespace latchkey::ui::draft_edits {

using Kind = CataloguePlace::Kind;

namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(catalogue)
};

/// `base`, or `base-2` …
template<typename F>
QString freeId(const QString &base, F taken) {
    QString id = base;
    for (int n = 2; taken(id); ++n)
        id = QStringLiteral("%1-%2").arg(base).arg(n);
    return id;
}

QString freeScope(const CatalogueDraft &d, const QString &resource) {
    return freeId(resource + QStringLiteral(":new"), [&](const QString &id) {
        return std::any_of(d.resources.begin(), d.resources.end(), [&](const ResourceInfo &r) {
            return std::any_of(r.scopes.begin(), r.scopes.end(),
                               [&](const ScopeInfo &s) { return s.scope.toString() == id; });
        });
    });
}

ScopeInfo newScope(const CatalogueDraft &d, const QString &resource) {
    ScopeInfo s;
    s.name = Names::tr("New permission");
    // A resource whose id can't begin a scope gives none; the person is told so under the field.
    s.scope = Scope::fromString(freeScope(d, resource)).value_or(Scope());
    return s;
}

void dropFromTemplates(CatalogueDraft *draft, const QList<ScopeInfo> &gone) {
    for (KeyTemplate &t : draft->templates) {
        for (const ScopeInfo &s : gone)
            t.scopes.remove(s.scope);
    }
}

qsizetype count(const CatalogueDraft &d, const CataloguePlace &at) {
    return at.kind == Kind::Resource   ? d.resources.size()
           : at.kind == Kind::Template ? d.templates.size()
           : at.kind == Kind::Scope    ? d.resources[at.index].scopes.size()
                                       : 0;
}

} // namespace

CataloguePlace addResource(CatalogueDraft *draft, const CataloguePlace &after) {
    const bool within = after.kind == Kind::Resource || after.kind == Kind::Scope;
    const int at = within ? after.index + 1 : static_cast<int>(draft->resources.size());
    ResourceInfo r;
    r.name = Names::tr("New resource");
    r.id = freeId(QStringLiteral("new"), [&](const QString &id) {
        return std::any_of(draft->resources.begin(), draft->resources.end(),
                           [&](const ResourceInfo &other) { return other.id == id; });
    });
    if (within)
        r.group = draft->resources[after.index].group;
    r.scopes.append(newScope(*draft, r.id));
    draft->resources.insert(at, r);
    return {Kind::Resource, at};
}

CataloguePlace addScope(CatalogueDraft *draft, const CataloguePlace &at) {
    if (at.kind != Kind::Resource && at.kind != Kind::Scope)
        return at;
    ResourceInfo &r = draft->resources[at.index];
    const int place = at.kind == Kind::Scope ? at.scope + 1 : static_cast<int>(r.scopes.size());
    r.scopes.insert(place, newScope(*draft, r.id));
    return {Kind::Scope, at.index, place};
}

CataloguePlace addTemplate(CatalogueDraft *draft, const CataloguePlace &after) {
    const int at = after.kind == Kind::Template ? after.index + 1 : static_cast<int>(draft->templates.size());
    KeyTemplate t;
    t.name = Names::tr("New template");
    t.id = freeId(QStringLiteral("new"), [&](const QString &id) {
        return std::any_of(draft->templates.begin(), draft->templates.end(),
                           [&](const KeyTemplate &other) { return other.id == id; });
    });
    draft->templates.insert(at, t);
    return {Kind::Template, at};
}

bool canRemove(const CataloguePlace &at) {
    return at.kind == Kind::Resource || at.kind == Kind::Scope || at.kind == Kind::Template;
}

CataloguePlace remove(CatalogueDraft *draft, const CataloguePlace &at) {
    switch (at.kind) {
    case Kind::Resource:
        dropFromTemplates(draft, draft->resources[at.index].scopes);
        draft->resources.removeAt(at.index);
        break;
    case Kind::Scope:
        dropFromTemplates(draft, {draft->resources[at.index].scopes[at.scope]});
        draft->resources[at.index].scopes.removeAt(at.scope);
        break;
    case Kind::Template:
        draft->templates.removeAt(at.index);
        break;
    default:
        return at;
    }
    if (at.kind == Kind::Scope) {
        const auto left = static_cast<int>(draft->resources[at.index].scopes.size());
        return left > 0 ? CataloguePlace{Kind::Scope, at.index, qMin(at.scope, left - 1)}
                        : CataloguePlace{Kind::Resource, at.index};
    }
    const auto left = static_cast<int>(count(*draft, at));
    return left > 0 ? CataloguePlace{at.kind, qMin(at.index, left - 1)} : CataloguePlace();
}

bool canMove(const CatalogueDraft &draft, const CataloguePlace &at, int by) {
    const int from = at.kind == Kind::Scope ? at.scope : at.index;
    return canRemove(at) && from + by >= 0 && from + by < count(draft, at);
}

CataloguePlace move(CatalogueDraft *draft, const CataloguePlace &at, int by) {
    if (!canMove(*draft, at, by))
        return at;
    CataloguePlace to = at;
    if (at.kind == Kind::Scope) {
        to.scope += by;
        draft->resources[at.index].scopes.swapItemsAt(at.scope, to.scope);
        return to;
    }
    to.index += by;
    if (at.kind == Kind::Resource)
        draft->resources.swapItemsAt(at.index, to.index);
    else
        draft->templates.swapItemsAt(at.index, to.index);
    return to;
}

std::optional<Catalogue> carried(const CatalogueDraft &from, const CatalogueDraft &to,
                                 const CatalogueDraft &now) {
    const auto name = carriedOver(from.name, to.name, now.name);
    const auto resources = carriedOver(from.resources, to.resources, now.resources);
    const auto templates = carriedOver(from.templates, to.templates, now.templates);
    if (!name || !resources || !templates)
        return std::nullopt;
    const auto made = Catalogue::fromDraft({*name, *resources, *templates});
    return made ? std::optional(*made) : std::nullopt;
}

} // namespace latchkey::ui::draft_edits
