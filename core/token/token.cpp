#include "core/token/token.h"

#include "core/model/sha256.h"

#include "core/token/random_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <zlib.h>

namespace latchkey::token {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr unsigned Base = 62;
constexpr qsizetype LongestToken = 10 + 1 + 5 + 1 + KeyId::Length + 1 + SecretLength + CheckLength;

bool isBase62(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool allBase62(QByteArrayView v) {
    return std::all_of(v.begin(), v.end(), isBase62);
}

bool isPrefixBytes(QByteArrayView p) {
    return p.size() >= 2 && p.size() <= 10 && p[0] >= 'a' && p[0] <= 'z' &&
           std::all_of(p.begin(), p.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

/// Unbiased: of 256 byte values 248 = 4 × 62 are taken, the others drawn again.
void randomBase62(char *out, std::size_t n) {
    std::array<unsigned char, 64> pool{};
    std::size_t at = pool.size();
    for (std::size_t i = 0; i < n;) {
        if (at == pool.size()) {
            randomBytes(pool.data(), pool.size());
            at = 0;
        }
        const unsigned char b = pool[at++];
        if (b < 4 * Base)
            out[i++] = alphabet[b % Base];
    }
    secureWipe(pool.data(), pool.size());
}

void writeCheck(QByteArrayView head, char *out) {
    uLong crc = crc32(0L, reinterpret_cast<const Bytef *>(head.data()), static_cast<uInt>(head.size()));
    for (int i = CheckLength - 1; i >= 0; --i) {
        out[i] = alphabet[crc % Base];
        crc /= Base;
    }
}

std::optional<ParsedToken> failed(ParseError why, ParseError *error) {
    if (error)
        *error = why;
    return std::nullopt;
}

bool isEnvironmentWord(QByteArrayView w) {
    return w == "live" || w == "stage" || w == "dev" || w == "adm";
}

} // namespace

bool isPrefix(QStringView prefix) {
    return isPrefixBytes(prefix.toLatin1()) && prefix.size() == prefix.toUtf8().size();
}

QByteArray checkOf(QByteArrayView head) {
    QByteArray check(CheckLength, '0');
    writeCheck(head, check.data());
    return check;
}

KeyId randomId() {
    std::array<char, KeyId::Length> c{};
    randomBase62(c.data(), c.size());
    return *KeyId::fromLatin1(QByteArrayView(c.data(), KeyId::Length));
}

static NewToken generateFor(const QString &prefix, const QString &word, const KeyId &id) {
    const QByteArray public_ = (prefix + u'_' + word + u'_' + id.toString() + u'_').toLatin1();
    const auto publicSize = static_cast<std::size_t>(public_.size());
    SecretBytes token(publicSize + SecretLength + CheckLength);
    std::memcpy(token.data(), public_.data(), publicSize);
    randomBase62(token.data() + publicSize, SecretLength);
    writeCheck(token.view().first(public_.size() + SecretLength), token.data() + publicSize + SecretLength);
    Verifier verifier = verifierOf(token.view());
    return {std::move(token), id, std::move(verifier)};
}

NewToken generate(const QString &prefix, Environment env, std::optional<KeyId> wanted) {
    return generateFor(prefix, tokenWord(env), wanted.value_or(randomId()));
}

NewToken generateAdmin(const QString &prefix) {
    return generateFor(prefix, QStringLiteral("adm"), randomId());
}

std::optional<ParsedToken> parse(QByteArrayView token, ParseError *error) {
    if (token.isEmpty())
        return failed(ParseError::Empty, error);
    if (token.size() > LongestToken)
        return failed(ParseError::WrongShape, error);
    const qsizetype first = token.indexOf('_');
    const qsizetype second = first < 0 ? -1 : token.indexOf('_', first + 1);
    const qsizetype third = second < 0 ? -1 : token.indexOf('_', second + 1);
    if (third < 0 || third - second - 1 != KeyId::Length ||
        token.size() - third - 1 != SecretLength + CheckLength)
        return failed(ParseError::WrongShape, error);
    const QByteArrayView prefix = token.first(first), env = token.sliced(first + 1, second - first - 1);
    const QByteArrayView id = token.sliced(second + 1, KeyId::Length), tail = token.sliced(third + 1);
    if (!isPrefixBytes(prefix) || !isEnvironmentWord(env) || !allBase62(id) || !allBase62(tail))
        return failed(ParseError::WrongCharacters, error);
    std::array<char, CheckLength> check{};
    writeCheck(token.first(token.size() - CheckLength), check.data());
    if (!std::equal(check.begin(), check.end(), tail.end() - CheckLength))
        return failed(ParseError::WrongCheck, error);
    return ParsedToken{QString::fromLatin1(prefix.data(), prefix.size()),
                       QString::fromLatin1(env.data(), env.size()), *KeyId::fromLatin1(id)};
}

Verifier verifierOf(QByteArrayView token) {
    static constexpr char domain[] =
        "latchkey-key-v1"; // with its terminating zero: it is part of the definition
    return sha256({QByteArrayView(domain, sizeof domain), token});
}

bool matches(QByteArrayView token, const Verifier &verifier) {
    return constantTimeEqual(verifierOf(token), verifier);
}

} // namespace latchkey::token
