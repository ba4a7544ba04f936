#include "core/wire/problem.h"

#include "core/model/key_id.h"

#include <QJsonArray>

#include <algorithm>

namespace latchkey::wire {

namespace {

struct Meaning {
    ErrorCode code;
    const char *word;
    int status;
    const char *title;
};
constexpr std::array meanings{
    Meaning{ErrorCode::InvalidInput, "invalid_input", 400, "The request is not valid"},
    Meaning{ErrorCode::NotFound, "not_found", 404, "There is no such thing"},
    Meaning{ErrorCode::Conflict, "conflict", 409, "Somebody changed it meanwhile"},
    Meaning{ErrorCode::NotAllowed, "not_allowed", 403, "The caller may not do this"},
    Meaning{ErrorCode::WrongState, "wrong_state", 409, "The state of the key forbids it"},
    Meaning{ErrorCode::ReadOnly, "read_only", 503, "The vault cannot be written"},
    Meaning{ErrorCode::Busy, "busy", 503, "The vault is busy"},
    Meaning{ErrorCode::DiskFull, "disk_full", 507, "The server's disk is full"},
    Meaning{ErrorCode::NotAVault, "not_a_vault", 500, "The server's vault cannot be read"},
    Meaning{ErrorCode::IsAFolder, "is_a_folder", 500, "The server's vault cannot be read"},
    Meaning{ErrorCode::SchemaTooNew, "schema_too_new", 500, "The server's vault is newer than the server"},
    Meaning{ErrorCode::Damaged, "damaged", 409, "The record is damaged"},
    Meaning{ErrorCode::Truncated, "truncated", 500, "The server's vault cannot be read"},
    Meaning{ErrorCode::CannotOpen, "cannot_open", 500, "The server's vault cannot be read"},
    Meaning{ErrorCode::Unreachable, "database_unreachable", 503, "The server's database does not answer"},
    Meaning{ErrorCode::Unanswered, "database_unanswered", 503,
            "The server's database went before it said what was done"},
    Meaning{ErrorCode::Cancelled, "cancelled", 503, "The server stopped before it was done"},
    Meaning{ErrorCode::Internal, "internal", 500, "The server made a mistake"}};

QJsonValue jsonOf(const QVariant &v) {
    switch (v.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return counterText(v.toLongLong());
    case QMetaType::Int:
    case QMetaType::Bool:
        return QJsonValue::fromVariant(v);
    default:
        return v.toString();
    }
}

QJsonObject jsonOf(const QVariantMap &params) {
    QJsonObject o;
    for (auto it = params.begin(); it != params.end(); ++it)
        o.insert(it.key(), jsonOf(it.value()));
    return o;
}

QVariant variantOf(const JsonNode &n) {
    switch (n.kind) {
    case JsonNode::Kind::Bool:
        return n.flag;
    case JsonNode::Kind::Number:
        return n.number;
    default:
        return n.text;
    }
}

QVariantMap paramsFrom(const JsonNode *object) {
    QVariantMap params;
    if (!object || object->kind != JsonNode::Kind::Object)
        return params;
    for (qsizetype i = 0; i < object->keys.size(); ++i)
        params.insert(object->keys[i], variantOf(object->items[i]));
    return params;
}

ErrorCode codeOfStatus(int status) {
    switch (status) {
    case 400:
    case 422:
        return ErrorCode::InvalidInput;
    case 401:
    case 403:
        return ErrorCode::NotAllowed;
    case 404:
        return ErrorCode::NotFound;
    case 409:
    case 412:
        return ErrorCode::Conflict;
    case 429:
    case 503:
        return ErrorCode::Busy;
    case 507:
        return ErrorCode::DiskFull;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

QString toWord(ErrorCode code) {
    for (const Meaning &m : meanings) {
        if (m.code == code)
            return QLatin1StringView(m.word);
    }
    return QStringLiteral("internal"); // of a keychain: no server has one
}

std::optional<ErrorCode> errorCodeFromWord(QStringView word) {
    for (const Meaning &m : meanings) {
        if (word == QLatin1StringView(m.word))
            return m.code;
    }
    return std::nullopt;
}

QString pointerOf(const QString &field) {
    QString pointer, token;
    const auto flush = [&] {
        if (!token.isEmpty())
            pointer += u'/' + token;
        token.clear();
    };
    const QStringView path = QStringView(field).mid(field.startsWith(u'$') ? 1 : 0);
    for (const QChar c : path) {
        if (c == u'.' || c == u'[' || c == u']')
            flush();
        else if (c == u'~')
            token += QStringLiteral("~0");
        else if (c == u'/')
            token += QStringLiteral("~1");
        else
            token += c;
    }
    flush();
    return pointer;
}

QString fieldOf(const QString &pointer) {
    QString field;
    const QStringList tokens = pointer.split(u'/', Qt::SkipEmptyParts);
    for (QString token : tokens) {
        token.replace(QStringLiteral("~1"), QStringLiteral("/"))
            .replace(QStringLiteral("~0"), QStringLiteral("~"));
        if (counterFrom(token))
            field += u'[' + token + u']';
        else
            field += (field.isEmpty() ? QString() : QStringLiteral(".")) + token;
    }
    return field;
}

QJsonObject toJson(const Problem &p) {
    QJsonObject o{{QStringLiteral("type"), QStringLiteral("about:blank")},
                  {QStringLiteral("title"), p.title},
                  {QStringLiteral("status"), p.status},
                  {QStringLiteral("code"), p.code}};
    if (!p.detail.isEmpty())
        o.insert(QStringLiteral("detail"), p.detail);
    if (!p.requestId.isEmpty())
        o.insert(QStringLiteral("instance"), p.requestId);
    if (!p.params.isEmpty())
        o.insert(QStringLiteral("params"), jsonOf(p.params));
    QJsonArray errors;
    for (const FieldError &f : p.errors) {
        QJsonObject e{{QStringLiteral("code"), f.code}};
        if (p.inQuery)
            e.insert(QStringLiteral("parameter"), f.field);
        else
            e.insert(QStringLiteral("pointer"), pointerOf(f.field));
        if (!f.params.isEmpty())
            e.insert(QStringLiteral("params"), jsonOf(f.params));
        errors.append(e);
    }
    if (!errors.isEmpty())
        o.insert(QStringLiteral("errors"), errors);
    return o;
}

std::optional<Problem> problemFrom(const QByteArray &json) {
    const auto parsed = parseAnswer(json, 20'000);
    return parsed ? problemFrom(*parsed) : std::nullopt;
}

std::optional<Problem> problemFrom(const JsonNode &node) {
    QList<FieldError> bad;
    ObjectReader r(node, {}, bad, Strictness::Answer);
    Problem p;
    p.status = static_cast<int>(r.number("status", 100, 599).value_or(0));
    p.code = r.text("code", true);
    p.title = r.text("title");
    p.detail = r.text("detail");
    p.requestId = r.text("instance");
    p.params = paramsFrom(r.take("params"));
    const QList<JsonNode> &errors = r.list("errors", 1000);
    for (const JsonNode &n : errors) {
        ObjectReader e(n, {}, bad, Strictness::Answer);
        p.inQuery = e.has("parameter");
        const QString where = p.inQuery ? e.text("parameter") : fieldOf(e.text("pointer"));
        p.errors.append({where, e.text("code", true), paramsFrom(e.take("params"))});
    }
    return bad.isEmpty() && p.status != 0 ? std::optional(p) : std::nullopt;
}

Problem problemOf(const Error &e) {
    Problem p;
    for (const Meaning &m : meanings) {
        if (m.code == e.code || (m.code == ErrorCode::Internal && p.title.isEmpty())) {
            p.status = m.status;
            p.code = QLatin1StringView(m.word);
            p.title = QLatin1StringView(m.title);
            break;
        }
    }
    p.errors = e.fields;
    p.params = e.params;
    // What the system said, and where the server keeps its files, is nobody's business; what was asked for,
    // whoever asked knows.
    for (const char *own : {"path", "reason", "sqlState", "change"})
        p.params.remove(QLatin1StringView(own));
    if (isAnswered(e)) {
        p.status = p.params.take(QStringLiteral("httpStatus")).toInt();
        p.code = p.params.take(QStringLiteral("problem")).toString();
        p.title = p.params.take(QStringLiteral("title")).toString();
        p.requestId = p.params.take(QStringLiteral("requestId")).toString();
    }
    return p;
}

std::optional<Problem> insufficientScope(const Error &e) {
    const bool onlyUnheld =
        !e.fields.isEmpty() && std::all_of(e.fields.begin(), e.fields.end(), [](const FieldError &f) {
            return f.code == QStringLiteral("notHeld");
        });
    const QString scope =
        (onlyUnheld ? e.fields.first().params : e.params).value(QStringLiteral("scope")).toString();
    if (!onlyUnheld && (e.code != ErrorCode::NotAllowed || scope.isEmpty()))
        return std::nullopt;
    Problem p;
    p.status = 403;
    p.code = QStringLiteral("insufficient_scope");
    p.title = QStringLiteral("The caller does not hold a scope of this key");
    p.params = {{QStringLiteral("scope"), scope}};
    p.errors = e.fields;
    return p;
}

bool isAnswered(const Error &e) {
    return e.params.contains(QStringLiteral("problem")) && e.params.contains(QStringLiteral("httpStatus"));
}

Error errorOf(const Problem &p) {
    Error e(errorCodeFromWord(p.code).value_or(codeOfStatus(p.status)), p.params);
    e.fields = p.errors;
    e.params.insert(QStringLiteral("httpStatus"), p.status);
    e.params.insert(QStringLiteral("problem"), p.code);
    e.params.insert(QStringLiteral("title"), p.title);
    e.params.insert(QStringLiteral("requestId"), p.requestId);
    return e;
}

} // namespace latchkey::wire
