#include "core/token/token.h"
#include "tests/support/test_vault.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/dialogs/risk_groups.h"
#include "ui/format/words.h"
#include "ui/jobs/job_words.h"
#include "ui/jobs/jobs_page.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/bulk_sheet.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/rotate_fields.h"
#include "ui/transfer/export_sheet.h"
#include "ui/transfer/file_field.h"
#include "ui/transfer/import_dialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

/// The window on a real vault with a few keys.
struct Bench {
    TestVault v;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<SecretClipboard> clipboard;
    std::unique_ptr<MainWindow> window;

    explicit Bench(int keys) {
        v.open();
        for (int i = 0; i < keys; ++i)
            (void)waitFor(v.service->create(v.config(QStringLiteral("Key %1").arg(i))));
        settings = std::make_unique<Settings>(v.dir.filePath(QStringLiteral("settings.ini")));
        clipboard = std::make_unique<SecretClipboard>(QApplication::clipboard());
        window = std::make_unique<MainWindow>(
            WindowContext{*v.service, *settings, *clipboard, [this](QWidget *w) {
                              return new DialogForms(*v.service, *clipboard, *settings, w);
                          }});
        window->show();
        [&] {
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
            QTRY_COMPARE(window->page().model().rowCount(), keys);
        }();
    }
    ~Bench() {
        window.reset();
        clipboard.reset();
        v.close();
    }
    template<typename T>
    T *opened(const char *command) {
        window->commands().trigger(QLatin1StringView(command));
        T *sheet = nullptr;
        [&] { QTRY_VERIFY((sheet = window->findChild<T *>()) && sheet->isVisible()); }();
        return sheet;
    }
    JobsPage *jobs() {
        window->showPage(QStringLiteral("jobs"));
        return qobject_cast<JobsPage *>(window->pages().widgetOf(QStringLiteral("jobs")));
    }
};

QStringList risksOf(const QWidget *sheet) {
    QStringList lines;
    for (const auto *l : sheet->findChild<RiskGroups *>()->findChildren<QLabel *>())
        lines.append(l->text());
    return lines;
}

void press(QWidget *in, const char *button) {
    auto *b = in->findChild<QPushButton *>(QLatin1StringView(button));
    QVERIFY(b);
    QTRY_VERIFY(b->isEnabled() && b->isVisible());
    QTest::mouseClick(b, Qt::LeftButton);
}

} // namespace

/// Export, import, one change for many, and the page that lists them, as a person goes through them.
class JobsGuiTest : public QObject {
    Q_OBJECT
private slots:
    /// What the list of jobs keeps of a deed is what it words.
    void everyDeedHasItsTitle() {
        QSet<QString> titles;
        for (int i = 0; i <= static_cast<int>(Deed::SetLimits); ++i) {
            BulkOrder order;
            order.deed = static_cast<Deed>(i);
            JobRecord job;
            job.kind = QStringLiteral("bulk");
            job.asked = askedOf(order, 12);
            QVERIFY2(jobTitle(job).contains(QStringLiteral("12 keys")), qPrintable(jobTitle(job)));
            titles.insert(jobTitle(job));
        }
        QCOMPARE(titles.size(), static_cast<int>(Deed::SetLimits) + 1);
    }
    void exportedFromTheMenu() {
        Bench b(3);
        auto *sheet = b.opened<ExportSheet>("file.export");
        const QString path = b.v.dir.filePath(QStringLiteral("out.csv"));
        sheet->file().setPath(path);
        press(sheet, "exportStart");
        QTRY_VERIFY(QFile::exists(path));
        QFile f(path);
        QVERIFY(f.open(QIODevice::ReadOnly));
        QCOMPARE(f.readAll().count("\r\n"), 4);
        JobsPage *page = b.jobs();
        QAbstractItemModelTester tester(page->table().model());
        QCOMPARE(page->table().model()->rowCount(), 1);
        QTRY_COMPARE(page->table().model()->index(0, JobsModel::State).data().toString(),
                     QStringLiteral("Done"));
    }

