#include "core/model/json_records.h"

#include <QSet>
#include <QStringList>
#include <cctype>

namespace latchkey {

QByteArray joinedCell(const QList<QByteArray> &items) {
    QByteArray cell;
    for (const QByteArray &item : items) {
        if (!cell.isEmpty())
            cell.append("; ");
        for (const char c : item) {
            if (c == ';' || c == '\\')
                cell.append('\\');
            cell.append(c);
        }
    }
    return cell;
}

QStringList splitCell(const QString &cell) {
    QStringList items;
    QString item;
    bool escaped = false;
    const auto take = [&] {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
        item.clear();
    };
    for (const QChar c : cell) {
        if (escaped || (c != u'\\' && c != u';' && c != u'\n'))
            item.append(c);
        else if (c != u'\\')
            take();
        escaped = !escaped && c == u'\\';
    }
    take();
    return items;
}

namespace {

/// One object, strictly; fills names and cells, or says the first thing that is wrong.
class ObjectParser {
public:
    ObjectParser(QByteArrayView text, TableRecord &record)
        : m_b(text)
        , m_record(record) {}

    bool run() {
        object({}, 0);
        return m_record.problem.isEmpty();
    }

private:
    bool bad(const char *problem) {
        if (m_record.problem.isEmpty())
            m_record.problem = problem;
        return false;
    }
    void blank() {
        while (m_i < m_b.size() &&
               (m_b[m_i] == ' ' || m_b[m_i] == '\t' || m_b[m_i] == '\n' || m_b[m_i] == '\r'))
            ++m_i;
    }
    bool take(char c) {
        blank();
        if (m_i >= m_b.size() || m_b[m_i] != c)
            return false;
        ++m_i;
        return true;
    }
    [[nodiscard]] char peek() {
        blank();
        return m_i < m_b.size() ? m_b[m_i] : '\0';
    }

