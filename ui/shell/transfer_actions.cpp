#include "ui/shell/transfer_actions.h"

#include "core/backend/change_gate.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/key_export.h"
#include "ui/format/words.h"
#include "ui/transfer/export_sheet.h"
#include "ui/transfer/import_dialog.h"
#include "ui/transfer/take_over_sheet.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QSet>
#include <QStandardPaths>

namespace latchkey::ui {

namespace {
QString documents() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder
                                     : QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
}

QList<KeyField> fieldsOf(KeyColumn c) {
    switch (c) {
    case KeyColumn::Name:
        return {KeyField::Name};
    case KeyColumn::Token:
        return {KeyField::MaskedToken};
    case KeyColumn::Environment:
        return {KeyField::Environment};
    case KeyColumn::Permissions:
        return {KeyField::Scopes};
    case KeyColumn::Created:
        return {KeyField::CreatedAt};
    case KeyColumn::LastUsed:
        return {KeyField::LastUsedAt};
    case KeyColumn::Status:
        return {KeyField::Status};
    case KeyColumn::Expires:
        return {KeyField::Expires};
    case KeyColumn::RateLimit:
        return {KeyField::LimitSecond, KeyField::LimitMinute, KeyField::LimitHour, KeyField::LimitDay};
    case KeyColumn::Type:
        return {KeyField::Type};
    case KeyColumn::Customers:
        return {KeyField::Customers};
    case KeyColumn::Owner:
        return {KeyField::Owner};
    case KeyColumn::Tags:
        return {KeyField::Tags};
    case KeyColumn::StoredIn:
        return {KeyField::StoredIn};
    case KeyColumn::KeyIdText:
        return {KeyField::Id};
    default:
        return {};
    }
}
} // namespace

/// What an import made of keys, so that it can be taken back exactly, and made again.
struct TransferActions::ImportTrail {
    explicit ImportTrail(const ImportReport &report)
        : before(report.before) {
        for (const auto *list : {&report.made, &report.edited}) {
            for (const ChangedKey &k : *list) {
                all.append(k.id);
                versions.insert(k.id, {k.version - 1, k.version});
            }
        }
    }
    [[nodiscard]] QList<KeyId> keys(bool undo) const {
        QList<KeyId> some = all;
        some.removeIf([this, undo](const KeyId &id) { return undone.contains(id) == undo; });
        return some;
    }
    void walked(const ChangedKey &k, bool undo, OwnVersions &own) {
        versions[k.id].wrote(own, k.id, undo, k.version);
        if (undo)
            undone.insert(k.id);
        else
            undone.remove(k.id);
    }
    QList<KeyId> all;
    QHash<KeyId, StepVersions> versions;
    QHash<KeyId, KeyConfig> before, after; ///< of those that it changed; `after` once it is undone
    QSet<KeyId> undone;
};

TransferActions::TransferActions(KeyService &service, JobRunner &jobs, KeysPage &page, Feedback &feedback,
                                 QWidget *window)
    : QObject(window)
    , m_service(service)
    , m_jobs(jobs)
    , m_page(page)
    , m_feedback(feedback)
    , m_window(window) {
    connect(&m_jobs, &JobRunner::changed, this, [this](qint64 id) {
        const JobRecord *job = m_jobs.find(id);
        if (!job || !job->isOver())
            return;
        if (const Feedback::StepEnd step = m_steps.take(id); step.back)
            step.back(); // it was cancelled before its turn: nothing was done
    });
}

QString TransferActions::today() const {
    return m_service.clock().now().toUtc().date().toString(Qt::ISODate);
}

void TransferActions::open(QDialog *sheet) {
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    sheet->open();
}

QList<KeyField> TransferActions::shownFields() const {
    QList<KeyField> fields;
    const KeyTableView &table = m_page.table();
    const QHeaderView *header = table.horizontalHeader();
    for (int place = 0; place < KeyColumnCount; ++place) {
        const int column = header->logicalIndex(place);
        if (table.isWanted(column))
            fields += fieldsOf(static_cast<KeyColumn>(column));
    }
    return fields;
}

