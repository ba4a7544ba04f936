#include "core/model/key_filter.h"
#include "tests/fuzz/fuzz.h"

// The text of a filter reads as the same filter.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    const KeyFilter once = parseFilter(QString::fromUtf8(bytes));
    const KeyFilter again = parseFilter(formatFilter(once));
    FUZZ_CHECK(again.terms == once.terms);
    FUZZ_CHECK(again.words == once.words);
}