    /// What is written is what the name says.
    void theNameAndTheFormatFollowEachOther() {
        QTemporaryDir folder;
        ExportSheet sheet(0, 3, folder.path(), QStringLiteral("2026-03-14"), nullptr);
        const auto choose = [&sheet](FileFormat format) {
            for (auto *s : sheet.findChildren<Segmented *>()) {
                auto *b = s->button(static_cast<int>(format));
                if (b &&
                    b->text() == (format == FileFormat::Csv ? QStringLiteral("CSV") : QStringLiteral("JSON")))
                    b->click();
            }
        };
        sheet.file().setPath(folder.filePath(QStringLiteral("keys.JSON")));
        QCOMPARE(sheet.format(), FileFormat::Json);
        choose(FileFormat::Csv);
        QCOMPARE(sheet.path(), folder.filePath(QStringLiteral("keys.csv")));
        sheet.file().setPath(folder.filePath(QStringLiteral("keys.v2")));
        choose(FileFormat::Json);
        QCOMPARE(sheet.format(), FileFormat::Json);
        QCOMPARE(sheet.path(), folder.filePath(QStringLiteral("keys.v2")));
        sheet.file().setPath(folder.filePath(QStringLiteral("keys.csv")));
        QCOMPARE(sheet.format(), FileFormat::Csv);
    }