void TransferActions::exportKeys() {
    const KeyListPtr list = m_page.model().list();
    if (!list || !list->complete())
        return m_feedback.toast(tr("The keys are still being loaded. Try again in a moment."));
    if (list->isOfSeen())
        return m_feedback.toast(tr("Only the keys seen so far are here while you work offline. Export them "
                                   "when the server answers again."));
    auto *sheet =
        new ExportSheet(m_page.table().selectedCount(), list->size(), documents(), today(), m_window);
    connect(sheet, &QDialog::accepted, this, [this, sheet, list, selection = m_page.table().selection()] {
        ExportJob::Task task;
        if (sheet->onlySelected())
            task.keys = {selection.count(),
                         [selection](qsizetype from, qsizetype most) { return selection.mid(from, most); }};
        else
            task.keys = {list->size(), [list](qsizetype from, qsizetype most) {
                             QList<KeyId> ids;
                             for (qsizetype i = from; i < list->size() && ids.size() < most; ++i)
                                 ids.append(list->idAt(i));
                             return ids;
                         }};
        task.fields = sheet->allColumns() ? exportableFields() : shownFields();
        task.format = sheet->format();
        task.path = sheet->path();
        JobRecord what;
        what.kind = QStringLiteral("export");
        what.asked = {{QStringLiteral("keys"), task.keys.count}};
        what.file = task.path;
        m_jobs.add(what, [this, task]() -> std::unique_ptr<Job> {
            auto job = std::make_unique<ExportJob>(m_service.backend(), m_service.clock(), task);
            connect(job.get(), &Job::finished, this, [this, task](const JobEnd &end) {
                if (end.state == JobState::Done)
                    m_feedback.toast(tr("Exported to %1").arg(QFileInfo(task.path).fileName()));
                else
                    m_feedback.toast(end.error ? sentence(*end.error) : tr("Nothing was exported."));
            });
            return job;
        });
    });
    open(sheet);
}

void TransferActions::importKeys() {
    auto *dialog = new ImportDialog(m_service, documents(), today(), m_page.model().timeZone(), m_window);
    connect(dialog, &ImportDialog::importWanted, this, &TransferActions::import);
    open(dialog);
}

void TransferActions::import(const ImportJob::Task &task) {
    JobRecord what;
    what.kind = QStringLiteral("import");
    what.file = task.path;
    m_jobs.add(what, [this, task]() -> std::unique_ptr<Job> {
        auto job = std::make_unique<ImportJob>(m_service, task);
        const qint64 id = m_jobs.running() ? m_jobs.running()->id : 0;
        connect(
            job.get(), &ImportJob::reported, this,
            [this, file = task.tokenFile, id](const ImportReport &report) { tellImport(file, report, id); });
        return job;
    });
}

void TransferActions::takeOver(Places &places) {
    auto *sheet =
        new TakeOverSheet(m_service, places, documents(), today(), m_page.model().timeZone(), m_window);
    connect(sheet, &TakeOverSheet::importWanted, this,
            [this](const TakeOverJob::Task &task, const QString &from) { takeOver(task, from); });
    open(sheet);
}

void TransferActions::takeOver(const TakeOverJob::Task &task, const QString &from) {
    JobRecord what;
    what.kind = QStringLiteral("import");
    what.asked = {{QStringLiteral("from"), from}};
    what.file = task.tokenFile;
    m_jobs.add(what, [this, task]() -> std::unique_ptr<Job> {
        auto job = std::make_unique<TakeOverJob>(m_service, task);
        const qint64 id = m_jobs.running() ? m_jobs.running()->id : 0;
        connect(
            job.get(), &TakeOverJob::reported, this,
            [this, file = task.tokenFile, id](const ImportReport &report) { tellImport(file, report, id); });
        return job;
    });
}

void TransferActions::tellImport(const QString &tokenFile, const ImportReport &report, qint64 job) {
    const QLocale l;
    const qint64 done = report.created + report.changed;
    QString text =
        tr("Imported: %1 new, %2 changed").arg(l.toString(report.created), l.toString(report.changed));
    if (report.error)
        text += QStringLiteral(". ") + sentence(*report.error);
    else if (!report.complete)
        text += QStringLiteral(". ") + tr("Stopped before the end.");
    if (report.created > 0 && !tokenFile.isEmpty())
        text += QStringLiteral(". ") + tr("The new keys are in %1.").arg(QFileInfo(tokenFile).fileName());
    clearLeftOut();
    if (report.invalid > 0) {
        m_leftOutOf = job;
        m_feedback.banner(
            QStringLiteral("import"), Feedback::Level::Warning,
            tr("%Ln rows were left out.", nullptr, static_cast<int>(report.invalid)), tr("OK"),
            [this] { clearLeftOut(); }, tr("Show failed"), [this, job] { emit jobWanted(job); });
    }
    if (done == 0)
        return m_feedback.toast(text);
    const auto trail = std::make_shared<ImportTrail>(report);
    std::function<void()> redo;
    if (report.made.isEmpty() || m_service.backend().info().deletedRetentionDays > 0)
        redo = [this, trail, job] { walkImport(trail, job, false); };
    m_feedback.toast(
        text, [this, trail, job] { walkImport(trail, job, true); }, redo);
}

