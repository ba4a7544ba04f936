#pragma once

#include "core/model/catalogue.h"
#include "core/model/principal.h"

#include <QAbstractItemModel>

namespace latchkey::ui {

/// The permission matrix: groups, resources and scopes by levels. Scopes that the catalogue does not know are
/// rows of their own, never dropped. GUI thread.
class PermissionModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Title, NoAccess, Read, Full, Custom, ColumnCount };
    enum Role { ChoiceRole = Qt::UserRole + 1, KindRole, DetailRole };
    enum class Kind : quint8 { Root, Group, Resource, Scope };
    enum class Choice : quint8 { Absent, Off, On, Blocked };

    PermissionModel(Catalogue catalogue, Principal principal, QObject *parent = nullptr);

    /// `base`: what the key holds already and so may keep, even if the principal does not hold it.
    void setScopes(const ScopeSet &scopes, const ScopeSet &base = {});
    [[nodiscard]] const ScopeSet &scopes() const { return m_scopes; }
    void setType(KeyType type);
    void setCatalogue(const Catalogue &catalogue);
    void setReadOnly(bool on);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    enum class Added { Yes, NotHeld, WrongType };
    /// One permission more, of those that can be chosen here.
    Added addScope(const Scope &scope);
    void removeScope(const Scope &scope);
    /// False where the level is not there, not allowed, or the model is read-only.
    bool choose(const QModelIndex &row, AccessLevel level);
    bool toggle(const QModelIndex &scopeRow);
    /// Takes these scopes instead, as far as the principal may grant them and they fit the type. Those that
    /// the catalogue doesn't know stay.
    bool startFrom(const ScopeSet &scopes);
    [[nodiscard]] bool isGranted(const QModelIndex &row) const; ///< anything of it
    [[nodiscard]] const QList<KeyTemplate> &templates() const { return m_catalogue.templates(); }
    [[nodiscard]] KeyType type() const { return m_type; }
    [[nodiscard]] AccessLevel levelOf(const QModelIndex &row) const;
    [[nodiscard]] Kind kindOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex find(const QString &resourceOrScopeId) const;
    /// What a typed filter is compared with: names, description and ids.
    [[nodiscard]] QString searchText(const QModelIndex &row) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void scopesChanged();

private:
    struct Node {
        Kind kind = Kind::Root;
        int parent = 0;
        int row = 0;
        QString id{}, title{}, detail{};
        ScopeSet all{}, reads{}; ///< of the whole subtree
        bool readLevel = false;
        QList<int> children{};
        [[nodiscard]] bool readsOnly() const { return !all.isEmpty() && reads == all; }
    };
    void rebuild();
    int add(int parent, Node node);
    [[nodiscard]] const Node &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] AccessLevel levelOf(const Node &n) const;
    [[nodiscard]] Choice choiceOf(const Node &n, AccessLevel level) const;
    [[nodiscard]] QString blockedReason(const Node &n, AccessLevel level) const;
    [[nodiscard]] QString accessibleText(const Node &n, int column) const;
    [[nodiscard]] QVariant cell(const Node &n, int column, int role) const;
    void apply(const ScopeSet &scopes);
    [[nodiscard]] bool mayGrant(const Scope &s) const {
        return m_principal.holds(s) || m_scopes.contains(s) || m_base.contains(s);
    }

    Catalogue m_catalogue;
    Principal m_principal;
    KeyType m_type = KeyType::General;
    ScopeSet m_scopes, m_base;
    QList<Node> m_nodes;
    bool m_readOnly = false;
};

} // namespace latchkey::ui
