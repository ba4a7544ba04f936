#pragma once

#include "core/model/secret_bytes.h"

#include <QByteArray>
#include <QList>
#include <cstring>

namespace latchkey {

/// One row of a file, as its reader gives it: cells under names (JSON) or in order (CSV).
struct TableRecord {
    qint64 line = 0; ///< where it begins, from 1
    QList<QByteArray> names;
    QList<QByteArray> cells; ///< UTF-8, valid
    /// Why it could not be read; empty: it could. Stable codes: badQuote, unclosedQuote, nulByte, notUtf8,
    /// tooLong, tooManyColumns; for JSON also badJson, unclosed, duplicateName, tooDeep, badNumber,
    /// badEscape, notAKey (a value that is no object), notAnObject (nor is the file).
    QByteArray problem;
    /// A cell may be a token: nothing of it stays behind.
    void wipe() {
        for (QByteArray &c : cells)
            secureWipe(c.data(), static_cast<std::size_t>(c.size()));
        cells.clear();
    }
};

/// Bytes that may hold a token: grown without leaving a copy behind, wiped when they go.
class WipedBuffer {
public:
    WipedBuffer() = default;
    ~WipedBuffer() { clear(); }
    WipedBuffer(const WipedBuffer &) = delete;
    WipedBuffer &operator=(const WipedBuffer &) = delete;
    void append(QByteArrayView bytes) {
        if (m_from > 0) { // room at the front first
            const qsizetype left = size();
            std::memmove(m_bytes.data(), m_bytes.constData() + m_from, static_cast<std::size_t>(left));
            secureWipe(m_bytes.data() + left, static_cast<std::size_t>(m_bytes.size() - left));
            m_bytes.truncate(left);
            m_from = 0;
        }
        if (m_bytes.size() + bytes.size() > m_bytes.capacity()) {
            QByteArray larger;
            larger.reserve(qMax<qsizetype>(4096, 2 * (m_bytes.size() + bytes.size())));
            larger.append(m_bytes);
            wipe();
            m_bytes = std::move(larger);
        }
        m_bytes.append(bytes);
    }
    /// Drops the first `n`.
    void drop(qsizetype n) {
        secureWipe(m_bytes.data() + m_from, static_cast<std::size_t>(n));
        m_from += n;
    }
    void clear() {
        wipe();
        m_bytes.truncate(0);
        m_from = 0;
    }
    [[nodiscard]] qsizetype size() const { return m_bytes.size() - m_from; }
    [[nodiscard]] char at(qsizetype i) const { return m_bytes.at(m_from + i); }
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_bytes).sliced(m_from); }

private:
    void wipe() {
        if (!m_bytes.isEmpty())
            secureWipe(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
    }
    QByteArray m_bytes;
    qsizetype m_from = 0;
};

/// RFC 3629; copies nothing.
bool isUtf8(QByteArrayView bytes);

} // namespace latchkey
