#include "tests/support/test_vault.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace latchkey;

namespace {
constexpr qint64 Hour = 3'600'000;
}

/// Rotate, regenerate, revoke, restore, extend on a real vault.
class LifecycleTest : public QObject {
    Q_OBJECT
private:
    static SecretBytes copyOf(const CreatedKey &k) { return k.token->clone(); }
    static ApiKey now(TestVault &v, const KeyId &id) { return waitFor(v.backend->rows({id}))->first(); }

private slots:
    void rotationKeepsBothForAWhile() {
        TestVault v(Instant(1'800'000'000'000));
        v.open();
        const auto first = waitFor(v.service->create(v.config()));
        QVERIFY(waitFor(v.service->keep(first->key, first->token)));
        QSignalSpy kept(v.service.get(), &KeyService::keptChanged);
        const auto second = waitFor(v.service->rotate(first->key, 24 * Hour));
        QVERIFY(second);
        const ApiKey &k = second->key;
        QCOMPARE(k.id, first->key.id);
        QCOMPARE(k.config, first->key.config);
        QVERIFY(k.credentialId != first->key.credentialId);
        QCOMPARE(token::parse(second->token->view())->id, k.credentialId);
        QVERIFY(k.old && k.old->id == first->key.credentialId);
        QCOMPARE(*k.old->until, v.clock.now().plusMs(24 * Hour - 1));
        QVERIFY(isRotating(k, v.clock.now()));
        QTRY_COMPARE(kept.size(), 1); // the copy kept here is of the old token
        QCOMPARE(kept[0][1].value<Kept>(), Kept::Outdated);
        for (const CreatedKey &token : {*first, *second}) { // both are found
            const auto found = waitFor(v.service->findByToken(copyOf(token)));
            QVERIFY(found);
            QCOMPARE(found->id, k.id);
        }
        QVERIFY(waitFor(v.backend->stampLastUsed({{k.id, v.clock.now(), QStringLiteral("10.2.0.4"), true}})));
        QCOMPARE(now(v, k.id).old->lastUsedFrom, QStringLiteral("10.2.0.4"));
        QCOMPARE(now(v, k.id).lastUsedFrom, QStringLiteral("10.2.0.4"));

        QTRY_COMPARE(v.ids({}, SmartFilter::Rotating), QList<KeyId>{k.id});
        v.close(); // the rotation goes on after a restart
        v.open();
        ApiKey later = now(v, k.id);
        QVERIFY(later.old && later.old->lastUsedAt);
        const auto extended = waitFor(v.service->extendOld(later, 48 * Hour));
        QVERIFY(extended);
        QCOMPARE(*extended->old->until, v.clock.now().plusMs(48 * Hour - 1));
        const auto open = waitFor(v.service->extendOld(*extended, std::nullopt));
        QVERIFY(open && !open->old->until && open->old->works(v.clock.now().plusDays(1000)));
        const auto stopped = waitFor(v.service->stopOld(*open));
        QVERIFY(stopped);
        QVERIFY(!isRotating(*stopped, v.clock.now()));
        QTRY_VERIFY(v.ids({}, SmartFilter::Rotating).isEmpty());
        QCOMPARE(waitFor(v.service->stopOld(*stopped)).error().code, ErrorCode::WrongState);
        const auto audit = waitFor(v.backend->audit({k.id, 0, 100}));
        QStringList actions;
        for (const AuditEvent &e : *audit)
            actions.prepend(e.action);
        QCOMPARE(actions.join(u' '),
                 QStringLiteral("key.create key.keep key.rotate key.extendOld key.extendOld key.stopOld"));
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
    }

    void theOverlapEndsToTheMillisecond() {
        TestVault v(Instant(1'800'000'000'000));
        v.open();
        const auto first = waitFor(v.service->create(v.config()));
        const ApiKey k = waitFor(v.service->rotate(first->key, 1000))->key;
        QVERIFY(isRotating(k, Instant(1'800'000'000'999)));
        QVERIFY(!isRotating(k, Instant(1'800'000'001'000)));
        v.clock.set(
            Instant(1'700'000'000'000)); // a clock set back does not give a stopped token another life
        const ApiKey regenerated = waitFor(v.service->rotate(k, 0))->key;
        QVERIFY(!isRotating(regenerated, v.clock.now()));
    }

    void regenerateStopsTheOldOneAtOnce() {
        TestVault v;
        v.open();
        const auto first = waitFor(v.service->create(v.config()));
        const auto second = waitFor(v.service->rotate(first->key, 0));
        QVERIFY(second && !isRotating(second->key, v.clock.now()));
        QCOMPARE(second->key.id, first->key.id);
        const auto third = waitFor(v.service->rotate(second->key, 0));
        QVERIFY(third);
        QCOMPARE(third->key.old->id, second->key.credentialId);
        // The first token belongs to nobody any more; the second is known as replaced.
        QCOMPARE(waitFor(v.service->findByToken(copyOf(*first))).error().code, ErrorCode::NotFound);
        QVERIFY(waitFor(v.service->findByToken(copyOf(*second))));
        QCOMPARE(waitFor(v.backend->audit({first->key.id, 0, 10}))->first().action,
                 QStringLiteral("key.regenerate"));
    }

