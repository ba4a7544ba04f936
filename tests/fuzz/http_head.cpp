#include "server/http/head_check.h"
#include "tests/fuzz/fuzz.h"

#include <string_view>

// A head that passes has one Host at most, no way to read it in two, and each part of it passes as an
// unfinished one.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey::server;
    const std::string_view head(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const HeadProblem whole = checkHead(head);
    (void)sentenceOf(whole);
    (void)checkPartialHead(head);
    if (whole != HeadProblem::None)
        return;
    const QByteArray lower = bytes.left(bytes.indexOf("\r\n\r\n") + 2).toLower();
    for (const char *once :
         {"\r\nhost:", "\r\ncontent-length:", "\r\ntransfer-encoding:", "\r\nauthorization:"})
        FUZZ_CHECK(lower.count(once) <= 1);
    FUZZ_CHECK(!(lower.contains("\r\ncontent-length:") && lower.contains("\r\ntransfer-encoding:")));
    FUZZ_CHECK(!lower.contains('\0') && !lower.contains("\r\n ") && !lower.contains("\r\n\t"));
    FUZZ_CHECK(lower.count('\n') == lower.count("\r\n") && lower.count('\r') == lower.count("\r\n"));
}
