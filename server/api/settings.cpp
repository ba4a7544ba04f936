#include "core/backend/request_log.h"
#include "core/services/jobs/check_job.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/jobs/retention_job.h"
#include "core/wire/problem.h"
#include "core/wire/records_json.h"
#include "server/api/routes.h"

// Settings of the vault, and the long work that some of them start.

namespace latchkey::server {

namespace {

QJsonValue timeOf(const std::optional<Instant> &t) {
    return t ? QJsonValue(t->toIso()) : QJsonValue();
}

QString wordOf(JobState s) {
    static constexpr std::array words{"queued", "running", "done", "failed", "cancelled", "interrupted"};
    return QLatin1StringView(words[static_cast<std::size_t>(s)]);
}

/// In words of the API: those of the problem that it would be as an answer.
QString reasonOf(const std::optional<Error> &e) {
    return e ? wire::problemOf(*e).title : QString();
}

QJsonObject jobJson(const JobRecord &j) {
    QJsonArray failures;
    for (const JobFailure &f : j.failures)
        failures.append(
            QJsonObject{{QStringLiteral("key"), f.key.isNull() ? QJsonValue() : QJsonValue(f.key.toString())},
                        {QStringLiteral("name"), f.name},
                        {QStringLiteral("why"), reasonOf(f.error)}});
    return {{QStringLiteral("id"), wire::counterText(j.id)},
            {QStringLiteral("kind"), j.kind},
            {QStringLiteral("title"), j.title},
            {QStringLiteral("state"), wordOf(j.state)},
            {QStringLiteral("added"), j.added.toIso()},
            {QStringLiteral("started"), timeOf(j.started)},
            {QStringLiteral("ended"), timeOf(j.ended)},
            {QStringLiteral("seen"), wire::counterText(j.progress.seen)},
            {QStringLiteral("total"), wire::counterText(j.progress.total)},
            {QStringLiteral("changed"), wire::counterText(j.progress.changed)},
            {QStringLiteral("failed"), wire::counterText(j.progress.failed)},
            {QStringLiteral("result"), reasonOf(j.error)},
            {QStringLiteral("failures"), failures}};
}

void giveJob(const CallPtr &call, qint64 id, int status = 200) {
    const JobRecord *job = call->site.jobs.find(id);
    if (!job)
        return call->notFound();
    call->json(jobJson(*job), status,
               status == 202 ? Call::Headers{{"Location", "/v1/jobs/" + QByteArray::number(id)}}
                             : Call::Headers{});
}

void giveSettings(const CallPtr &call, int requestDays) {
    call->json(
        {{QStringLiteral("deletedRetentionDays"), call->site.vault.info().deletedRetentionDays},
         {QStringLiteral("requestRetentionDays"), requestDays > 0 ? QJsonValue(requestDays) : QJsonValue()}});
}

void settings(const CallPtr &call) {
    RequestLog *log = call->site.vault.requests();
    if (!log)
        return giveSettings(call, 0);
    onward(call, log->retentionDays(), [call](int days) { giveSettings(call, days); });
}

void getSettings(const CallPtr &call) {
    if (noQuery(call))
        settings(call);
}

std::optional<int> daysOf(const CallPtr &call, int least, int most) {
    return membersOf(call, [least, most](wire::ObjectReader &r) {
        const auto days = r.number("days", least, most);
        if (r.isObject() && !r.has("days"))
            r.bad("days", "missing");
        return static_cast<int>(days.value_or(least));
    });
}

void putDeletedRetention(const CallPtr &call) {
    const auto days = noQuery(call) ? daysOf(call, 0, 3'650) : std::nullopt;
    if (!days)
        return;
    onward(call, call->site.vault.setDeletedRetentionDays(*days, call->actor()),
           [call](const std::monostate &) { settings(call); });
}

void startRetention(const CallPtr &call, RequestLog *log, int days) {
    AuditEvent event;
    event.at = call->now();
    event.actor = call->caller.name;
    event.action = QStringLiteral("vault.requestRetention");
    event.after = {{QStringLiteral("days"), days}};
    onward(call, call->site.vault.record(event), [call, log, days](const std::monostate &) {
        JobRecord job;
        job.kind = QStringLiteral("retention");
        job.title = QStringLiteral("Keep requests for %1 days").arg(days);
        const qint64 id = call->site.jobs.add(
            job, [log, days, now = call->now()] { return std::make_unique<RetentionJob>(*log, days, now); });
        giveJob(call, id, 202);
    });
}

void putRequestRetention(const CallPtr &call) {
    const auto dryRun = queryOf(call, [](wire::QueryReader &r) { return r.flag("dryRun").value_or(false); });
    if (!dryRun)
        return;
    const auto days = daysOf(call, 1, 365);
    RequestLog *log = call->site.vault.requests();
    if (!days)
        return;
    if (!log)
        return call->notFound();
    if (!*dryRun)
        return startRetention(call, log, *days);
    onward(call, log->previewRetention(*days, call->now()),
           [call](const RetentionPreview &p) { call->json(wire::toJson(p)); });
}

void listJobs(const CallPtr &call) {
    if (!noQuery(call))
        return;
    QJsonArray list;
    const QList<JobRecord> &jobs = call->site.jobs.jobs();
    for (const JobRecord &j : jobs)
        list.append(jobJson(j));
    call->json({{QStringLiteral("jobs"), list}});
}

std::optional<qint64> jobOf(const CallPtr &call) {
    const auto id = wire::counterFrom(call->params.first());
    if (!id || !call->site.jobs.find(*id)) {
        call->notFound();
        return std::nullopt;
    }
    return id;
}

void getJob(const CallPtr &call) {
    if (!noQuery(call))
        return;
    if (const auto id = jobOf(call))
        giveJob(call, *id);
}

void cancelJob(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    if (const auto id = jobOf(call)) {
        call->site.jobs.cancel(*id);
        giveJob(call, *id);
    }
}

void startCheck(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    JobRecord job;
    job.kind = QStringLiteral("check");
    job.title = QStringLiteral("Check the audit log and every key");
    const qint64 id =
        call->site.jobs.add(job, [&vault = call->site.vault] { return std::make_unique<CheckJob>(vault); });
    giveJob(call, id, 202);
}

} // namespace

QList<Route> settingRoutes() {
    return {{"GET", "/v1/settings", Readers, getSettings},
            {"PUT", "/v1/settings/deleted-retention", Admins, putDeletedRetention},
            {"PUT", "/v1/settings/request-retention", Admins, putRequestRetention},
            {"GET", "/v1/jobs", Readers, listJobs},
            {"GET", "/v1/jobs/{id}", Readers, getJob},
            {"POST", "/v1/jobs/check", Admins, startCheck},
            {"POST", "/v1/jobs/{id}/cancel", Admins, cancelJob}};
}

} // namespace latchkey::server
