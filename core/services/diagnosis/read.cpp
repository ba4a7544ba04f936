#include "core/services/diagnosis/facts.h"
#include "core/services/diagnosis/fields.h"
#include "core/services/diagnosis/formats.h"
#include "core/services/diagnosis/token_scan.h"

#include <algorithm>

namespace latchkey::diagnosis {

namespace {

constexpr qsizetype MostLines = 5000;

bool isRefusal(const Facts &f) {
    const int s = f.status.value_or(0);
    return s == 401 || s == 403 || s == 429 || (f.code && s == 0);
}

/// Control characters that no text has; a few of them may come along with a copy.
bool isBinary(QStringView text) {
    const auto odd = std::count_if(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 32 && !c.isSpace()) || c == QChar::ReplacementCharacter;
    });
    return odd * 10 > text.size();
}

/// "unauthorized" has as many letters as an id.
bool isWord(QStringView s) {
    return std::all_of(s.begin() + 1, s.end(), [](QChar c) { return c.isLower(); });
}

std::optional<Form> readLine(QStringView line, Facts &f) {
    if (readJson(line, f))
        return Form::Json;
    if (readAccessLog(line, f))
        return Form::AccessLog;
    if (readPairs(line, f))
        return Form::Fields;
    return std::nullopt;
}

/// The first refused request of a log, else the first request of it.
std::optional<Form> readLines(QStringView text, Facts &f, QList<Note> &notes) {
    std::optional<Form> form;
    Facts taken;
    int requests = 0;
    qsizetype lines = 0;
    for (qsizetype at = 0; at < text.size() && lines < MostLines; ++lines) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end;
        const QStringView line = text.sliced(at, end - at).trimmed();
        at = end + 1;
        Facts own = f;
        const auto found = line.isEmpty() ? std::nullopt : readLine(line, own);
        if (!found)
            continue;
        ++requests;
        const bool better = !form || (isRefusal(own) && !isRefusal(taken));
        if (!better)
            continue;
        form = found;
        taken = own;
        const Scanned keys = takeTokens(line); // masked by now: the key of this very line
        if (!taken.key && !keys.keys.isEmpty())
            taken.key = keys.keys.first();
    }
    if (form)
        f = taken;
    if (requests > 1)
        notes.append(Note::SeveralRequests);
    return form;
}

/// `403 Forbidden`, `GET /v1/leads`, `insufficient_scope`: whatever of it stands in words.
void readWords(QStringView text, Facts &f) {
    const QString line = text.left(4000).toString().simplified();
    const QStringList words = line.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString w = words[i];
        while (!w.isEmpty() && QStringLiteral(".,;:\"'()“”").contains(w.back()))
            w.chop(1);
        while (!w.isEmpty() && QStringLiteral("\"'(“").contains(w.front()))
            w.remove(0, 1);
        const QString next = words.value(i + 1);
        if (isMethod(w) && (next.startsWith(u'/') || next.startsWith(QStringLiteral("http")))) {
            takeMethod(f, w);
            takeUrl(f, next);
        } else if (w == u"401" || w == u"403" || w == u"429") {
            takeStatus(f, w);
        } else if (w.startsWith(QStringLiteral("http://")) || w.startsWith(QStringLiteral("https://"))) {
            takeUrl(f, w);
        } else if (w.contains(u'_')) {
            takeField(f, u"code", w);
        }
        if (const auto scope = Scope::fromString(w);
            scope && !f.scope && w[0].isLetter() && !w.contains(u"//"))
            f.scope = scope;
    }
}

bool hasAny(const Facts &f) {
    return f.key || !f.method.isEmpty() || !f.path.isEmpty() || f.scope || f.environment || f.address ||
           f.customer || f.status || f.code;
}

Form formOf(QStringView text, Facts &f, QList<Note> &notes) {
    QString rest;
    bool response = false;
    if (readCurl(text, f, notes, &rest)) {
        QList<Note> ignored;
        if (!rest.trimmed().isEmpty() && !readHttp(rest, f, ignored, &response))
            readLines(rest, f, ignored);
        return Form::Curl;
    }
    if (readHttp(text, f, notes, &response))
        return response ? Form::Response : Form::Request;
    if (readJson(text, f))
        return Form::Json;
    const QStringView s = text.trimmed();
    if (s.startsWith(QStringView(u"http://")) || s.startsWith(QStringView(u"https://"))) {
        takeUrl(f, s.toString().section(u' ', 0, 0).section(u'\n', 0, 0));
        return Form::Url;
    }
    if (const auto form = readLines(text, f, notes))
        return *form;
    readJsonWithin(text, f);
    readWords(text, f);
    return Form::Words;
}

