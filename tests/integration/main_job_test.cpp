#include "tests/support/test_vault.h"

#include <QSignalSpy>

using namespace latchkey;

/// The main job on a real vault: create, keep, reveal, edit, switch off, delete, restore, destroy; all there
/// after a restart.
class MainJobTest : public QObject {
    Q_OBJECT
private slots:
    void noFieldKeepsAWholeToken() {
        TestVault v;
        v.open();
        const auto made = waitFor(v.service->create(v.config()));
        QVERIFY(made);
        const QString token = QString::fromLatin1(made->token->view().toByteArray());
        const auto refused = [](const Error &e, const char *field) {
            return e.code == ErrorCode::InvalidInput && !e.fields.isEmpty() &&
                   e.fields.first().field == QLatin1StringView(field) &&
                   e.fields.first().code == QStringLiteral("holdsToken");
        };
        KeyConfig c = made->key.config;
        c.name = QStringLiteral("token=") + token;
        QVERIFY(refused(waitFor(v.service->edit(made->key, c)).error(), "name"));
        c = made->key.config;
        c.note = QStringLiteral("first\nBearer %1, see above").arg(token);
        QVERIFY(refused(waitFor(v.service->create(c)).error(), "note"));
        QVERIFY(refused(waitFor(v.service->revoke(made->key, token, false)).error(), "reason"));
        c.note = QStringLiteral("first\nBearer %1, see above").arg(token.chopped(1) + u'!'); // none
        QVERIFY(waitFor(v.service->create(c)));
    }

    void theMainJob() {
        TestVault v;
        v.open();
        const auto made = waitFor(v.service->create(v.config()));
        QVERIFY(made);
        QVERIFY(token::parse(made->token->view()));
        QTRY_COMPARE(v.ids().size(), 1);
        QCOMPARE(waitFor(v.service->kept(made->key)), Kept::NotKept);
        QVERIFY(waitFor(v.service->keep(made->key, made->token)));
        QCOMPARE(waitFor(v.service->kept(made->key)), Kept::Here);
        const auto shown = waitFor(v.service->reveal(made->key, QStringLiteral("reveal")));
        QVERIFY(shown);
        QVERIFY(constantTimeEqual((*shown)->view(), made->token->view()));

        KeyConfig c = made->key.config;
        c.name = QStringLiteral("CRM nightly sync");
        c.scopes = ScopeSet::parse(u"leads:read");
        const auto edited = waitFor(v.service->edit(made->key, c));
        QVERIFY(edited);
        QCOMPARE(edited->version, 2);
        QVERIFY(waitFor(v.service->setActive(*edited, false)));

        v.close();
        v.open();
        QTRY_COMPARE(v.ids(QStringLiteral("nightly status:inactive")).size(), 1);
        auto rows = waitFor(v.backend->rows({made->key.id}));
        QVERIFY(rows && rows->size() == 1);
        QCOMPARE(rows->first().config, c);
        QCOMPARE(rows->first().state, KeyState::Inactive);

        const auto deleted = waitFor(v.service->remove(rows->first()));
        QVERIFY(deleted);
        QTRY_COMPARE(v.ids().size(), 0);
        QCOMPARE(v.ids({}, SmartFilter::RecentlyDeleted).size(), 1);
        const auto restored = waitFor(v.service->restore(*deleted));
        QVERIFY(restored);
        QCOMPARE(restored->state, KeyState::Inactive); // as it was before it was deleted
        QTRY_COMPARE(v.ids().size(), 1);
        const auto again = waitFor(v.service->remove(*restored));
        QVERIFY(waitFor(v.service->purge(*again)));
        QTRY_COMPARE(v.ids({}, SmartFilter::RecentlyDeleted).size(), 0);
        QCOMPARE(waitFor(v.backend->verifierOf(made->key.id)).value_or(QByteArrayLiteral("x")), QByteArray());

        const auto audit = waitFor(v.backend->audit({made->key.id, 0, 100}));
        QStringList actions;
        for (const AuditEvent &e : *audit)
            actions.prepend(e.action);
        QCOMPARE(actions, QStringList({QStringLiteral("key.create"), QStringLiteral("key.keep"),
                                       QStringLiteral("key.reveal"), QStringLiteral("key.edit"),
                                       QStringLiteral("key.deactivate"), QStringLiteral("key.delete"),
                                       QStringLiteral("key.restore"), QStringLiteral("key.delete"),
                                       QStringLiteral("key.purge")}));
        const AuditEvent edit = (*audit)[audit->size() - 4];
        QCOMPARE(edit.before.value(QStringLiteral("scopes")).toString(),
                 QStringLiteral("leads:read leads:write"));
        QCOMPARE(edit.after.value(QStringLiteral("scopes")).toString(), QStringLiteral("leads:read"));
        QVERIFY(!edit.after.contains(QStringLiteral("owner"))); // changed fields only
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
    }

