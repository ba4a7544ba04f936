#include "ui/jobs/job_words.h"

#include "ui/format/words.h"
#include "ui/jobs/deed.h"
#include "ui/logs/log_jobs.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace latchkey::ui {

namespace {
struct Jobs {
    Q_DECLARE_TR_FUNCTIONS(jobs)
};
/// In the order of Deed. The first word stands in files: it must not change.
constexpr std::pair<const char *, const char *> deeds[] = {
    {"activate", QT_TRANSLATE_N_NOOP("jobs", "Activate %Ln keys")},
    {"deactivate", QT_TRANSLATE_N_NOOP("jobs", "Deactivate %Ln keys")},
    {"delete", QT_TRANSLATE_N_NOOP("jobs", "Delete %Ln keys")},
    {"restore", QT_TRANSLATE_N_NOOP("jobs", "Restore %Ln keys")},
    {"purge", QT_TRANSLATE_N_NOOP("jobs", "Delete %Ln keys permanently")},
    {"revoke", QT_TRANSLATE_N_NOOP("jobs", "Revoke %Ln keys")},
    {"rotate", QT_TRANSLATE_N_NOOP("jobs", "Rotate %Ln keys")},
    {"addTags", QT_TRANSLATE_N_NOOP("jobs", "Add tags to %Ln keys")},
    {"removeTags", QT_TRANSLATE_N_NOOP("jobs", "Remove tags from %Ln keys")},
    {"setOwner", QT_TRANSLATE_N_NOOP("jobs", "Set the owner of %Ln keys")},
    {"setExpiry", QT_TRANSLATE_N_NOOP("jobs", "Set the expiry of %Ln keys")},
    {"setLimits", QT_TRANSLATE_N_NOOP("jobs", "Set the rate limit of %Ln keys")},
};
static_assert(std::size(deeds) == static_cast<std::size_t>(Deed::SetLimits) + 1);

int numberOf(const QJsonObject &facts, const char *name) {
    const qint64 n = facts.value(QLatin1StringView(name)).toInteger();
    return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max()));
}
} // namespace

QString deedWord(Deed deed) {
    return QLatin1StringView(deeds[static_cast<std::size_t>(deed)].first);
}

QString word(JobState s) {
    switch (s) {
    case JobState::Queued:
        return Jobs::tr("Waiting");
    case JobState::Running:
        return Jobs::tr("Running");
    case JobState::Done:
        return Jobs::tr("Done");
    case JobState::Failed:
        return Jobs::tr("Failed");
    case JobState::Cancelled:
        return Jobs::tr("Cancelled");
    case JobState::Interrupted:
        return Jobs::tr("Interrupted");
    }
    return {};
}

QString iconName(JobState s) {
    switch (s) {
    case JobState::Queued:
        return QStringLiteral("clock");
    case JobState::Running:
        return QStringLiteral("play");
    case JobState::Done:
        return QStringLiteral("check");
    case JobState::Failed:
        return QStringLiteral("warning");
    case JobState::Cancelled:
        return QStringLiteral("close");
    case JobState::Interrupted:
        return QStringLiteral("pause");
    }
    return {};
}

ColorRole textRole(JobState s) {
    switch (s) {
    case JobState::Running:
        return ColorRole::RotatingText;
    case JobState::Done:
        return ColorRole::ActiveText;
    case JobState::Failed:
        return ColorRole::RevokedText;
    case JobState::Interrupted:
        return ColorRole::ExpiringText;
    case JobState::Queued:
    case JobState::Cancelled:
        break;
    }
    return ColorRole::InactiveText;
}

ColorRole backRole(JobState s) {
    switch (s) {
    case JobState::Running:
        return ColorRole::RotatingBack;
    case JobState::Done:
        return ColorRole::ActiveBack;
    case JobState::Failed:
        return ColorRole::RevokedBack;
    case JobState::Interrupted:
        return ColorRole::ExpiringBack;
    case JobState::Queued:
    case JobState::Cancelled:
        break;
    }
    return ColorRole::InactiveBack;
}

JobState shownState(const JobRecord &job) {
    const JobProgress &p = job.progress;
    const bool none = p.failed > 0 && p.seen - p.failed - p.unneeded <= 0;
    return job.state == JobState::Done && none ? JobState::Failed : job.state;
}

bool isPartly(const JobRecord &job) {
    return shownState(job) == JobState::Done && job.progress.failed > 0;
}

QString stateText(const JobRecord &job) {
    return isPartly(job) ? Jobs::tr("Partly done") : word(shownState(job));
}

QString jobIcon(const QString &kind) {
    static const QHash<QString, QString> icons{
        {QStringLiteral("bulk"), QStringLiteral("list")},
        {QStringLiteral("rotate"), QStringLiteral("rotate")},
        {QStringLiteral("import"), QStringLiteral("download")},
        {QStringLiteral("export"), QStringLiteral("export")},
        {QStringLiteral("retention"), QStringLiteral("trash")},
        {QStringLiteral("check"), QStringLiteral("shield")},
        {QStringLiteral("logs"), QStringLiteral("download")},
    };
    return icons.value(kind, QStringLiteral("list"));
}

