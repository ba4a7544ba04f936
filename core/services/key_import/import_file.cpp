#include "core/services/key_import/import_file.h"

#include "core/storage/open_database.h"

#include <QSet>

namespace latchkey {

namespace {

constexpr qint64 Slice = 256 << 10;
constexpr int Sampled = 200;

tl::unexpected<Error> wrong(const QString &code, qint64 line = 0) {
    return fail(Error({FieldError{QStringLiteral("file"), code,
                                  line > 0 ? QVariantMap{{QStringLiteral("line"), line}} : QVariantMap()}}));
}

tl::unexpected<Error> cannotRead(const QFile &file) {
    return fail(ErrorCode::CannotOpen,
                {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("reason"), file.errorString()}});
}

void wipe(QByteArray &bytes) {
    secureWipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

Result<QStringList> csvColumns(QByteArrayView start, bool whole, char separator) {
    csv::Reader reader(separator);
    reader.feed(start);
    if (whole)
        reader.finish();
    TableRecord record;
    if (!reader.next(record))
        return wrong(QStringLiteral("noHeader"));
    if (!record.problem.isEmpty())
        return wrong(QString::fromLatin1(record.problem), record.line);
    QStringList names;
    for (const QByteArray &cell : record.cells)
        names.append(csv::plain(QString::fromUtf8(cell)).trimmed());
    if (QSet<QString>(names.begin(), names.end()).size() != names.size())
        return wrong(QStringLiteral("duplicateColumn"), record.line);
    return names;
}

Result<QStringList> jsonColumns(QByteArrayView start, bool whole) {
    JsonRecords reader;
    reader.feed(start);
    if (whole)
        reader.finish();
    QStringList names;
    TableRecord record;
    std::optional<Error> first; // a bad row is refused later, unless there are no others
    for (int n = 0; n < Sampled && reader.next(record); ++n) {
        if (!record.problem.isEmpty() && !first)
            first = wrong(QString::fromLatin1(record.problem), record.line).value();
        for (const QByteArray &name : record.names) {
            const QString text = QString::fromUtf8(name);
            if (!names.contains(text))
                names.append(text);
        }
        record.wipe();
    }
    if (!names.isEmpty())
        return names;
    return first ? fail(*first) : wrong(QStringLiteral("noHeader"));
}

} // namespace

Result<ImportShape> ImportFile::look(const QString &path) {
    if (auto may = mayOpenFile(path); !may)
        return fail(may.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotRead(file);
    constexpr qint64 Looked = 4 * Slice;
    QByteArray start = file.read(Looked);
    ImportShape shape;
    shape.bytes = file.size();
    const bool whole = start.size() < Looked;
    if (start.isEmpty())
        return wrong(QStringLiteral("empty"));
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))
        return wrong(QStringLiteral("utf16"));
    qsizetype first = start.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (first < start.size() && QByteArrayView(" \t\r\n").contains(start[first]))
        ++first;
    const char c = first < start.size() ? start[first] : '\0';
    Result<QStringList> columns;
    if (c == '[' || c == '{') {
        shape.format = FileFormat::Json;
        columns = jsonColumns(start, whole);
    } else {
        const qsizetype lineEnd = start.indexOf('\n', first);
        shape.separator = csv::guessSeparator(
            QByteArrayView(start).sliced(first, (lineEnd < 0 ? start.size() : lineEnd) - first));
        columns = csvColumns(start, whole, shape.separator);
    }
    wipe(start);
    if (!columns)
        return fail(columns.error());
    shape.columns = *columns;
    return shape;
}

ImportFile::ImportFile(QString path, ImportShape shape, ImportMapping mapping, QString prefix)
    : m_shape(std::move(shape))
    , m_mapping(std::move(mapping))
    , m_prefix(std::move(prefix))
    , m_file(path) {}

Outcome ImportFile::open() {
    if (auto may = mayOpenFile(m_file.fileName()); !may)
        return may;
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotRead(m_file);
    if (m_shape.format == FileFormat::Csv)
        m_csv = std::make_unique<csv::Reader>(m_shape.separator);
    else
        m_json = std::make_unique<JsonRecords>();
    return ok();
}

bool ImportFile::fill() {
    if (m_end)
        return false;
    QByteArray bytes = m_file.read(Slice);
    m_read += bytes.size();
    m_hash.addData(bytes);
    m_end = bytes.isEmpty();
    if (m_csv)
        m_end ? m_csv->finish() : m_csv->feed(bytes);
    else
        m_end ? m_json->finish() : m_json->feed(bytes);
    wipe(bytes);
    return true;
}

bool ImportFile::nextRecord(TableRecord &record) {
    while (!(m_csv ? m_csv->next(record) : m_json->next(record))) {
        if (!fill())
            return false;
    }
    return true;
}

Result<QList<ImportRow>> ImportFile::next(qsizetype rows) {
    QList<ImportRow> list;
    TableRecord record;
    while (list.size() < rows && nextRecord(record)) {
        if (m_csv && !std::exchange(m_headerSeen, true))
            continue;
        list.append(readRow(record, m_shape.format, m_shape.columns, m_mapping, m_prefix));
    }
    if (m_file.error() != QFileDevice::NoError)
        return cannotRead(m_file);
    return list;
}

Result<QByteArray> ImportFile::hashOf(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotRead(file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        QByteArray bytes = file.read(Slice);
        if (bytes.isEmpty())
            break;
        hash.addData(bytes);
        wipe(bytes);
    }
    if (file.error() != QFileDevice::NoError)
        return cannotRead(file);
    return hash.result();
}

} // namespace latchkey
