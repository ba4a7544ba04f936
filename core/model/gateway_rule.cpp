#include "core/model/gateway_rule.h"

namespace latchkey {

QString GatewayRule::toString() const {
    QStringList words{methods.isEmpty() ? QStringLiteral("*") : methods.join(u','), path,
                      scope.isEmpty() ? QStringLiteral("any key") : scope};
    if (environment)
        words.append(toWord(*environment));
    if (type)
        words.append(toWord(*type));
    return words.join(u' ');
}

RulesDifference difference(const QList<GatewayRule> &before, const QList<GatewayRule> &after) {
    RulesDifference d;
    for (const GatewayRule &r : before)
        d.removed.append(r.toString());
    for (const GatewayRule &r : after) {
        const QString line = r.toString();
        if (!d.removed.removeOne(line))
            d.added.append(line);
    }
    if (!d.removed.isEmpty() || !d.added.isEmpty())
        return d;
    for (const GatewayRule &r : before)
        d.removed.append(r.toString());
    for (const GatewayRule &r : after)
        d.added.append(r.toString());
    return d;
}

} // namespace latchkey
