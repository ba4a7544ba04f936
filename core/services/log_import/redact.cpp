#include "core/services/log_import/redact.h"

#include "core/model/secret_bytes.h"
#include "core/token/token.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <string_view>

namespace latchkey::log_line {

namespace {

/// Stands for "••••••••" until the text is decoded; no other control character is let through.
constexpr char Mask = 1;
constexpr qsizetype LongestText = 8192;

bool isWordByte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

qsizetype wordLength(QByteArrayView text, qsizetype at) {
    qsizetype n = 0;
    while (at + n < text.size() && isWordByte(text[at + n]))
        ++n;
    return n;
}

/// `_`, also as a browser escapes it.
qsizetype underscoreLength(QByteArrayView text, qsizetype at) {
    if (at < text.size() && text[at] == '_')
        return 1;
    return at + 2 < text.size() && text[at] == '%' && text[at + 1] == '5' &&
                   (text[at + 2] == 'F' || text[at + 2] == 'f')
               ? 3
               : 0;
}

/// A token, or as much of one as is there: where it ends, its public part, and the whole when it is whole.
struct Found {
    qsizetype end = 0;
    QByteArray publicPart; ///< `lk_live_4fQz8KpW02aB_`
    QByteArray id;
    QByteArray whole; ///< empty unless it has its full length
};

/// `at` is where a run of letters and digits begins. Whatever stands right before a token is taken for its
/// prefix: rather too much is hidden than too little.
std::optional<Found> tokenAt(QByteArrayView text, qsizetype at) {
    Found f;
    qsizetype here = at;
    std::array<QByteArrayView, 3> parts;
    for (QByteArrayView &part : parts) {
        const qsizetype n = wordLength(text, here);
        part = text.sliced(here, n);
        here += n;
        const qsizetype bar = underscoreLength(text, here);
        if (n == 0 || bar == 0 || (&part == &parts[1] && n > 5) || (&part == &parts[2] && n > KeyId::Length))
            return std::nullopt;
        here += bar;
    }
    const QByteArrayView environment = parts[1], id = parts[2];
    static constexpr std::array<const char *, 4> environments{"live", "stage", "dev", "adm"};
    if (id.size() != KeyId::Length ||
        std::none_of(environments.begin(), environments.end(),
                     [environment](const char *word) { return environment == word; }))
        return std::nullopt;
    for (const QByteArrayView part : parts)
        f.publicPart += part.toByteArray() + '_';
    f.id = id.toByteArray();
    const qsizetype secret = wordLength(text, here);
    if (secret == token::SecretLength + token::CheckLength)
        f.whole = f.publicPart + text.sliced(here, secret).toByteArray();
    f.end = here + secret;
    return f;
}

/// Keys of others, whose shape is well known.
qsizetype foreignKeyEnd(QByteArrayView text, qsizetype at) {
    const QByteArrayView rest = text.sliced(at);
    for (const char *start :
         {"SG.", "sk_live_", "sk_test_", "ghp_", "xoxb-", "AKIA", "Bearer ", "bearer ", "Basic ", "basic "}) {
        const QByteArrayView s(start);
        if (!rest.startsWith(s))
            continue;
        qsizetype n = s.size();
        while (n < rest.size() &&
               (isWordByte(rest[n]) || std::string_view("._-+/=~").find(rest[n]) != std::string_view::npos))
            ++n;
        return n >= s.size() + 8 ? at + n : 0;
    }
    return 0;
}

/// `api_key=value`: where the value begins, if a secret's name stands at `at`.
qsizetype secretValueAt(QByteArrayView text, qsizetype at) {
    static constexpr std::array names{
        "access_token",  "api_key",   "api-key", "apikey",    "auth",     "authorization",
        "client_secret", "key",       "passwd",  "password",  "pwd",      "secret",
        "sig",           "signature", "token",   "x-api-key", "id_token", "refresh_token"};
    qsizetype end = at;
    while (end < text.size() && (isWordByte(text[end]) || text[end] == '_' || text[end] == '-') &&
           end - at < 20)
        ++end;
    if (end == at || end >= text.size() || text[end] != '=')
        return 0;
    const QByteArray name = text.sliced(at, end - at).toByteArray().toLower();
    const bool secret = std::any_of(names.begin(), names.end(), [&](const char *n) { return name == n; });
    return secret ? end + 1 : 0;
}

void take(KeyHint *hint, const Found &f) {
    if (!hint || !hint->credential.isNull())
        return;
    if (const auto id = KeyId::fromLatin1(f.id))
        hint->credential = *id;
    if (!f.whole.isEmpty()) // one that is wrong must not pass for its key
        hint->verifier = token::parse(f.whole) ? token::verifierOf(f.whole) : QByteArray(32, '\0');
}

bool startsWord(QByteArrayView text, qsizetype at) {
    return isWordByte(text[at]) && (at == 0 || !isWordByte(text[at - 1]));
}

bool isBase64(char c) {
    return isWordByte(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
}

QString decoded(const QByteArray &bytes) {
    auto decode = QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(bytes);
    if (decode.hasError()) // what is no UTF-8 is read as Latin-1, which every byte is
        text = QString::fromLatin1(bytes);
    return text.replace(QLatin1Char(Mask), QString(8, QChar(0x2022)));
}

} // namespace

QString redacted(QByteArrayView whole, KeyHint *hint) {
    const QByteArrayView text = whole.first(qMin(whole.size(), LongestText));
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (startsWord(text, at)) {
            if (auto f = tokenAt(text, at)) {
                take(hint, *f);
                out += f->publicPart + Mask;
                secureWipe(f->whole.data(), static_cast<std::size_t>(f->whole.size()));
                at = f->end;
                continue;
            }
            if (const qsizetype end = foreignKeyEnd(text, at)) {
                out += Mask;
                at = end;
                continue;
            }
            if (const qsizetype value = secretValueAt(text, at)) {
                out += text.sliced(at, value - at);
                at = value;
                if (value < text.size() && tokenAt(text, value))
                    continue; // its masked form says more
                while (at < text.size() &&
                       std::string_view("& ;#\"").find(text[at]) == std::string_view::npos)
                    ++at;
                if (at > value)
                    out += Mask;
                continue;
            }
        }
        const char c = text[at++];
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return decoded(out);
}

KeyHint hintOf(QByteArrayView field) {
    KeyHint hint;
    QByteArrayView text = field.trimmed();
    if (const auto id = KeyId::fromLatin1(text)) {
        hint.credential = *id;
        hint.idOnly = true;
        return hint;
    }
    if (text.size() > 6 && text.first(6).toByteArray().toLower() == "basic ") {
        // user:password, with the token as either; decoded here only, and wiped.
        const QByteArrayView code = text.sliced(6).trimmed();
        if (code.size() < 1024 && std::all_of(code.begin(), code.end(), isBase64)) {
            QByteArray plain = QByteArray::fromBase64(code.toByteArray());
            (void)redacted(plain, &hint);
            secureWipe(plain.data(), static_cast<std::size_t>(plain.size()));
        }
        return hint;
    }
    // "Bearer " and the like stand before it.
    const qsizetype space = text.lastIndexOf(' ');
    (void)redacted(space >= 0 ? text.sliced(space + 1) : text, &hint);
    return hint;
}

} // namespace latchkey::log_line
