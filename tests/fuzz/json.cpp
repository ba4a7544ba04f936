#include "core/model/json_records.h"
#include "core/model/strict_json.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/records.h"

#include <memory>

namespace {
auto records(const QByteArray &bytes, qsizetype chunk) {
    return recordsOf(std::make_unique<latchkey::JsonRecords>(), bytes, chunk);
}
} // namespace

// The records do not depend on how the file comes in; the strict reader ends.
void tryInput(const QByteArray &bytes) {
    if (bytes.size() > 4096)
        return;
    FUZZ_CHECK(records(bytes, bytes.size() + 1) == records(bytes, 5));
    (void)latchkey::parseStrictJson(bytes);
}
