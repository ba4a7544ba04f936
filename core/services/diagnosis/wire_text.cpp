#include "core/services/diagnosis/fields.h"
#include "core/services/diagnosis/formats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// What goes over the wire, and JSON.

namespace latchkey::diagnosis {

namespace {

constexpr int MostHeaders = 200, MostMembers = 200, Deepest = 6;

/// `HTTP/1.1 403 Forbidden`
bool takeStatusLine(Facts &f, QStringView line) {
    if (!line.startsWith(QStringView(u"HTTP/")))
        return false;
    const qsizetype space = line.indexOf(u' ');
    if (space < 0)
        return false;
    const QStringView rest = line.sliced(space + 1).trimmed();
    takeStatus(f, rest.first(qMin<qsizetype>(3, rest.size())));
    return true;
}

/// `HTTP/1.1 403 Forbidden WWW-Authenticate: Bearer …`: a response whose lines were joined.
void takeInlineChallenge(Facts &f, QStringView line) {
    const QStringView name(u"www-authenticate:");
    if (const qsizetype at = line.indexOf(name, 0, Qt::CaseInsensitive); at >= 0)
        takeChallenge(f, line.sliced(at + name.size()));
}

/// `GET /v1/leads 403 insufficient_scope`: a sentence about a request, not one.
bool saysMore(QStringView line) {
    const auto words = line.split(u' ', Qt::SkipEmptyParts);
    return words.size() > 2 && !words[2].startsWith(QStringView(u"HTTP/"));
}

/// `curl -v` marks what it sent with "> ", what came with "< ", and its own remarks with "* ".
QStringView unmarked(QStringView line, bool *remark) {
    *remark = line.startsWith(QStringView(u"* ")) || line.startsWith(QStringView(u"{ ["));
    return line.startsWith(QStringView(u"< ")) || line.startsWith(QStringView(u"> ")) ? line.sliced(2) : line;
}

void takeObject(Facts &f, const QJsonObject &o, int depth);

void takeValue(Facts &f, const QString &name, const QJsonValue &v, int depth) {
    if (v.isString())
        takeField(f, name, v.toString());
    else if (v.isDouble())
        takeField(
            f, name,
            QString::number(v.toDouble(), 'f', v.toDouble() == static_cast<double>(v.toInteger()) ? 0 : 3));
    else if (v.isObject())
        takeObject(f, v.toObject(), depth + 1);
    else if (v.isArray()) {
        const QJsonArray a = v.toArray();
        for (qsizetype i = 0; i < qMin<qsizetype>(8, a.size()) && depth < Deepest; ++i)
            takeValue(f, name, a.at(i), depth + 1);
    }
}

void takeObject(Facts &f, const QJsonObject &o, int depth) {
    if (depth > Deepest)
        return;
    int members = 0;
    // A status goes before the words that might name one, and a time before what counts from it.
    for (const bool nested : {false, true}) {
        for (auto it = o.begin(); it != o.end() && members < MostMembers; ++it, ++members) {
            if (nested == (it->isObject() || it->isArray()))
                takeValue(f, it.key(), *it, depth);
        }
    }
}

/// Behind the brace that closes the one at `open`; 0: there is none.
qsizetype objectEnd(QStringView text, qsizetype open) {
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'\\')
            ++i;
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'{')
            ++depth;
        else if (!quoted && c == u'}' && --depth == 0)
            return i + 1;
    }
    return 0;
}

} // namespace

bool readJson(QStringView text, Facts &f) {
    const QStringView s = text.trimmed();
    if (!s.startsWith(u'{') && !s.startsWith(u'['))
        return false;
    QJsonParseError error;
    const QJsonDocument doc = QJsonDocument::fromJson(s.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return false;
    if (doc.isObject())
        takeObject(f, doc.object(), 0);
    else
        takeValue(f, {}, doc.array(), 0);
    return true;
}

bool readJsonWithin(QStringView text, Facts &f, qsizetype starts) {
    constexpr int MostStarts = 8;
    const qsizetype last = starts < 0 ? text.size() : starts;
    qsizetype open = text.indexOf(u'{');
    for (int n = 0; n < MostStarts && open >= 0 && open < last; ++n) {
        const qsizetype end = objectEnd(text, open);
        const Facts before = f;
        const bool read = end > 0 && readJson(text.sliced(open, end - open), f);
        if (f != before)
            return true;
        open = text.indexOf(u'{', read ? end : open + 1);
    }
    return false;
}

bool readHttp(QStringView text, Facts &f, QList<Note> &notes, bool *response) {
    bool any = false, answered = false, sent = false, credential = false, body = false;
    bool bearer = false, apiKey = false;
    bool onwardRead = false; // the rest of a text is read only once: time stays linear
    int headers = 0;
    for (qsizetype at = 0; at < text.size() && headers < MostHeaders && !body;) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end;
        bool remark = false;
        const QStringView line = unmarked(text.sliced(at, end - at).trimmed(), &remark);
        const qsizetype here = at;
        at = end + 1;
        if (remark || line.isEmpty() || line == QStringView(u"<") || line == QStringView(u">"))
            continue;
        if (takeStatusLine(f, line)) {
            any = answered = true;
            takeInlineChallenge(f, line);
            // The body may have come onto this very line, whole or only with its beginning.
            body = readJsonWithin(line, f);
            if (!body && !onwardRead && line.contains(u'{')) {
                onwardRead = true;
                body = readJsonWithin(text.sliced(here), f, end - here);
            }
        } else if (!saysMore(line) && takeRequestLine(f, line)) {
            any = sent = true;
        } else if (any && (line.startsWith(u'{') || line.startsWith(u'['))) {
            body = true;
            const QStringView rest = text.sliced(here);
            if (!readJson(rest, f)) // more may follow it
                readJson(line, f);
        } else if (const qsizetype colon = line.indexOf(u':'); any && colon > 0) {
            ++headers;
            const QStringView name = line.first(colon).trimmed(), value = line.sliced(colon + 1).trimmed();
            const bool isApiKey = name.compare(QStringView(u"x-api-key"), Qt::CaseInsensitive) == 0;
            if (isApiKey || name.compare(QStringView(u"authorization"), Qt::CaseInsensitive) == 0) {
                credential = true;
                (isApiKey ? apiKey : bearer) |= !value.isEmpty();
                takeCredential(value, f, notes);
            } else {
                takeField(f, name, value.toString());
            }
        }
    }
    if (sent && !credential && !f.key && !notes.contains(Note::NoKeySent))
        notes.append(Note::NoKeySent);
    if (bearer && apiKey)
        notes.append(Note::TwoKeysSent);
    *response = answered;
    return any;
}

} // namespace latchkey::diagnosis
