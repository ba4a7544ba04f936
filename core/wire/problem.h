#pragma once

#include "core/model/error.h"
#include "core/wire/reading.h"

#include <QJsonObject>

namespace latchkey::wire {

/// An `application/problem+json` document (RFC 9457) as Latchkey writes it. `code` is stable; those of core's
/// errors are the words of toWord(ErrorCode).
struct Problem {
    int status = 500;
    QString code = QStringLiteral("internal");
    QString title;     ///< for people, in English
    QString detail;    ///< for people, in English; may be empty
    QString requestId; ///< "instance"
    QVariantMap params;
    QList<FieldError> errors; ///< field: a path as core writes it, or the name of a parameter
    bool inQuery = false;     ///< the errors name query parameters
};

QJsonObject toJson(const Problem &problem);
/// Nothing if it is no problem document.
std::optional<Problem> problemFrom(const QByteArray &json);
std::optional<Problem> problemFrom(const JsonNode &node);

/// What the server says of an error: status, code, and of its parameters those that are no path of the
/// server. Of an error that errorOf() has made: what that server said.
Problem problemOf(const Error &error);
/// Is all that is wrong a scope that the caller does not hold? Then it is a question of rights, not of form:
/// 403 `insufficient_scope`, params "scope".
std::optional<Problem> insufficientScope(const Error &error);
/// The same error again, on the client's side. Codes that are no error of core: by status (401, 403:
/// NotAllowed; 404: NotFound; 409, 412: Conflict; 429, 503: Busy; else Internal), with the params
/// "httpStatus", "problem" (the code), "title" and "requestId" added.
Error errorOf(const Problem &problem);
/// Did errorOf() make it: a server's own problem document?
bool isAnswered(const Error &error);

QString toWord(ErrorCode code); ///< "invalid_input", "not_found" …
std::optional<ErrorCode> errorCodeFromWord(QStringView word);

/// RFC 6901: "limits.minute" → "/limits/minute", "$.resources[0].id" → "/resources/0/id", "" → "".
QString pointerOf(const QString &field);
QString fieldOf(const QString &pointer);

} // namespace latchkey::wire
