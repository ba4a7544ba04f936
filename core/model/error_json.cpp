#include "core/model/error_json.h"

#include <QJsonArray>
#include <array>

namespace latchkey {

namespace {

/// In the order of ErrorCode; what stands in files must not change.
constexpr std::array codeWords{
    "invalidInput", "notFound",       "conflict",       "notAllowed",      "wrongState",       "readOnly",
    "busy",         "diskFull",       "notAVault",      "isAFolder",       "schemaTooNew",     "damaged",
    "truncated",    "cannotOpen",     "unreachable",    "unanswered",      "untrusted",        "notAServer",
    "noKeychain",   "keychainLocked", "keychainDenied", "keychainTimeout", "keychainMismatch", "notKept",
    "rateLimited",  "limitReached",   "refused",        "cancelled",       "internal"};
static_assert(codeWords.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

ErrorCode codeFrom(const QString &word) {
    for (std::size_t i = 0; i < codeWords.size(); ++i) {
        if (word == QLatin1StringView(codeWords[i]))
            return static_cast<ErrorCode>(i);
    }
    return ErrorCode::Internal;
}

} // namespace

QJsonObject toJson(const Error &error) {
    QJsonArray fields;
    for (const FieldError &f : error.fields)
        fields.append(QJsonArray{f.field, f.code, QJsonObject::fromVariantMap(f.params)});
    return {{QStringLiteral("code"), QLatin1StringView(codeWords[static_cast<std::size_t>(error.code)])},
            {QStringLiteral("params"), QJsonObject::fromVariantMap(error.params)},
            {QStringLiteral("fields"), fields}};
}

Error errorFrom(const QJsonObject &json) {
    Error e(codeFrom(json.value(QStringLiteral("code")).toString()),
            json.value(QStringLiteral("params")).toObject().toVariantMap());
    const QJsonArray fields = json.value(QStringLiteral("fields")).toArray();
    for (const auto v : fields) {
        const QJsonArray f = v.toArray();
        e.fields.append({f.at(0).toString(), f.at(1).toString(), f.at(2).toObject().toVariantMap()});
    }
    return e;
}

} // namespace latchkey