QString jobTitle(const JobRecord &job) {
    if (!job.title.isEmpty())
        return job.title;
    const QString file = QFileInfo(job.file).fileName();
    const QString from = job.asked.value(QStringLiteral("from")).toString();
    const QString deed = job.asked.value(QStringLiteral("deed")).toString();
    const bool undo = job.asked.value(QStringLiteral("undo")).toBool();
    const int keys = numberOf(job.asked, "keys");
    if (job.kind == QStringLiteral("check"))
        return Jobs::tr("Check the vault");
    if (job.kind == QStringLiteral("export"))
        return Jobs::tr("Export %Ln keys", nullptr, keys);
    if (job.kind == QStringLiteral("import"))
        return from.isEmpty() ? Jobs::tr("Import %1").arg(file)
                              : Jobs::tr("Import from %1", "connection").arg(from);
    if (job.kind == QStringLiteral("logs"))
        return Jobs::tr("Import requests from %1", "file").arg(file);
    if (job.kind == QStringLiteral("retention"))
        return Jobs::tr("Keep requests for %Ln days", nullptr, numberOf(job.asked, "days"));
    if (deed == QStringLiteral("import"))
        return undo ? Jobs::tr("Undo the import of %Ln keys", nullptr, keys)
                    : Jobs::tr("Redo the import of %Ln keys", nullptr, keys);
    for (const auto &[word, text] : deeds) {
        if (deed != QLatin1StringView(word))
            continue;
        const QString title = Jobs::tr(text, nullptr, keys);
        return undo ? Jobs::tr("Undo: %1", "Undo: Deactivate 12 keys").arg(title) : title;
    }
    return job.kind;
}

QString jobResult(const JobRecord &job) {
    if (!job.result.isEmpty())
        return job.result;
    if (job.kind == QStringLiteral("logs"))
        return logImportResult(job);
    QStringList lines;
    if (job.outcome.contains(QStringLiteral("auditRows"))) {
        const QLocale l;
        return Jobs::tr("Keys read: %1. Rows of the audit log: %2.")
                   .arg(l.toString(job.progress.seen), l.toString(numberOf(job.outcome, "auditRows"))) +
               u' ' +
               (job.progress.failed == 0 ? Jobs::tr("All are as they were written.")
                                         : Jobs::tr("What is damaged is named below."));
    }
    if (job.error)
        lines.append(sentence(*job.error));
    if (!job.outcome.contains(QStringLiteral("rotated")))
        return lines.join(u'\n');
    const int rotated = numberOf(job.outcome, "rotated"), unknown = numberOf(job.outcome, "unknown");
    const QString path = job.outcome.value(QStringLiteral("file")).toString();
    lines.append(Jobs::tr("%Ln keys were rotated.", nullptr, rotated));
    if (rotated > 0)
        lines.append(path.isEmpty() ? Jobs::tr("Their new tokens are in the keychain.")
                                    : Jobs::tr("Their new tokens are in %1.").arg(path));
    if (unknown > 0)
        lines.append(Jobs::tr("Of %Ln more it isn't known whether the vault took them. Their new tokens are "
                              "kept and marked as pending.",
                              nullptr, unknown));
    return lines.join(u'\n');
}

QString progressText(const JobRecord &job) {
    const QLocale l;
    const JobProgress &p = job.progress;
    const QString seen = l.toString(p.seen), total = l.toString(p.total);
    QStringList parts;
    switch (job.state) {
    case JobState::Queued:
        return p.total > 0 ? Jobs::tr("%1 to do").arg(total) : QString();
    case JobState::Interrupted:
        parts.append(p.total > 0 ? Jobs::tr("At least %1 of %2 done").arg(seen, total)
                                 : Jobs::tr("At least %1 done").arg(seen));
        break;
    default:
        if (p.failed > 0 && p.seen == p.total) // those are not among the done
            parts.append(Jobs::tr("%1 of %2").arg(l.toString(p.seen - p.failed - p.unneeded), total));
        else
            parts.append(p.total > 0 && p.seen != p.total ? Jobs::tr("%1 of %2").arg(seen, total) : seen);
        break;
    }
    if (p.unneeded > 0)
        parts.append(Jobs::tr("%1 skipped").arg(l.toString(p.unneeded)));
    if (p.failed > 0)
        parts.append(Jobs::tr("%1 failed").arg(l.toString(p.failed)));
    return parts.join(QStringLiteral(" · "));
}

QString tookText(const JobRecord &job, Instant now) {
    if (!job.started || (job.state == JobState::Interrupted && !job.ended))
        return {};
    const qint64 s = qMax<qint64>(0, (job.ended.value_or(now).ms() - job.started->ms()) / 1000);
    if (s < 1)
        return Jobs::tr("under 1 s");
    const QLocale l;
    return s < 60 ? Jobs::tr("%1 s").arg(l.toString(s))
                  : Jobs::tr("%1 min %2 s").arg(l.toString(s / 60), l.toString(s % 60));
}

QString whyNoCancel(const JobRecord *job) {
    return !job ? Jobs::tr("No job is chosen") : job->isOver() ? Jobs::tr("It is over") : QString();
}

QString whyNoRemove(const JobRecord *job) {
    return !job ? Jobs::tr("No job is chosen") : job->isOver() ? QString() : Jobs::tr("It isn't over yet");
}

QString whyNoRetry(const JobRecord *job) {
    if (!job || !job->isOver())
        return whyNoRemove(job);
    return job->state == JobState::Done && job->progress.failed == 0
               ? Jobs::tr("Nothing of it failed")
               : Jobs::tr("Ask for it again where you asked for it: what it worked on is not known any more");
}

} // namespace latchkey::ui
