#include "core/services/diagnosis/token_scan.h"

#include "core/model/secret_bytes.h"

#include <algorithm>
#include <array>

namespace latchkey::diagnosis {

namespace {

constexpr char16_t Dot = u'•';
constexpr QStringView Foreign = u"◦◦◦◦◦◦◦◦"; // a credential that is none of ours
constexpr qsizetype LongestRun = 200;        // a token has at most 80

bool isWord(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_';
}

bool isPrefixLetter(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// Where in a run of letters a token begins; its parts are positions in the run.
struct Head {
    qsizetype start = 0; ///< of the prefix
    qsizetype env = 0;
    qsizetype id = 0;
};

/// The first `_live_` and so on with a prefix before it and enough behind it.
std::optional<Head> headOf(QStringView run) {
    for (qsizetype at = run.indexOf(u'_'); at >= 0; at = run.indexOf(u'_', at + 1)) {
        for (const QStringView env : {u"live_", u"stage_", u"dev_", u"adm_"}) {
            if (!run.sliced(at + 1).startsWith(env))
                continue;
            qsizetype start = at;
            while (start > 0 && at - start < 10 && isPrefixLetter(run[start - 1]))
                --start;
            while (start < at && run[start].isDigit())
                ++start;
            if (at - start >= 2)
                return Head{start, at + 1, at + 1 + env.size()};
        }
    }
    return std::nullopt;
}

/// Ordinary names such as `is_live_stream` are no keys.
bool looksRandom(QStringView rest) {
    return rest.size() >= KeyId::Length && std::any_of(rest.begin(), rest.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
           });
}

QString masked(const KeyReference &r) {
    return r.prefix + u'_' + r.environmentWord + u'_' + (r.id.isNull() ? QString() : r.id.toString() + u'_') +
           dots();
}

/// Whether these characters of the run, and nothing else of it, are a whole token.
bool parses(QStringView run, KeyReference &ref) {
    SecretBytes bytes(static_cast<std::size_t>(run.size()));
    for (qsizetype i = 0; i < run.size(); ++i)
        bytes.data()[i] = static_cast<char>(run[i].unicode());
    const auto parsed = token::parse(bytes.view(), &ref.error);
    if (!parsed)
        return false;
    ref.kind = KeyReference::Kind::Token;
    ref.prefix = parsed->prefix;
    ref.environmentWord = parsed->environmentWord;
    ref.id = parsed->id;
    ref.verifier = token::verifierOf(bytes.view());
    return true;
}

/// What follows the id is a mask already: dots, stars, an ellipsis; where it ends.
qsizetype endOfMask(QStringView text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && end - at < 64 && (text[end] == Dot || text[end] == u'*' || text[end] == u'…'))
        ++end;
    if (end == at && text.sliced(at).startsWith(QStringView(u"...")))
        end = at + 3;
    return end;
}

/// A token, or what was meant as one; `start` becomes where it begins in the run.
std::optional<KeyReference> keyIn(QStringView run, bool maskFollows, qsizetype *start) {
    const auto head = headOf(run);
    if (!head)
        return std::nullopt;
    const QStringView rest = run.sliced(head->id);
    if (!looksRandom(rest))
        return std::nullopt;
    *start = head->start;
    KeyReference ref;
    // Something may stick to the front, such as the n of an escaped line end: the checksum knows.
    for (qsizetype from = head->start; from + 2 < head->env && run.size() <= LongestRun; ++from) {
        if (parses(run.sliced(from), ref)) {
            *start = from;
            return ref;
        }
    }
    parses(run.sliced(head->start).first(qMin(LongestRun, run.size() - head->start)),
           ref); // for what is wrong
    ref.kind = KeyReference::Kind::Malformed;
    ref.prefix = run.sliced(head->start, head->env - 1 - head->start).toString();
    ref.environmentWord = run.sliced(head->env, head->id - 1 - head->env).toString();
    const qsizetype end = rest.indexOf(u'_');
    ref.id = KeyId::fromString(end < 0 ? rest : rest.first(end)).value_or(KeyId());
    const QStringView tail = end < 0 ? QStringView() : rest.sliced(end + 1);
    const bool crossedOut =
        std::all_of(tail.begin(), tail.end(), [](QChar c) { return c == u'x' || c == u'X'; });
    if (!ref.id.isNull() && (maskFollows || crossedOut))
        ref.kind = KeyReference::Kind::Masked;
    return ref;
}

void add(Scanned &s, const KeyReference &ref) {
    if (s.keys.size() < Scanned::MostKeys && !s.keys.contains(ref))
        s.keys.append(ref);
}

/// Whether what stands before a token, up to a space or a quote, is an address: `/v1/leads?key=`,
/// `https://…`.
bool endsInAddress(QStringView before) {
    qsizetype from = before.size();
    while (from > 0 && !before[from - 1].isSpace() && !QStringView(u"\"'`<>(").contains(before[from - 1]))
        --from;
    const QStringView word = before.sliced(from);
    return word.startsWith(u'/') || word.contains(QStringView(u"://"));
}

/// `Authorization: Basic …` may hold a token as its user or password.
bool takeBasic(QStringView word, Scanned &s) {
    if (word.size() < 60 || word.size() > 400)
        return false;
    QByteArray encoded = word.toLatin1();
    const auto result = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    secureWipe(encoded.data(), static_cast<std::size_t>(encoded.size()));
    if (!result)
        return false;
    QByteArray decoded = *result;
    if (!std::all_of(decoded.cbegin(), decoded.cend(), [](char c) { return c >= 32 && c < 127; }))
        return false;
    QString plain = QString::fromLatin1(decoded);
    secureWipe(decoded.data(), static_cast<std::size_t>(decoded.size()));
    const Scanned inner = takeTokens(plain);
    secureWipe(plain.data(), static_cast<std::size_t>(plain.size()) * sizeof(QChar));
    for (const KeyReference &k : inner.keys)
        add(s, k);
    return !inner.keys.isEmpty();
}

/// Values behind these are credentials, whatever their format: headers, and the options of curl.
void hideForeign(QString &text) {
    static constexpr std::array<QStringView, 10> names{
        u"api_key=",       u"apikey=",    u"access_token=",

        u"authorization:", u"x-api-key:", u"api-key:",      u"cookie:", u" -u ", u"--user ", u"password="};
    QString out;
    qsizetype done = 0;
    const QStringView all(text);
    for (qsizetype at = 0; at < all.size(); ++at) {
        const QChar c = all[at].toLower();
        if (c != u'a' && c != u'x' && c != u'c' && c != u' ' && c != u'-' && c != u'p')
            continue;
        const QStringView rest = all.sliced(at, qMin<qsizetype>(16, all.size() - at));
        const auto *const name = std::find_if(names.begin(), names.end(), [&](QStringView n) {
            return rest.startsWith(n, Qt::CaseInsensitive);
        });
        if (name == names.end())
            continue;
        const bool header = name->endsWith(u':');
        qsizetype from = at + name->size();
        const auto skipSpace = [&] {
            while (from < all.size() && all[from] == u' ')
                ++from;
        };
        skipSpace();
        for (const QStringView scheme : {u"bearer ", u"basic ", u"token ", u"apikey "}) {
            if (header && all.sliced(from).startsWith(scheme, Qt::CaseInsensitive))
                from += scheme.size();
        }
        skipSpace();
        if (!header && from < all.size() && (all[from] == u'"' || all[from] == u'\''))
            ++from;
        qsizetype to = from;
        while (to < all.size() && all[to] != u'\n' && all[to] != u'\r' && all[to] != u'"' &&
               all[to] != u'\'' && (header || (all[to] != u' ' && all[to] != u'&')))
            ++to;
        const QStringView value = all.sliced(from, to - from);
        at = qMax(at, to - 1);
        if (value.isEmpty() || value.contains(Dot) || KeyId::fromString(value) || value.startsWith(u'$') ||
            value.startsWith(u'<') || value.startsWith(u'{'))
            continue;
        out.append(all.sliced(done, from - done)).append(Foreign);
        done = to;
    }
    if (done == 0)
        return;
    out.append(all.sliced(done));
    text = out;
}

} // namespace

