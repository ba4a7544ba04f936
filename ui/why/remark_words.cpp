#include "ui/format/words.h"
#include "ui/why/why_texts.h"
#include "ui/why/why_words.h"

#include <QCoreApplication>

// What there is to say besides the checks.

namespace latchkey::ui {

using diagnosis::Remark;

QString remarkSentence(const diagnosis::Said &said, const WhyContext &c) {
    const auto text = [&](const char *name) { return said.params.value(QLatin1StringView(name)).toString(); };
    const auto time = [&](const char *name) {
        return fullTime(Instant(said.params.value(QLatin1StringView(name)).toLongLong()), c.zone);
    };
    switch (said.remark) {
    case Remark::StatusAndCodeDisagree:
        return Why::tr("The response contradicts itself: “%1” goes with %2, not with %3.",
                       "code, status, status")
            .arg(text("code"), text("expected"), text("status"));
    case Remark::StatusDiffers:
        return Why::tr("The response was %1, but the first failed check answers %2. Something may have "
                       "changed since.")
            .arg(text("status"), text("expected"));
    case Remark::CodeDiffers:
        return Why::tr(
                   "The response says “%1”, which these checks don't bear out. Something may have changed "
                   "since, or it was another key.")
            .arg(text("code"));
    case Remark::ChangedSince:
        return Why::tr("The key was changed after the request: by %1, %2.", "person, time")
            .arg(text("by"), time("at"));
    case Remark::BeforeCreation:
        return Why::tr("The request is older than the key, which was created on %1.").arg(time("at"));
    case Remark::FromTheFuture:
        return Why::tr(
            "The time of the request lies ahead of this computer's clock. One of the clocks is wrong.");
    case Remark::OtherVault:
        return Why::tr(
                   "Tokens of this vault begin with “%2”, this one with “%1”. It may be of another vault.")
            .arg(text("prefix"), text("ours"));
    case Remark::ScopeGuessed:
        return Why::tr(
                   "From method and path the request needs “%1”. Choose another permission if that is wrong.")
            .arg(c.catalogue.nameOf(Scope::fromString(text("scope")).value_or(Scope())));
    case Remark::ScopeUnknown:
        return Why::tr("This vault's catalogue doesn't know the permission “%1”.").arg(text("scope"));
    case Remark::NoSuchPermission:
        return Why::tr("Method and path don't tell which permission the request needed.");
    case Remark::EnvironmentGuessed:
        return Why::tr("The environment was taken from the host “%1”.").arg(text("host"));
    case Remark::NoKeySent:
        return Why::tr("The request carries no key. Without one every request is answered with 401.");
    case Remark::VariableInsteadOfKey:
        return Why::tr(
            "The name of a variable stands in single quotes, so it is sent as it is instead of the key. "
            "Use double quotes.");
    case Remark::SeveralRequests:
        return Why::tr("There were several requests. This is the first one that was rejected.");
    case Remark::SeveralKeys:
        return Why::tr("There were several keys. This is about the first one.");
    case Remark::TokenInAddress:
        return c.subject.token == diagnosis::Subject::Token::Old
                   ? Why::tr(
                         "The whole old token stands in the address. Whoever reads such a log can use it: "
                         "stop it as soon as the new one is in use, and send the token in a header.")
                   : Why::tr("The whole token stands in the address. Whoever reads such a log can use it: "
                             "rotate the "
                             "key, and send the token in a header.");
    case Remark::LooksElsewhere401:
        return Why::tr(
            "Look at what the app really sends: another or an old key, a space or a line end in it, a "
            "header with another name, or another server than you think.");
    case Remark::LooksElsewhere403:
        return Why::tr(
            "Look at what stands before the API: a gateway, a firewall, or rules of the app itself.");
    case Remark::LooksElsewhere429:
        return (Why::tr("Look at limits that aren't the key's: of the gateway, of the account, or of the "
                        "address.") +
                u' ' + againSentence(c))
            .trimmed();
    case Remark::ServerTrouble:
        return Why::tr("%1 is trouble in the server. No key causes it.").arg(text("status"));
    case Remark::OtherStatus:
        return Why::tr("%1 isn't an answer that a key causes. Those are 401, 403 and 429.")
            .arg(text("status"));
    case Remark::WasAllowed:
        return Why::tr("The response was %1: the key was accepted.").arg(text("status"));
    case Remark::AlsoExpired:
        return Why::tr("It has also expired, on %1.").arg(time("expired"));
    case Remark::RuleFitsNow:
        return text("scope").isEmpty()
                   ? Why::tr("Rule %1 fits now. It lets every valid key pass.").arg(text("rule"))
                   : Why::tr("Rule %1 fits now. It asks for “%2”.", "number, permission")
                         .arg(text("rule"), text("scope"));
    case Remark::KeyNotLogged:
        return Why::tr(
            "The log doesn't say which key came with the request, or if one did. Choose it to check it.");
    }
    return {};
}

} // namespace latchkey::ui