    bool hex4(uint *value) {
        *value = 0;
        for (int n = 0; n < 4; ++n, ++m_i) {
            if (m_i >= m_b.size() || std::isxdigit(static_cast<unsigned char>(m_b[m_i])) == 0)
                return bad("badEscape");
            const char c = m_b[m_i];
            *value = *value * 16 + static_cast<uint>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return true;
    }
    bool escape(QByteArray *out) {
        const char c = m_i < m_b.size() ? m_b[m_i++] : '\0';
        static constexpr char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
        for (int n = 0; n < 8; ++n) {
            if (c == from[n]) {
                out->append(to[n]);
                return true;
            }
        }
        if (c != 'u')
            return bad("badEscape");
        uint unit = 0;
        if (!hex4(&unit))
            return false;
        char32_t whole = unit;
        if (unit >= 0xD800 && unit < 0xE000) { // a pair, or nothing that is a character
            uint low = 0;
            if (unit >= 0xDC00 || m_i + 1 >= m_b.size() || m_b[m_i] != '\\' || m_b[m_i + 1] != 'u')
                return bad("badEscape");
            m_i += 2;
            if (!hex4(&low))
                return false;
            if (low < 0xDC00 || low >= 0xE000)
                return bad("badEscape");
            whole = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
        if (whole == 0)
            return bad("nulByte");
        QByteArray utf8 = QString::fromUcs4(&whole, 1).toUtf8();
        out->append(utf8);
        return true;
    }
    bool text(QByteArray *out) {
        if (!take('"'))
            return bad("badJson");
        while (m_i < m_b.size()) {
            const char c = m_b[m_i++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return bad("badJson");
            if (c != '\\')
                out->append(c);
            else if (!escape(out))
                return false;
        }
        return bad("badJson");
    }
    bool number(QByteArray *out) {
        const qsizetype from = m_i;
        const auto digits = [&] {
            const qsizetype first = m_i;
            while (m_i < m_b.size() && std::isdigit(static_cast<unsigned char>(m_b[m_i])) != 0)
                ++m_i;
            return m_i - first;
        };
        if (m_b[m_i] == '-')
            ++m_i;
        const qsizetype zero = m_i;
        const qsizetype whole = digits();
        bool good = whole > 0 && (whole == 1 || m_b[zero] != '0');
        if (good && m_i < m_b.size() && m_b[m_i] == '.') {
            ++m_i;
            good = digits() > 0;
        }
        if (good && m_i < m_b.size() && (m_b[m_i] == 'e' || m_b[m_i] == 'E')) {
            ++m_i;
            if (m_i < m_b.size() && (m_b[m_i] == '+' || m_b[m_i] == '-'))
                ++m_i;
            good = digits() > 0;
        }
        constexpr qsizetype Longest = 64; // what is longer is no number that a key has
        if (!good || m_i - from > Longest)
            return bad("badNumber");
        *out = m_b.sliced(from, m_i - from).toByteArray();
        return true;
    }
    bool word(const char *w) {
        if (!m_b.sliced(m_i).startsWith(w))
            return bad("badJson");
        m_i += static_cast<qsizetype>(qstrlen(w));
        return true;
    }
    bool scalar(QByteArray *out) {
        const char c = peek();
        if (c == '"')
            return text(out);
        if (c == '-' || (c >= '0' && c <= '9'))
            return number(out);
        if (c == 't' || c == 'f') {
            *out = c == 't' ? "true" : "false";
            return word(c == 't' ? "true" : "false");
        }
        return c == 'n' ? word("null") : bad("badJson");
    }
    bool list(QByteArray *out, int depth) {
        if (depth > JsonRecords::MostDepth)
            return bad("tooDeep");
        take('[');
        QList<QByteArray> items;
        if (take(']'))
            return true;
        do {
            if (peek() == '[' || peek() == '{')
                return bad("tooDeep"); // a cell holds a list, not a tree
            QByteArray item;
            if (!scalar(&item))
                return false;
            items.append(item);
            secureWipe(item.data(), static_cast<std::size_t>(item.size()));
        } while (take(','));
        if (!take(']'))
            return bad("badJson");
        *out = joinedCell(items);
        return true;
    }
    bool object(const QByteArray &prefix, int depth) {
        if (depth > 1)
            return bad("tooDeep");
        if (!take('{'))
            return bad("badJson");
        if (take('}'))
            return true;
        do {
            QByteArray name;
            blank();
            if (!text(&name))
                return false;
            const QByteArray whole = prefix + name;
            if (m_seen.contains(whole))
                return bad("duplicateName");
            m_seen.insert(whole);
            if (!take(':'))
                return bad("badJson");
            if (peek() == '{') {
                if (!object(whole + '.', depth + 1))
                    return false;
                continue;
            }
            QByteArray value;
            if (!(peek() == '[' ? list(&value, depth + 1) : scalar(&value)))
                return false;
            m_record.names.append(whole);
            m_record.cells.append(std::move(value));
        } while (take(','));
        return take('}') || bad("badJson");
    }

    QByteArrayView m_b;
    TableRecord &m_record;
    qsizetype m_i = 0;
    QSet<QByteArray> m_seen;
};

} // namespace

void JsonRecords::feed(QByteArrayView chunk) {
    m_held.append(chunk);
}

void JsonRecords::drop(qsizetype n) {
    for (const char c : m_held.view().first(n))
        m_line += c == '\n' ? 1 : 0;
    m_held.drop(n);
}

bool JsonRecords::end(TableRecord &record, const char *problem) {
    m_over = true;
    m_held.clear();
    record = {};
    record.line = m_line;
    record.problem = problem;
    return true;
}

bool JsonRecords::emitValue(TableRecord &record, qsizetype size) {
    record = {};
    record.line = m_line;
    const QByteArrayView raw = m_held.view().first(size);
    if (raw.indexOf('\0') >= 0)
        record.problem = "nulByte";
    else if (!isUtf8(raw))
        record.problem = "notUtf8";
    else if (raw.front() != '{')
        record.problem = "notAKey";
    else
        ObjectParser(raw, record).run();
    if (!record.problem.isEmpty())
        record.wipe();
    drop(size);
    return true;
}

bool JsonRecords::next(TableRecord &record) {
    record = {};
    if (m_over)
        return false;
    static const QByteArray bom = QByteArrayLiteral("\xEF\xBB\xBF");
    if (!m_begun) {
        if (m_held.size() < bom.size() && !m_finished)
            return false;
        if (m_held.view().startsWith(bom))
            m_held.drop(bom.size());
        m_begun = true;
    }
    for (;;) {
        if (m_opened == '\0') { // between values
            qsizetype i = 0;
            while (i < m_held.size() && QByteArrayView(" \t\r\n").contains(m_held.at(i)))
                ++i;
            drop(i);
            if (m_held.size() == 0) {
                if (m_finished && m_array)
                    return end(record, "unclosed");
                m_over = m_finished;
                return false;
            }
            const char c = m_held.at(0);
            if (c == '[' && !m_array && !m_afterValue) {
                m_array = true;
                drop(1);
                continue;
            }
            if (m_array && c == ',' && m_afterValue && !m_afterComma) {
                m_afterComma = true;
                drop(1);
                continue;
            }
            if (m_array && c == ']' && !m_afterComma) {
                drop(1);
                m_array = false;
                m_over = true; // what follows must be blank
                for (const char rest : m_held.view()) {
                    if (!QByteArrayView(" \t\r\n").contains(rest))
                        return end(record, "badJson");
                }
                return false;
            }
            const bool begun = m_array || m_afterValue;
            if (c != '{' && !(begun && QByteArrayView("\"[-0123456789tfn").contains(c)))
                return end(record, begun ? "badJson" : "notAnObject");
            if (m_array && m_afterValue && !m_afterComma)
                return end(record, "badJson");
            m_opened = c;
        }
        // Through the value, by its braces and texts only; a number or word ends before what is none of it.
        qsizetype last = 1;
        for (; m_scanned < m_held.size(); ++m_scanned) {
            const char c = m_held.at(m_scanned);
            if (m_inText) {
                if (m_escaped)
                    m_escaped = false;
                else if (c == '\\')
                    m_escaped = true;
                else if (c == '"')
                    m_inText = false;
                if (!m_inText && m_depth == 0)
                    break;
                continue;
            }
            if (c == '"') {
                m_inText = true;
            } else if (c == '{' || c == '[') {
                ++m_depth;
            } else if (m_depth == 0 && QByteArrayView(",]} \t\r\n").contains(c)) {
                last = 0;
                break;
            } else if ((c == '}' || c == ']') && --m_depth == 0) {
                break;
            }
        }
        if (m_scanned < m_held.size()) {
            const qsizetype size = std::exchange(m_scanned, 0) + last;
            m_opened = '\0';
            m_afterValue = true;
            m_afterComma = false;
            if (std::exchange(m_tooLong, false)) {
                record.line = m_tooLongLine;
                record.problem = "tooLong";
                drop(size);
                return true;
            }
            return emitValue(record, size);
        }
        if (m_finished) {
            const qint64 from = m_tooLong ? m_tooLongLine : m_line;
            end(record, "unclosed");
            record.line = from;
            return true;
        }
        if (m_held.size() > LongestObject) { // on through it, without keeping it
            if (!std::exchange(m_tooLong, true))
                m_tooLongLine = m_line;
            drop(m_held.size());
            m_scanned = 0;
        }
        return false;
    }
}

} // namespace latchkey
