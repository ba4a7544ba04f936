#include "core/model/csv.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/records.h"

#include <memory>

namespace {
auto rows(const QByteArray &bytes, qsizetype chunk) {
    return recordsOf(std::make_unique<latchkey::csv::Reader>(), bytes, chunk);
}
} // namespace

// The rows do not depend on how the file comes in; a cell comes back as it was written, and runs nowhere.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    if (bytes.size() > 4096)
        return;
    FUZZ_CHECK(rows(bytes, bytes.size() + 1) == rows(bytes, 3));
    const QString text =
        QString::fromUtf8(bytes).remove(QChar(0)).remove(QChar(QChar::ByteOrderMark)); // neither is kept
    const QByteArray written = csv::cell(text);
    FUZZ_CHECK(written.isEmpty() ||
               !QByteArrayView("=+-@\t\r").contains(written.at(written.startsWith('"') ? 1 : 0)));
    const QList<QList<QByteArray>> back = rows("first," + written + '\n', 4096);
    FUZZ_CHECK(back.size() == 1 && back.first().size() == 3);
    FUZZ_CHECK(csv::plain(QString::fromUtf8(back.first().at(1))) == text);
}
