#include "core/model/csv.h"
#include "tests/fuzz/fuzz.h"

namespace {
QList<QList<QByteArray>> rows(const QByteArray &bytes, qsizetype chunk) {
    latchkey::csv::Reader reader;
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

// The rows do not depend on how the file comes in; a cell comes back as it was written, and runs nowhere.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    if (bytes.size() > 4096)
        return;
    FUZZ_CHECK(rows(bytes, bytes.size() + 1) == rows(bytes, 3));
    const QString text = QString::fromUtf8(bytes).remove(QChar(0));
    const QByteArray written = csv::cell(text);
    FUZZ_CHECK(written.isEmpty() ||
               !QByteArrayView("=+-@\t\r").contains(written.at(written.startsWith('"') ? 1 : 0)));
    const QList<QList<QByteArray>> back = rows("first," + written + '\n', 4096);
    FUZZ_CHECK(back.size() == 1);
    FUZZ_CHECK(!back.first().at(back.first().size() - 2).isEmpty() ||
               csv::plain(QString::fromUtf8(back.first().at(1))) == text);
}
