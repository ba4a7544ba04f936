#include "core/services/diagnosis/fields.h"
#include "core/services/diagnosis/formats.h"

#include <algorithm>
#include <array>

namespace latchkey::diagnosis {

namespace {

constexpr qsizetype MostWords = 500;

struct Word {
    QString text;
    bool literal = false; ///< in single quotes: the shell leaves a $NAME as it is
};

/// The words of one shell command; `end` is where it ends.
QList<Word> shellWords(QStringView s, qsizetype *end) {
    QList<Word> words;
    Word word;
    bool inWord = false;
    qsizetype i = 0;
    const auto finish = [&] {
        if (inWord)
            words.append(word);
        word = {};
        inWord = false;
    };
    for (; i < s.size() && words.size() < MostWords; ++i) {
        const QChar c = s[i];
        const bool lineEnd = i + 1 < s.size() && (s[i + 1] == u'\n' || s[i + 1] == u'\r');
        if ((c == u'\\' || c == u'^' || c == u'`') &&
            lineEnd) { // goes on in the next line: sh, cmd, PowerShell
            i += s[i + 1] == u'\r' && i + 2 < s.size() && s[i + 2] == u'\n' ? 2 : 1;
            finish();
        } else if (c == u'\n' || c == u'\r' || c == u'|' || c == u';') {
            break;
        } else if (c.isSpace()) {
            finish();
        } else if (c == u'\'') {
            inWord = word.literal = true;
            const bool escapes = i > 0 && s[i - 1] == u'$' && word.text.endsWith(u'$');
            if (escapes)
                word.text.chop(1);
            for (++i; i < s.size() && s[i] != u'\''; ++i) {
                if (escapes && s[i] == u'\\' && i + 1 < s.size())
                    ++i;
                word.text.append(s[i]);
            }
        } else if (c == u'"') {
            inWord = true;
            for (++i; i < s.size() && s[i] != u'"'; ++i) {
                if (s[i] == u'\\' && i + 1 < s.size())
                    ++i;
                word.text.append(s[i]);
            }
        } else {
            inWord = true;
            word.text.append(c == u'\\' && i + 1 < s.size() ? s[++i] : c);
        }
    }
    finish();
    *end = qMin(i, s.size());
    return words;
}

/// Options whose next word is a value of no interest here.
bool takesValue(const QString &option) {
    static constexpr std::array names{u"-A",
                                      u"-b",
                                      u"-c",
                                      u"-C",
                                      u"-e",
                                      u"-E",
                                      u"-K",
                                      u"-m",
                                      u"-o",
                                      u"-r",
                                      u"-t",
                                      u"-w",
                                      u"-x",
                                      u"-y",
                                      u"-Y",
                                      u"-z",
                                      u"--user-agent",
                                      u"--cookie",
                                      u"--cookie-jar",
                                      u"--referer",
                                      u"--cert",
                                      u"--key",
                                      u"--cacert",
                                      u"--capath",
                                      u"--max-time",
                                      u"--connect-timeout",
                                      u"--output",
                                      u"--range",
                                      u"--write-out",
                                      u"--proxy",
                                      u"--proxy-user",
                                      u"--resolve",
                                      u"--retry",
                                      u"--retry-delay",
                                      u"--interface",
                                      u"--config",
                                      u"--limit-rate",
                                      u"--ciphers",
                                      u"--dump-header",
                                      u"-D",
                                      u"--connect-to",
                                      u"--max-redirs",
                                      u"--pinnedpubkey",
                                      u"--tls-max"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char16_t *n) { return option == QStringView(n); });
}

struct Command {
    QString method;
    bool body = false, get = false, head = false, put = false, credential = false;
    bool bearer = false, apiKey = false; ///< the two headers that a gateway reads a key from
};

void takeHeader(const Word &w, Facts &f, Command &c, QList<Note> &notes) {
    const QString name = w.text.section(u':', 0, 0).trimmed(), value = w.text.section(u':', 1).trimmed();
    const QString low = name.toLower();
    if (low == u"authorization" || low == u"x-api-key" || low == u"api-key" || low == u"apikey") {
        c.credential = true;
        c.bearer |= low == u"authorization" && !value.isEmpty();
        c.apiKey |= low == u"x-api-key" && !value.isEmpty();
        if (w.literal && value.contains(u'$') && !notes.contains(Note::VariableInsteadOfKey))
            notes.append(Note::VariableInsteadOfKey);
        takeCredential(value, f, notes);
    } else if (low != u"date") {
        takeField(f, name, value);
    }
}

/// Options with a value that is of interest; true if it was one.
bool takeOption(const QString &name, const Word &value, Facts &f, Command &c, QList<Note> &notes) {
    if (name == u"-X" || name == u"--request") {
        c.method = value.text;
    } else if (name == u"-H" || name == u"--header") {
        takeHeader(value, f, c, notes);
    } else if (name == u"-u" || name == u"--user" || name == u"--oauth2-bearer") {
        c.credential = true;
    } else if (name == u"-d" || name.startsWith(QStringLiteral("--data")) || name == u"-F" ||
               name.startsWith(QStringLiteral("--form")) || name == u"--json") {
        c.body = true;
    } else if (name == u"-T" || name == u"--upload-file") {
        c.put = true;
    } else if (name == u"--url") {
        takeUrl(f, value.text);
    } else {
        return takesValue(name);
    }
    return true;
}

} // namespace

