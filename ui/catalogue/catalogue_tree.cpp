#include "ui/catalogue/catalogue_tree.h"

#include "ui/theme/theme.h"

#include <QTreeWidgetItemIterator>

namespace latchkey::ui {

using Kind = CataloguePlace::Kind;

QString CataloguePlace::path() const {
    switch (kind) {
    case Kind::Resource:
        return QStringLiteral("$.resources[%1]").arg(index);
    case Kind::Scope:
        return QStringLiteral("$.resources[%1].scopes[%2]").arg(index).arg(scope);
    case Kind::Template:
        return QStringLiteral("$.templates[%1]").arg(index);
    default:
        return QStringLiteral("$");
    }
}

CatalogueTree::CatalogueTree(QWidget *parent)
    : QTreeWidget(parent) {
    setObjectName(QStringLiteral("catalogueTree"));
    setAccessibleName(tr("Permission catalogue"));
    setHeaderHidden(true);
    setIndentation(18);
    setUniformRowHeights(true);
    setMinimumWidth(160);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *now) {
        if (now && !m_filling)
            emit chosen(placeOf(now));
    });
}

CataloguePlace CatalogueTree::placeOf(const QTreeWidgetItem *item) {
    return {static_cast<Kind>(item->data(0, Qt::UserRole).toInt()), item->data(0, Qt::UserRole + 1).toInt(),
            item->data(0, Qt::UserRole + 2).toInt()};
}

QTreeWidgetItem *CatalogueTree::add(QTreeWidgetItem *parent, const CataloguePlace &place) {
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setData(0, Qt::UserRole, static_cast<int>(place.kind));
    item->setData(0, Qt::UserRole + 1, place.index);
    item->setData(0, Qt::UserRole + 2, place.scope);
    return item;
}

void CatalogueTree::name(QTreeWidgetItem *item, const CatalogueDraft &draft) {
    const CataloguePlace p = placeOf(item);
    const auto named = [](const QString &text) { return text.trimmed().isEmpty() ? tr("(no name)") : text; };
    QString text, tip;
    switch (p.kind) {
    case Kind::Catalogue:
        text = named(draft.name);
        break;
    case Kind::Resource: {
        const ResourceInfo &r = draft.resources[p.index];
        text = named(r.name);
        tip = r.id;
        if (!r.group.isEmpty())
            tip += QStringLiteral(" · ") + r.group;
        if (r.billing)
            tip += QStringLiteral(" · ") + tr("for billing keys");
        break;
    }
    case Kind::Scope: {
        const ScopeInfo &s = draft.resources[p.index].scopes[p.scope];
        text = named(s.name);
        tip = s.scope.toString();
        break;
    }
    case Kind::Templates:
        text = tr("Templates");
        break;
    case Kind::Template:
        text = named(draft.templates[p.index].name);
        tip = draft.templates[p.index].id;
        break;
    }
    item->setText(0, text);
    item->setToolTip(0, tip.isEmpty() ? text : text + u'\n' + tip);
    item->setData(0, Qt::AccessibleTextRole, tip.isEmpty() ? text : tr("%1, %2", "name, id").arg(text, tip));
}

void CatalogueTree::show(const CatalogueDraft &draft, const CataloguePlace &place) {
    QSet<QString> open;
    for (QTreeWidgetItemIterator i(this); *i; ++i) {
        if ((*i)->isExpanded())
            open.insert((*i)->toolTip(0));
    }
    m_filling = true;
    clear();
    add(nullptr, {Kind::Catalogue});
    for (int r = 0; r < draft.resources.size(); ++r) {
        auto *resource = add(nullptr, {Kind::Resource, r});
        for (int s = 0; s < draft.resources[r].scopes.size(); ++s)
            add(resource, {Kind::Scope, r, s});
    }
    auto *templates = add(nullptr, {Kind::Templates});
    for (int t = 0; t < draft.templates.size(); ++t)
        add(templates, {Kind::Template, t});
    rename(draft);
    for (QTreeWidgetItemIterator i(this); *i; ++i)
        (*i)->setExpanded(open.contains((*i)->toolTip(0)));
    m_filling = false;
    choose(place);
}

void CatalogueTree::rename(const CatalogueDraft &draft) {
    for (QTreeWidgetItemIterator i(this); *i; ++i)
        name(*i, draft);
}

void CatalogueTree::mark(const QList<FieldError> &errors) {
    for (QTreeWidgetItemIterator i(this); *i; ++i) {
        const QString path = placeOf(*i).path();
        const bool bad = path != QStringLiteral("$") &&
                         std::any_of(errors.begin(), errors.end(),
                                     [&](const FieldError &e) { return e.field.startsWith(path + u'.'); });
        (*i)->setIcon(0, bad ? themedIcon(QStringLiteral("warning"), ColorRole::Danger) : QIcon());
    }
}

QTreeWidgetItem *CatalogueTree::find(const CataloguePlace &place) const {
    for (QTreeWidgetItemIterator i(const_cast<CatalogueTree *>(this)); *i; ++i) {
        if (placeOf(*i) == place)
            return *i;
    }
    return topLevelItem(0);
}

void CatalogueTree::choose(const CataloguePlace &place) {
    QTreeWidgetItem *item = find(place);
    setCurrentItem(item);
    scrollToItem(item);
    emit chosen(placeOf(item));
}

CataloguePlace CatalogueTree::place() const {
    return currentItem() ? placeOf(currentItem()) : CataloguePlace();
}

} // namespace latchkey::ui