void TransferActions::clearLeftOut() {
    m_leftOutOf.reset();
    m_feedback.clearBanner(QStringLiteral("import"));
}

/// Undone: new keys go to Recently deleted, changed ones back to what they were. Redone: both come back as
/// the import made them. Either only where nobody was in between.
void TransferActions::walkImport(const std::shared_ptr<ImportTrail> &trail, qint64 import, bool undo) {
    const QList<KeyId> ids = trail->keys(undo);
    if (ids.isEmpty())
        return;
    JobRecord what;
    what.kind = QStringLiteral("bulk");
    what.asked = {{QStringLiteral("deed"), QStringLiteral("import")},
                  {QStringLiteral("keys"), ids.size()},
                  {QStringLiteral("undo"), undo}};
    const auto make = [this, ids, trail, import, undo]() -> std::unique_ptr<Job> {
        BulkJob::Task task;
        task.agreed = true;
        task.keys = KeySource::of(ids);
        task.needed = [](const ApiKey &) { return true; };
        task.plan = [this, trail, undo](const ApiKey &k) -> Result<KeyChange> {
            if (k.state == KeyState::Purged)
                return fail(ErrorCode::Conflict, {{QStringLiteral("purged"), true}});
            if (m_feedback.ownVersions().now(k.id, trail->versions.value(k.id).expected(undo)) != k.version)
                return fail(ErrorCode::Conflict, {{QStringLiteral("changedBy"), k.changedBy}});
            const auto before = trail->before.constFind(k.id);
            if (before == trail->before.constEnd())
                return undo ? m_service.planRemove(k) : m_service.planRestore(k);
            const KeyConfig there = KeyService::asKept(undo ? *before : trail->after.value(k.id), k);
            return m_service.planEdit(k, there,
                                      undo ? QStringLiteral("key.undo") : QStringLiteral("key.import"));
        };
        task.changed = [trail, undo](const ApiKey &before, const ApiKey &) {
            if (undo && trail->before.contains(before.id))
                trail->after.insert(before.id, before.config);
        };
        auto job = std::make_unique<BulkJob>(m_service, task);
        const qint64 id = m_jobs.running() ? m_jobs.running()->id : 0;
        connect(job.get(), &BulkJob::reported, this, [this, import, trail, undo, id](const BulkReport &r) {
            for (const ChangedKey &k : r.done)
                trail->walked(k, undo, m_feedback.ownVersions());
            if (undo && r.failed.isEmpty() && r.left() == 0 && m_leftOutOf == import)
                clearLeftOut(); // nothing of that import is left
            tellWalk(r, undo, m_steps.take(id));
        });
        return job;
    };
    const Feedback::StepEnd step = m_feedback.stepEnd();
    m_feedback.mayTakeLong();
    whenAgreed(
        m_service.backend().gate(), this,
        {undo ? QStringLiteral("key.undo") : QStringLiteral("key.import"), ids.size(), ids.first()},
        [this, what, make, step] {
            // Its turn may come within add(): then `added` is the first to name it.
            const auto first = connect(&m_jobs, &JobRunner::added, this,
                                       [this, step](qint64 id) { m_steps.insert(id, step); });
            m_jobs.add(what, make);
            disconnect(first);
        },
        step.back);
}

void TransferActions::tellWalk(const BulkReport &r, bool undo, const Feedback::StepEnd &step) {
    if (r.done.isEmpty() && step.back) { // it stands as it stood
        if (!r.first)
            return step.back();
        const QString by = r.first->params.value(QStringLiteral("changedBy")).toString();
        return m_feedback.refused(step, *r.first, by == m_service.principalOf(r.failed.value(0)).name);
    }
    const auto done = static_cast<int>(r.done.size());
    if (done > 0)
        m_feedback.toast(undo ? tr("Undone: the import of %Ln keys.", nullptr, done)
                              : tr("Redone: the import of %Ln keys.", nullptr, done));
    if (!r.failed.isEmpty())
        m_feedback.toast(tr("%Ln keys were changed since and are left as they are.", nullptr,
                            static_cast<int>(r.failed.size())));
}

} // namespace latchkey::ui