QString dots() {
    return QString(8, QChar(Dot));
}

Scanned takeTokens(QStringView text) {
    Scanned s;
    s.text.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (!isWord(text[i])) {
            s.text.append(text[i++]);
            continue;
        }
        qsizetype end = i + 1;
        while (end < text.size() && isWord(text[end]))
            ++end;
        const QStringView run = text.sliced(i, end - i);
        const qsizetype maskEnd = endOfMask(text, end);
        qsizetype start = 0;
        if (const auto ref = run.size() >= 16 ? keyIn(run, maskEnd > end, &start) : std::nullopt) {
            add(s, *ref);
            s.text.append(run.first(start));
            if (ref->kind == KeyReference::Kind::Token && s.inAddress.size() < Scanned::MostKeys &&
                endsInAddress(s.text))
                s.inAddress.append(ref->id);
            s.text.append(masked(*ref));
            i = maskEnd;
            continue;
        }
        // Base64 has + / = beside these letters; a Basic credential follows its word.
        if (s.text.endsWith(QStringLiteral("Basic "), Qt::CaseInsensitive)) {
            qsizetype to = end;
            while (to < text.size() &&
                   (isWord(text[to]) || text[to] == u'+' || text[to] == u'/' || text[to] == u'='))
                ++to;
            takeBasic(text.sliced(i, to - i), s);
            s.text.append(dots());
            i = to;
            continue;
        }
        s.text.append(run);
        i = end;
    }
    hideForeign(s.text);
    return s;
}

} // namespace latchkey::diagnosis
