#include "ui/dialogs/create/copy_notice.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {
/// Where lupdate finds these texts.
struct Notice {
    Q_DECLARE_TR_FUNCTIONS(copy)
};

/// By name and id: two catalogues may call one permission by two names.
QString list(const ScopeSet &scopes, const Catalogue &names) {
    constexpr qsizetype most = 12;
    QStringList texts;
    for (const Scope &s : scopes) {
        if (texts.size() == most) {
            texts.append(Notice::tr("%Ln more", nullptr, static_cast<int>(scopes.size() - most)));
            break;
        }
        const QString name = names.nameOf(s);
        texts.append(name == s.toString()
                         ? name
                         : Notice::tr("%1 (%2)", "permission, its id").arg(name, s.toString()));
    }
    return texts.join(QStringLiteral(", "));
}

QString sentenceOf(CopyGap gap, const QString &place) {
    switch (gap) {
    case CopyGap::NotActive:
        return Notice::tr("The key that it is made like doesn't work now. The new one will.");
    case CopyGap::Type:
        return Notice::tr("%1 has no billing permissions: the new key is a General one.").arg(place);
    case CopyGap::HiddenScopes:
        return Notice::tr("Permissions that the service adds by itself are left out.");
    case CopyGap::Expiry:
        return Notice::tr("Keys of %1 have no expiry date: the new key never expires.").arg(place);
    case CopyGap::ExpiryPassed:
        return Notice::tr("Its expiry date has passed: the new key gets 90 days.");
    case CopyGap::Limits:
        return Notice::tr("Keys of %1 have no rate limit: the new key has none.").arg(place);
    case CopyGap::Addresses:
        return Notice::tr("Keys of %1 can't be limited to IP addresses: the new key works from anywhere.")
            .arg(place);
    case CopyGap::Customers:
        return Notice::tr("Keys of %1 can't be limited to customers: the new key works for all of them.")
            .arg(place);
    }
    return {};
}
} // namespace

QStringList copyNotice(const CopyPlan &plan, const QString &place, const Catalogue &names) {
    QStringList lines;
    if (!plan.scopesKnown)
        lines.append(Notice::tr("Its permissions aren't known: choose those of the new key."));
    if (!plan.unknown.isEmpty())
        lines.append(Notice::tr("%1 doesn't know these permissions, so they are left out: %2.")
                         .arg(place, list(plan.unknown, names)));
    if (!plan.otherType.isEmpty())
        lines.append(
            Notice::tr(
                "Billing permissions and others never stand in one key of %1, so these are left out: %2.")
                .arg(place, list(plan.otherType, names)));
    if (!plan.notHeld.isEmpty())
        lines.append(Notice::tr("You don't hold these permissions in %1, so they are left out: %2.")
                         .arg(place, list(plan.notHeld, names)));
    for (const CopyGap g : plan.gaps)
        lines.append(sentenceOf(g, place));
    return lines;
}

} // namespace latchkey::ui
