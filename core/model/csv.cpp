#include "core/model/csv.h"

#include <QString>
#include <algorithm>

namespace latchkey::csv {

namespace {
const QByteArray Bom = QByteArrayLiteral("\xEF\xBB\xBF");
}

void Reader::feed(QByteArrayView chunk) {
    m_held.append(chunk);
    if (!m_begun && (m_held.size() >= Bom.size() || !Bom.startsWith(m_held.view()))) {
        m_begun = true;
        if (m_held.view().startsWith(Bom))
            m_held.drop(Bom.size());
    }
}

void Reader::pass(qsizetype n, bool countLines) {
    if (countLines)
        m_line += std::count(m_held.view().begin(), m_held.view().begin() + n, '\n');
    m_held.drop(n);
    m_scanned = 0;
}

/// The row up to `end` behind its line break.
Reader::Found Reader::scan(TableRecord &record, qsizetype *end) {
    const QByteArrayView b = m_held.view();
    qsizetype i = 0;
    record = {};
    record.line = m_line;
    for (;;) {
        QByteArray cell;
        if (i < b.size() && b[i] == '"') {
            qsizetype from = ++i;
            for (;;) {
                const qsizetype quote = b.indexOf('"', i);
                if (quote < 0 || (quote + 1 == b.size() && !m_finished)) {
                    secureWipe(cell.data(), static_cast<std::size_t>(cell.size()));
                    record.wipe();
                    return Found::More;
                }
                cell.append(b.sliced(from, quote - from));
                i = quote + 1;
                if (i >= b.size() || b[i] != '"')
                    break;
                from = i++; // the second of two stays
            }
        } else {
            const qsizetype from = i;
            while (i < b.size() && b[i] != m_separator && b[i] != '\n' && b[i] != '\r' && b[i] != '"')
                ++i;
            cell = b.sliced(from, i - from).toByteArray();
        }
        record.cells.append(std::move(cell));
        if (i >= b.size()) {
            *end = i;
            if (m_finished)
                return Found::Row;
            record.wipe();
            return Found::More;
        }
        if (b[i] == m_separator) {
            ++i;
            continue;
        }
        if (b[i] == '\r') {
            if (i + 1 >= b.size() && !m_finished) {
                record.wipe();
                return Found::More;
            }
            *end = i + (i + 1 < b.size() && b[i + 1] == '\n' ? 2 : 1);
            return Found::Row;
        }
        if (b[i] == '\n') {
            *end = i + 1;
            return Found::Row;
        }
        return Found::Bad; // a quote inside, or something behind a closing one
    }
}

/// Behind the line in which the bad row began.
bool Reader::bad(TableRecord &record, const char *problem) {
    record.wipe();
    record.problem = problem;
    record.line = m_line;
    const qsizetype lineEnd = m_held.view().indexOf('\n');
    if (lineEnd >= 0) {
        pass(lineEnd + 1, false);
        ++m_line;
    } else {
        pass(m_held.size(), false);
        m_skipping = !m_finished;
    }
    return true;
}

bool Reader::next(TableRecord &record) {
    record = {};
    if (!m_begun && !m_finished)
        return false;
    if (m_skipping) {
        const qsizetype lineEnd = m_held.view().indexOf('\n');
        pass(lineEnd < 0 ? m_held.size() : lineEnd + 1, false);
        if (lineEnd < 0)
            return false;
        ++m_line;
        m_skipping = false;
    }
    for (;;) {
        if (m_held.size() == 0)
            return false;
        // A long quoted cell is not scanned again for every little chunk.
        if (!m_finished && m_scanned > 0 && m_held.size() < 2 * m_scanned && m_held.size() <= LongestRow)
            return false;
        qsizetype end = 0;
        switch (scan(record, &end)) {
        case Found::Bad:
            return bad(record, "badQuote");
        case Found::More:
            if (m_held.size() <= LongestRow && !m_finished) {
                m_scanned = m_held.size();
                return false;
            }
            return bad(record, m_finished || m_held.view().indexOf('\n') >= 0 ? "unclosedQuote" : "tooLong");
        case Found::Row:
            break;
        }
        const QByteArrayView raw = m_held.view().first(end);
        const bool blank = record.cells.size() == 1 && record.cells.first().isEmpty() && !raw.startsWith('"');
        if (end > LongestRow)
            record.problem = "tooLong";
        else if (record.cells.size() > MostColumns)
            record.problem = "tooManyColumns";
        else if (raw.indexOf('\0') >= 0)
            record.problem = "nulByte";
        else if (!isUtf8(raw))
            record.problem = "notUtf8";
        if (!record.problem.isEmpty())
            record.wipe();
        pass(end, true);
        if (!blank)
            return true;
    }
}

char guessSeparator(QByteArrayView firstLine) {
    qsizetype counts[3] = {};
    constexpr char choices[] = {',', ';', '\t'};
    bool quoted = false;
    for (const char c : firstLine) {
        if (c == '"')
            quoted = !quoted;
        for (int i = 0; i < 3 && !quoted; ++i)
            counts[i] += c == choices[i] ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < 3; ++i)
        best = counts[i] > counts[best] ? i : best;
    return choices[best];
}

namespace {
/// Behind any apostrophes, something that a spreadsheet takes for a formula.
bool wouldRun(QStringView text) {
    qsizetype i = 0;
    while (i < text.size() && text[i] == u'\'')
        ++i;
    return i < text.size() && QStringView(u"=+-@\t\r").contains(text[i]);
}
} // namespace

QByteArray cell(const QString &text) {
    QString t = wouldRun(text) ? u'\'' + text : text;
    const bool quote = std::any_of(t.begin(), t.end(), [](QChar c) {
        return c == u',' || c == u';' || c == u'"' || c == u'\n' || c == u'\r' || c == u'\t' || c == u'\'';
    });
    if (quote || t.startsWith(u' ') || t.endsWith(u' '))
        t = u'"' + t.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return t.toUtf8();
}

QString plain(const QString &cell) {
    return cell.startsWith(u'\'') && wouldRun(cell) ? cell.mid(1) : cell;
}

} // namespace latchkey::csv
