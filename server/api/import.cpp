#include "core/services/key_import/import_job.h"
#include "core/wire/key_json.h"
#include "server/api/routes.h"

#include <QTemporaryFile>

// Keys out of a file, with a dry run. Tokens in it are hashed while they are read; the file is wiped.

namespace latchkey::server {

namespace {

constexpr qsizetype MostFailures = 1'000;

struct Import {
    QTemporaryFile file;
    std::unique_ptr<ImportJob> job;
    QJsonArray failures;
    qint64 failed = 0;
    ~Import() {
        if (!file.isOpen())
            return;
        file.seek(0);
        file.write(QByteArray(file.size(), '\0'));
        file.flush();
    }
};

bool isImportable(const QByteArray &contentType) {
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "text/csv" || type == "application/json" || type == "application/jsonl" ||
           type == "application/x-ndjson";
}

struct ImportQuestion {
    bool dryRun = false;
    QByteArray expectedHash;
};

std::optional<ImportQuestion> questionOf(const CallPtr &call) {
    return queryOf(call, [](wire::QueryReader &r) {
        ImportQuestion q;
        q.dryRun = r.flag("dryRun").value_or(false);
        if (const QString hash = r.text("expectedHash"); !hash.isEmpty()) {
            q.expectedHash = wire::verifierFrom(hash);
            if (q.expectedHash.isEmpty())
                r.bad("expectedHash", "badHash");
        }
        return q;
    });
}

QJsonObject failureJson(const JobFailure &f, const Error &e) {
    QJsonObject o{{QStringLiteral("line"), f.line},
                  {QStringLiteral("name"), f.name},
                  {QStringLiteral("problem"), wire::toJson(wire::problemOf(e))}};
    if (!f.key.isNull())
        o.insert(QStringLiteral("key"), f.key.toString());
    return o;
}

QJsonObject reportJson(const ImportReport &r, const QJsonArray &failures) {
    return {{QStringLiteral("created"), wire::counterText(r.created)},
            {QStringLiteral("changed"), wire::counterText(r.changed)},
            {QStringLiteral("unchanged"), wire::counterText(r.unchanged)},
            {QStringLiteral("invalid"), wire::counterText(r.invalid)},
            {QStringLiteral("otherState"), wire::counterText(r.otherState)},
            {QStringLiteral("hash"), QString::fromLatin1(r.fileHash.toHex())},
            {QStringLiteral("complete"), r.complete},
            {QStringLiteral("failures"), failures}};
}

void run(const CallPtr &call, const std::shared_ptr<Import> &import, const ImportShape &shape,
         const ImportQuestion &asked) {
    ImportJob::Task task;
    task.path = import->file.fileName();
    task.shape = shape;
    task.mapping = guessMapping(shape.columns);
    task.dryRun = asked.dryRun;
    task.expectedHash = asked.expectedHash;
    import->job = std::make_unique<ImportJob>(call->keys(), task);
    auto *job = import->job.get();
    QObject *context = &call->site.context;
    QObject::connect(job, &Job::failed, context, [import](const JobFailure &f, const Error &e) {
        if (import->failures.size() < MostFailures)
            import->failures.append(failureJson(f, e));
    });
    QObject::connect(job, &ImportJob::reported, context, [call, import](const ImportReport &report) {
        if (report.error)
            return call->fail(*report.error);
        call->json(reportJson(report, import->failures));
    });
    // The signals' receivers hold the job: it goes when it is over, not from within its own signal.
    QObject::connect(job, &Job::finished, context, [call, import](const JobEnd &end) {
        if (end.error)
            call->fail(*end.error);
        QMetaObject::invokeMethod(
            &call->site.context, [import] { import->job.release()->deleteLater(); }, Qt::QueuedConnection);
    });
    job->start();
}

} // namespace

void importKeys(const CallPtr &call) {
    const auto asked = questionOf(call);
    if (!asked)
        return;
    if (!isImportable(call->request.contentType))
        return call->problem(415, "unsupported_media_type",
                             "An import is text/csv, application/json or application/jsonl");
    const auto import = std::make_shared<Import>();
    if (!import->file.open() || import->file.write(call->request.body) != call->request.body.size() ||
        !import->file.flush())
        return call->fail(Error(ErrorCode::DiskFull));
    const auto shape = ImportFile::look(import->file.fileName());
    if (!shape)
        return call->fail(shape.error());
    run(call, import, *shape, *asked);
}

} // namespace latchkey::server
