#pragma once

#include "core/services/diagnosis/facts.h"

/// Names and values of headers, JSON members and key=value pairs, read into facts. What is set first stays.
namespace latchkey::diagnosis {

/// One named value, whatever format it comes from. `name` in any spelling: "required_scope",
/// "Required-Scope".
void takeField(Facts &f, QStringView name, const QString &value);
/// The first line of a request: `GET /v1/leads HTTP/1.1`. False if it is none.
bool takeRequestLine(Facts &f, QStringView line);
/// An absolute or relative address: host, environment of the host, path. Never the query.
void takeUrl(Facts &f, const QString &url);
void takeMethod(Facts &f, QStringView word);
void takeStatus(Facts &f, QStringView number);
/// `Bearer error="insufficient_scope", scope="leads:delete"` (RFC 6750).
void takeChallenge(Facts &f, QStringView value);
/// Seconds or a date (RFC 9110); the date counts from `at`.
void takeRetryAfter(Facts &f, const QString &value);
bool isMethod(QStringView word);

/// ISO 8601, `10/Oct/2026:13:55:36 +0000`, RFC 1123, or seconds or milliseconds since 1970. Without a zone:
/// UTC.
std::optional<Instant> timeFrom(const QString &text);

} // namespace latchkey::diagnosis
