#pragma once

#include <QtGlobal>
#include <string_view>

namespace latchkey::server {

/// What is wrong with the head of a request, beside what the parser finds: all that lets two programs read
/// the same bytes as different requests (RFC 9112, section 11), and the limits of the wire.
enum class HeadProblem : quint8 {
    None,
    LineTooLong,       ///< 414
    TooLarge,          ///< 431
    TooManyFields,     ///< 431
    BadLine,           ///< not "METHOD target HTTP/1.x"
    BadTarget,         ///< not in origin form, or characters that cannot stand there
    BadVersion,        ///< 505
    BadCharacter,      ///< a control character, a CR or LF alone, NUL
    Folded,            ///< a value goes on in the next line
    BadField,          ///< no name, a space before the colon
    Duplicate,         ///< Host, Content-Length, Transfer-Encoding, Authorization, Content-Type twice
    LengthAndEncoding, ///< both Content-Length and Transfer-Encoding
    BadLength,
    UnknownEncoding, ///< 501: anything but "chunked"
    NoHost,
};

inline constexpr std::size_t MostLineBytes = 8'192, MostHeaderBytes = 16'384, MostFields = 64;

/// `head` goes up to and with its empty line. Pure, linear.
HeadProblem checkHead(std::string_view head);
/// The same for what has come of a head that is not complete.
HeadProblem checkPartialHead(std::string_view head);
int statusOf(HeadProblem problem);
/// A sentence in English, without anything of the request.
std::string_view sentenceOf(HeadProblem problem);

} // namespace latchkey::server
