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
    bool operator==(const ScopeInfo &) const = default;
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
    bool operator==(const ResourceInfo &) const = default;
};

struct KeyTemplate {
    QString id;
    QString name; ///< "Read-only reporting"
    QString description;
    KeyType type = KeyType::General;
    ScopeSet scopes;
    RateLimits limits;
    std::optional<int> expiresInDays;
    bool operator==(const KeyTemplate &) const = default;
};

/// A catalogue that is being written and may not be one yet.
struct CatalogueDraft {
    QString name;
    QList<ResourceInfo> resources;
    QList<KeyTemplate> templates;
    bool operator==(const CatalogueDraft &) const = default;
};
/// Everything that is wrong with a draft, each with its path ("$.resources[0].scopes[1].id"). Codes: empty,
/// badId, badScope, tooLong, tooMany ("max"), controlCharacter, bidiOverride, duplicateId ("id"),
/// noResources, noScopes, unknownScope
/// ("scope"), wrongType ("scope"), outOfRange.
QList<FieldError> validate(const CatalogueDraft &draft);

/// The resources, scopes and levels of one vault, with human names. An immutable value.
class Catalogue {
public:
    Catalogue() = default;
    static Result<Catalogue> fromDraft(CatalogueDraft draft);
    [[nodiscard]] CatalogueDraft draft() const { return {m_name, m_resources, m_templates}; }
    /// The format of docs/catalogue.md, strict: every error has its path, and line and column in its params.
    /// Codes: those of parseStrictJson and of validate(CatalogueDraft), and unknownField, missing, notAText,
    /// notAList, notAnObject, notAFlag, notANumber, otherFormat. Pure.
    static Result<Catalogue> fromJson(const QByteArray &json);
    /// fromJson() of it is this catalogue again, byte for byte.
    [[nodiscard]] QByteArray toJson() const;
    bool operator==(const Catalogue &) const = default;
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

/// The catalogues that ship with the program; a new vault starts with one of them, by default the first.
struct ShippedCatalogue {
    QString id; ///< "business-tools"
    QString name;
    QByteArray json;
};
QList<ShippedCatalogue> shippedCatalogues();
QByteArray defaultCatalogueJson();

} // namespace latchkey
