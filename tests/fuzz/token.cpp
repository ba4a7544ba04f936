#include "core/token/token.h"
#include "tests/fuzz/fuzz.h"

// A token that parses is one of the shape; any other byte in its place breaks the checksum.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    token::ParseError why{};
    const auto parsed = token::parse(bytes, &why);
    if (!parsed)
        return;
    FUZZ_CHECK(bytes.size() >= 50 && bytes.size() <= 80);
    QByteArray changed = bytes;
    changed[changed.size() / 2] = changed.at(changed.size() / 2) == 'a' ? 'b' : 'a';
    FUZZ_CHECK(!token::parse(changed));
}
