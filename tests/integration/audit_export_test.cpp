#include "core/services/audit_export.h"
#include "tests/support/test_vault.h"

#include <QBuffer>
#include <QRandomGenerator>

using namespace latchkey;

class AuditExportTest : public QObject {
    Q_OBJECT
private:
    static audit_export::Verdict check(QByteArray bytes) {
        QBuffer file(&bytes);
        file.open(QIODevice::ReadOnly);
        return audit_export::verify(file);
    }
    static QByteArray exported(TestVault &v) {
        QByteArray bytes;
        QBuffer file(&bytes);
        file.open(QIODevice::WriteOnly);
        const auto rows = waitFor(audit_export::write(*v.backend, file, v.backend.get()));
        return rows ? bytes : QByteArray();
    }
    static void busyVault(TestVault &v, int keys) {
        v.open();
        for (int i = 0; i < keys; ++i) {
            KeyConfig c = v.config(QStringLiteral("Kunde Ä „%1“ \U0001F511").arg(i));
            c.note = QStringLiteral("two\nlines\twith \"quotes\" and \\");
            const ApiKey k = waitFor(v.service->create(c))->key;
            (void)waitFor(v.service->setActive(k, false));
        }
    }

private slots:
    void aWholeLogVerifies() {
        TestVault v;
        busyVault(v, 600); // more than one page
        const QByteArray bytes = exported(v);
        const auto verdict = check(bytes);
        QVERIFY2(verdict.intact, qPrintable(verdict.problem));
        QCOMPARE(verdict.rows, 1201);
        QCOMPARE(verdict.vaultName, QStringLiteral("test"));
        QCOMPARE(verdict.head, waitFor(v.backend->verifyAudit())->head);
        QCOMPARE(bytes.count('\n'), 1203);
    }

    void anEmptyRangeIsNoExport() {
        QCOMPARE(check({}).problem, QStringLiteral("notAnExport"));
        QCOMPARE(check("hello\n").problem, QStringLiteral("notAnExport"));
        QCOMPARE(check(QByteArray(10 << 20, 'x')).intact, false);
    }

    void theFirstBadRowIsNamed() {
        TestVault v;
        busyVault(v, 5);
        const QList<QByteArray> lines = exported(v).split('\n');
        const auto joined = [](const QList<QByteArray> &l) { return l.join('\n'); };
        auto missing = lines;
        missing.removeAt(4); // the first line is the head of the file, so this is row 4
        QCOMPARE(check(joined(missing)).problem, QStringLiteral("missing"));
        QCOMPARE(check(joined(missing)).badSeq, 4);
        QCOMPARE(check(joined(missing)).badLine, 5);
        auto swapped = lines;
        swapped.swapItemsAt(3, 4);
        QCOMPARE(check(joined(swapped)).badSeq, 3);
        auto changed = lines;
        changed[6].replace("Ana", "Bob");
        QCOMPARE(check(joined(changed)).problem, QStringLiteral("changed"));
        QCOMPARE(check(joined(changed)).badSeq, 6);
        auto doubled = lines;
        doubled.insert(3, lines[2]);
        QCOMPARE(check(joined(doubled)).problem, QStringLiteral("outOfOrder"));
        auto cut = lines;
        cut.removeLast();
        cut.removeLast();
        QCOMPARE(check(joined(cut) + '\n').problem, QStringLiteral("cutOff"));
        QCOMPARE(check(joined(lines) + "more\n").problem, QStringLiteral("afterTheEnd"));
    }

    /// A byte changed, taken out or put in anywhere, a line moved, removed or repeated: all found.
    void everyMutationIsFound() {
        TestVault v;
        busyVault(v, 20);
        const QByteArray good = exported(v);
        QVERIFY(check(good).intact);
        QRandomGenerator r(20261121);
        int tried = 0;
        while (tried < 1000) {
            QByteArray bad = good;
            const qsizetype at = r.bounded(bad.size());
            switch (r.bounded(5)) {
            case 0:
                bad[at] = static_cast<char>(bad[at] ^ (1 << r.bounded(8)));
                break;
            case 1:
                bad.remove(at, r.bounded(1, 50));
                break;
            case 2:
                bad.insert(at, static_cast<char>(r.bounded(256)));
                break;
            case 3: {
                auto lines = bad.split('\n');
                lines.swapItemsAt(r.bounded(lines.size() - 1), r.bounded(lines.size() - 1));
                bad = lines.join('\n');
                break;
            }
            default: {
                auto lines = bad.split('\n');
                lines.insert(r.bounded(lines.size()), lines[r.bounded(lines.size() - 1)]);
                bad = lines.join('\n');
            }
            }
            if (bad == good)
                continue;
            ++tried;
            const auto verdict = check(bad);
            QVERIFY2(!verdict.intact && verdict.badLine > 0, qPrintable(QString::number(at)));
        }
    }

    /// The log takes only actions that there are words for (unit_words).
    void anUnknownActionIsRefused() {
        TestVault v;
        v.open();
        AuditEvent e;
        e.at = v.clock.now();
        e.actor = QStringLiteral("Ana");
        e.action = QStringLiteral("key.polish");
        const auto done = waitFor(v.backend->record(e));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Internal);
        QCOMPARE(waitFor(v.backend->verifyAudit())->rows, 1); // that the vault was made
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
    }

    void queriesOfTheLog() {
        TestVault v;
        busyVault(v, 3);
        const auto found = [&](AuditQuery q) { return waitFor(v.backend->audit(q))->size(); };
        AuditQuery q;
        QCOMPARE(found(q), 7);
        q.action = QStringLiteral("key");
        QCOMPARE(found(q), 6);
        q.action = QStringLiteral("key.deactivate");
        QCOMPARE(found(q), 3);
        q = {};
        q.actor = QStringLiteral("Nobody");
        QCOMPARE(found(q), 0);
        q = {};
        q.text = QStringLiteral("KUNDE");
        QCOMPARE(found(q), 6);
        q = {};
        q.from = v.clock.now().plusMs(1);
        QCOMPARE(found(q), 0);
        q = {};
        q.to = v.clock.now();
        QCOMPARE(found(q), 7);
        q = {};
        q.afterSeq = 5;
        const auto later = waitFor(v.backend->audit(q));
        QCOMPARE(later->size(), 2);
        QCOMPARE(later->first().seq, 6);
    }
};

QTEST_GUILESS_MAIN(AuditExportTest)
#include "audit_export_test.moc"
