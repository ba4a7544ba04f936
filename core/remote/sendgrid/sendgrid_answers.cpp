#include "core/remote/sendgrid/sendgrid_answers.h"

#include "core/remote/sendgrid/sendgrid_key.h"

#include <QLocale>

namespace latchkey::sendgrid {

namespace {

constexpr int MostListed = 10'000, MostScopes = 20'000;
constexpr qsizetype MostWords = 300; ///< of their message that are shown

std::optional<qint64> numberIn(const QByteArray &header) {
    bool good = false;
    const qint64 n = header.trimmed().toLongLong(&good);
    return good && n >= 0 ? std::optional(n) : std::nullopt;
}

/// RFC 9110, 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`
std::optional<qint64> secondsIn(const QByteArray &date) {
    const QDateTime t = QLocale::c().toDateTime(QString::fromLatin1(date.trimmed()),
                                                QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    return t.isValid() ? std::optional(QDateTime(t.date(), t.time(), Qt::UTC).toSecsSinceEpoch())
                       : std::nullopt;
}

tl::unexpected<Error> senseless(const QString &where, const char *what) {
    return fail(ErrorCode::NotAServer, {{QStringLiteral("path"), where},
                                        {QStringLiteral("service"), serviceName()},
                                        {QStringLiteral("reason"), QLatin1StringView(what)}});
}

Result<JsonNode> documentOf(const Reply &reply, const QString &where) {
    if (auto bad = errorOf(reply, where))
        return fail(*std::move(bad));
    if (!reply.document)
        return senseless(where, "json");
    return reply.document;
}

const QString *textOf(const JsonNode &node, QStringView member) {
    const JsonNode *n = node.member(member);
    return n && n->kind == JsonNode::Kind::Text ? &n->text : nullptr;
}

std::optional<QStringList> textsOf(const JsonNode &node, QStringView member, qsizetype most) {
    const JsonNode *list = node.member(member);
    if (!list || list->kind != JsonNode::Kind::List || list->items.size() > most)
        return std::nullopt;
    QStringList texts;
    for (const JsonNode &item : list->items) {
        if (item.kind != JsonNode::Kind::Text)
            return std::nullopt;
        texts.append(item.text);
    }
    return texts;
}

/// Names come from anybody who has the account: what cannot be seen is shown as what it is.
QString shownName(const QString &name) {
    QString s = name;
    for (QChar &c : s) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar(0xFFFD);
    }
    return s;
}

std::optional<WholeKey> keyIn(const JsonNode &node) {
    const QString *id = textOf(node, u"api_key_id"), *name = textOf(node, u"name");
    auto scopes = textsOf(node, u"scopes", MostScopes);
    if (!id || !name || !isServiceId(*id))
        return std::nullopt;
    if (!scopes && node.member(u"scopes") && node.member(u"scopes")->kind != JsonNode::Kind::Null)
        return std::nullopt;
    return WholeKey{*id, shownName(*name), scopes.value_or(QStringList())};
}

struct Complaint {
    QString message, field;
};
Complaint complaintIn(const Reply &reply) {
    if (!reply.document)
        return {};
    const JsonNode &d = *reply.document;
    if (const QString *one = textOf(d, u"error"))
        return {one->left(MostWords), {}};
    const JsonNode *list = d.member(u"errors");
    if (!list || list->kind != JsonNode::Kind::List || list->items.isEmpty())
        return {};
    const JsonNode &first = list->items.first();
    const QString *message = textOf(first, u"message"), *field = textOf(first, u"field");
    return {message ? message->left(MostWords) : QString(), field ? field->left(100) : QString()};
}

} // namespace

Reply replyOf(const ServerAnswer &a) {
    Reply r;
    r.status = a.status;
    r.rate = {numberIn(a.header("X-RateLimit-Limit")), numberIn(a.header("X-RateLimit-Remaining")),
              numberIn(a.header("X-RateLimit-Reset")), secondsIn(a.header("Date")), a.status == 429};
    if (!a.body.trimmed().isEmpty())
        r.document = parseStrictJson(a.body);
    return r;
}

std::optional<Error> errorOf(const Reply &reply, const QString &where) {
    if (reply.status < 400)
        return std::nullopt;
    const Complaint said = complaintIn(reply);
    QVariantMap params{{QStringLiteral("path"), where},
                       {QStringLiteral("service"), serviceName()},
                       {QStringLiteral("httpStatus"), reply.status}};
    if (!said.message.isEmpty())
        params.insert(QStringLiteral("message"), shownName(said.message));
    if (!said.field.isEmpty())
        params.insert(QStringLiteral("field"), shownName(said.field));
    switch (reply.status) {
    case 401:
        params.insert(QStringLiteral("problem"), QStringLiteral("unauthenticated"));
        return Error(ErrorCode::NotAllowed, params);
    case 403:
        if (said.message.contains(QLatin1StringView("Cannot create more than"), Qt::CaseInsensitive)) {
            params.insert(QStringLiteral("most"), MostKeys);
            params.insert(QStringLiteral("have"), MostKeys);
            return Error(ErrorCode::LimitReached, params);
        }
        params.insert(QStringLiteral("problem"), QStringLiteral("forbidden"));
        return Error(ErrorCode::NotAllowed, params);
    case 404:
        return Error(ErrorCode::NotFound, params);
    case 429:
        return Error(ErrorCode::RateLimited, params);
    default:
        break;
    }
    if (reply.status < 500)
        return Error(ErrorCode::Refused, params);
    params.insert(QStringLiteral("reason"), said.message.isEmpty()
                                                ? QStringLiteral("HTTP %1").arg(reply.status)
                                                : shownName(said.message));
    return Error(ErrorCode::Unreachable, params);
}

Result<QList<NamedKey>> keysFrom(const Reply &reply, const QString &where) {
    const auto d = documentOf(reply, where);
    if (!d)
        return fail(d.error());
    const JsonNode *list = d->member(u"result");
    if (!list || list->kind != JsonNode::Kind::List || list->items.size() > MostListed)
        return senseless(where, "result");
    QList<NamedKey> keys;
    QSet<QString> seen;
    for (const JsonNode &item : list->items) {
        const QString *id = textOf(item, u"api_key_id"), *name = textOf(item, u"name");
        if (!id || !name || !isServiceId(*id) || seen.contains(*id))
            return senseless(where, "api_key_id");
        seen.insert(*id);
        keys.append({*id, shownName(*name)});
    }
    return keys;
}

Result<WholeKey> keyFrom(const Reply &reply, const QString &where) {
    const auto d = documentOf(reply, where);
    if (!d)
        return fail(d.error());
    const JsonNode *list = d->member(u"result");
    const bool inList = list && list->kind == JsonNode::Kind::List && list->items.size() == 1;
    const auto key = keyIn(inList ? list->items.first() : *d);
    if (!key)
        return senseless(where, "api_key_id");
    return *key;
}

Result<MadeKey> madeFrom(const Reply &reply, const QString &where) {
    const auto d = documentOf(reply, where);
    if (!d)
        return fail(d.error());
    const auto key = keyIn(*d);
    const QString *text = textOf(*d, u"api_key");
    if (!key || !text)
        return senseless(where, "api_key");
    QByteArray bytes = text->toLatin1();
    const auto id = idIn(bytes);
    MadeKey made{*key, std::make_shared<const SecretBytes>(SecretBytes::copyOf(bytes))};
    secureWipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (id != key->id)
        return senseless(where, "api_key");
    return made;
}

Result<QStringList> scopesFrom(const Reply &reply, const QString &where) {
    const auto d = documentOf(reply, where);
    if (!d)
        return fail(d.error());
    const auto scopes = textsOf(*d, u"scopes", MostScopes);
    if (!scopes)
        return senseless(where, "scopes");
    return *scopes;
}

} // namespace latchkey::sendgrid