/// `/v1/leads?page=2&api_key=…`: whether a parameter that looks as if it held a key stands in an address.
bool hasQueryKey(QStringView text) {
    bool slash = false, query = false; // in this word
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c.isSpace() || QStringView(u"\"'`<>(").contains(c)) {
            slash = query = false;
            continue;
        }
        slash = slash || c == u'/';
        query = query || (slash && c == u'?');
        if (!query || (c != u'?' && c != u'&'))
            continue;
        const QStringView rest = text.sliced(at + 1, qMin<qsizetype>(16, text.size() - at - 1));
        for (const QStringView name :
             {u"api_key=", u"apikey=", u"api-key=", u"access_token=", u"key=", u"token="}) {
            if (rest.size() > name.size() && rest.startsWith(name, Qt::CaseInsensitive) &&
                rest[name.size()] != u'&' && !rest[name.size()].isSpace())
                return true;
        }
    }
    return false;
}

/// Notes a key of the query where no header brings one, as far as the text tells.
void takeQueryKey(Reading &r, const Scanned &scanned) {
    const bool request = r.form == Form::Curl || r.form == Form::Request || r.form == Form::Response;
    const bool inHeader = request ? !r.notes.contains(Note::NoKeySent)
                                  : r.facts.key && !scanned.inAddress.contains(r.facts.key->id);
    if (inHeader || r.notes.contains(Note::SeveralRequests) || !hasQueryKey(scanned.text))
        return;
    r.notes.removeAll(Note::NoKeySent);
    r.notes.append(Note::KeyInQuery);
}

} // namespace

tl::expected<Reading, ReadProblem> read(QStringView given) {
    QStringView text = given.trimmed();
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.sliced(1).trimmed();
    if (text.isEmpty())
        return tl::unexpected(ReadProblem::Empty);
    if (text.size() > MostCharacters)
        return tl::unexpected(ReadProblem::TooLong);
    if (isBinary(text))
        return tl::unexpected(ReadProblem::Binary);
    Reading r;
    Scanned scanned = takeTokens(text);
    r.shown = scanned.text;
    const QStringView alone = QStringView(scanned.text).trimmed();
    if (scanned.keys.size() == 1 && !alone.contains(u' ') && !alone.contains(u'\n') &&
        !alone.contains(u'/') && !alone.contains(u'{') && !alone.contains(u'=')) {
        r.form = Form::Key;
        r.facts.key = scanned.keys.first();
        return r;
    }
    if (const auto id = KeyId::fromString(alone); id && !isWord(alone)) {
        r.form = Form::Key;
        r.facts.key = KeyReference{};
        r.facts.key->id = *id;
        return r;
    }
    const bool oneWord = std::all_of(alone.begin(), alone.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
    });
    if (oneWord && alone.size() >= 20 && alone.size() <= 400) { // long and of one piece: meant as a key
        r.form = Form::Key;
        r.facts.key = KeyReference{};
        r.facts.key->kind = KeyReference::Kind::Malformed;
        r.shown = dots();
        return r;
    }
    r.form = formOf(scanned.text, r.facts, r.notes);
    r.facts.ofALog = r.form == Form::AccessLog ||
                     ((r.form == Form::Fields || r.form == Form::Json) && !r.facts.path.isEmpty());
    takeQueryKey(r, scanned);
    const bool ofALine =
        r.form == Form::AccessLog || r.form == Form::Fields || (r.form == Form::Json && r.facts.key);
    if (!scanned.keys.isEmpty() && !(ofALine && r.facts.key && r.notes.contains(Note::SeveralRequests))) {
        // The reading saw only masks: what was taken out before has more.
        r.facts.key = scanned.keys.first();
        r.notes.removeAll(Note::NoKeySent);
        if (scanned.keys.size() > 1)
            r.notes.append(Note::SeveralKeys);
    } else if (r.facts.key) {
        const auto whole = std::find_if(scanned.keys.cbegin(), scanned.keys.cend(),
                                        [&](const KeyReference &k) { return k.id == r.facts.key->id; });
        if (whole != scanned.keys.cend())
            r.facts.key = *whole;
    }
    // What one types oneself is in no log yet.
    const bool logged = r.form != Form::Curl && r.form != Form::Request && r.form != Form::Response;
    if (logged && r.facts.key && r.facts.key->kind == KeyReference::Kind::Token &&
        scanned.inAddress.contains(r.facts.key->id))
        r.notes.append(Note::TokenInAddress);
    if (!hasAny(r.facts))
        return tl::unexpected(ReadProblem::Nothing);
    return r;
}

} // namespace latchkey::diagnosis