void takeCredential(QStringView value, Facts &f, QList<Note> &notes) {
    QString v = value.trimmed().toString();
    for (const char *scheme : {"Bearer ", "Basic ", "Token ", "ApiKey "}) {
        if (v.startsWith(QLatin1StringView(scheme), Qt::CaseInsensitive))
            v = v.mid(static_cast<qsizetype>(qstrlen(scheme))).trimmed();
    }
    const bool placeholder = v.startsWith(u'$') || v.startsWith(u'<') || v.startsWith(u'{') ||
                             v.startsWith(u'%') || v.contains(u'•') || v.startsWith(u'*') ||
                             v.startsWith(u'[');
    if (v.isEmpty()) {
        if (!notes.contains(Note::NoKeySent))
            notes.append(Note::NoKeySent);
    } else if (!placeholder && !f.key) {
        KeyReference r; // somebody else's credential, or a piece of a key: no shape of ours
        r.kind = KeyReference::Kind::Malformed;
        f.key = r;
    }
}

bool readCurl(QStringView text, Facts &f, QList<Note> &notes, QString *rest) {
    QStringView s = text.trimmed();
    for (const char16_t *prompt : {u"$ ", u"# ", u"> ", u"% "}) {
        if (s.startsWith(QStringView(prompt)))
            s = s.sliced(2).trimmed();
    }
    if (!s.startsWith(QStringView(u"curl ")) && !s.startsWith(QStringView(u"curl.exe ")))
        return false;
    qsizetype end = 0;
    const QList<Word> words = shellWords(s, &end);
    *rest = s.sliced(end).toString();
    Command c;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &w = words[i].text;
        if (!w.startsWith(u'-') || w.size() < 2) {
            takeUrl(f, w);
            continue;
        }
        const Word next = i + 1 < words.size() ? words[i + 1] : Word();
        if (w == u"-I" || w == u"--head") {
            c.head = true;
        } else if (w == u"-G" || w == u"--get") {
            c.get = true;
        } else if (w.startsWith(QStringLiteral("--")) && w.contains(u'=')) {
            takeOption(w.section(u'=', 0, 0), {w.section(u'=', 1), words[i].literal}, f, c, notes);
        } else if (takeOption(w, next, f, c, notes)) {
            ++i;
        } else if (!w.startsWith(QStringLiteral("--")) && w.size() > 2) {
            // Short options together: -XDELETE, -sSLX DELETE, -HAccept:…
            for (qsizetype k = 1; k < w.size(); ++k) {
                const QString one = QStringLiteral("-") + w[k];
                c.head = c.head || one == u"-I";
                c.get = c.get || one == u"-G";
                const bool last = k + 1 == w.size();
                if (takeOption(one, last ? next : Word{w.mid(k + 1), words[i].literal}, f, c, notes)) {
                    i += last ? 1 : 0;
                    break;
                }
            }
        }
    }
    takeMethod(f, !c.method.isEmpty() ? c.method
                  : c.head            ? QStringLiteral("HEAD")
                  : c.get             ? QStringLiteral("GET")
                  : c.put             ? QStringLiteral("PUT")
                  : c.body            ? QStringLiteral("POST")
                                      : QStringLiteral("GET"));
    if (!c.credential && !f.key && !notes.contains(Note::NoKeySent))
        notes.append(Note::NoKeySent);
    if (c.bearer && c.apiKey)
        notes.append(Note::TwoKeysSent);
    return true;
}

} // namespace latchkey::diagnosis
