#pragma once

#include "core/model/api_key.h"
#include "core/model/secret_bytes.h"

#include <QByteArray>
#include <QString>
#include <optional>

/// The token: `<prefix>_<env>_<id>_<secret><check>` (docs/token.md).
namespace latchkey::token {

inline constexpr int SecretLength = 32;
inline constexpr int CheckLength = 6;

/// `[a-z][a-z0-9]{1,9}`
bool isPrefix(QStringView prefix);

/// `SHA-256("latchkey-key-v1\0" || token)`, 32 bytes: all that a database ever holds of a token.
using Verifier = QByteArray;

struct NewToken {
    SecretBytes token;
    KeyId id;
    Verifier verifier;
};

/// A fresh token from the system's random generator. With `id` given the token is for that key id.
NewToken generate(const QString &prefix, Environment env, std::optional<KeyId> id = std::nullopt);
/// A token of a principal of a server: `<prefix>_adm_<id>_…`.
NewToken generateAdmin(const QString &prefix);
KeyId randomId();

enum class ParseError { Empty, WrongShape, WrongCharacters, WrongCheck };
struct ParsedToken {
    QString prefix;
    QString environmentWord; ///< live, stage, dev, adm
    KeyId id;
};
/// Shape and checksum only; says nothing about whether the key exists.
std::optional<ParsedToken> parse(QByteArrayView token, ParseError *error = nullptr);

Verifier verifierOf(QByteArrayView token);
bool matches(QByteArrayView token, const Verifier &verifier); ///< constant time

/// 6 base62 characters, zero padded: CRC-32 (zlib) of `head`.
QByteArray checkOf(QByteArrayView head);

} // namespace latchkey::token
