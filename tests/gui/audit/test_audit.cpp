#include "core/services/audit_export.h"
#include "tests/gui/shell/shell_fixture.h"
#include "ui/audit/audit_page.h"
#include "ui/audit/head_watch.h"
#include "ui/shell/page_stack.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSqlQuery>
#include <QTableView>
#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
QString banners(QWidget *in) {
    QStringList texts;
    for (const QLabel *l : in->findChildren<QLabel *>()) {
        if (l->isVisible())
            texts.append(l->text());
    }
    return texts.join(u'\n');
}
} // namespace

/// The audit page in the real window on a real vault.
class AuditPageTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<ShellFixture> f;

    AuditPage *page() {
        f->window->showPage(QStringLiteral("audit"));
        auto *p = dynamic_cast<AuditPage *>(f->window->pages().page());
        [&] { QTRY_VERIFY(p && p->model().rowCount() > 0); }();
        return p;
    }
    /// Changes the vault's file as somebody would who has it but not Latchkey.
    void tamper(const QString &statement) {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            db.setDatabaseName(f->vault.path());
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY2(q.exec(statement), "the statement");
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    }

private slots:
    void init() {
        f = std::make_unique<ShellFixture>();
        f->open();
    }
    void cleanup() {
        f->close();
        f.reset();
    }

    void theFiltersCanBeReadInTheSmallestWindow() {
        f->add();
        AuditPage *p = page();
        f->window->resize(f->window->minimumSize());
        QTRY_COMPARE(f->window->size(), f->window->minimumSize());
        for (const QLineEdit *edit : p->findChildren<QLineEdit *>())
            QTRY_VERIFY2(edit->width() > edit->fontMetrics().horizontalAdvance(edit->placeholderText()) + 20,
                         qPrintable(edit->placeholderText()));
    }

    void showsWhatWasDone() {
        const CreatedKey made = f->add();
        KeyConfig changed = made.key.config;
        changed.owner = QStringLiteral("Ben");
        QVERIFY(waitFor(f->vault.service->edit(made.key, changed)));
        AuditPage *p = page();
        QTRY_COMPARE(p->model().index(0, int(AuditColumn::What)).data().toString(),
                     QStringLiteral("Changed"));
        QCOMPARE(p->model().index(0, int(AuditColumn::Key)).data().toString(), QStringLiteral("CRM sync"));
        QVERIFY(p->model()
                    .index(0, int(AuditColumn::Change))
                    .data()
                    .toString()
                    .contains(QStringLiteral("Owner: none → Ben")));
        QTRY_VERIFY(banners(p).contains(QStringLiteral("Owner: none → Ben")));
    }
    void filters() {
        f->add(QStringLiteral("One"));
        const CreatedKey two = f->add(QStringLiteral("Two"));
        QVERIFY(waitFor(f->vault.service->setActive(two.key, false)));
        AuditPage *p = page();
        QTRY_VERIFY(p->model().rowCount() >= 3);
        p->searchBox()->setText(QStringLiteral("two"));
        QTRY_COMPARE(p->model().rowCount(), 2);
        auto *what = p->findChildren<QComboBox *>().first();
        what->setCurrentIndex(what->findData(QStringLiteral("key.deactivate")));
        QTRY_COMPARE(p->model().rowCount(), 1);
        p->searchBox()->setText(QStringLiteral("nobody has this name"));
        QTRY_COMPARE(p->model().rowCount(), 0);
        QTRY_VERIFY(banners(p).contains(QStringLiteral("No entry matches.")));
        f->window->escape(); // clears the search, stays on the page
        QVERIFY(p->searchBox()->text().isEmpty());
        QCOMPARE(f->window->pages().shown(), QStringLiteral("audit"));
        f->window->escape();
        QVERIFY(f->window->pages().keysShown());
    }
    void manyEntriesAreReadAsNeeded() {
        const CreatedKey made = f->add();
        ApiKey key = made.key;
        for (int i = 0; i < 230; ++i) {
            const auto next = waitFor(f->vault.service->setActive(key, i % 2 == 1));
            QVERIFY(next);
            key = *next;
        }
        AuditPage *p = page();
        QTRY_COMPARE(p->model().rowCount(), 200);
        const auto further = [p] { // as a person does who wants to see more, once the table has come that far
            p->table().scrollToBottom();
            return p->model().rowCount();
        };
        QTRY_VERIFY(further() >= 231);
        for (int row = 1; row < p->model().rowCount(); ++row) // gapless and in order over the pages
            QCOMPARE(p->model().at(row).seq, p->model().at(row - 1).seq - 1);
    }
    void goesToTheKey() {
        const CreatedKey made = f->add(QStringLiteral("Wanted"));
        f->add(QStringLiteral("Other"));
        AuditPage *p = page();
        p->searchBox()->setText(QStringLiteral("wanted"));
        QTRY_COMPARE(p->model().rowCount(), 1);
        emit p->table().activated(p->model().index(0, 0));
        QTRY_VERIFY(f->window->pages().keysShown());
        QTRY_COMPARE(f->window->page().table().currentKey(), made.key.id);
    }
    void commandsOnKeysRestWhileThePageIsShown() {
        const CreatedKey made = f->add();
        f->select(made.key.id);
        QVERIFY(f->enabled("key.delete"));
        page();
        QVERIFY(!f->enabled("key.delete"));
        QVERIFY(!f->enabled("key.edit"));
        QVERIFY(f->enabled("key.create"));
        f->window->showPage({});
        QTRY_VERIFY(f->enabled("key.delete"));
    }
    void verifiesAndNamesTheFirstBadEntry() {
        const CreatedKey made = f->add();
        QVERIFY(waitFor(f->vault.service->setActive(made.key, false)));
        AuditPage *p = page();
        p->verify();
        QTRY_VERIFY(banners(p).contains(QStringLiteral("The log is whole")));
        tamper(QStringLiteral(
            "UPDATE audit SET payload = replace(payload, 'CRM sync', 'CRM sunk') WHERE seq = 2"));
        p->verify();
        QTRY_VERIFY(banners(p).contains(QStringLiteral("Entry 2 was changed")));
    }
    void exportsWhatVerifies() {
        f->add();
        AuditPage *p = page();
        const QString file = f->vault.dir.filePath(QStringLiteral("audit.jsonl"));
        p->exportTo(file);
        QTRY_VERIFY(QFile::exists(file));
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const auto verdict = audit_export::verify(in);
        QVERIFY2(verdict.intact, qPrintable(verdict.problem));
        QCOMPARE(verdict.rows, qint64(p->model().at(0).seq));
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
        p->exportTo(f->vault.dir.filePath(QStringLiteral("no such folder/audit.jsonl")));
        QTRY_VERIFY(banners(f->window.get()).contains(QStringLiteral("Couldn't write")));
    }
    void alarmsWhenTheLogWasRolledBack() {
        const CreatedKey made = f->add();
        QVERIFY(waitFor(f->vault.service->setActive(made.key, false)));
        QTRY_COMPARE(f->window->headWatch().seenSeq(), waitFor(f->vault.backend->audit({}))->first().seq);
        const qint64 seen = f->window->headWatch().seenSeq();
        QVERIFY(!f->window->headWatch().alarmed());
        tamper(QStringLiteral("DELETE FROM audit WHERE seq = %1").arg(seen));
        f->window->headWatch().check();
        QTRY_VERIFY(f->window->headWatch().alarmed());
        QTRY_VERIFY(banners(f->window.get()).contains(QStringLiteral("doesn't continue")));
        AuditPage *p = page();
        QTRY_VERIFY(banners(p).contains(QStringLiteral("no longer contains entry %1").arg(seen)));
        p->verify(); // the chain that is left is whole: only the memory of this computer tells
        QTRY_VERIFY(banners(p).contains(QStringLiteral("The log is whole")));
        f->window->headWatch().accept();
        QTRY_COMPARE(f->window->headWatch().seenSeq(), seen - 1);
        f->window->headWatch().check();
        (void)waitFor(f->vault.backend->audit({})); // asked after it, so answered after it
        QCoreApplication::sendPostedEvents();
        QVERIFY(!f->window->headWatch().alarmed());
    }
};

QTEST_MAIN(AuditPageTest)
#include "test_audit.moc"
