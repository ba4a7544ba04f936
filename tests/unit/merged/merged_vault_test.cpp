#include "core/merged/merged_vault.h"
#include "core/services/jobs/bulk_job.h"
#include "tests/unit/merged/slow_vault.h"

#include <QSignalSpy>

using namespace latchkey;

/// Several vaults as one: with the same ids in each, slow ones, failing ones, and changes over them.
class MergedVaultTest : public QObject {
    Q_OBJECT
    const Instant m_now = Instant(1'800'000'000'000);

    std::shared_ptr<SlowVault> vault(int keys) const {
        auto v = std::make_shared<SlowVault>();
        v->inner.fill(keys, m_now);
        return v;
    }
    static QList<KeyId> ids(const KeyListPtr &list) {
        QList<KeyId> all;
        for (qsizetype i = 0; i < list->size(); ++i)
            all.append(list->idAt(i));
        return all;
    }
    static KeyListPtr list(MergedVault &all) { return *waitFor(all.list({})); }

private slots:
    void theSameIdsInTwoVaultsAreDifferentKeys() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto east = vault(3), west = vault(3);
        west->inner.keys[1].config.name = QStringLiteral("West key");
        all.add({1, QStringLiteral("East"), east});
        all.add({2, QStringLiteral("West"), west});
        const KeyListPtr both = list(all);
        QCOMPARE(both->size(), qsizetype{6});
        QVERIFY(both->complete());
        const KeyId plain = east->inner.keys[1].id;
        const auto rows = waitFor(all.rows({plain.at(2), plain.at(1)}));
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).config.name, QStringLiteral("West key"));
        QCOMPARE(rows->at(0).id, plain.at(2));
        QCOMPARE(rows->at(1).config.name, QStringLiteral("Key 1"));
        QCOMPARE(all.nameOf(plain.at(2)), QStringLiteral("West"));
        QCOMPARE(&all.homeOf(plain.at(2)), static_cast<const VaultBackend *>(west.get()));
        KeyChange change;
        change.id = plain.at(2);
        change.expectedVersion = 1;
        change.state = KeyState::Inactive;
        QCOMPARE(waitFor(all.change(change))->id, plain.at(2));
        QCOMPARE(west->inner.count(KeyState::Inactive), 1);
        QCOMPARE(east->inner.count(KeyState::Inactive), 0);
    }

    void aSlowOneComesLaterAndKeepsNobodyWaiting() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto quick = vault(3), slow = vault(2);
        all.add({1, QStringLiteral("Quick"), quick});
        all.add({2, QStringLiteral("Slow"), slow});
        slow->held = true;
        const KeyListPtr first = list(all);
        QCOMPARE(first->size(), qsizetype{3});
        QVERIFY(!first->complete());
        QVERIFY(all.isLate(2));
        QCOMPARE(slow->lists, 1);
        for (int i = 0; i < 3; ++i) { // letters typed meanwhile
            KeyQuery q;
            q.filter.words = {QString(i + 1, u'k')};
            waitFor(all.list(q));
        }
        QCOMPARE(slow->lists, 1); // one question at a time
        list(all);
        QSignalSpy asked(&all, &VaultBackend::indexProgress);
        slow->release();
        QTRY_VERIFY(!asked.isEmpty());
        QTRY_VERIFY(!all.isLate(2));
        const KeyListPtr then = list(all);
        QCOMPARE(then->size(), qsizetype{5});
        QVERIFY(then->complete());
        const int before = slow->lists;
        list(all); // nothing has changed: nobody is asked again
        QCOMPARE(slow->lists, before);
    }

    void lateRowsDoNotKeepThePageWaiting() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto quick = vault(3), slow = vault(2);
        all.add({1, QStringLiteral("Quick"), quick});
        all.add({2, QStringLiteral("Slow"), slow});
        const QList<KeyId> both = ids(list(all));
        slow->held = true;
        QCOMPARE(waitFor(all.rowsToShow(both))->size(), 3);
        QSignalSpy came(&all, &VaultBackend::keysChanged);
        slow->release();
        QTRY_COMPARE(came.size(), 1);
        QCOMPARE(came[0][0].value<QList<KeyId>>().size(), 2);
        slow->held = true; // they are here: nobody is asked again
        QCOMPARE(waitFor(all.rowsToShow(both))->size(), 5);
        slow->held = false;
        QCOMPARE(waitFor(all.rows(both))->size(), 5); // who must know waits
    }

    void theNumberOfAllKeysIsThatOfEveryEnvironment() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto quick = vault(3), slow = vault(2);
        all.add({1, QStringLiteral("Quick"), quick});
        all.add({2, QStringLiteral("Slow"), slow});
        QTRY_COMPARE(waitFor(all.counts({}, {}))->all, 5);
        QCOMPARE(waitFor(all.count({}))->keys, 5);
        slow->held = true; // what it has told of another choice still holds
        QCOMPARE(waitFor(all.counts(Environment::Staging, {}))->all, 5);
        slow->release();
    }

    void oneThatFailsIsLeftOutAndComesBack() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto good = vault(3), bad = vault(2);
        all.add({1, QStringLiteral("Good"), good});
        all.add({2, QStringLiteral("Bad"), bad});
        const QList<KeyId> both = ids(list(all));
        bad->broken = Error(ErrorCode::Unreachable);
        QSignalSpy changed(&all, &MergedVault::memberChanged), keys(&all, &VaultBackend::keysChanged);
        QCOMPARE(waitFor(all.rows(both))->size(), 3);
        QCOMPARE(all.trouble(2)->code, ErrorCode::Unreachable);
        QVERIFY(!all.trouble(1));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(keys.size(), 1);
        QCOMPARE(all.troubleOf(bad->inner.keys[0].id.at(2))->code, ErrorCode::Unreachable);
        const KeyListPtr left = list(all);
        QCOMPARE(left->size(), qsizetype{3});
        QVERIFY(left->complete());
        const int asked = bad->lists;
        list(all);
        QCOMPARE(bad->lists, asked); // who is away is not asked with each list
        bad->broken.reset();
        emit bad->recovered();
        QVERIFY(!all.trouble(2));
        QCOMPARE(list(all)->size(), qsizetype{5});
        bad->broken = Error(ErrorCode::Unreachable);
        emit bad->keysChanged({});
        QCOMPARE(list(all)->size(), qsizetype{3});
        bad->broken.reset();
        all.lookAgain(); // Retry
        QCOMPARE(list(all)->size(), qsizetype{5});
        QVERIFY(!all.trouble(2));
    }

    void whoIsInTroubleMayStillBeListed() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto good = vault(3), bad = vault(2);
        all.add({1, QStringLiteral("Good"), good});
        all.add({2, QStringLiteral("Bad"), bad});
        QTRY_COMPARE(list(all)->size(), 5);
        const QList<KeyId> both = ids(list(all));
        emit bad->troubled(Error(ErrorCode::Unreachable)); // it shows what it remembers
        QVERIFY(all.trouble(2) && all.isListed(2));
        QSignalSpy changed(&all, &MergedVault::memberChanged);
        bad->broken = Error(ErrorCode::Unreachable);
        QCOMPARE(waitFor(all.rows(both))->size(), 3);
        QVERIFY(all.trouble(2) && !all.isListed(2));
        QCOMPARE(changed.size(), 1);
    }

    /// Retry where nothing comes back at first: while it is waited for, its keys are not in the list.
    void whoIsWaitedForIsNotListed() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto good = vault(3), bad = vault(2);
        all.add({1, QStringLiteral("Good"), good});
        all.add({2, QStringLiteral("Bad"), bad});
        const QList<KeyId> both = ids(list(all));
        bad->broken = Error(ErrorCode::Unreachable);
        QCOMPARE(waitFor(all.rows(both))->size(), 3);
        QVERIFY(all.trouble(2) && !all.isListed(2));
        bad->broken.reset();
        bad->held = true;
        all.lookAgain();
        QCOMPARE(list(all)->size(), qsizetype{3});
        QVERIFY(all.trouble(2) && all.isLate(2) && !all.isListed(2));
        bad->release();
        QTRY_VERIFY(!all.trouble(2) && all.isListed(2));
        // The same of one that then gives what it remembers.
        bad->silent = VaultBackend::Silence{Error(ErrorCode::Unreachable), m_now};
        emit bad->troubled(bad->silent->error);
        QVERIFY(all.trouble(2) && all.isListed(2));
        bad->held = true;
        all.lookAgain();
        QCOMPARE(list(all)->size(), qsizetype{3});
        QVERIFY(all.trouble(2) && !all.isListed(2));
        QSignalSpy changed(&all, &MergedVault::memberChanged);
        bad->release();
        QTRY_VERIFY(all.isListed(2));
        QVERIFY(all.trouble(2));
        QVERIFY(!changed.isEmpty());
    }

    /// A list that comes after a failed one is no sign of life where it is a remembered one.
    void aRememberedListEndsNoTrouble() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto bad = vault(2);
        all.add({1, QStringLiteral("Bad"), bad});
        list(all);
        bad->silent = VaultBackend::Silence{Error(ErrorCode::Unreachable), m_now};
        emit bad->troubled(bad->silent->error);
        bad->broken = bad->silent->error; // a question that was never asked before
        KeyQuery other;
        other.filter.words = {QStringLiteral("key")};
        QCOMPARE((*waitFor(all.list(other)))->size(), qsizetype{0});
        QVERIFY(all.trouble(1) && !all.isListed(1));
        bad->broken.reset(); // one that was
        all.lookAgain();
        QCOMPARE(list(all)->size(), qsizetype{2});
        QVERIFY(all.trouble(1) && all.isListed(1));
        bad->silent.reset();
        emit bad->recovered();
        QVERIFY(!all.trouble(1));
    }

    /// Who can't answer a new question is left out of the numbers as of the rows, until it is asked one that
    /// it remembers.
    void whatIsNotListedIsNotCounted() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto good = vault(3), bad = vault(2);
        all.add({1, QStringLiteral("Good"), good});
        all.add({2, QStringLiteral("Bad"), bad});
        bad->silent = VaultBackend::Silence{Error(ErrorCode::Unreachable), m_now};
        emit bad->troubled(bad->silent->error);
        QCOMPARE(list(all)->unfiltered(), qsizetype{5});
        QCOMPARE(waitFor(all.counts({}, {}))->all, 5);
        QSignalSpy counted(&all, &MergedVault::countsCame);
        bad->broken = bad->silent->error;
        KeyQuery other;
        other.filter.words = {QStringLiteral("key")};
        QCOMPARE((*waitFor(all.list(other)))->unfiltered(), qsizetype{3});
        QCOMPARE(counted.size(), 1); // they are asked for again
        bad->broken.reset();
        QCOMPARE(waitFor(all.counts({}, {}))->all, 3);
        QCOMPARE(list(all)->unfiltered(), qsizetype{5});
        QCOMPARE(waitFor(all.counts({}, {}))->all, 5);
        QVERIFY(all.trouble(2) && all.isListed(2));
        // A filter that was saved counts as those of the sidebar do.
        bad->silent.reset();
        emit bad->recovered();
        QCOMPARE(waitFor(all.count({}))->keys, 5);
        bad->silent = VaultBackend::Silence{Error(ErrorCode::Unreachable), m_now};
        emit bad->troubled(bad->silent->error);
        QCOMPARE(list(all)->unfiltered(), qsizetype{5});
        bad->broken = bad->silent->error;
        QCOMPARE(waitFor(all.count({}))->keys, 5);
        // Of a new question nothing of it is shown while it is waited for, and nothing counted.
        bad->broken.reset();
        bad->held = true;
        QCOMPARE((*waitFor(all.list(other)))->unfiltered(), qsizetype{3});
        QCOMPARE(waitFor(all.counts({}, {}))->all, 3);
        QCOMPARE(waitFor(all.count({}))->keys, 3);
        counted.clear();
        bad->release();
        QTRY_COMPARE(waitFor(all.counts({}, {}))->all, 5);
        QVERIFY(!counted.isEmpty());
        QCOMPARE(waitFor(all.count({}))->keys, 5);
        // By its name, not by its address.
        KeyChange change;
        change.id = bad->inner.keys[0].id.at(2);
        bad->broken = bad->silent->error;
        const QString said = QStringLiteral("connection");
        QCOMPARE(waitFor(all.change(change)).error().params.value(said).toString(), QStringLiteral("Bad"));
        QCOMPARE(waitFor(all.changeMany({change}))->at(0).error().params.value(said).toString(),
                 QStringLiteral("Bad"));
    }

    /// An error that no signal ends, such as a proxy's 502: it comes back all the same.
    void oneThatDoesNotSayThatItIsBackIsAskedAgain() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        all.setAgainMs(10);
        const auto good = vault(3), bad = vault(2);
        all.add({1, QStringLiteral("Good"), good});
        all.add({2, QStringLiteral("Bad"), bad});
        bad->broken = Error(ErrorCode::Internal);
        QCOMPARE(list(all)->size(), qsizetype{3});
        QCOMPARE(all.trouble(2)->code, ErrorCode::Internal);
        const int before = bad->lists;
        QTRY_VERIFY(bad->lists > before + 1); // again, and again
        QSignalSpy keys(&all, &VaultBackend::keysChanged);
        bad->broken.reset();
        QTRY_VERIFY(!all.trouble(2));
        QCOMPARE(keys.size(), 1); // whoever shows the list asks for it anew
        QCOMPARE(list(all)->size(), qsizetype{5});
        // What is no trouble of its list ends with the next one that comes.
        emit bad->troubled(Error(ErrorCode::Busy));
        QVERIFY(all.trouble(2));
        emit bad->keysChanged({});
        list(all);
        QVERIFY(!all.trouble(2));
    }

    void rowsOfBeforeAChangeAreNotKept() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto quick = vault(3), slow = vault(2);
        all.add({1, QStringLiteral("Quick"), quick});
        all.add({2, QStringLiteral("Slow"), slow});
        const QList<KeyId> both = ids(list(all));
        slow->held = true;
        QCOMPARE(waitFor(all.rowsToShow(both))->size(), 3);
        emit slow->keysChanged({slow->inner.keys[0].id}); // the answer may have been read before
        QSignalSpy came(&all, &VaultBackend::keysChanged);
        slow->release();
        QTRY_COMPARE(came.size(), 1);
        slow->held = true;
        QCOMPARE(waitFor(all.rowsToShow(both))->size(), 3); // asked for anew
    }

    void changesOfManyAreOneTransactionInEachVault() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto east = vault(3), west = vault(2);
        all.add({1, QStringLiteral("East"), east});
        all.add({2, QStringLiteral("West"), west});
        west->broken = Error(ErrorCode::Busy);
        QList<KeyChange> changes;
        for (const KeyId &id : {east->inner.keys[0].id.at(1), west->inner.keys[0].id.at(2),
                                east->inner.keys[2].id.at(1), east->inner.keys[1].id.at(9)}) {
            KeyChange c;
            c.id = id;
            c.expectedVersion = 1;
            c.state = KeyState::Inactive;
            changes.append(c);
        }
        const auto done = waitFor(all.changeMany(changes));
        QCOMPARE(done->size(), 4);
        QCOMPARE(done->at(0)->id, changes[0].id);
        QCOMPARE(done->at(1).error().code, ErrorCode::Busy);
        QCOMPARE(done->at(2)->id, changes[2].id);
        QCOMPARE(done->at(3).error().code, ErrorCode::NotFound); // of no vault here
        QCOMPARE(east->inner.count(KeyState::Inactive), 2);
        QCOMPARE(west->inner.count(KeyState::Inactive), 0);
    }

    /// A read-only one inside: the others change, and each key says the truth; so does taking it back.
    void aBulkChangeOverSeveralIsPartlyRefused() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto east = vault(3), west = vault(2), look = vault(2);
        all.add({1, QStringLiteral("East"), east});
        all.add({2, QStringLiteral("West"), west});
        all.add({3, QStringLiteral("Look"), look});
        SessionStore secrets;
        FixedClock clock(m_now);
        KeyService service(all, secrets, clock, {QStringLiteral("Ana"), true, true, {}});
        service.setRights([](const KeyId &id) {
            return Principal{
                id.place() == 2 ? QStringLiteral("Bo") : QStringLiteral("Ana"), id.place() != 3, true, {}};
        });
        const auto off = [&](const QList<KeyId> &keys, bool active) {
            BulkJob job(service,
                        {KeySource::of(keys), [](const ApiKey &) { return true; },
                         [&service, active](const ApiKey &k) { return service.planActive(k, active); }});
            QSignalSpy done(&job, &BulkJob::reported);
            job.start();
            if (done.isEmpty())
                done.wait(20'000);
            return done.isEmpty() ? BulkReport() : done[0][0].value<BulkReport>();
        };
        const BulkReport report = off(ids(list(all)), false);
        QCOMPARE(report.done.size(), 5);
        QCOMPARE(report.failed.size(), 2);
        QCOMPARE(report.first->code, ErrorCode::NotAllowed);
        for (const KeyId &id : report.failed)
            QCOMPARE(id.place(), 3U);
        QCOMPARE(east->inner.count(KeyState::Inactive), 3);
        QCOMPARE(west->inner.count(KeyState::Inactive), 2);
        QCOMPARE(look->inner.count(KeyState::Inactive), 0);
        QList<KeyId> changed;
        for (const ChangedKey &k : report.done)
            changed.append(k.id);
        west->broken = Error(ErrorCode::Unreachable); // it drops before the change is taken back
        const BulkReport back = off(changed, true);
        QCOMPARE(back.done.size(), 3);
        QCOMPARE(back.failed.size(), 2);
        QCOMPARE(back.first->code, ErrorCode::Unreachable); // and not: they are gone
        QCOMPARE(east->inner.count(KeyState::Active), 3);
        QCOMPARE(west->inner.count(KeyState::Inactive), 2);
    }

    void whatBelongsToOneVaultIsNotAskedOfAll() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto east = vault(1);
        all.add({1, QStringLiteral("East"), east});
        QCOMPARE(waitFor(all.create({})).error().code, ErrorCode::NotAllowed);
        QCOMPARE(waitFor(all.audit({})).error().code, ErrorCode::NotAllowed);
        QCOMPARE(waitFor(all.changeCatalogue({})).error().code, ErrorCode::NotAllowed);
        QVERIFY(!all.capabilities().catalogue);
        QVERIFY(!all.requests() && !all.rules() && !all.principals() && !all.verifiers());
    }

    void aCutListOfOneIsACutListOfAll() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto east = vault(1), west = vault(1);
        all.add({1, QStringLiteral("East"), east});
        all.add({2, QStringLiteral("West"), west});
        QVERIFY(!all.info().listMayBeCut);
        east->cut = true;
        QVERIFY(all.info().listMayBeCut);
    }

    void oneThatLeavesTakesItsRowsAlong() {
        MergedVault all(QStringLiteral("all"), QStringLiteral("All"));
        const auto east = vault(3);
        auto west = vault(2);
        all.add({1, QStringLiteral("East"), east});
        all.add({2, QStringLiteral("West"), west});
        west->held = true;
        const auto asked = all.list({});
        const auto rows = all.rows({west->inner.keys[0].id.at(2)});
        all.remove(2);
        QCOMPARE((*waitFor(asked))->size(), qsizetype{3});
        west->release(); // an answer that is still waited for comes, and does no harm
        QCOMPARE(waitFor(rows)->size(), 1);
        QVERIFY(all.troubleOf(west->inner.keys[0].id.at(2)));
        QCOMPARE(list(all)->size(), qsizetype{3});
    }
};

QTEST_GUILESS_MAIN(MergedVaultTest)
#include "merged_vault_test.moc"
