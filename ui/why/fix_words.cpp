#include "ui/format/words.h"
#include "ui/why/why_texts.h"
#include "ui/why/why_words.h"

#include <QCoreApplication>

// What a person can do about it, and whose key it is.

namespace latchkey::ui {

using diagnosis::Fix;
using diagnosis::Subject;

QString fixText(Fix fix, const WhyContext &c) {
    switch (fix) {
    case Fix::None:
        break;
    case Fix::PasteAgain:
        return c.facts.code == DecisionCode::NoKey ? Why::tr("Paste the request") : Why::tr("Paste again");
    case Fix::ChooseKey:
        return Why::tr("Choose a key");
    case Fix::CreateKey:
        return Why::tr("Create New Key…");
    case Fix::Duplicate:
        return Why::tr("Duplicate…");
    case Fix::Activate:
        return Why::tr("Activate");
    case Fix::ExtendExpiry:
        return Why::tr("Extend expiry");
    case Fix::Restore:
        return Why::tr("Restore");
    case Fix::Rotate:
        return Why::tr("Rotate…");
    case Fix::ShowEnvironment:
        return c.facts.environment ? Why::tr("Show the %1 key", "Production").arg(word(*c.facts.environment))
                                   : Why::tr("Choose environment");
    case Fix::ShowType:
        return c.subject.key && c.subject.key->config.type == KeyType::Billing ? Why::tr("Show General keys")
                                                                               : Why::tr("Show Billing keys");
    case Fix::ReviewIps:
        return Why::tr("Review allowed IPs");
    case Fix::ReviewCustomers:
        return Why::tr("Review customers");
    case Fix::ReviewPermission:
        return Why::tr("Review permission");
    case Fix::ReviewLimit:
        return Why::tr("Review limit");
    case Fix::AddRule:
        return Why::tr("Add rule…");
    }
    return {};
}

QString fixBlocked(Fix fix, const WhyContext &c, const FixRights &rights) {
    const bool onlyLooks = fix == Fix::PasteAgain || fix == Fix::ChooseKey || fix == Fix::ShowEnvironment ||
                           fix == Fix::ShowType;
    if (onlyLooks)
        return {};
    if (!rights.write)
        return Why::tr("This vault is read-only.");
    if (fix == Fix::AddRule && !rights.administer)
        return Why::tr("You may look at the gateway rules, but not change them.");
    if (fix == Fix::AddRule && rights.fixedRules)
        return Why::tr("The rules of this server can be changed in its configuration file only.");
    if (!c.subject.key || fix == Fix::AddRule || fix == Fix::CreateKey || fix == Fix::Duplicate ||
        fix == Fix::Restore)
        return {};
    const ApiKey &k = *c.subject.key;
    if (k.damaged)
        return Why::tr("The key's record is damaged, so it can't be changed.");
    if (k.state == KeyState::Purged)
        return Why::tr("The key was deleted for good.");
    if (k.state == KeyState::Deleted || (k.state == KeyState::Revoked && fix == Fix::Rotate))
        return k.leaked ? Why::tr("The key was revoked as leaked.") : Why::tr("Restore the key first.");
    return {};
}

QString whoseSentence(const Subject &s, Instant now, const QTimeZone &zone) {
    using T = Subject::Token;
    if (!s.key)
        return s.token == T::Malformed
                   ? Why::tr("This is not a whole token of Latchkey. Part of it may be missing.")
                   : Why::tr("No key of this vault fits what you pasted.");
    const QString name = s.key->config.name;
    QString what;
    switch (s.token) {
    case T::Current:
        what = Why::tr("That is the token of “%1”.").arg(name);
        break;
    case T::Old:
        what = s.key->old && s.key->old->works(now)
                   ? Why::tr("That is the token of “%1” before its last rotation. It still works.").arg(name)
               : s.key->old && s.key->old->until
                   ? Why::tr("That is the token of “%1” before its last rotation. It stopped working on %2.")
                         .arg(name, fullTime(*s.key->old->until, zone))
                   : Why::tr("That is the token of “%1” before its last rotation.").arg(name);
        break;
    case T::Earlier:
        what = Why::tr("That is an earlier token of “%1”. It was replaced and no longer works.").arg(name);
        break;
    case T::WrongSecret:
        what = Why::tr("The ID is that of “%1”, but the secret is another. It is not a token of this key.")
                   .arg(name);
        break;
    case T::Malformed:
        what = Why::tr("The ID is that of “%1”, but the token is mistyped or cut off.").arg(name);
        break;
    default:
        what = Why::tr("That is “%1”.").arg(name);
        break;
    }
    if (s.key->state == KeyState::Deleted)
        what += u' ' + Why::tr("The key was deleted.");
    else if (s.key->state == KeyState::Purged)
        what += u' ' + Why::tr("The key was deleted for good.");
    else if (s.key->state == KeyState::Revoked)
        what += u' ' + Why::tr("The key was revoked.");
    return what;
}

} // namespace latchkey::ui