    void badOverlapsAndStates() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        for (const qint64 ms :
             {qint64(-1), KeyService::MostOverlapMs + 1, std::numeric_limits<qint64>::max()})
            QCOMPARE(waitFor(v.service->rotate(k, ms)).error().fields.value(0).code,
                     QStringLiteral("outOfRange"));
        const ApiKey revoked = *waitFor(v.service->revoke(k, QStringLiteral("The contract ended"), false));
        QCOMPARE(waitFor(v.service->rotate(revoked, 0)).error().code, ErrorCode::WrongState);
        QCOMPARE(waitFor(v.service->setActive(revoked, true)).error().code, ErrorCode::WrongState);
        QCOMPARE(waitFor(v.service->revoke(revoked, {}, false)).error().code, ErrorCode::WrongState);
        QCOMPARE(now(v, k.id).version, 2);
        const ApiKey other = waitFor(v.service->create(v.config(QStringLiteral("Other"))))->key;
        QCOMPARE(waitFor(v.service->revoke(other, QString(501, u'x'), false)).error().fields.value(0).code,
                 QStringLiteral("tooLong"));
        QCOMPARE(now(v, other.id).state, KeyState::Active);
    }

    void revokedIsRestoredUnlessLeaked() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        const ApiKey off = *waitFor(v.service->setActive(k, false));
        const ApiKey revoked = *waitFor(v.service->revoke(off, QStringLiteral(" no longer needed "), false));
        QCOMPARE(revoked.state, KeyState::Revoked);
        QCOMPARE(revoked.stateReason, QStringLiteral("no longer needed"));
        const ApiKey back = *waitFor(v.service->restore(revoked));
        QCOMPARE(back.state, KeyState::Inactive); // as it was
        const ApiKey gone = *waitFor(v.service->remove(*waitFor(v.service->revoke(back, {}, false))));
        const ApiKey undeleted = *waitFor(v.service->restore(gone));
        QCOMPARE(undeleted.state, KeyState::Revoked); // deleting and restoring does not revive it
        const ApiKey leaked =
            *waitFor(v.service->revoke(waitFor(v.service->create(v.config(QStringLiteral("Leaked"))))->key,
                                       QStringLiteral("on a wiki"), true));
        QVERIFY(leaked.leaked);
        QCOMPARE(waitFor(v.service->restore(leaked)).error().code, ErrorCode::WrongState);
        const ApiKey deleted = *waitFor(v.service->remove(leaked));
        const ApiKey again = *waitFor(v.service->restore(deleted));
        QCOMPARE(again.state, KeyState::Revoked);
        QVERIFY(again.leaked);
        QCOMPARE(waitFor(v.service->restore(again)).error().code, ErrorCode::WrongState);
    }

    void grantingAgainAsksForTheRightAgain() {
        TestVault v;
        v.open();
        KeyService ben(*v.backend, v.secrets, v.clock,
                       Principal{QStringLiteral("Ben"), true, false, ScopeSet::parse(u"leads:read")});
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        QCOMPARE(waitFor(ben.rotate(k, 0)).error().code, ErrorCode::NotAllowed);
        KeyConfig longer = k.config;
        longer.expires = k.config.expires->plusDays(1);
        QCOMPARE(waitFor(ben.edit(k, longer)).error().code, ErrorCode::NotAllowed);
        longer.expires.reset();
        QCOMPARE(waitFor(ben.edit(k, longer)).error().code, ErrorCode::NotAllowed);
        KeyConfig shorter = k.config;
        shorter.expires = k.config.expires->plusDays(-1);
        const ApiKey edited = *waitFor(ben.edit(k, shorter));
        const ApiKey revoked = *waitFor(ben.revoke(edited, {}, false)); // taking away needs no scope
        QCOMPARE(waitFor(ben.restore(revoked)).error().code, ErrorCode::NotAllowed);
        const ApiKey rotating = waitFor(v.service->rotate(*waitFor(v.service->restore(revoked)), Hour))->key;
        QCOMPARE(waitFor(ben.extendOld(rotating, 2 * Hour)).error().code, ErrorCode::NotAllowed);
        QVERIFY(waitFor(ben.stopOld(rotating)));
    }

    /// Random sequences of everything that a person with few rights can do: no key ever comes to hold or
    /// regain a scope through them that they do not hold.
    void nobodyGrantsBeyondTheirOwn() {
        TestVault v;
        v.open();
        const ScopeSet held = ScopeSet::parse(u"leads:read emails:send");
        KeyService ben(*v.backend, v.secrets, v.clock, Principal{QStringLiteral("Ben"), true, false, held});
        const QList<Scope> all = v.backend->catalogue().scopesOf(KeyType::General).list();
        QRandomGenerator r(42);
        const auto someScopes = [&] {
            ScopeSet s;
            for (const Scope &scope : all) {
                if (r.bounded(3) == 0)
                    s.insert(scope);
            }
            return s;
        };
        const auto usable = [&](const ApiKey &k) {
            return statusOf(k, v.clock.now()) == KeyStatus::Active ? k.config.scopes : ScopeSet();
        };
        QList<KeyId> keys;
        for (int i = 0; i < 12; ++i) {
            KeyConfig c = v.config(QStringLiteral("Key %1").arg(i));
            c.scopes = someScopes();
            if (c.scopes.isEmpty())
                c.scopes = held;
            const ApiKey k = waitFor(v.service->create(c))->key;
            keys.append(k.id);
            if (i % 3 == 1)
                (void)waitFor(v.service->setActive(k, false));
            if (i % 3 == 2)
                (void)waitFor(v.service->revoke(k, {}, i % 2 == 0));
        }
        int changed = 0, refused = 0;
        for (int step = 0; step < 1500; ++step) {
            if (step % 10 == 0) { // somebody with all rights brings keys back
                const ApiKey key = now(v, keys[r.bounded(keys.size())]);
                if (key.state == KeyState::Deleted || key.state == KeyState::Revoked)
                    (void)waitFor(v.service->restore(key));
                else
                    (void)waitFor(v.service->setActive(key, r.bounded(2) == 0));
            }
            const ApiKey before = now(v, keys[r.bounded(keys.size())]);
            Result<ApiKey> result = fail(ErrorCode::Cancelled);
            switch (r.bounded(8)) {
            case 0: {
                KeyConfig c = before.config;
                c.scopes = someScopes();
                result = waitFor(ben.edit(before, c));
                break;
            }
            case 1: {
                KeyConfig c = before.config;
                c.expires = v.clock.now().plusDays(r.bounded(1, 400));
                result = waitFor(ben.edit(before, c));
                break;
            }
            case 2:
                result = waitFor(ben.setActive(before, r.bounded(2) == 0));
                break;
            case 3:
                result = waitFor(ben.revoke(before, {}, false));
                break;
            case 4:
                result = waitFor(ben.restore(before));
                break;
            case 5:
                if (before.state != KeyState::Deleted) // that would be for good
                    result = waitFor(ben.remove(before));
                break;
            case 6: {
                const auto rotated = waitFor(ben.rotate(before, r.bounded(2) == 0 ? 0 : Hour));
                result = rotated ? Result<ApiKey>(rotated->key) : Result<ApiKey>(fail(rotated.error()));
                break;
            }
            default:
                result = waitFor(ben.extendOld(before, Hour));
            }
            const ApiKey after = now(v, before.id);
            const ScopeSet gained = usable(after).without(usable(before));
            QVERIFY2(held.containsAll(gained), qPrintable(gained.toString()));
            if (result && after.credentialId != before.credentialId)
                QVERIFY(held.containsAll(after.config.scopes)); // nobody gets a token for more than they hold
            ++(result ? changed : refused);
        }
        QVERIFY(changed > 100 && refused > 100);
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
    }

    /// A vault of the first schema opens, with a backup beside it, and its rows are as good as before.
    void theFirstSchemaIsMigrated() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        v.close();
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            db.setDatabaseName(v.path());
            QVERIFY(db.open());
            for (const char *s :
                 {"DROP TABLE principals", "DROP TABLE repeatable", "DROP TABLE customers",
                  "DROP INDEX keys_by_old_credential", "DROP TABLE old_used",
                  "ALTER TABLE keys DROP COLUMN old_credential_id",
                  "ALTER TABLE keys DROP COLUMN old_verifier", "ALTER TABLE keys DROP COLUMN old_until",
                  "ALTER TABLE keys DROP COLUMN rotated_at", "ALTER TABLE keys DROP COLUMN leaked",
                  "PRAGMA user_version = 1"})
                QVERIFY2(QSqlQuery(db).exec(QLatin1StringView(s)), s);
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
        v.open();
        QVERIFY(QFile::exists(v.path() + QStringLiteral(".backup-v1")));
        QVERIFY(!now(v, k.id).damaged);
        QCOMPARE(now(v, k.id).config, k.config);
        QVERIFY(waitFor(v.service->rotate(k, 0)));
        QVERIFY(!now(v, k.id).damaged);
    }

    /// Every new field decides about access, so every one is under the row's checksum.
    void theNewFieldsAreUnderTheChecksum_data() {
        QTest::addColumn<QString>("change");
        QTest::newRow("longer overlap") << QStringLiteral("old_until = old_until + 1");
        QTest::newRow("no end") << QStringLiteral("old_until = NULL");
        QTest::newRow("other verifier") << QStringLiteral("old_verifier = verifier");
        QTest::newRow("forgotten") << QStringLiteral(
            "old_credential_id = NULL, old_verifier = NULL, old_until = NULL, rotated_at = NULL");
        QTest::newRow("not leaked") << QStringLiteral("leaked = 1 - leaked");
        QTest::newRow("rotated") << QStringLiteral("rotated_at = 5");
    }
    void theNewFieldsAreUnderTheChecksum() {
        QFETCH(const QString, change);
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->rotate(waitFor(v.service->create(v.config()))->key, Hour))->key;
        v.close();
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            db.setDatabaseName(v.path());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE keys SET ") + change));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        v.open();
        QVERIFY(now(v, k.id).damaged);
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "lifecycle_test.moc"
