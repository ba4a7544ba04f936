#pragma once

#include "core/model/table_record.h"

/// Flat objects out of a JSON array or JSON Lines, strictly (RFC 8259). Pure: no file, no thread.
namespace latchkey {

/// Several values in one cell: separated by "; ", with ; and \ escaped by \.
QByteArray joinedCell(const QList<QByteArray> &items);
QStringList splitCell(const QString &cell);

/// Reads from chunks of any size. Cells: texts as they are, numbers as they stand, true and false, null as
/// nothing, lists of those joined, and objects of those under "name.inner". A bad object, or what is none, is
/// given with its problem and the reading goes on behind it; what is held is bounded by LongestObject.
class JsonRecords {
public:
    static constexpr qsizetype LongestObject = 1 << 20;
    static constexpr int MostDepth = 8;
    void feed(QByteArrayView chunk);
    void finish() { m_finished = true; }
    bool next(TableRecord &record);
    /// The file itself is wrong (not an array or objects, a list not closed): the last record says so.
    [[nodiscard]] bool isOver() const { return m_over; }

private:
    bool end(TableRecord &record, const char *problem);
    bool emitValue(TableRecord &record, qsizetype size);
    void drop(qsizetype n);
    WipedBuffer m_held;
    qint64 m_line = 1;
    qsizetype m_scanned = 0;
    char m_opened = '\0'; ///< what the value begins with that is being read; none between two
    int m_depth = 0;
    bool m_inText = false, m_escaped = false, m_tooLong = false;
    qint64 m_tooLongLine = 0;
    bool m_begun = false, m_array = false, m_finished = false, m_over = false;
    bool m_afterComma = false, m_afterValue = false;
};

} // namespace latchkey
