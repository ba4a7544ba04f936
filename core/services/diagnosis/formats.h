#pragma once

#include "core/services/diagnosis/facts.h"

/// One function a format. All take text without secrets, and answer false when the text is something else.
namespace latchkey::diagnosis {

/// A whole curl command, its lines joined by backslashes; `rest` is what follows it.
bool readCurl(QStringView text, Facts &f, QList<Note> &notes, QString *rest);
/// A request or response as it goes over the wire, also with the marks of `curl -v`; `response` says which.
bool readHttp(QStringView text, Facts &f, QList<Note> &notes, bool *response);
/// nginx "combined", and what Apache calls by the same name; further key="value" pairs may follow.
bool readAccessLog(QStringView line, Facts &f);
/// An object: a log line, or the body of a response.
bool readJson(QStringView text, Facts &f);
/// The first object among other words that says something of a request, `403 Forbidden
/// {"required":"leads:delete"}`; it begins before `starts`, if that is not negative.
bool readJsonWithin(QStringView text, Facts &f, qsizetype starts = -1);
/// `status=403 path=/v1/leads scope=leads:delete`
bool readPairs(QStringView line, Facts &f);
/// A header's credential: says when it is no key of ours.
void takeCredential(QStringView value, Facts &f, QList<Note> &notes);

} // namespace latchkey::diagnosis
