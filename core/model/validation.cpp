#include "core/model/validation.h"

#include "core/model/visible_text.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr int KeyNameMax = 100, OwnerMax = 200, NoteMax = 4000, TagMax = 50, CustomerMax = 100,
              ListMax = 1000;
constexpr int IpMax = 10'000;

QStringList sortedUnique(const QStringList &in, bool lower) {
    QStringList out;
    for (const QString &raw : in) {
        const QString s = lower ? raw.simplified().toLower() : raw.simplified();
        if (!s.isEmpty())
            out.append(s);
    }
    out.sort();
    out.removeDuplicates();
    return out;
}

class FieldChecks {
public:
    QList<FieldError> errors;

    void add(const char *field, const QString &code, QVariantMap params = {}) {
        errors.append({QLatin1StringView(field), code, std::move(params)});
    }

    void text(const char *field, const QString &s, int most, bool lineBreaks = false) {
        if (const QString bad = badCharacter(s, lineBreaks); !bad.isEmpty())
            add(field, bad);
        else if (lengthOf(s) > most)
            add(field, QStringLiteral("tooLong"),
                {{QStringLiteral("max"), most}, {QStringLiteral("length"), lengthOf(s)}});
    }

    void list(const char *field, const QStringList &l, int most) {
        if (l.size() > ListMax)
            add(field, QStringLiteral("tooMany"), {{QStringLiteral("max"), ListMax}});
        for (const QString &s : l) {
            const auto before = errors.size();
            text(field, s, most);
            if (errors.size() > before)
                return;
        }
    }

    void scopes(const KeyConfig &c, const Catalogue &catalogue, const Principal &principal,
                const KeyConfig *before) {
        if (c.scopes.isEmpty())
            add("scopes", QStringLiteral("empty"));
        // What the key held before the catalogue called it by the other type is no mistake of this change.
        const ScopeSet wrongType =
            catalogue.scopesOf(c.type == KeyType::General ? KeyType::Billing : KeyType::General)
                .without(before ? before->scopes : ScopeSet());
        if (const ScopeSet mixed = c.scopes.intersected(wrongType); !mixed.isEmpty())
            add("scopes", QStringLiteral("billingMixed"),
                {{QStringLiteral("scope"), mixed.list().first().toString()}});
        for (const Scope &s : c.scopes) {
            if (!principal.holds(s) && !(before && before->scopes.contains(s))) {
                add("scopes", QStringLiteral("notHeld"), {{QStringLiteral("scope"), s.toString()}});
                return;
            }
        }
    }

    void limits(const RateLimits &l) {
        static constexpr std::array fields{"limits.second", "limits.minute", "limits.hour", "limits.day"};
        for (const RatePeriod p : AllRatePeriods) {
            const char *field = fields[static_cast<size_t>(p)];
            const qint64 count = l.stored(p);
            if (count < 0)
                add(field, QStringLiteral("notPositive"));
            else if (count > RateLimits::MaxCount)
                add(field, QStringLiteral("tooLarge"), {{QStringLiteral("max"), RateLimits::MaxCount}});
        }
    }

    void expiry(const KeyConfig &c, Instant now, const KeyConfig *before) {
        if (!c.expires || (before && before->expires == c.expires))
            return;
        if (*c.expires <= now)
            add("expires", QStringLiteral("inPast"));
        else if (*c.expires > now.plusDays(100 * 365))
            add("expires", QStringLiteral("tooFar"));
    }
};

} // namespace

KeyConfig normalised(KeyConfig c) {
    c.name = c.name.trimmed();
    c.owner = c.owner.trimmed();
    c.storedIn = c.storedIn.trimmed();
    c.tags = sortedUnique(c.tags, true);
    c.customers = sortedUnique(c.customers, false);
    return c;
}

QList<FieldError> validate(const KeyConfig &raw, const Catalogue &catalogue, const Principal &principal,
                           Instant now, const KeyConfig *before) {
    const KeyConfig c = normalised(raw);
    FieldChecks check;
    if (c.name.isEmpty())
        check.add("name", QStringLiteral("empty"));
    check.text("name", c.name, KeyNameMax);
    check.scopes(c, catalogue, principal, before);
    check.limits(c.limits);
    check.expiry(c, now, before);
    check.text("owner", c.owner, OwnerMax);
    check.text("note", c.note, NoteMax, true);
    check.text("storedIn", c.storedIn, OwnerMax);
    check.list("tags", c.tags, TagMax);
    check.list("customers", c.customers, CustomerMax);
    if (c.allowedIps.size() > IpMax)
        check.add("allowedIps", QStringLiteral("tooMany"), {{QStringLiteral("max"), IpMax}});
    return check.errors;
}

QList<FieldError> checkReason(const QString &reason) {
    constexpr int ReasonMax = 500;
    FieldChecks check;
    check.text("reason", reason.trimmed(), ReasonMax, true);
    return check.errors;
}

Result<qint64> parseCount(QStringView text, const QString &field) {
    const QStringView t = text.trimmed();
    const auto bad = [&](const char *code) {
        return fail(Error(QList<FieldError>{
            {field, QLatin1StringView(code), {{QStringLiteral("max"), RateLimits::MaxCount}}}}));
    };
    const bool negative = t.startsWith(u'-');
    const QStringView digits = negative ? t.mid(1) : t;
    if (digits.isEmpty() ||
        !std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return bad("notANumber");
    bool fits = false;
    const qint64 n = t.toLongLong(&fits);
    if (negative || (fits && n == 0))
        return bad("notPositive");
    if (!fits || n > RateLimits::MaxCount)
        return bad("tooLarge");
    return n;
}

} // namespace latchkey
