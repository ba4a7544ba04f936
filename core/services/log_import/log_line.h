#pragma once

#include "core/model/request.h"

#include <QByteArrayView>
#include <optional>
#include <tl/expected.hpp>

/// Lines of access logs (docs/requests.md). Pure functions: whatever the bytes, an answer, and never a token
/// in it.
namespace latchkey::log_line {

enum class Format { Combined, Json };

/// Why a line is none.
enum class Problem { NotALogLine, BadTime, BadStatus, BadJson, TooLong, Binary };

/// What names the key of a request. A token is hashed here and forgotten.
struct KeyHint {
    KeyId credential;    ///< id part of a token, of a masked form, or an id on its own
    QByteArray verifier; ///< of a whole token; empty otherwise
    bool idOnly =
        false; ///< an id on its own: the key's, or its first token's; which token was sent isn't said
    bool operator==(const KeyHint &) const = default;
};

struct Line {
    RequestRecord record; ///< its `key` is still null
    KeyHint hint;
    KeyHint exposed; ///< a whole token in the address, the query or the referrer; null otherwise
};

/// By the first character; a file may hold both, where a rotation changed the format.
Format formatOf(QByteArrayView line);
tl::expected<Line, Problem> parse(Format format, QByteArrayView line);
/// "notALogLine" …: what ui/ words.
QString toWord(Problem p);

} // namespace latchkey::log_line
