#include "core/services/log_import/log_line.h"
#include "tests/fuzz/fuzz.h"

// Whatever the line, an answer within its bounds.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    for (const auto format :
         {log_line::formatOf(bytes), log_line::Format::Combined, log_line::Format::Json}) {
        const auto line = log_line::parse(format, bytes);
        if (!line)
            continue;
        FUZZ_CHECK(line->record.path.size() <= LongestRequestPath);
        FUZZ_CHECK(line->record.userAgent.size() <= LongestRequestText);
        FUZZ_CHECK(line->hint.verifier.isEmpty() || line->hint.verifier.size() == 32);
    }
}
