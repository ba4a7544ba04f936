#include "ui/shell/bulk_actions.h"

#include "core/model/futures.h"
#include "ui/format/words.h"

#include <QLocale>

namespace latchkey::ui {

namespace {
constexpr int MomentMs = 250;
const QString BannerId = QStringLiteral("bulk");

/// A state of the vault, not of the key: it is worth trying again.
bool lasts(const Error &e) {
    return e.code == ErrorCode::Busy || e.code == ErrorCode::DiskFull;
}

QString stateBanner(const Error &e) {
    return e.code == ErrorCode::Busy ? QStringLiteral("busy") : QStringLiteral("diskFull");
}

} // namespace

BulkActions::BulkActions(KeyService &service, Feedback &feedback, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_feedback(feedback) {}

void BulkActions::setActive(const KeySelection &keys, bool active) {
    ask({active ? Deed::Activate : Deed::Deactivate, keys, false});
}
void BulkActions::remove(const KeySelection &keys) {
    ask({Deed::Remove, keys, false});
}
void BulkActions::restore(const KeySelection &keys) {
    ask({Deed::Restore, keys, false});
}
void BulkActions::purge(const KeySelection &keys) {
    ask({Deed::Purge, keys, false});
}

void BulkActions::cancel() {
    m_waiting.clear();
    if (m_running)
        m_running->cancel();
}

void BulkActions::ask(Task task) {
    if (task.keys.isEmpty() || task.keys.at(0).isNull())
        return;
    m_waiting.append(std::move(task));
    if (!m_running)
        next();
}

void BulkActions::next() {
    if (m_waiting.isEmpty())
        return;
    const Task task = m_waiting.takeFirst();
    for (const QString &id : {BannerId, QStringLiteral("busy"), QStringLiteral("diskFull")})
        m_feedback.clearBanner(id);
    m_running = new BulkChange(m_service.backend(), planOf(task), this);
    m_since.start();
    connect(m_running, &BulkChange::progress, this, [this](qsizetype seen, qsizetype all) {
        if (all > 1 && m_since.elapsed() >= MomentMs)
            emit progress(m_running->doing(), seen, all);
    });
    connect(m_running, &BulkChange::finished, this, [this, task](const BulkReport &report) {
        std::exchange(m_running, nullptr)->deleteLater();
        emit ended();
        tell(task, report);
        next();
    });
    m_running->start();
}

BulkChange::Plan BulkActions::planOf(const Task &task) const {
    KeyService &s = m_service;
    switch (task.deed) {
    case Deed::Activate:
    case Deed::Deactivate: {
        const bool active = task.deed == Deed::Activate;
        return {
            active ? tr("Activating") : tr("Deactivating"), task.keys,
            [active](const ApiKey &k) { return k.state == (active ? KeyState::Inactive : KeyState::Active); },
            [&s, active](const ApiKey &k) { return s.setActive(k, active); }};
    }
    case Deed::Remove:
        return {tr("Deleting"), task.keys,
                [](const ApiKey &k) { return k.state != KeyState::Deleted && k.state != KeyState::Purged; },
                [&s](const ApiKey &k) { return s.remove(k); }};
    case Deed::Restore:
        return {tr("Restoring"), task.keys, [](const ApiKey &k) { return k.state == KeyState::Deleted; },
                [&s](const ApiKey &k) { return s.restore(k); }};
    case Deed::Purge:
        break;
    }
    return {tr("Deleting"), task.keys, [](const ApiKey &k) { return k.state != KeyState::Purged; },
            [&s](const ApiKey &k) { return s.purge(k); }};
}

bool BulkActions::canUndo(Deed deed) const {
    return deed != Deed::Purge &&
           (deed != Deed::Remove || m_service.backend().info().deletedRetentionDays > 0);
}

BulkActions::Deed BulkActions::opposite(Deed deed) {
    switch (deed) {
    case Deed::Activate:
        return Deed::Deactivate;
    case Deed::Deactivate:
        return Deed::Activate;
    case Deed::Remove:
        return Deed::Restore;
    case Deed::Restore:
    case Deed::Purge:
        break;
    }
    return Deed::Remove;
}

QString BulkActions::headline(Deed deed, const BulkReport &report) {
    const int n = static_cast<int>(report.done.size());
    const bool one = n == 1 && report.asked == 1;
    switch (deed) {
    case Deed::Activate:
        return one ? tr("Activated “%1”").arg(report.name) : tr("Activated %n keys", nullptr, n);
    case Deed::Deactivate:
        return one ? tr("Deactivated “%1”").arg(report.name) : tr("Deactivated %n keys", nullptr, n);
    case Deed::Remove:
        return one ? tr("Deleted “%1”").arg(report.name) : tr("Deleted %n keys", nullptr, n);
    case Deed::Restore:
        return one ? tr("Restored “%1”").arg(report.name) : tr("Restored %n keys", nullptr, n);
    case Deed::Purge:
        break;
    }
    return one ? tr("Deleted “%1” permanently").arg(report.name)
               : tr("Deleted %n keys permanently", nullptr, n);
}

void BulkActions::tell(const Task &task, const BulkReport &report) {
    const QLocale l;
    if (report.first && report.asked == 1) {
        if (!lasts(*report.first))
            return emit refused(*report.first);
        return m_feedback.banner(stateBanner(*report.first), Feedback::Level::Warning,
                                 sentence(*report.first), tr("Try again"), [this, task] { ask(task); });
    }
    QString text = headline(task.deed, report);
    if (report.first) {
        const QString failed =
            tr("%n failed: %1", nullptr, static_cast<int>(report.failed)).arg(sentence(*report.first));
        text += QStringLiteral(". ") + failed;
        m_feedback.banner(BannerId, Feedback::Level::Warning,
                          tr("%1 of %2 keys are unchanged. %3")
                              .arg(l.toString(report.failed + report.left()), l.toString(report.asked),
                                   sentence(*report.first)),
                          tr("Retry"), [this, task] { ask(task); });
    } else if (report.stopped) {
        text +=
            QStringLiteral(". ") +
            tr("Stopped: %1 of %2 are unchanged.").arg(l.toString(report.left()), l.toString(report.asked));
    } else if (report.done.isEmpty()) {
        return task.quiet ? void() : m_feedback.toast(tr("Nothing to do: no selected key needed it."));
    }
    if (report.done.isEmpty() || !canUndo(task.deed) || task.quiet) {
        if (!task.quiet || report.first || report.stopped)
            m_feedback.toast(text);
        return;
    }
    const KeySelection done(report.done);
    m_feedback.toast(
        text,
        [this, done, deed = opposite(task.deed)] {
            ask({deed, done, true});
        },
        [this, done, deed = task.deed] {
            ask({deed, done, true});
        });
}

} // namespace latchkey::ui
