#include "core/services/log_import/log_import_job.h"

#include <QJsonArray>

namespace latchkey {

LogImportJob::LogImportJob(VaultBackend &backend, const QString &path)
    : m_import(backend, path) {
    connect(&m_import, &LogImport::progressed, this, &LogImportJob::tell);
    connect(&m_import, &LogImport::finished, this, &LogImportJob::end);
}

void LogImportJob::start() {
    m_import.start();
}

void LogImportJob::cancel() {
    m_import.cancel();
}

/// The share of the file stands for the share of its lines, whose number nobody knows yet.
void LogImportJob::tell(int permille) {
    const LogImportReport &r = m_import.report();
    for (; m_told < r.firstBroken.size(); ++m_told) {
        const BrokenLine &line = r.firstBroken[m_told];
        emit failed({{}, {}, line.number, {}},
                    Error({FieldError{QStringLiteral("line"), toWord(line.problem), {}}}));
    }
    const qint64 total = permille > 0 ? qMax(r.lines, r.lines * 1000 / permille) : 0;
    emit progress({r.lines, total, r.rows, 0, r.broken});
}

void LogImportJob::end(const LogImportReport &r) {
    tell(r.failure || r.cancelled ? 0 : 1000);
    emit reported(r);
    emit finished({r.failure     ? JobState::Failed
                   : r.cancelled ? JobState::Cancelled
                                 : JobState::Done,
                   r.failure,
                   {{QStringLiteral("rows"), r.rows},
                    {QStringLiteral("withKey"), r.withKey},
                    {QStringLiteral("before"), r.before},
                    {QStringLiteral("exposed"), r.exposed},
                    {QStringLiteral("exposedNames"), QJsonArray::fromStringList(r.exposedNames)},
                    {QStringLiteral("endsEarly"), r.endsEarly},
                    {QStringLiteral("broken"), r.broken}}});
}

} // namespace latchkey
