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

TransferActions::TransferActions(KeyService &service, JobRunner &jobs, KeysPage &page, Feedback &feedback,
                                 QWidget *window)
    : QObject(window)
    , m_service(service)
    , m_jobs(jobs)
    , m_page(page)
    , m_feedback(feedback)
    , m_window(window) {}

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
        what.title = tr("Export %Ln keys", nullptr, static_cast<int>(task.keys.count));
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
    what.title = tr("Import %1").arg(QFileInfo(task.path).fileName());
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
    what.title = tr("Import from %1", "connection").arg(from);
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
    const auto kept = std::make_shared<ImportReport>(report);
    m_feedback.toast(text, [this, kept, job] { undoImport(kept, job); });
}

void TransferActions::clearLeftOut() {
    m_leftOutOf.reset();
    m_feedback.clearBanner(QStringLiteral("import"));
}

/// New keys go to Recently deleted, changed ones back to what they were, where nobody was in between.
void TransferActions::undoImport(const std::shared_ptr<ImportReport> &report, qint64 import) {
    QList<KeyId> ids;
    const auto versions = std::make_shared<QHash<KeyId, qint64>>();
    for (const auto *list : {&report->made, &report->edited}) {
        for (const ChangedKey &k : *list) {
            ids.append(k.id);
            versions->insert(k.id, k.version);
        }
    }
    JobRecord what;
    what.kind = QStringLiteral("bulk");
    what.title = tr("Undo the import of %Ln keys", nullptr, static_cast<int>(ids.size()));
    const auto undo = [this, ids, versions, report, import]() -> std::unique_ptr<Job> {
        BulkJob::Task task;
        task.agreed = true;
        task.keys = KeySource::of(ids);
        task.needed = [](const ApiKey &) { return true; };
        task.plan = [this, versions, report](const ApiKey &k) -> Result<KeyChange> {
            if (m_feedback.ownVersions().now(k.id, versions->value(k.id)) != k.version)
                return fail(ErrorCode::Conflict, {{QStringLiteral("changedBy"), k.changedBy}});
            const auto before = report->before.constFind(k.id);
            return before == report->before.constEnd()
                       ? m_service.planRemove(k)
                       : m_service.planEdit(k, *before, QStringLiteral("key.undo"));
        };
        auto job = std::make_unique<BulkJob>(m_service, task);
        connect(job.get(), &BulkJob::reported, this, [this, import, versions](const BulkReport &r) {
            if (r.failed.isEmpty() && r.left() == 0 && m_leftOutOf == import)
                clearLeftOut(); // nothing of that import is left
            // As they were before the import.
            for (const ChangedKey &k : r.done)
                m_feedback.ownVersions().alike(k.id, versions->value(k.id) - 1, k.version);
            if (!r.done.isEmpty())
                m_feedback.toast(
                    tr("Undone: the import of %Ln keys.", nullptr, static_cast<int>(r.done.size())));
            if (!r.failed.isEmpty())
                m_feedback.toast(tr("%Ln keys were changed since and are left as they are.", nullptr,
                                    static_cast<int>(r.failed.size())));
        });
        return job;
    };
    whenAgreed(
        m_service.backend().gate(), this, {QStringLiteral("key.undo"), ids.size(), ids.value(0)},
        [this, what, undo] { m_jobs.add(what, undo); }, m_feedback.wayBack());
}

} // namespace latchkey::ui
