#pragma once

#include "core/model/table_record.h"

/// RFC 4180, read and written. Pure: no file, no thread.
namespace latchkey::csv {

/// Reads from chunks of any size. A bad row is given with its problem and the reading goes on behind it; what
/// is held is bounded by LongestRow.
class Reader {
public:
    static constexpr qsizetype LongestRow = 1 << 20;
    static constexpr int MostColumns = 500;
    explicit Reader(char separator = ',')
        : m_separator(separator) {}
    void feed(QByteArrayView chunk);
    /// Nothing more will come.
    void finish() { m_finished = true; }
    /// The next row; false: feed more, or, after finish(), the end. Empty lines are no rows.
    bool next(TableRecord &record);

private:
    enum class Found { Row, More, Bad };
    Found scan(TableRecord &record, qsizetype *end);
    void pass(qsizetype n, bool countLines);
    bool bad(TableRecord &record, const char *problem);
    WipedBuffer m_held;
    char m_separator;
    qint64 m_line = 1;
    qsizetype m_scanned = 0; ///< bytes of m_held that hold no end of the row
    bool m_finished = false, m_begun = false, m_skipping = false;
};

/// , ; or tab: the one that stands most often in a first line, outside quotes.
char guessSeparator(QByteArrayView firstLine);

/// A cell as it is written: in quotes where it must be; what a spreadsheet would run (= + - @ tab CR at its
/// beginning, also behind apostrophes) gets an apostrophe before it.
QByteArray cell(const QString &text);
/// Takes back the apostrophe.
QString plain(const QString &cell);

} // namespace latchkey::csv
