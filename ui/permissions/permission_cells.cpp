#include "ui/format/words.h"
#include "ui/permissions/permission_model.h"

#include <QLocale>

// What a cell of the matrix shows and says.

namespace latchkey::ui {

namespace {
AccessLevel levelOfColumn(int column) {
    return static_cast<AccessLevel>(column - PermissionModel::NoAccess);
}
} // namespace

QString PermissionModel::accessibleText(const Node &n, int column) const {
    if (n.kind == Kind::Scope) {
        const Scope s = n.all.list().first();
        const QString state = m_scopes.contains(s) ? tr("granted")
                              : mayGrant(s)        ? tr("not granted")
                                                   : tr("not available, because you don't hold it");
        return column == Title ? tr("%1, %2, %3", "permission, id, state").arg(n.title, n.id, state)
                               : QString();
    }
    if (column == Title)
        return tr("%1, %2", "resource, level").arg(n.title, word(levelOf(n)));
    const AccessLevel level = levelOfColumn(column);
    const QString name = tr("%1: %2", "resource, level").arg(n.title, word(level));
    switch (choiceOf(n, level)) {
    case Choice::On:
        return tr("%1, chosen").arg(name);
    case Choice::Off:
        return tr("%1, not chosen").arg(name);
    case Choice::Blocked:
        return tr("%1, not available. %2").arg(name, blockedReason(n, level));
    case Choice::Absent:
        return {};
    }
    return {};
}

QVariant PermissionModel::cell(const Node &n, int column, int role) const {
    const QLocale l;
    const AccessLevel level = levelOfColumn(column);
    if (role == ChoiceRole)
        return static_cast<int>(choiceOf(n, level));
    if (role == Qt::ToolTipRole)
        return choiceOf(n, level) == Choice::Blocked ? blockedReason(n, level)
                                                     : cell(n, column, Qt::DisplayRole);
    if (role == Qt::DisplayRole && level == AccessLevel::Custom && n.kind != Kind::Scope &&
        levelOf(n) == AccessLevel::Custom)
        return tr("Custom · %1 of %2")
            .arg(l.toString(n.all.intersected(m_scopes).size()), l.toString(n.all.size()));
    if (role == DetailRole && level == AccessLevel::Custom && n.kind != Kind::Scope &&
        levelOf(n) == AccessLevel::Custom)
        return tr("%1 of %2", "granted permissions, of all")
            .arg(l.toString(n.all.intersected(m_scopes).size()), l.toString(n.all.size()));
    return {};
}

QVariant PermissionModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Node &n = nodeOf(index);
    if (role == KindRole)
        return static_cast<int>(n.kind);
    if (role == Qt::AccessibleTextRole)
        return accessibleText(n, index.column());
    if (index.column() != Title)
        return cell(n, index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        return n.title;
    case Qt::AccessibleDescriptionRole:
        return n.detail;
    case DetailRole:
        if (m_readOnly && n.kind != Kind::Scope &&
            levelOf(n) == AccessLevel::None) // there is no column of it
            return n.detail.isEmpty() ? word(AccessLevel::None)
                                      : word(AccessLevel::None) + QStringLiteral(" · ") + n.detail;
        return n.kind == Kind::Scope && !n.detail.isEmpty() ? n.detail + QStringLiteral(" · ") + n.id
               : n.kind == Kind::Scope                      ? n.id
                                                            : n.detail;
    case Qt::ToolTipRole:
        return n.kind == Kind::Scope && !mayGrant(n.all.list().first())
                   ? tr("You can't grant “%1”, because you don't hold it yourself.").arg(n.title)
                   : QStringList{n.title, n.detail}.join(u'\n').trimmed();
    case ChoiceRole:
        if (n.kind != Kind::Scope)
            return static_cast<int>(Choice::Absent);
        return static_cast<int>(m_scopes.contains(n.all.list().first()) ? Choice::On
                                : mayGrant(n.all.list().first())        ? Choice::Off
                                                                        : Choice::Blocked);
    default:
        return {};
    }
}

QVariant PermissionModel::headerData(int section, Qt::Orientation o, int role) const {
    if (o != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Title)
        return static_cast<int>(Qt::AlignCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return section == Title ? tr("Resource") : word(levelOfColumn(section));
}

} // namespace latchkey::ui
