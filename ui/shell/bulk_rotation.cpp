#include "ui/shell/bulk_rotation.h"

#include "core/services/rotation/kept_rotation.h"
#include "core/services/rotation/rotation_file.h"
#include "ui/dialogs/copy_key/snippets.h"
#include "ui/format/words.h"
#include "ui/shell/bulk_deed.h"

#include <QDir>
#include <QFileInfo>

namespace latchkey::ui {

namespace {

const QString RotationBanner = QStringLiteral("rotation");

int asInt(qint64 n) {
    return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max()));
}

/// The same folder and ending, under a name that is free.
QString freePath(const QString &path) {
    const QFileInfo info(path);
    QString free = path;
    for (int n = 2; QFileInfo::exists(free); ++n)
        free = info.dir().filePath(
            QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(n).arg(info.suffix()));
    return free;
}

} // namespace

struct BulkRotation::Order {
    KeySelection keys;
    RotationWish wish;
    std::shared_ptr<QSet<KeyId>> done = std::make_shared<QSet<KeyId>>();
    std::shared_ptr<int> attempts = std::make_shared<int>(0);
};

BulkRotation::BulkRotation(KeyService &service, JobRunner &jobs, Feedback &feedback, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_jobs(jobs)
    , m_feedback(feedback) {}

void BulkRotation::rotate(const KeySelection &keys, const RotationWish &wish) {
    JobRecord what;
    what.kind = QStringLiteral("rotate");
    what.asked = askedOf({Deed::Rotate, keys, {}}, keys.count());
    what.file = wish.path;
    what.progress.total = keys.count();
    m_jobs.add(what, [this, order = Order{keys, wish}] { return make(order); });
}

std::unique_ptr<Job> BulkRotation::make(const Order &order) {
    m_feedback.clearBanner(RotationBanner);
    const bool again = (*order.attempts)++ > 0;
    const QString path = again && !order.wish.path.isEmpty() ? freePath(order.wish.path) : order.wish.path;
    std::unique_ptr<NewTokens> tokens;
    if (path.isEmpty())
        tokens = std::make_unique<KeptRotation>(m_service);
    else
        tokens = std::make_unique<RotationFile>(path, RotationFile::styleOf(path), envVariable);
    RotateJob::Task task;
    task.keys = {order.keys.count(),
                 [keys = order.keys](qsizetype from, qsizetype most) { return keys.mid(from, most); }};
    task.overlapMs = order.wish.overlapMs;
    task.done = order.done;
    task.file = path;
    auto job = std::make_unique<RotateJob>(m_service, std::move(task), std::move(tokens));
    const qint64 id = m_jobs.running() ? m_jobs.running()->id : 0;
    connect(job.get(), &RotateJob::reported, this,
            [this, path, id](const RotateReport &r) { tell(r, path, id); });
    return job;
}

void BulkRotation::tell(const RotateReport &r, const QString &path, qint64 job) {
    const bool warned = r.failed + r.unknown > 0;
    if (warned)
        m_feedback.banner(
            RotationBanner, Feedback::Level::Warning,
            tr("%Ln keys were not rotated. %1", nullptr, asInt(r.failed + r.unknown))
                .arg(r.first ? sentence(*r.first) : QString()),
            tr("OK"), [this] { m_feedback.clearBanner(RotationBanner); }, tr("Show failed"),
            [this, job] { emit failuresWanted(job); });
    if (warned && r.rotated == 0)
        return; // all is said
    QString text = tr("%Ln keys were rotated.", nullptr, asInt(r.rotated));
    if (r.rotated > 0)
        text += u' ' + (path.isEmpty() ? tr("Their new tokens are in the keychain.")
                                       : tr("Their new tokens are in %1.").arg(QFileInfo(path).fileName()));
    if (r.stopped)
        text += u' ' + (r.first && !warned ? sentence(*r.first) : tr("Stopped before the end."));
    m_feedback.toast(text);
    if (r.rotated > 0)
        m_feedback.lasting(tr("Rotated %Ln keys", nullptr, asInt(r.rotated)));
}

} // namespace latchkey::ui
