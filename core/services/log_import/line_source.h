#pragma once

#include "core/backend/request_log.h"

#include <QByteArray>
#include <QString>
#include <atomic>
#include <memory>

namespace latchkey {

/// Names the first bytes of a file by a hash that can be gone on with.
class Fingerprint {
public:
    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray value() const; ///< 32 bytes

private:
    QByteArray m_chain, m_block;
};

/// The lines of a file, plain or gzip, in little memory however long a line is.
class LineSource {
public:
    static constexpr qsizetype LongestLine = 64 << 10;

    explicit LineSource(QString path);
    ~LineSource();
    /// Opens and goes behind what one of the marks says has been read. `stop` ends a long look early.
    Outcome open(const QList<ImportMark> &marks, const std::atomic_bool &stop);
    /// The next line without its end; false at the end of the file. `tooLong`: cut, the rest is passed over.
    bool next(QByteArray &line, bool &tooLong);
    [[nodiscard]] const std::optional<ImportMark> &resumed() const { return m_resumed; }
    [[nodiscard]] qint64 lineNumber() const { return m_line; } ///< of the line given last
    [[nodiscard]] qint64 offset() const { return m_offset; }   ///< behind that line, unpacked
    [[nodiscard]] QByteArray fingerprint() const { return m_fingerprint.value(); }
    [[nodiscard]] int permille() const;
    /// The file could not be read to its end.
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    struct File;
    bool fill();
    Outcome start();

    QString m_path;
    std::unique_ptr<File> m_file;
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_line = 0, m_offset = 0, m_size = 0;
    bool m_broken = false;
    Fingerprint m_fingerprint;
    std::optional<ImportMark> m_resumed;
};

} // namespace latchkey
