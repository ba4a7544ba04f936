#include "core/model/key_filter.h"
#include "tests/fuzz/fuzz.h"

// What a filter writes reads as the same filter; the first writing folds the words.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    const KeyFilter once = parseFilter(formatFilter(parseFilter(QString::fromUtf8(bytes))));
    const QString written = formatFilter(once);
    if (written.size() > 2000) // what is typed is not longer
        return;
    const KeyFilter again = parseFilter(written);
    FUZZ_CHECK(again.terms == once.terms);
    FUZZ_CHECK(again.words == once.words);
}
