#include "core/model/catalogue.h"
#include "tests/fuzz/fuzz.h"

// A catalogue that is read is written as it is read again.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    const auto once = Catalogue::fromJson(bytes);
    if (!once)
        return;
    const QByteArray written = once->toJson();
    const auto again = Catalogue::fromJson(written);
    FUZZ_CHECK(again.has_value());
    FUZZ_CHECK(again->toJson() == written);
}
