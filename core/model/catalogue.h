#pragma once

#include "core/model/api_key.h"
#include "core/model/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace latchkey {

/// A level of one resource. Custom when the granted scopes match none of the others.
enum class AccessLevel : quint8 { None, Read, Full, Custom };

struct ScopeInfo {
    Scope scope;
    QString name;             ///< "Delete leads"
    QString description;      ///< "Allows deleting leads from your database"
    QString phrase;           ///< inside a sentence: "delete leads"
    bool reads = false;       ///< part of the Read level
    bool destructive = false; ///< worth a risk line
};

struct ResourceInfo {
    QString id;   ///< "leads"
    QString name; ///< "Leads"
    QString description;
    QString group;        ///< "" = none
    bool billing = false; ///< for Billing keys only
    QList<ScopeInfo> scopes;
    [[nodiscard]] bool hasReadLevel() const;
    [[nodiscard]] ScopeSet scopesFor(AccessLevel level) const; ///< None, Read, Full
    [[nodiscard]] AccessLevel levelOf(const ScopeSet &granted) const;
};

struct KeyTemplate {
    QString id;
    QString name; ///< "Read-only reporting"
    QString description;
    KeyType type = KeyType::General;
    ScopeSet scopes;
    RateLimits limits;
    std::optional<int> expiresInDays;
};

/// The resources, scopes and levels of one vault, with human names. An immutable value.
class Catalogue {
public:
    Catalogue() = default;
    /// Strict: unknown fields, repeated ids and malformed scopes are errors, named with their path.
    static Result<Catalogue> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<ResourceInfo> &resources() const { return m_resources; }
    [[nodiscard]] const QList<KeyTemplate> &templates() const { return m_templates; }
    [[nodiscard]] const ScopeInfo *find(const Scope &s) const; ///< null for a scope it does not know
    [[nodiscard]] const ResourceInfo *resource(QStringView id) const;
    /// All scopes that fit the type (billing or not).
    [[nodiscard]] ScopeSet scopesOf(KeyType type) const;
    [[nodiscard]] ScopeSet allScopes() const;
    /// The human name, or the scope's own text when unknown.
    [[nodiscard]] QString nameOf(const Scope &s) const;
    [[nodiscard]] QString phraseOf(const Scope &s) const;

private:
    QString m_name;
    QList<ResourceInfo> m_resources;
    QList<KeyTemplate> m_templates;
};

/// The catalogue that ships with the program and that a new vault starts with.
QByteArray defaultCatalogueJson();

} // namespace latchkey
