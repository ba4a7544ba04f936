#include "ui/dialogs/edit/config_fields.h"

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui {

namespace {
constexpr std::array AllFields{ConfigField::Name,      ConfigField::Environment, ConfigField::Scopes,
                               ConfigField::Customers, ConfigField::AllowedIps,  ConfigField::Limits,
                               ConfigField::Expires,   ConfigField::Owner,       ConfigField::Tags,
                               ConfigField::Note,      ConfigField::StoredIn};

/// Calls `f` with a pointer to the member that the field is.
template<typename F>
auto withMember(ConfigField field, F f) {
    switch (field) {
    case ConfigField::Name:
        return f(&KeyConfig::name);
    case ConfigField::Environment:
        return f(&KeyConfig::environment);
    case ConfigField::Scopes:
        return f(&KeyConfig::scopes);
    case ConfigField::Customers:
        return f(&KeyConfig::customers);
    case ConfigField::AllowedIps:
        return f(&KeyConfig::allowedIps);
    case ConfigField::Limits:
        return f(&KeyConfig::limits);
    case ConfigField::Expires:
        return f(&KeyConfig::expires);
    case ConfigField::Owner:
        return f(&KeyConfig::owner);
    case ConfigField::Tags:
        return f(&KeyConfig::tags);
    case ConfigField::Note:
        return f(&KeyConfig::note);
    case ConfigField::StoredIn:
        break;
    }
    return f(&KeyConfig::storedIn);
}

QString someOf(const QStringList &all, const QString &none, FieldLength length) {
    constexpr int most = 8;
    if (all.isEmpty())
        return none;
    QStringList shown = length == FieldLength::Whole ? all : all.mid(0, most);
    const auto rest = static_cast<int>(all.size() - shown.size());
    if (rest > 0)
        shown.append(QCoreApplication::translate("dialogs", "%Ln more", nullptr, rest));
    return shown.join(QStringLiteral(", "));
}

QStringList namesOf(const ScopeSet &scopes, const Catalogue &catalogue) {
    QStringList names;
    for (const Scope &s : scopes)
        names.append(catalogue.nameOf(s));
    return names;
}
} // namespace

QList<ConfigField> changedFields(const KeyConfig &a, const KeyConfig &b) {
    QList<ConfigField> changed;
    for (const ConfigField f : AllFields) {
        const bool known = f != ConfigField::Environment || a.environmentKnown == b.environmentKnown;
        if (!known || !withMember(f, [&](auto member) { return a.*member == b.*member; }))
            changed.append(f);
    }
    return changed;
}

void copyField(ConfigField f, const KeyConfig &from, KeyConfig *to) {
    withMember(f, [&](auto member) { to->*member = from.*member; });
    if (f == ConfigField::Environment)
        to->environmentKnown = from.environmentKnown;
}

QString fieldName(ConfigField f) {
    switch (f) {
    case ConfigField::Name:
        return QCoreApplication::translate("dialogs", "Name");
    case ConfigField::Environment:
        return QCoreApplication::translate("dialogs", "Environment");
    case ConfigField::Scopes:
        return QCoreApplication::translate("dialogs", "Permissions");
    case ConfigField::Customers:
        return QCoreApplication::translate("dialogs", "Customers");
    case ConfigField::AllowedIps:
        return QCoreApplication::translate("dialogs", "Allowed IPs");
    case ConfigField::Limits:
        return QCoreApplication::translate("dialogs", "Rate limit");
    case ConfigField::Expires:
        return QCoreApplication::translate("dialogs", "Expires");
    case ConfigField::Owner:
        return QCoreApplication::translate("dialogs", "Owner");
    case ConfigField::Tags:
        return QCoreApplication::translate("dialogs", "Tags");
    case ConfigField::Note:
        return QCoreApplication::translate("dialogs", "Note");
    case ConfigField::StoredIn:
        return QCoreApplication::translate("dialogs", "Stored in");
    }
    return {};
}

QString fieldText(const KeyConfig &c, ConfigField f, const Catalogue &catalogue, const QTimeZone &zone,
                  FieldLength length) {
    constexpr int MostOfANote = 200;
    const QString none = QCoreApplication::translate("dialogs", "none");
    switch (f) {
    case ConfigField::Name:
        return c.name;
    case ConfigField::Environment:
        return c.environmentKnown ? word(c.environment) : none;
    case ConfigField::Scopes:
        return someOf(namesOf(c.scopes, catalogue), none, length);
    case ConfigField::Customers:
        return someOf(c.customers, QCoreApplication::translate("dialogs", "all customers"), length);
    case ConfigField::AllowedIps:
        return someOf(formatIpRanges(c.allowedIps).split(u'\n', Qt::SkipEmptyParts),
                      QCoreApplication::translate("dialogs", "anywhere"), length);
    case ConfigField::Limits:
        return limitsText(c.limits);
    case ConfigField::Expires:
        return c.expires ? fullTime(*c.expires, zone) : QCoreApplication::translate("dialogs", "never");
    case ConfigField::Owner:
        return c.owner.isEmpty() ? none : c.owner;
    case ConfigField::Tags:
        return someOf(c.tags, none, length);
    case ConfigField::Note:
        if (length == FieldLength::Short && c.note.size() > MostOfANote)
            return c.note.left(MostOfANote) + QChar(0x2026);
        return c.note.isEmpty() ? none : c.note;
    case ConfigField::StoredIn:
        return c.storedIn.isEmpty() ? none : c.storedIn;
    }
    return {};
}

ScopeDiff scopeDiff(const ScopeSet &before, const ScopeSet &after, const Catalogue &catalogue) {
    return {namesOf(after.without(before), catalogue), namesOf(before.without(after), catalogue)};
}

QString diffText(const ScopeDiff &d) {
    const QLocale l;
    const auto list = [](const QStringList &names) { return names.join(QStringLiteral(", ")); };
    if (d.added.isEmpty() && d.removed.isEmpty())
        return {};
    if (d.removed.isEmpty())
        return QCoreApplication::translate("dialogs", "Adds %1: %2.")
            .arg(l.toString(d.added.size()), list(d.added));
    if (d.added.isEmpty())
        return QCoreApplication::translate("dialogs", "Removes %1: %2.")
            .arg(l.toString(d.removed.size()), list(d.removed));
    return QCoreApplication::translate("dialogs", "Adds %1, removes %2. Adds: %3. Removes: %4.")
        .arg(l.toString(d.added.size()), l.toString(d.removed.size()), list(d.added), list(d.removed));
}

} // namespace latchkey::ui
