#include "ui/shell/bulk_actions.h"

#include "core/backend/change_gate.h"
#include "ui/format/words.h"
#include "ui/shell/status_line.h"

#include <QLocale>
#include <algorithm>
#include <utility>

namespace latchkey::ui {

namespace {
const QString BannerId = QStringLiteral("bulk");

/// A state of the vault, not of the key: it is worth trying again.
bool lasts(const Error &e) {
    return e.code == ErrorCode::Busy || e.code == ErrorCode::DiskFull;
}

QString stateBanner(const Error &e) {
    return e.code == ErrorCode::Busy ? QStringLiteral("busy") : QStringLiteral("diskFull");
}

} // namespace

BulkActions::BulkActions(KeyService &service, JobRunner &jobs, Feedback &feedback, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_jobs(jobs)
    , m_feedback(feedback) {
    connect(&m_jobs, &JobRunner::changed, this, [this](qint64 id) {
        const JobRecord *job = m_jobs.find(id);
        if (!job || !job->isOver() || !m_mine.contains(id))
            return;
        --m_underWay;
        if (const Feedback::StepEnd step = m_mine.take(id); step.back)
            step.back(); // it was cancelled before its turn: nothing was done
    });
}

void BulkActions::setActive(const KeySelection &keys, bool active) {
    ask({active ? Deed::Activate : Deed::Deactivate, keys, {}});
}
void BulkActions::remove(const KeySelection &keys) {
    ask({Deed::Remove, keys, {}});
}
void BulkActions::restore(const KeySelection &keys) {
    ask({Deed::Restore, keys, {}});
}
void BulkActions::purge(const KeySelection &keys) {
    ask({Deed::Purge, keys, {}});
}
void BulkActions::change(Deed deed, const KeySelection &keys, const DeedValue &value) {
    ask({deed, keys, value});
}

void BulkActions::cancel() {
    const QList<qint64> mine = m_mine.keys();
    for (const qint64 id : mine)
        m_jobs.cancel(id);
}

void BulkActions::ask(BulkOrder order) {
    const QList<KeyId> ahead = order.back ? order.back->ahead(order.undo) : QList<KeyId>();
    const qsizetype count = order.back ? ahead.size() : order.keys.count();
    if (count == 0 || (!order.back && order.keys.at(0).isNull()))
        return;
    const KeyId first = order.back ? ahead.first() : order.keys.at(0);
    ChangeGate *gate = m_service.backend().gate();
    PlannedChange change{actionOf(order), count, first};
    for (qsizetype i = 0; gate && first.place() != 0 && i < count; ++i) { // of several vaults
        const KeyId key = order.back ? ahead.at(i) : order.keys.at(i);
        const auto part =
            std::find_if(change.parts.begin(), change.parts.end(),
                         [&key](const PlannedChange::Part &p) { return p.key.place() == key.place(); });
        if (part == change.parts.end())
            change.parts.append({key, 1});
        else
            ++part->count;
    }
    const Feedback::StepEnd step = m_feedback.stepEnd();
    if (order.back)
        m_feedback.mayTakeLong();
    whenAgreed(
        gate, this, change, [this, order, count, step] { add(order, count, step); }, step.back);
}

void BulkActions::add(const BulkOrder &order, qsizetype count, const Feedback::StepEnd &step) {
    JobRecord what;
    what.kind = QStringLiteral("bulk");
    what.asked = askedOf(order, count);
    what.progress.total = count;
    ++m_underWay;
    const auto maker = [this, order] { return make(order); };
    // Its turn may come within add(): then `added` is the first to name it.
    const auto first =
        connect(&m_jobs, &JobRunner::added, this, [this, &step](qint64 id) { m_mine.insert(id, step); });
    m_jobs.add(what, maker);
    disconnect(first);
}

std::unique_ptr<Job> BulkActions::make(const BulkOrder &order) {
    for (const QString &id : {BannerId, QStringLiteral("busy"), QStringLiteral("diskFull")})
        m_feedback.clearBanner(id);
    const auto trail = order.back ? order.back : std::make_shared<BulkTrail>();
    BulkJob::Task task = taskOf(order, m_service, trail, m_feedback.ownVersions());
    task.agreed = true;
    auto job = std::make_unique<BulkJob>(m_service, std::move(task));
    m_since.start();
    const qint64 id = m_jobs.running() ? m_jobs.running()->id : 0;
    connect(job.get(), &Job::progress, this, [this, order](const JobProgress &p) {
        if (p.total > 1 && m_since.elapsed() >= MomentMs)
            emit progress(doing(order), p.seen, p.total);
    });
    connect(job.get(), &BulkJob::reported, this, [this, order, trail, id](const BulkReport &report) {
        if (order.back)
            trail->walk(report.done, order.undo, m_feedback.ownVersions());
        else
            trail->begin(report.done);
        emit ended();
        if (order.back && order.undo && !report.done.isEmpty())
            emit undone(order.keys.mid(0, order.keys.count()));
        tell(order, report, id, trail);
    });
    return job;
}

/// What became of it is said once: what was done by the notice, what was not by the banner.
void BulkActions::warn(const BulkOrder &order, const BulkReport &report, qint64 job) {
    const QLocale l;
    const auto unchanged = report.failed.size() + report.left();
    Error why = *report.first;
    // It may answer again while this is read, which stays: no word of how it is now.
    const bool silent = why.code == ErrorCode::Unreachable && !why.params.contains(QStringLiteral("proxy"));
    if (silent || !report.done.isEmpty())
        why.params.insert(QStringLiteral("partly"), true);
    QString text = tr("%1 of %2 keys are unchanged. %3")
                       .arg(l.toString(unchanged), l.toString(report.asked), sentence(why));
    if (report.mixed)
        text += u' ' + tr("Others are unchanged for other reasons.");
    BulkOrder again = order;
    if (!order.back && report.left() == 0) // all were tried: only who may do it after all is tried again
        again.keys = KeySelection(report.again);
    // Of an undo that did nothing its step can be asked for again.
    const bool mayPass = order.back ? report.left() > 0 && !report.done.isEmpty()
                                    : report.left() > 0 || !report.again.isEmpty();
    const QString show = report.failed.isEmpty() ? QString() : tr("Show failed");
    const auto failures = [this, job] { emit failuresWanted(job); };
    if (!mayPass)
        return m_feedback.banner(BannerId, Feedback::Level::Warning, text, show, failures);
    m_feedback.banner(
        BannerId, Feedback::Level::Warning, text, report.left() == 0 ? tr("Retry failed") : tr("Retry"),
        [this, again] { ask(again); }, show, failures);
}

void BulkActions::tell(const BulkOrder &order, const BulkReport &report, qint64 job,
                       const std::shared_ptr<BulkTrail> &trail) {
    const QLocale l;
    const bool quiet = order.back != nullptr;
    Feedback::StepEnd step;
    if (const auto mine = m_mine.find(job); mine != m_mine.end()) // it has had its turn
        step = std::exchange(*mine, {});
    if (quiet && report.done.isEmpty() && step.back) {
        if (report.first)
            Feedback::notDone(step, *report.first, true);
        else
            step.back();
    }
    if (report.first && report.asked == 1) {
        if (quiet || !lasts(*report.first))
            return emit refused(*report.first);
        return m_feedback.banner(stateBanner(*report.first), Feedback::Level::Warning,
                                 sentence(*report.first), tr("Try again"), [this, order] { ask(order); });
    }
    QString text = headline(order, report);
    if (report.first) {
        warn(order, report, job);
        if (report.done.isEmpty())
            return;
    } else if (report.stopped) {
        text +=
            QStringLiteral(". ") +
            tr("Stopped: %1 of %2 are unchanged.").arg(l.toString(report.left()), l.toString(report.asked));
    } else if (report.done.isEmpty()) {
        return quiet ? void() : m_feedback.toast(tr("Nothing to do: no selected key needed it."));
    }
    const auto walk = [this, order, trail](bool undo) {
        BulkOrder back = order;
        back.back = trail;
        back.undo = undo;
        ask(back);
    };
    const bool none = report.done.isEmpty();
    if (quiet) {
        m_feedback.walked(text, order.undo);
    } else if (!none && canUndo(order, m_service.backend().info().deletedRetentionDays)) {
        m_feedback.toast(
            text, [walk] { walk(true); }, [walk] { walk(false); });
    } else {
        m_feedback.toast(text);
        if (!none)
            m_feedback.lasting(headline(order, report));
    }
    if (!none)
        m_feedback.receipt(report.done.last().id); // the last of them is known last
}

} // namespace latchkey::ui
