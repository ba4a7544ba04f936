#include "ui/compare/compare_words.h"

#include "ui/dialogs/edit/config_fields.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui {

namespace {
/// Where lupdate finds these texts.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(compare)
};

constexpr std::array AllDifferences{Difference::Permissions, Difference::Type,   Difference::Status,
                                    Difference::Limits,      Difference::Expiry, Difference::Customers,
                                    Difference::Addresses,   Difference::Notes,  Difference::Environment};

constexpr std::array NoteFields{ConfigField::Owner, ConfigField::Tags, ConfigField::Note,
                                ConfigField::StoredIn};

bool differIn(ConfigField f, const ApiKey &left, const ApiKey &right) {
    KeyConfig changed = right.config;
    copyField(f, left.config, &changed);
    return changed != right.config;
}

bool scopesKnown(const ApiKey &k) {
    return !k.damaged && (!k.service || k.service->scopesKnown);
}
} // namespace

QString word(Difference d) {
    switch (d) {
    case Difference::Permissions:
        return fieldName(ConfigField::Scopes);
    case Difference::Type:
        return Words::tr("Key type");
    case Difference::Status:
        return Words::tr("Status");
    case Difference::Limits:
        return fieldName(ConfigField::Limits);
    case Difference::Expiry:
        return fieldName(ConfigField::Expires);
    case Difference::Customers:
        return fieldName(ConfigField::Customers);
    case Difference::Addresses:
        return fieldName(ConfigField::AllowedIps);
    case Difference::Notes:
        return Words::tr("Owner, tags, note or place");
    case Difference::Environment:
        return fieldName(ConfigField::Environment);
    }
    return {};
}

QString word(MatchGroup g, const QString &left, const QString &right) {
    switch (g) {
    case MatchGroup::Different:
        return Words::tr("Different");
    case MatchGroup::OnlyLeft:
        return Words::tr("Only in %1").arg(left);
    case MatchGroup::OnlyRight:
        return Words::tr("Only in %1").arg(right);
    case MatchGroup::Unknown:
        return Words::tr("Permissions not known");
    case MatchGroup::Equal:
        return Words::tr("Equal");
    }
    return {};
}

QString shortWord(MatchGroup g) {
    switch (g) {
    case MatchGroup::OnlyLeft:
        return Words::tr("Only left", "group of keys");
    case MatchGroup::OnlyRight:
        return Words::tr("Only right", "group of keys");
    case MatchGroup::Unknown:
        return Words::tr("Not known", "group of keys whose permissions are not known");
    case MatchGroup::Different:
    case MatchGroup::Equal:
        break;
    }
    return word(g, {}, {});
}

QString differencesText(const ApiKey &left, const ApiKey &right, Differences differences) {
    QStringList texts;
    for (const Difference d : AllDifferences) {
        if (!differences.testFlag(d))
            continue;
        if (d == Difference::Notes) { // which of them
            for (const ConfigField f : NoteFields) {
                if (differIn(f, left, right))
                    texts.append(fieldName(f));
            }
            continue;
        }
        if (d != Difference::Permissions) {
            texts.append(word(d));
            continue;
        }
        const auto more = right.config.scopes.without(left.config.scopes).size();
        const auto fewer = left.config.scopes.without(right.config.scopes).size();
        texts.append(Words::tr("%1 (+%2 −%3)", "Permissions, how many the right one has more and fewer")
                         .arg(word(d), QLocale().toString(more), QLocale().toString(fewer)));
    }
    return texts.join(QStringLiteral(", "));
}

QList<FieldPair> fieldPairs(const ApiKey *left, const Capabilities &leftCan, const Catalogue &leftCatalogue,
                            const ApiKey *right, const Capabilities &rightCan,
                            const Catalogue &rightCatalogue, Instant now, const QTimeZone &zone,
                            bool environments) {
    QList<FieldPair> pairs;
    const auto add = [&](const QString &name, bool has, bool leftHas, bool rightHas, auto text) {
        FieldPair p;
        p.name = name;
        const QString none = QStringLiteral("–");
        p.left = !left ? none : leftHas ? text(*left, leftCatalogue) : notReported();
        p.right = !right ? none : rightHas ? text(*right, rightCatalogue) : notReported();
        p.differs = left && right && leftHas && rightHas && has;
        pairs.append(p);
    };
    const Differences d =
        left && right ? differencesOf(*left, leftCan, *right, rightCan, now) : Differences();
    const auto field = [&](ConfigField f, bool differs, bool leftHas, bool rightHas) {
        add(fieldName(f), differs, leftHas, rightHas,
            [f, &zone](const ApiKey &k, const Catalogue &c) { return fieldText(k.config, f, c, zone); });
    };
    if (environments)
        field(ConfigField::Environment,
              left && right && left->config.environment != right->config.environment, true, true);
    const bool leftKnown = left && scopesKnown(*left), rightKnown = right && scopesKnown(*right);
    field(ConfigField::Scopes, d.testFlag(Difference::Permissions), leftKnown, rightKnown);
    if (d.testFlag(Difference::Permissions)) {
        // Each by the names of the catalogue that has it.
        const ScopeSet &l = left->config.scopes, &r = right->config.scopes;
        pairs.last().note =
            diffText({scopeDiff(l, r, rightCatalogue).added, scopeDiff(l, r, leftCatalogue).removed});
    }
    add(word(Difference::Type), d.testFlag(Difference::Type), leftKnown, rightKnown,
        [](const ApiKey &k, const Catalogue &) { return word(k.config.type); });
    add(word(Difference::Status), d.testFlag(Difference::Status), leftCan.deactivate, rightCan.deactivate,
        [now](const ApiKey &k, const Catalogue &) { return word(statusOf(k, now)); });
    field(ConfigField::Limits, d.testFlag(Difference::Limits), leftCan.rateLimits, rightCan.rateLimits);
    field(ConfigField::Expires, d.testFlag(Difference::Expiry), leftCan.expiry, rightCan.expiry);
    field(ConfigField::Customers, d.testFlag(Difference::Customers), leftCan.customers, rightCan.customers);
    field(ConfigField::AllowedIps, d.testFlag(Difference::Addresses), leftCan.allowedIps,
          rightCan.allowedIps);
    for (const ConfigField f : NoteFields)
        field(f, left && right && differIn(f, *left, *right), true, true);
    return pairs;
}

} // namespace latchkey::ui
