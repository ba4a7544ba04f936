#include "ui/permissions/permission_model.h"

#include <algorithm>

namespace latchkey::ui {

PermissionModel::PermissionModel(Catalogue catalogue, Principal principal, QObject *parent)
    : QAbstractItemModel(parent)
    , m_catalogue(std::move(catalogue))
    , m_principal(std::move(principal)) {
    rebuild();
}

int PermissionModel::add(int parent, Node node) {
    const int at = static_cast<int>(m_nodes.size());
    node.parent = parent;
    node.row = static_cast<int>(m_nodes[parent].children.size());
    m_nodes[parent].children.append(at);
    for (int up = parent; up != 0; up = m_nodes[up].parent) {
        m_nodes[up].all = m_nodes[up].all.united(node.all);
        m_nodes[up].reads = m_nodes[up].reads.united(node.reads);
    }
    m_nodes.append(std::move(node));
    return at;
}

void PermissionModel::rebuild() {
    m_nodes = {Node{}};
    ScopeSet shown;
    QHash<QString, int> groups;
    for (const ResourceInfo &r : m_catalogue.resources()) {
        if (r.billing != (m_type == KeyType::Billing))
            continue;
        int parent = 0;
        if (!r.group.isEmpty()) {
            if (!groups.contains(r.group))
                groups.insert(r.group, add(0, {.kind = Kind::Group, .id = r.group, .title = r.group}));
            parent = groups.value(r.group);
        }
        const int resource =
            add(parent, {.kind = Kind::Resource, .id = r.id, .title = r.name, .detail = r.description});
        for (const ScopeInfo &s : r.scopes) {
            const ScopeSet one({s.scope});
            add(resource, {.kind = Kind::Scope,
                           .id = s.scope.toString(),
                           .title = s.name,
                           .detail = s.description,
                           .all = one,
                           .reads = s.reads ? one : ScopeSet()});
        }
        m_nodes[resource].readLevel = r.hasReadLevel();
        shown = shown.united(r.scopesFor(AccessLevel::Full));
    }
    const ScopeSet others = m_scopes.united(m_base).without(shown);
    if (!others.isEmpty()) {
        const int group = add(0, {.kind = Kind::Resource,
                                  .id = QStringLiteral("*"),
                                  .title = tr("Not in the catalogue"),
                                  .detail = tr("Kept as they are, shown by their id")});
        for (const Scope &s : others)
            add(group, {.kind = Kind::Scope,
                        .id = s.toString(),
                        .title = m_catalogue.nameOf(s),
                        .detail = {},
                        .all = ScopeSet({s}),
                        .reads = {}});
    }
    for (Node &n : m_nodes) {
        if (n.kind == Kind::Group)
            n.readLevel = !n.reads.isEmpty() && n.reads.size() < n.all.size();
    }
}

void PermissionModel::setScopes(const ScopeSet &scopes, const ScopeSet &base) {
    beginResetModel();
    m_scopes = scopes;
    m_base = base;
    rebuild();
    endResetModel();
}

void PermissionModel::setType(KeyType type) {
    beginResetModel();
    m_type = type;
    rebuild();
    endResetModel();
}

void PermissionModel::setCatalogue(const Catalogue &catalogue) {
    beginResetModel();
    m_catalogue = catalogue;
    rebuild();
    endResetModel();
}

void PermissionModel::setReadOnly(bool on) {
    m_readOnly = on;
}

void PermissionModel::apply(const ScopeSet &scopes) {
    if (scopes == m_scopes)
        return;
    m_base = m_base.united(m_scopes); // what was there stays in the list, so that it can be chosen again
    m_scopes = scopes;
    for (int i = 0; i < m_nodes.size(); ++i) { // few rows: one signal per parent
        const Node &n = m_nodes[i];
        if (n.children.isEmpty())
            continue;
        const int last = static_cast<int>(n.children.size()) - 1;
        emit dataChanged(createIndex(0, 0, static_cast<quintptr>(n.children.first())),
                         createIndex(last, Custom, static_cast<quintptr>(n.children.last())));
    }
    emit scopesChanged();
}

AccessLevel PermissionModel::levelOf(const Node &n) const {
    const ScopeSet mine = n.all.intersected(m_scopes);
    if (mine.isEmpty())
        return AccessLevel::None;
    if (mine == n.all)
        return n.readsOnly() ? AccessLevel::Read : AccessLevel::Full;
    return n.readLevel && mine == n.reads ? AccessLevel::Read : AccessLevel::Custom;
}

PermissionModel::Choice PermissionModel::choiceOf(const Node &n, AccessLevel level) const {
    if (n.kind == Kind::Scope || (level == AccessLevel::Read && !n.readLevel && !n.readsOnly()))
        return Choice::Absent;
    if (level == AccessLevel::Full && n.readsOnly()) // reading is all there is
        return Choice::Absent;
    if (level == AccessLevel::Custom && n.all.size() < 2)
        return Choice::Absent;
    if (levelOf(n) == level)
        return Choice::On;
    return blockedReason(n, level).isEmpty() ? Choice::Off : Choice::Blocked;
}

QString PermissionModel::blockedReason(const Node &n, AccessLevel level) const {
    const ScopeSet wanted = level == AccessLevel::Full   ? n.all
                            : level == AccessLevel::Read ? n.reads
                                                         : ScopeSet();
    for (const Scope &s : wanted) {
        if (!mayGrant(s))
            return tr("You can't grant “%1”, because you don't hold it yourself.").arg(m_catalogue.nameOf(s));
    }
    return {};
}

bool PermissionModel::choose(const QModelIndex &row, AccessLevel level) {
    if (m_readOnly || !row.isValid() || level == AccessLevel::Custom)
        return false;
    const Node n = nodeOf(row);
    const Choice choice = choiceOf(n, level);
    if (choice != Choice::Off)
        return choice == Choice::On;
    const ScopeSet rest = m_scopes.without(n.all);
    apply(level == AccessLevel::None   ? rest
          : level == AccessLevel::Read ? rest.united(n.reads)
                                       : rest.united(n.all));
    return true;
}

bool PermissionModel::toggle(const QModelIndex &scopeRow) {
    if (m_readOnly || kindOf(scopeRow) != Kind::Scope)
        return false;
    const Scope s = nodeOf(scopeRow).all.list().first();
    ScopeSet next = m_scopes;
    if (next.contains(s))
        next.remove(s);
    else if (mayGrant(s))
        next.insert(s);
    else
        return false;
    apply(next);
    return true;
}

PermissionModel::Added PermissionModel::addScope(const Scope &scope) {
    if (!find(scope.toString()).isValid())
        return Added::WrongType;
    if (!mayGrant(scope))
        return Added::NotHeld;
    apply(m_scopes.united(ScopeSet({scope})));
    return Added::Yes;
}

void PermissionModel::removeScope(const Scope &scope) {
    apply(m_scopes.without(ScopeSet({scope})));
}

bool PermissionModel::startFrom(const ScopeSet &scopes) {
    if (m_readOnly)
        return false;
    const KeyType other = m_type == KeyType::General ? KeyType::Billing : KeyType::General;
    const ScopeSet misfit = m_catalogue.scopesOf(other);
    ScopeSet next = m_scopes.without(m_catalogue.allScopes());
    for (const Scope &s : scopes) {
        if (mayGrant(s) && !misfit.contains(s))
            next.insert(s);
    }
    apply(next);
    return true;
}

bool PermissionModel::isGranted(const QModelIndex &row) const {
    return !nodeOf(row).all.intersected(m_scopes).isEmpty();
}

AccessLevel PermissionModel::levelOf(const QModelIndex &row) const {
    return levelOf(nodeOf(row));
}

PermissionModel::Kind PermissionModel::kindOf(const QModelIndex &index) const {
    return nodeOf(index).kind;
}

QModelIndex PermissionModel::find(const QString &id) const {
    const auto at =
        std::find_if(m_nodes.begin() + 1, m_nodes.end(), [&](const Node &n) { return n.id == id; });
    return at == m_nodes.end()
               ? QModelIndex()
               : createIndex(at->row, 0, static_cast<quintptr>(std::distance(m_nodes.begin(), at)));
}

QString PermissionModel::searchText(const QModelIndex &row) const {
    const Node &n = nodeOf(row);
    return n.title + u'\n' + n.detail + u'\n' + n.id;
}

const PermissionModel::Node &PermissionModel::nodeOf(const QModelIndex &index) const {
    return m_nodes[index.isValid() ? static_cast<int>(index.internalId()) : 0];
}

QModelIndex PermissionModel::index(int row, int column, const QModelIndex &parent) const {
    const Node &n = nodeOf(parent);
    if (row < 0 || row >= n.children.size() || column < 0 || column >= ColumnCount || parent.column() > 0)
        return {};
    return createIndex(row, column, static_cast<quintptr>(n.children[row]));
}

QModelIndex PermissionModel::parent(const QModelIndex &child) const {
    const int up = nodeOf(child).parent;
    return !child.isValid() || up == 0 ? QModelIndex()
                                       : createIndex(m_nodes[up].row, 0, static_cast<quintptr>(up));
}

int PermissionModel::rowCount(const QModelIndex &parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int PermissionModel::columnCount(const QModelIndex &) const {
    return ColumnCount;
}

Qt::ItemFlags PermissionModel::flags(const QModelIndex &index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace latchkey::ui
