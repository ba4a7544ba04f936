#include "core/remote/sendgrid/sendgrid_scopes.h"

#include <QMap>
#include <algorithm>

namespace latchkey::sendgrid {

namespace {

constexpr std::array Automatic{"2fa_required", "2fa_exempt", "sender_verification_eligible",
                               "sender_verification_exempt", "sender_verification_legacy"};
constexpr qsizetype MostResources = 400, MostInResource = 200, LongestId = 50;

bool isBilling(const Scope &s) {
    return s.resource() == QLatin1StringView("billing") ||
           s.resource().startsWith(QLatin1StringView("billing."));
}

/// `mail_settings.forward_spam` → "Mail settings forward spam"
QString words(QStringView text) {
    QString s = text.toString();
    s.replace(u'.', u' ').replace(u'_', u' ');
    s = s.simplified();
    if (!s.isEmpty())
        s[0] = s[0].toUpper();
    return s;
}

/// Their own names, where the words say too little.
QString resourceName(QStringView id) {
    static const QHash<QString, QString> known{
        {QStringLiteral("mail"), QStringLiteral("Mail Send")},
        {QStringLiteral("mail.batch"), QStringLiteral("Scheduled Sends (batches)")},
        {QStringLiteral("user.scheduled_sends"), QStringLiteral("Scheduled Sends")},
        {QStringLiteral("api_keys"), QStringLiteral("API Keys")},
        {QStringLiteral("asm.groups"), QStringLiteral("Unsubscribe Groups")},
        {QStringLiteral("ips"), QStringLiteral("IP Addresses")},
        {QStringLiteral("access_settings.whitelist"), QStringLiteral("IP Access Management")},
        {QStringLiteral("tfa"), QStringLiteral("Two-Factor Authentication")},
        {QStringLiteral("billing"), QStringLiteral("Billing")}};
    const auto at = known.constFind(id.toString());
    return at == known.cend() ? words(id) : *at;
}

ScopeInfo infoOf(const Scope &s, const QString &resource) {
    ScopeInfo info;
    info.scope = s;
    const QString action = s.action().isEmpty() ? s.resource().toString() : s.action().toString();
    info.name = QStringLiteral("%1: %2").arg(resource, words(action).toLower());
    info.phrase = s.toString();
    info.reads = action == QLatin1StringView("read");
    info.destructive = action == QLatin1StringView("delete");
    return info;
}

QString groupOf(QStringView resource) {
    return resource.left(qMax<qsizetype>(0, resource.indexOf(u'.'))).toString();
}

} // namespace

bool isAutomatic(QStringView scope) {
    return std::any_of(Automatic.begin(), Automatic.end(),
                       [&](const char *a) { return scope == QLatin1StringView(a); });
}

ScopeParts partsOf(const QStringList &scopes) {
    ScopeParts parts;
    QList<Scope> shown;
    for (const QString &text : scopes) {
        if (isAutomatic(text))
            ++parts.automatic;
        else if (const auto s = Scope::fromService(text))
            shown.append(*s);
        else if (!parts.opaque.contains(text))
            parts.opaque.append(text);
    }
    parts.shown = ScopeSet(std::move(shown));
    return parts;
}

KeyType typeOf(const ScopeSet &scopes) {
    return !scopes.isEmpty() && std::all_of(scopes.begin(), scopes.end(), isBilling) ? KeyType::Billing
                                                                                     : KeyType::General;
}

bool isMixed(const ScopeSet &scopes) {
    const bool billing = std::any_of(scopes.begin(), scopes.end(), isBilling);
    return billing && typeOf(scopes) == KeyType::General;
}

ScopeSet grantable(const ScopeSet &scopes) {
    if (!isMixed(scopes))
        return scopes;
    QList<Scope> others = scopes.list();
    others.removeIf(isBilling);
    return ScopeSet(std::move(others));
}

Catalogue catalogueOf(const ScopeSet &scopes) {
    QMap<QString, QList<Scope>> byResource;
    QHash<QString, int> groups;
    QList<Scope> rest; // of more resources than a window can show, or with a name that is too long
    for (const Scope &s : scopes) {
        const QString id = s.resource().toString();
        const bool fits = id.size() <= LongestId &&
                          (byResource.contains(id) || byResource.size() < MostResources) &&
                          byResource.value(id).size() < MostInResource;
        if (!fits) {
            rest.append(s);
            continue;
        }
        if (!byResource.contains(id))
            ++groups[groupOf(id)];
        byResource[id].append(s);
    }
    CatalogueDraft draft;
    draft.name = QStringLiteral("SendGrid");
    for (auto it = byResource.cbegin(); it != byResource.cend(); ++it) {
        ResourceInfo r;
        r.id = it.key();
        r.name = resourceName(r.id);
        if (const QString group = groupOf(r.id); !group.isEmpty() && groups.value(group) > 1)
            r.group = words(group);
        r.billing = isBilling(it->first());
        for (const Scope &s : *it)
            r.scopes.append(infoOf(s, r.name));
        draft.resources.append(r);
    }
    for (qsizetype from = 0, n = 1; from < rest.size(); from += MostInResource, ++n) {
        ResourceInfo r;
        r.id = QStringLiteral("..more-%1").arg(n); // no scope of theirs begins so
        r.name = QStringLiteral("More (%1)").arg(n);
        const QList<Scope> some = rest.mid(from, MostInResource);
        for (const Scope &s : some)
            r.scopes.append(infoOf(s, s.resource().toString().left(60)));
        draft.resources.append(r);
    }
    return Catalogue::fromDraft(std::move(draft)).value_or(Catalogue());
}

} // namespace latchkey::sendgrid