    void importedAfterADryRunAndUndone() {
        Bench b(1);
        const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
        const QString path = b.v.dir.filePath(QStringLiteral("in.csv"));
        QFile f(path);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("name,environment,scopes,token\nBrought,staging,leads:read," +
                made.token.view().toByteArray() + "\nBad,staging,leads:read,nonsense\n");
        f.close();
        auto *dialog = b.opened<ImportDialog>("file.import");
        dialog->file().setPath(path);
        press(dialog, "importNext"); // columns
        press(dialog, "importNext"); // dry run
        auto *counts = dialog->findChild<QLabel *>(QStringLiteral("importCounts"));
        QTRY_VERIFY(counts->text().contains(QStringLiteral("1 new")));
        QVERIFY(counts->text().contains(QStringLiteral("1 invalid")));
        const auto *rows = dialog->findChild<QListWidget *>(QStringLiteral("importRows"));
        QCOMPARE(rows->count(), 2); // what is left out, then what is made
        QVERIFY(rows->item(0)->text().startsWith(QStringLiteral("Line 3 · Bad: ")));
        QCOMPARE(rows->item(1)->text(), QStringLiteral("Line 2 · Brought: new"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("importWarning"))->isHidden());
        QCOMPARE(b.v.ids().size(), 1);
        press(dialog, "importNext");
        QTRY_COMPARE(b.window->page().model().rowCount(), 2);
        QTRY_VERIFY(b.window->jobs().isIdle());
        const auto leftOut = [&b] { // the banner
            const QList<QLabel *> labels = b.window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
                return l->isVisible() && l->text() == QStringLiteral("1 rows were left out.");
            });
        };
        QTRY_VERIFY(leftOut());
        b.window->commands().trigger(QStringLiteral("edit.undo"));
        QTRY_COMPARE(b.window->page().model().rowCount(), 1);
        QTRY_VERIFY(!leftOut()); // the import that it is about is gone
        const auto said = [&](const QString &text) {
            const auto labels = b.window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *l) { return l->isVisible() && l->text() == text; });
        };
        QTRY_VERIFY(said(QStringLiteral("Undone: the import of 1 keys.")));
        b.window->commands().trigger(QStringLiteral("edit.redo")); // the same keys come back
        QTRY_VERIFY(said(QStringLiteral("Redone: the import of 1 keys.")));
        QTRY_COMPARE(b.window->page().model().rowCount(), 2);
        QCOMPARE(waitFor(b.v.backend->rows({made.id}))->first().state, KeyState::Active);
        b.window->commands().trigger(QStringLiteral("edit.undo"));
        QTRY_COMPARE(b.window->page().model().rowCount(), 1);
    }

    /// By the keyboard: which fields change, from what to what, and what a person should look at first.
    void theDryRunSaysWhatChanges() {
        Bench b(1);
        const QString path = b.v.dir.filePath(QStringLiteral("in.csv"));
        QFile f(path);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("id,name,owner,expires,scopes\n" + b.v.ids().first().view().toByteArray() +
                ",Key 0,Ben,,leads:read odd:thing\n");
        f.close();
        auto *dialog = b.opened<ImportDialog>("file.import");
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        dialog->file().setPath(path);
        const auto *next = dialog->findChild<QPushButton *>(QStringLiteral("importNext"));
        for (const char *step : {"Next", "Check"}) {
            QTRY_VERIFY(next->isEnabled() && next->text() == QLatin1StringView(step));
            QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        }
        const auto *counts = dialog->findChild<QLabel *>(QStringLiteral("importCounts"));
        QTRY_VERIFY(counts->text().contains(QStringLiteral("1 changed")));
        const auto *warning = dialog->findChild<QLabel *>(QStringLiteral("importWarning"));
        QVERIFY(warning->isVisible());
        QVERIFY2(warning->text().contains(QStringLiteral("In 1 rows an empty cell removes")) &&
                     warning->text().contains(QStringLiteral("doesn't know: odd:thing.")),
                 qPrintable(warning->text()));
        const auto *rows = dialog->findChild<QListWidget *>(QStringLiteral("importRows"));
        QCOMPARE(rows->count(), 1);
        const QListWidgetItem *row = rows->item(0);
        const QString whole = row->data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"Line 2 · Key 0: changed\n", "An empty cell removes: Expires\n",
                                 "Not in the catalogue: odd:thing\n", " → never\n", "Owner: none → Ben"}) {
            QVERIFY2(row->text().contains(QString::fromUtf8(part)), qPrintable(row->text()));
            QVERIFY2(whole.contains(QString::fromUtf8(part)), qPrintable(whole));
        }
        QVERIFY2(whole.contains(QStringLiteral("Adds: odd:thing. Removes: ")), qPrintable(whole));
        QVERIFY(!row->icon().isNull());
        QTRY_VERIFY(next->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(waitFor(b.v.backend->rows(b.v.ids()))->first().config.owner, QStringLiteral("Ben"));
        QTRY_VERIFY(b.window->jobs().isIdle());
    }

    /// In the narrowest window what a job is can be read; the times go below.
    void theTitleIsNotTheColumnThatIsCut() {
        Bench b(1);
        b.window->resize(900, 600);
        JobsPage *page = b.jobs();
        press(page, "checkVault");
        QTRY_COMPARE(page->table().model()->rowCount(), 1);
        QTRY_VERIFY(b.window->jobs().isIdle());
        const int wanted = 40 * page->table().fontMetrics().averageCharWidth();
        QTRY_VERIFY(page->table().columnWidth(JobsModel::Title) >= wanted);
        const auto *times = page->findChild<QLabel *>(QStringLiteral("jobTimes"));
        QTRY_VERIFY(times->isVisible() && times->text().contains(QStringLiteral("Time taken: ")));
        const Instant started = *b.window->jobs().jobs().last().started; // in the time zone that is set
        const QModelIndex cell = page->table().model()->index(0, JobsModel::Started);
        for (const QTimeZone &zone : {QTimeZone(5 * 3600), QTimeZone(-3 * 3600)}) {
            page->setTimeZone(zone);
            QVERIFY2(times->text().contains(fullTime(started, zone)), qPrintable(times->text()));
            QCOMPARE(cell.data(Qt::ToolTipRole).toString(), fullTime(started, zone));
        }
        b.settings->set(setting::TimeZone, 1);
        QVERIFY2(times->text().contains(fullTime(started, QTimeZone::utc())), qPrintable(times->text()));
        b.window->resize(1600, 800);
        QTRY_VERIFY(!page->table().isColumnHidden(JobsModel::Took));
        QVERIFY(page->table().columnWidth(JobsModel::Title) >= wanted);
        QVERIFY(page->table().columnWidth(JobsModel::Took) >= 96);
    }

    /// Where the details have little room they scroll.
    void theDetailsAreNotCut() {
        Bench b(1);
        b.window->resize(900, 600);
        JobsPage *page = b.jobs();
        press(page, "checkVault");
        QTRY_COMPARE(page->table().model()->rowCount(), 1);
        QTRY_VERIFY(b.window->jobs().isIdle());
        page->findChild<QSplitter *>()->setSizes({10'000, 1}); // as low as they get
        auto *area = page->findChild<QScrollArea *>(QStringLiteral("jobDetail"));
        area->setFixedHeight(40);
        const auto cut = [area] {
            const auto labels = area->widget()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
                return l->isVisible() && l->height() < l->heightForWidth(l->width());
            });
        };
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        QTRY_VERIFY(!cut());
    }

    /// A delete of several says what it would hit, the riskiest first and by name.
    void deletesArePreviewedByRisk() {
        Bench b(5);
        KeyConfig staging = b.v.config(QStringLiteral("Staging probe"));
        staging.environment = Environment::Staging;
        const ApiKey elsewhere = waitFor(b.v.service->create(staging))->key;
        const Instant now = b.v.clock.now();
        const KeyId used = b.v.ids(QStringLiteral("env:production")).first();
        QVERIFY(waitFor(b.v.backend->stampLastUsed(
            {{used, now.plusMs(-1000), {}}, {elsewhere.id, now.plusDays(-2), {}}})));
        QTRY_COMPARE(b.window->page().model().rowCount(), 6);
        QTRY_COMPARE(waitFor(b.v.backend->summary({used}, now.plusDays(-1)))->usedSince, 1);
        b.window->page().table().selectAll();
        QTRY_COMPARE(b.window->page().table().selectedCount(), 6);
        auto *sheet = b.opened<DeleteSheet>("key.delete");
        const QString name = waitFor(b.v.backend->rows({used}))->first().config.name;
        QTRY_COMPARE(risksOf(sheet).value(2), name);
        QStringList texts = risksOf(sheet);
        texts.removeAll(QString()); // the icons
        QCOMPARE(texts.size(), 6);
        QCOMPARE(texts[0], QStringLiteral("1 used in Production in the last 24 hours"));
        QCOMPARE(texts[2], QStringLiteral("4 in Production, not used in the last 24 hours"));
        QVERIFY2(texts[3].endsWith(QStringLiteral("and 1 more")), qPrintable(texts[3]));
        QCOMPARE(texts[4], QStringLiteral("1 elsewhere, not used in the last 24 hours"));
        QCOMPARE(texts[5], QStringLiteral("Staging probe"));
        sheet->reject();
    }

    void oneChangeForAllSelected() {
        Bench b(5);
        b.window->page().table().selectAll();
        QTRY_COMPARE(b.window->page().table().selectedCount(), 5);
        auto *sheet = b.opened<BulkSheet>("key.changeSelected");
        QCOMPARE(sheet->focusWidget(), sheet->findChild<QWidget *>(QStringLiteral("bulkDeed")));
        QVERIFY(sheet->testAttribute(Qt::WA_KeyboardFocusChange)); // and it is seen
        // Nobody has told this vault of any use, so nothing is said of these keys' use either.
        QTRY_VERIFY(risksOf(sheet).contains(
            QStringLiteral("5 in Production: no request was reported to the vault in the last 24 hours")));
        // What can't be taken back asks for the number.
        sheet->choose(Deed::Revoke);
        auto *apply = sheet->findChild<QPushButton *>(QStringLiteral("bulkApply"));
        QVERIFY(apply->isEnabled());
        sheet->findChild<QCheckBox *>(QStringLiteral("bulkLeaked"))->setChecked(true);
        QVERIFY(!apply->isEnabled());
        sheet->findChild<QLineEdit *>(QStringLiteral("bulkCount"))->setText(QStringLiteral("5"));
        QVERIFY(apply->isEnabled());
        sheet->choose(Deed::SetOwner);
        sheet->findChild<QLineEdit *>(QStringLiteral("bulkOwner"))->setText(QStringLiteral("Ben"));
        sheet->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        const auto owners = [&] {
            QSet<QString> all;
            const QList<ApiKey> keys = *waitFor(b.v.backend->rows(b.v.ids()));
            for (const ApiKey &k : keys)
                all.insert(k.config.owner);
            return all;
        };
        QTRY_COMPARE(owners(), QSet<QString>{QStringLiteral("Ben")});
        QTRY_VERIFY(b.window->jobs().isIdle());
        b.window->commands().trigger(QStringLiteral("edit.undo"));
        QTRY_COMPARE(owners(), QSet<QString>{QString::fromLatin1("")});
    }

    /// One that was cancelled while it waited for its turn is as it was.
    void anUndoThatNeverBeganStays() {
        Bench b(5);
        BulkActions &bulk = b.window->actions().bulk();
        UndoHistory &history = b.window->undoHistory();
        const auto off = [&] { return b.v.ids(QStringLiteral("status:inactive")).size(); };
        const QList<KeyId> all = b.v.ids();
        bulk.setActive(KeySelection({all.first()}), false);
        QTRY_COMPARE(off(), 1);
        QTRY_VERIFY(history.canUndo() && b.window->jobs().isIdle());
        bulk.setActive(KeySelection(all), false);
        history.undo();
        bulk.cancel();
        QTRY_VERIFY(b.window->jobs().isIdle());
        QVERIFY(history.canUndo() && !history.hasUndone());
        history.undo();
        QTRY_COMPARE(off(), 0);
    }

    void manyAreRotatedIntoAFile() {
        Bench b(5);
        b.window->page().table().selectAll();
        QTRY_COMPARE(b.window->page().table().selectedCount(), 5);
        auto *sheet = b.opened<BulkSheet>("key.rotate");
        QCOMPARE(sheet->deed(), Deed::Rotate);
        auto *fields = sheet->findChild<RotateFields *>();
        QTRY_VERIFY(fields->isVisible());
        auto *apply = sheet->findChild<QPushButton *>(QStringLiteral("bulkApply"));
        // Into a git folder only when somebody says so.
        const QString repository = b.v.dir.filePath(QStringLiteral("repository"));
        QVERIFY(QDir().mkpath(repository + QStringLiteral("/.git")));
        fields->file().setPath(repository + QStringLiteral("/t.env"));
        QVERIFY(!apply->isEnabled());
        auto *anyway = sheet->findChild<QCheckBox *>(QStringLiteral("rotateAnyway"));
        QVERIFY(anyway->isVisible());
        anyway->setChecked(true);
        QVERIFY(apply->isEnabled());
        // Never over a file.
        fields->file().setPath(b.v.path());
        QVERIFY(!apply->isEnabled());
        const QString path = b.v.dir.filePath(QStringLiteral("tokens.csv"));
        fields->file().setPath(path);
        QVERIFY(apply->isEnabled() && !anyway->isVisible());
        // Without an overlap apps break: that asks for the number.
        auto *overlap = sheet->findChild<QComboBox *>(QStringLiteral("rotateOverlap"));
        overlap->setCurrentIndex(0);
        QVERIFY(!apply->isEnabled());
        overlap->setCurrentIndex(2);
        press(sheet, "bulkApply");
        QTRY_VERIFY(b.window->jobs().isIdle() && !b.window->jobs().jobs().isEmpty());
        const JobRecord &job = b.window->jobs().jobs().last();
        QCOMPARE(job.kind, QStringLiteral("rotate"));
        QCOMPARE(job.progress, (JobProgress{5, 5, 5, 0, 0}));
        QVERIFY(jobResult(job).contains(path));
        QFile f(path);
        QVERIFY(f.open(QIODevice::ReadOnly));
        QCOMPARE(f.readAll().count(",rotated,lk_live_"), 5);
        QVERIFY(!jobResult(job).contains(QStringLiteral("lk_live_")));
        const QList<ApiKey> keys = *waitFor(b.v.backend->rows(b.v.ids()));
        for (const ApiKey &k : keys)
            QVERIFY(isRotating(k, b.v.clock.now()));
        QVERIFY(b.window->undoHistory().undoText().isEmpty());
    }

    void theVaultIsCheckedFromThePage() {
        Bench b(2);
        JobsPage *page = b.jobs();
        press(page, "checkVault");
        QTRY_COMPARE(page->table().model()->index(0, JobsModel::State).data().toString(),
                     QStringLiteral("Done"));
        QTRY_VERIFY(page->findChild<QPushButton *>(QStringLiteral("jobRemove"))->isEnabled());
        press(page, "jobRemove");
        QCOMPARE(page->table().model()->rowCount(), 0);
    }

    /// What is damaged is named: the key, and the first row of the log that was changed.
    void aCheckNamesWhatIsDamaged() {
        Bench b(3);
        const KeyId id = b.v.ids().first();
        const QString name = waitFor(b.v.backend->rows({id}))->first().config.name;
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("damage"));
            db.setDatabaseName(b.v.path());
            QVERIFY(db.open());
            QVERIFY(
                QSqlQuery(db).exec(QStringLiteral("UPDATE keys SET scopes = 'leads:delete' WHERE id = '%1'")
                                       .arg(id.toString())));
            QVERIFY(QSqlQuery(db).exec(
                QStringLiteral("UPDATE audit SET payload = replace(payload, 'Key', 'Kez') WHERE seq = 3")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("damage"));
        JobsPage *page = b.jobs();
        press(page, "checkVault");
        QTRY_COMPARE(page->table().model()->index(0, JobsModel::State).data().toString(),
                     QStringLiteral("Failed"));
        const auto *list = page->findChild<QListWidget *>(QStringLiteral("jobFailures"));
        QTRY_COMPARE(list->count(), 2);
        QVERIFY2(list->item(0)->text().startsWith(QStringLiteral("Row 3 of the audit log")),
                 qPrintable(list->item(0)->text()));
        QVERIFY2(list->item(1)->text().contains(id.toString()), qPrintable(list->item(1)->text()));
        QVERIFY(list->item(1)->text().startsWith(name));
        QVERIFY(jobResult(b.window->jobs().jobs().last()).contains(QStringLiteral("Keys read: 3")));
        press(page, "jobShowKeys");
        QTRY_COMPARE(b.window->page().model().rowCount(), 1);
    }
};

QTEST_MAIN(JobsGuiTest)
#include "test_jobs.moc"