    void aStaleEditIsAConflict() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        OpenOptions o;
        auto other = waitFor(openLocalVault(v.path(), o, v.clock));
        QVERIFY(other);
        KeyService ben(**other, v.secrets, v.clock, Principal{QStringLiteral("Ben"), true, true, {}});
        QSignalSpy changed(v.backend.get(), &VaultBackend::keysChanged);
        QVERIFY(waitFor(ben.setActive(k, false)));
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 2'000);
        KeyConfig c = k.config;
        c.name = QStringLiteral("Mine");
        const auto mine = waitFor(v.service->edit(k, c));
        QVERIFY(!mine);
        QCOMPARE(mine.error().code, ErrorCode::Conflict);
        QCOMPARE(mine.error().params.value(QStringLiteral("changedBy")).toString(), QStringLiteral("Ben"));
        QCOMPARE(waitFor(v.backend->rows({k.id}))->first().config.name, k.config.name);
    }

    void whatIsNotAllowedChangesNothing() {
        TestVault v;
        v.open();
        KeyService ben(*v.backend, v.secrets, v.clock,
                       Principal{QStringLiteral("Ben"), true, false, ScopeSet::parse(u"leads:read")});
        const auto made = waitFor(ben.create(v.config()));
        QVERIFY(!made);
        QCOMPARE(made.error().fields.first().code, QStringLiteral("notHeld"));
        QCOMPARE(v.ids().size(), 0);
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        const ApiKey off = *waitFor(v.service->setActive(k, false));
        QCOMPARE(waitFor(ben.setActive(off, true)).error().code, ErrorCode::NotAllowed);
        const ApiKey gone = *waitFor(v.service->remove(off));
        QCOMPARE(waitFor(ben.restore(gone)).error().code, ErrorCode::NotAllowed);
        KeyService viewer(*v.backend, v.secrets, v.clock, Principal{QStringLiteral("Vera"), false, true, {}});
        QCOMPARE(waitFor(viewer.create(v.config())).error().code, ErrorCode::NotAllowed);
    }

    void aPastedTokenFindsItsKey() {
        TestVault v;
        v.open();
        const auto made = waitFor(v.service->create(v.config()));
        const auto found = waitFor(v.service->findByToken(made->token->clone()));
        QVERIFY(found);
        QCOMPARE(found->id, made->key.id);
        const auto other = token::generate(QStringLiteral("lk"), Environment::Production,
                                           made->key.id); // right id, wrong secret
        QCOMPARE(waitFor(v.service->findByToken(other.token.clone())).error().code, ErrorCode::NotFound);
        QCOMPARE(waitFor(v.service->findByToken(SecretBytes::copyOf("lk_live_x"))).error().code,
                 ErrorCode::InvalidInput);
    }

    void anOutdatedCopyIsNotShown() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        const auto other = token::generate(QStringLiteral("lk"), Environment::Production);
        QVERIFY(waitFor(v.secrets.write({v.backend->info().id, k.id}, other.token.clone())));
        QSignalSpy spy(v.service.get(), &KeyService::keptChanged);
        QCOMPARE(waitFor(v.service->reveal(k, QStringLiteral("reveal"))).error().code,
                 ErrorCode::KeychainMismatch);
        QCOMPARE(spy.last().at(1).value<Kept>(), Kept::Outdated);
    }

    void deletedKeysGoAfterTheirTime() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        QVERIFY(waitFor(v.service->remove(k)));
        QCOMPARE(*waitFor(v.backend->purgeExpired(v.clock.now().plusDays(29), {QStringLiteral("Ana")})), 0);
        QCOMPARE(*waitFor(v.backend->purgeExpired(v.clock.now().plusDays(30), {QStringLiteral("Ana")})), 1);
        QVERIFY(waitFor(v.backend->setDeletedRetentionDays(0, {QStringLiteral("Ana")})));
        const ApiKey k2 = waitFor(v.service->create(v.config()))->key;
        QCOMPARE(waitFor(v.service->remove(k2))->state, KeyState::Purged); // 0 days: at once
        QVERIFY(!waitFor(v.backend->setDeletedRetentionDays(-1, {QStringLiteral("Ana")})));
    }
};

QTEST_GUILESS_MAIN(MainJobTest)
#include "main_job_test.moc"
