#include "core/model/json_records.h"
#include "core/model/strict_json.h"
#include "tests/fuzz/fuzz.h"

namespace {
QList<QList<QByteArray>> records(const QByteArray &bytes, qsizetype chunk) {
    latchkey::JsonRecords reader;
    QList<QList<QByteArray>> all;
    latchkey::TableRecord record;
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        reader.feed(QByteArrayView(bytes).sliced(at, qMin(chunk, bytes.size() - at)));
        while (reader.next(record))
            all.append(record.cells + QList<QByteArray>{record.problem, QByteArray::number(record.line)});
    }
    reader.finish();
    while (reader.next(record))
        all.append(record.cells + QList<QByteArray>{record.problem, QByteArray::number(record.line)});
    return all;
}
} // namespace

// The records do not depend on how the file comes in; the strict reader ends.
void tryInput(const QByteArray &bytes) {
    if (bytes.size() > 4096)
        return;
    FUZZ_CHECK(records(bytes, bytes.size() + 1) == records(bytes, 5));
    (void)latchkey::parseStrictJson(bytes);
}
