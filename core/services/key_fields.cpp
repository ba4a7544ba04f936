#include "core/services/key_fields.h"

#include "core/model/json_records.h"

#include <QJsonArray>
#include <array>

namespace latchkey {

namespace {

struct Spec {
    KeyField field;
    const char *word;
    const char *alsoCalled; ///< letters and digits only, separated by spaces
};
constexpr std::array specs{
    Spec{KeyField::Id, "id", "keyid id"},
    Spec{KeyField::Name, "name", "name keyname apikeyname title label"},
    Spec{KeyField::Environment, "environment", "environment env stage"},
    Spec{KeyField::Type, "type", "type keytype"},
    Spec{KeyField::Status, "status", ""},
    Spec{KeyField::State, "state", "state status active"},
    Spec{KeyField::Scopes, "scopes", "scopes scope permissions permission"},
    Spec{KeyField::LimitSecond, "limit_second", "limitsecond limitssecond persecond requestspersecond"},
    Spec{KeyField::LimitMinute, "limit_minute",
         "limitminute limitsminute perminute requestsperminute ratelimit"},
    Spec{KeyField::LimitHour, "limit_hour", "limithour limitshour perhour requestsperhour"},
    Spec{KeyField::LimitDay, "limit_day", "limitday limitsday perday requestsperday"},
    Spec{KeyField::Customers, "customers", "customers customer customerids"},
    Spec{KeyField::AllowedIps, "allowed_ips", "allowedips allowedip ips ip ipallowlist"},
    Spec{KeyField::Expires, "expires", "expires expiry expiresat expirydate expirationdate"},
    Spec{KeyField::Owner, "owner", "owner responsible"},
    Spec{KeyField::Tags, "tags", "tags tag labels"},
    Spec{KeyField::Note, "note", "note notes description comment"},
    Spec{KeyField::StoredIn, "stored_in", "storedin"},
    Spec{KeyField::MaskedToken, "masked_token", ""},
    Spec{KeyField::CreatedAt, "created_at", ""},
    Spec{KeyField::CreatedBy, "created_by", ""},
    Spec{KeyField::ChangedAt, "changed_at", ""},
    Spec{KeyField::ChangedBy, "changed_by", ""},
    Spec{KeyField::LastUsedAt, "last_used_at", ""},
    Spec{KeyField::LastUsedFrom, "last_used_from", ""},
    Spec{KeyField::RotatedAt, "rotated_at", ""},
    Spec{KeyField::Token, "token", "token apikey key secret apitoken"},
};
static_assert(specs.size() == static_cast<std::size_t>(KeyField::Token) + 1);

QJsonValue instant(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->toIso()) : QJsonValue();
}
QJsonValue count(const std::optional<qint64> &n) {
    return n ? QJsonValue(*n) : QJsonValue();
}

} // namespace

QString toWord(KeyField f) {
    return QLatin1StringView(specs[static_cast<std::size_t>(f)].word);
}

std::optional<KeyField> guessField(const QString &header) {
    QString plain;
    const QString lower = header.toLower();
    for (const QChar c : lower) {
        if (c.isLetterOrNumber())
            plain.append(c);
    }
    for (const Spec &s : specs) {
        if (QString::fromLatin1(s.alsoCalled).split(u' ', Qt::SkipEmptyParts).contains(plain))
            return s.field;
    }
    return std::nullopt;
}

QList<KeyField> exportableFields() {
    QList<KeyField> fields;
    for (const Spec &s : specs) {
        if (s.field != KeyField::Token)
            fields.append(s.field);
    }
    return fields;
}

QList<KeyField> importableFields() {
    return {KeyField::Id,          KeyField::Token,     KeyField::Name,     KeyField::Environment,
            KeyField::Type,        KeyField::State,     KeyField::Scopes,   KeyField::LimitSecond,
            KeyField::LimitMinute, KeyField::LimitHour, KeyField::LimitDay, KeyField::Customers,
            KeyField::AllowedIps,  KeyField::Expires,   KeyField::Owner,    KeyField::Tags,
            KeyField::Note,        KeyField::StoredIn};
}

QJsonValue valueOf(KeyField f, const ApiKey &key, const QString &prefix, Instant now) {
    const KeyConfig &c = key.config;
    switch (f) {
    case KeyField::Id:
        return key.id.toString();
    case KeyField::Name:
        return c.name;
    case KeyField::Environment:
        return toWord(c.environment);
    case KeyField::Type:
        return toWord(c.type);
    case KeyField::Status:
        return toWord(statusOf(key, now));
    case KeyField::State:
        return toWord(key.state);
    case KeyField::Scopes: {
        QJsonArray list;
        for (const Scope &s : c.scopes)
            list.append(s.toString());
        return list;
    }
    case KeyField::LimitSecond:
        return count(c.limits.get(RatePeriod::Second));
    case KeyField::LimitMinute:
        return count(c.limits.get(RatePeriod::Minute));
    case KeyField::LimitHour:
        return count(c.limits.get(RatePeriod::Hour));
    case KeyField::LimitDay:
        return count(c.limits.get(RatePeriod::Day));
    case KeyField::Customers:
        return QJsonArray::fromStringList(c.customers);
    case KeyField::AllowedIps: {
        QJsonArray list;
        for (const IpRange &r : c.allowedIps)
            list.append(r.toString());
        return list;
    }
    case KeyField::Expires:
        return instant(c.expires);
    case KeyField::Owner:
        return c.owner;
    case KeyField::Tags:
        return QJsonArray::fromStringList(c.tags);
    case KeyField::Note:
        return c.note;
    case KeyField::StoredIn:
        return c.storedIn;
    case KeyField::MaskedToken:
        return maskedToken(prefix, c.environment, key.credentialId);
    case KeyField::CreatedAt:
        return key.createdAt.toIso();
    case KeyField::CreatedBy:
        return key.createdBy;
    case KeyField::ChangedAt:
        return key.changedAt.toIso();
    case KeyField::ChangedBy:
        return key.changedBy;
    case KeyField::LastUsedAt:
        return instant(key.lastUsedAt);
    case KeyField::LastUsedFrom:
        return key.lastUsedFrom;
    case KeyField::RotatedAt:
        return instant(key.rotatedAt);
    case KeyField::Token:
        break;
    }
    return {};
}

QString textOf(const QJsonValue &value) {
    if (value.isArray()) {
        QList<QByteArray> items;
        const QJsonArray list = value.toArray();
        for (const auto v : list)
            items.append(v.toString().toUtf8());
        return QString::fromUtf8(joinedCell(items));
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace latchkey
