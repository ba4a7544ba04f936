#include "ui/dialogs/create/summary.h"

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <functional>

namespace latchkey::ui {

namespace {

QString bold(const QString &text) {
    return QStringLiteral("<b>") + text.toHtmlEscaped() + QStringLiteral("</b>");
}

/// "a", "a and b", "a, b and c"
QString joined(QStringList parts) {
    if (parts.isEmpty())
        return {};
    const QString last = parts.takeLast();
    return parts.isEmpty() ? last
                           : QCoreApplication::translate("summary", "%1 and %2", "a list: a, b and c")
                                 .arg(parts.join(QStringLiteral(", ")), last);
}

QString ability(const KeyConfig &c, const std::function<QString(const Scope &)> &wordOf) {
    QStringList phrases;
    constexpr int most = 6;
    for (const Scope &s : c.scopes) {
        if (phrases.size() == most && c.scopes.size() > most + 1)
            break;
        phrases.append(bold(wordOf(s)));
    }
    const auto rest = static_cast<int>(c.scopes.size() - phrases.size());
    if (rest > 0)
        phrases.append(QCoreApplication::translate("summary", "%Ln more things", nullptr, rest));
    return joined(phrases);
}

QString firstSentence(const KeyConfig &c, bool environmentChosen, const Catalogue &catalogue) {
    const QString name = c.name.trimmed();
    const QString who = name.isEmpty() ? QCoreApplication::translate("summary", "This key") : bold(name);
    const QString where = environmentChosen ? bold(word(c.environment)) : QString();
    if (c.scopes.isEmpty())
        return where.isEmpty() ? QCoreApplication::translate("summary", "%1 can't do anything yet.").arg(who)
                               : QCoreApplication::translate("summary", "%1 can't do anything in %2 yet.")
                                     .arg(who, where);
    const QString what = ability(c, [&](const Scope &s) { return catalogue.phraseOf(s); });
    return where.isEmpty()
               ? QCoreApplication::translate("summary", "%1 will be able to %2.").arg(who, what)
               : QCoreApplication::translate("summary", "%1 will be able to %2 in %3.").arg(who, what, where);
}

/// "It can't delete anything.": only where something could be deleted at all.
QString harmlessSentence(const KeyConfig &c, const Catalogue &catalogue) {
    if (c.scopes.isEmpty())
        return {};
    bool possible = false;
    for (const Scope &s : catalogue.scopesOf(c.type)) {
        const ScopeInfo *info = catalogue.find(s);
        possible = possible || (info && info->destructive);
    }
    for (const Scope &s : c.scopes) {
        const ScopeInfo *info = catalogue.find(s);
        if (!info || info->destructive)
            return {};
    }
    return possible ? QCoreApplication::translate("summary", "It can't delete anything.") : QString();
}

QString customersText(const KeyConfig &c) {
    const auto n = static_cast<int>(c.customers.size());
    if (n == 0)
        return bold(QCoreApplication::translate("summary", "all customers"));
    if (n > 3)
        return bold(QCoreApplication::translate("summary", "%Ln customers", nullptr, n));
    QStringList names;
    for (const QString &name : c.customers)
        names.append(bold(name));
    return joined(names);
}

QString addressesText(const KeyConfig &c) {
    const auto n = static_cast<int>(c.allowedIps.size());
    if (n == 0)
        return bold(QCoreApplication::translate("summary", "any IP address"));
    if (n > 2)
        return bold(QCoreApplication::translate("summary", "%Ln IP addresses or ranges", nullptr, n));
    QStringList names;
    for (const IpRange &r : c.allowedIps)
        names.append(bold(r.toString()));
    return joined(names);
}

QString limitsSentencePart(const RateLimits &l) {
    QStringList parts;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = l.get(p))
            parts.append(bold(requestsText(*n, p)));
    }
    return parts.isEmpty() ? bold(QCoreApplication::translate("summary", "without a rate limit"))
                           : QCoreApplication::translate("summary", "up to %1", "up to 100 requests a minute")
                                 .arg(joined(parts));
}

QString reachSentence(const KeyConfig &c, const QTimeZone &zone) {
    const QString who = customersText(c), from = addressesText(c), limit = limitsSentencePart(c.limits);
    return c.expires
               ? QCoreApplication::translate("summary", "It works for %1, from %2, %3, until %4.")
                     .arg(who, from, limit, bold(fullTime(*c.expires, zone)))
               : QCoreApplication::translate("summary", "It works for %1, from %2, %3, and %4.")
                     .arg(who, from, limit, bold(QCoreApplication::translate("summary", "never expires")));
}

} // namespace

QString serviceSummary(const KeyConfig &config, bool fullAccess, const Catalogue &catalogue,
                       const Capabilities &can) {
    const QString name = config.name.trimmed();
    const QString who = name.isEmpty() ? QCoreApplication::translate("summary", "This key") : bold(name);
    QStringList sentences;
    if (fullAccess)
        sentences.append(
            QCoreApplication::translate(
                "summary",
                "%1 will have access to <b>all parts of the account</b>, excluding billing and Email "
                "Address Validation.")
                .arg(who));
    else if (config.scopes.isEmpty())
        sentences.append(firstSentence(config, false, catalogue));
    else // its catalogue has names, but no phrases
        sentences.append(QCoreApplication::translate("summary", "%1 will hold these permissions: %2.")
                             .arg(who, ability(config, [&](const Scope &s) { return catalogue.nameOf(s); })));
    if (!fullAccess)
        if (const QString harmless = harmlessSentence(config, catalogue); !harmless.isEmpty())
            sentences.append(harmless);
    sentences.append(QCoreApplication::translate(
                         "summary",
                         "It works until somebody deletes it: %1 knows no expiry, no limits and no "
                         "switch.")
                         .arg(can.service));
    return sentences.join(u' ');
}

QString summaryText(const KeyConfig &config, bool environmentChosen, const Catalogue &catalogue,
                    const QTimeZone &zone) {
    QStringList sentences{firstSentence(config, environmentChosen, catalogue)};
    if (const QString harmless = harmlessSentence(config, catalogue); !harmless.isEmpty())
        sentences.append(harmless);
    sentences.append(reachSentence(config, zone));
    return sentences.join(u' ');
}

} // namespace latchkey::ui
