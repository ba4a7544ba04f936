#include "core/services/log_import/line_source.h"

#include "core/storage/open_database.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <zlib.h>

namespace latchkey {

namespace {

constexpr qsizetype BlockSize = 64 << 10;
constexpr qint64 SeekStep = 8 << 20;

tl::unexpected<Error> cannotOpen(const QString &path, const char *reason) {
    return fail(ErrorCode::CannotOpen,
                {{QStringLiteral("path"), path}, {QStringLiteral("reason"), QLatin1StringView(reason)}});
}

} // namespace

void Fingerprint::add(QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const qsizetype n = qMin(bytes.size(), BlockSize - m_block.size());
        m_block.append(bytes.first(n));
        bytes = bytes.sliced(n);
        if (m_block.size() == BlockSize) {
            m_chain = value();
            m_block.clear();
        }
    }
}

QByteArray Fingerprint::value() const {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_chain);
    hash.addData(m_block);
    return hash.result();
}

/// zlib reads plain files as they are, and unpacks the others.
struct LineSource::File {
    gzFile handle = nullptr;
    File() = default;
    ~File() {
        if (handle)
            gzclose(handle);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    /// -1 on failure.
    [[nodiscard]] int read(QByteArray &into) const {
        into.resize(BlockSize);
        const int n = gzread(handle, into.data(), static_cast<unsigned>(into.size()));
        into.resize(qMax(0, n));
        return n;
    }
};

LineSource::LineSource(QString path)
    : m_path(std::move(path)) {}

LineSource::~LineSource() = default;

Outcome LineSource::start() {
    const QFileInfo info(m_path);
    if (info.isDir())
        return fail(ErrorCode::IsAFolder, {{QStringLiteral("path"), m_path}});
    if (!info.isFile()) // a pipe would never end
        return fail(ErrorCode::NotFound, {{QStringLiteral("path"), m_path}});
    if (auto may = mayOpenFile(m_path); !may)
        return may;
    m_size = info.size();
    m_file = std::make_unique<File>();
#ifdef Q_OS_WIN
    m_file->handle = gzopen_w(reinterpret_cast<const wchar_t *>(m_path.utf16()), "rb");
#else
    m_file->handle = gzopen(QFile::encodeName(m_path).constData(), "rb");
#endif
    if (!m_file->handle)
        return cannotOpen(m_path, "it cannot be read");
    m_block.clear();
    m_at = 0;
    m_line = m_offset = 0;
    return ok();
}

Outcome LineSource::open(const QList<ImportMark> &marks, const std::atomic_bool &stop) {
    if (auto started = start(); !started)
        return started;
    QByteArray head;
    if (m_file->read(head) < 0)
        return cannotOpen(m_path, "it is no gzip file");
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return cannotOpen(m_path, "it is UTF-16; save it as UTF-8");
    QList<ImportMark> sorted = marks;
    std::sort(sorted.begin(), sorted.end(),
              [](const ImportMark &a, const ImportMark &b) { return a.offset < b.offset; });
    Fingerprint print, best;
    qint64 at = 0, lines = 0, bestLines = 0;
    auto mark = sorted.cbegin();
    for (QByteArray block = head; !block.isEmpty() && mark != sorted.cend() && !stop;) {
        QByteArrayView rest(block);
        for (; mark != sorted.cend() && mark->offset <= at + rest.size(); ++mark) {
            const QByteArrayView before = rest.first(mark->offset - at);
            print.add(before);
            lines += std::count(before.begin(), before.end(), '\n');
            rest = rest.sliced(before.size());
            at = mark->offset;
            if (at > 0 && print.value() == mark->fingerprint) {
                best = print;
                bestLines = lines;
                m_resumed = *mark;
            }
        }
        print.add(rest);
        lines += std::count(rest.begin(), rest.end(), '\n');
        at += rest.size();
        if (m_file->read(block) <= 0)
            break;
    }
    if (auto again = start(); !again)
        return again;
    if (m_resumed) {
        for (qint64 to = 0; to < m_resumed->offset && !stop;) { // unpacked again, which may take long
            to = qMin(m_resumed->offset, to + SeekStep);
            if (gzseek(m_file->handle, to, SEEK_SET) != to)
                return cannotOpen(m_path, "it cannot be read");
        }
        m_fingerprint = best;
        m_offset = m_resumed->offset;
        m_line = bestLines;
    }
    return ok();
}

bool LineSource::fill() {
    if (m_at < m_block.size())
        return true;
    m_at = 0;
    const int n = m_file->read(m_block);
    int error = Z_OK;
    gzerror(m_file->handle, &error);
    m_broken |= n < 0 || (n == 0 && error != Z_OK && error != Z_STREAM_END);
    return n > 0;
}

bool LineSource::next(QByteArray &line, bool &tooLong) {
    line.clear();
    tooLong = false;
    bool any = false;
    while (fill()) {
        any = true;
        const QByteArrayView rest = QByteArrayView(m_block).sliced(m_at);
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView part = end < 0 ? rest : rest.first(end + 1);
        const qsizetype room = LongestLine - line.size();
        const QByteArrayView text = end < 0 ? part : part.chopped(1);
        line.append(text.first(qMin(room, text.size())));
        tooLong |= text.size() > room;
        m_fingerprint.add(part);
        m_offset += part.size();
        m_at += part.size();
        if (end >= 0)
            break;
    }
    if (!any)
        return false;
    if (m_line == 0 && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    ++m_line;
    return true;
}

int LineSource::permille() const {
    const qint64 at = m_file && m_file->handle ? gzoffset(m_file->handle) : 0;
    return m_size > 0 ? static_cast<int>(qBound(qint64(0), at * 1000 / m_size, qint64(1000))) : 1000;
}

} // namespace latchkey
