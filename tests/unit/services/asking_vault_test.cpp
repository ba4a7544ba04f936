#include "core/services/jobs/bulk_job.h"
#include "core/services/safe_mode/asking_vault.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>

using namespace latchkey;

namespace {

/// Answers each question with what it was told, and remembers them.
class SetGate final : public ChangeGate {
public:
    QFuture<bool> ask(const PlannedChange &change) override {
        asked.append(change.action);
        last = change;
        return ready(yes);
    }
    QStringList asked;
    PlannedChange last;
    bool yes = false;
};

} // namespace

/// Safe mode Confirm: one gate that every change of a vault passes.
class AskingVaultTest : public QObject {
    Q_OBJECT
private:
    struct Way {
        const char *action;
        std::function<bool(KeyService &, const ApiKey &)> change; ///< whether it was done
    };
    static QList<Way> ways() {
        const auto done = [](const auto &result) { return result.has_value(); };
        return {
            {"key.create",
             [=](KeyService &s, const ApiKey &k) {
                 KeyConfig c = k.config;
                 c.name += QStringLiteral(" 2");
                 return done(waitFor(s.create(c)));
             }},
            {"key.create",
             [](KeyService &s, const ApiKey &k) {
                 KeyConfig c = k.config;
                 c.name += QStringLiteral(" 3");
                 const auto made = waitFor(s.createMany({s.planCreate(c)->key}));
                 return made && made->first().has_value();
             }},
            {"key.undo",
             [=](KeyService &s, const ApiKey &k) {
                 KeyConfig c = k.config;
                 c.name += QStringLiteral(" as it was");
                 return done(waitFor(s.edit(k, c, QStringLiteral("key.undo"))));
             }},
            {"key.deactivate",
             [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.setActive(k, false))); }},
            {"key.deactivate",
             [](KeyService &s, const ApiKey &k) {
                 const auto plan = [&s](const ApiKey &one) { return s.planActive(one, false); };
                 const auto changed = waitFor(s.changeMany({k}, plan));
                 return changed && changed->first().has_value();
             }},
            {"key.delete", [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.remove(k))); }},
            {"key.revoke",
             [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.revoke(k, {}, false))); }},
            {"key.purge", [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.purge(k))); }},
            {"key.rotate",
             [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.rotate(k, 60'000))); }},
            {"key.extendOld",
             [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.extendOld(k, 120'000))); }},
            {"key.stopOld", [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.stopOld(k))); }},
            {"key.dismissExposure",
             [=](KeyService &s, const ApiKey &k) { return done(waitFor(s.dismissExposure(k))); }},
            {"vault.retention",
             [=](KeyService &s, const ApiKey &) {
                 return done(waitFor(s.backend().setDeletedRetentionDays(7, {QStringLiteral("Ana")})));
             }},
            {"catalogue.undo",
             [=](KeyService &s, const ApiKey &) {
                 return done(
                     waitFor(s.changeCatalogue(s.backend().catalogue(), s.backend().catalogueVersion(),
                                               QStringLiteral("catalogue.undo"))));
             }},
            {"customer.add",
             [=](KeyService &s, const ApiKey &) {
                 Customer c;
                 c.id = QStringLiteral("acme");
                 c.name = QStringLiteral("Acme");
                 return done(waitFor(s.saveCustomer(c)));
             }},
            {"rules.edit",
             [=](KeyService &s, const ApiKey &) {
                 const auto book = waitFor(s.backend().rules()->rules());
                 GatewayRule rule;
                 rule.path = QStringLiteral("/v1/leads");
                 return done(waitFor(s.changeRules({rule}, book->kept.version)));
             }},
        };
    }
    static qint64 audited(VaultBackend &vault) { return waitFor(vault.audit({}))->first().seq; }

private slots:
    /// Declined: asked once, Cancelled, and the vault is as it was. Accepted, or agreed on before: done.
    void everyChangeAsks() {
        for (const Way &way : ways()) {
            TestVault v;
            v.open();
            const auto kept = std::make_shared<SetGate>();
            SetGate &gate = *kept;
            AskingVault asking(v.backend, kept);
            KeyService service(asking, v.secrets, v.clock, v.service->principal());
            auto made = waitFor(v.service->create(v.config()));
            QVERIFY(made);
            if (const QByteArray action = way.action; action.endsWith("Old"))
                made = waitFor(v.service->rotate(made->key, 60'000));
            const qint64 before = audited(*v.backend);
            QVERIFY2(!way.change(service, made->key), way.action);
            QCOMPARE(gate.asked, QStringList(QString::fromLatin1(way.action)));
            QCOMPARE(audited(*v.backend), before);
            {
                const Agreed agreed(asking.gate());
                QVERIFY2(way.change(service, made->key), way.action);
            }
            QCOMPARE(gate.asked.size(), 1);
            QVERIFY2(audited(*v.backend) > before, way.action);
        }
    }

    void yesLetsItThrough() {
        TestVault v;
        v.open();
        const auto kept = std::make_shared<SetGate>();
        SetGate &gate = *kept;
        gate.yes = true;
        AskingVault asking(v.backend, kept);
        KeyService service(asking, v.secrets, v.clock, v.service->principal());
        const auto made = waitFor(service.create(v.config()));
        QVERIFY(made);
        QCOMPARE(gate.last.name, v.config().name);
        QSignalSpy changed(&asking, &VaultBackend::keysChanged);
        const auto off = waitFor(service.setActive(made->key, false));
        QVERIFY(off && off->state == KeyState::Inactive);
        QTRY_VERIFY(changed.size() > 0);
        QCOMPARE(gate.last.key, made->key.id);
        QCOMPARE(gate.asked, (QStringList{QStringLiteral("key.create"), QStringLiteral("key.deactivate")}));
    }

    /// That a key was shown, used or kept is noted without a question.
    void notesPass() {
        TestVault v;
        v.open();
        const auto kept = std::make_shared<SetGate>();
        SetGate &gate = *kept;
        AskingVault asking(v.backend, kept);
        KeyService service(asking, v.secrets, v.clock, v.service->principal());
        const auto made = waitFor(v.service->create(v.config()));
        QVERIFY(waitFor(service.keep(made->key, made->token)));
        QVERIFY(waitFor(service.reveal(made->key, QStringLiteral("reveal"))));
        QVERIFY(waitFor(asking.stampLastUsed({{made->key.id, v.clock.now(), {}}})));
        QVERIFY(waitFor(asking.purgeExpired(v.clock.now(), {QStringLiteral("Latchkey")})));
        QCOMPARE(gate.asked, QStringList());
    }

    /// A job that nobody has agreed on asks as well.
    void jobsAskToo() {
        TestVault v;
        v.open();
        const auto kept = std::make_shared<SetGate>();
        SetGate &gate = *kept;
        AskingVault asking(v.backend, kept);
        KeyService service(asking, v.secrets, v.clock, v.service->principal());
        const auto made = waitFor(v.service->create(v.config()));
        for (const bool agreed : {false, true}) {
            BulkJob::Task task;
            task.keys = KeySource::of({made->key.id});
            task.needed = [](const ApiKey &) { return true; };
            task.plan = [&service](const ApiKey &k) { return service.planActive(k, false); };
            task.agreed = agreed;
            BulkJob job(service, task);
            QSignalSpy over(&job, &Job::finished);
            job.start();
            QTRY_COMPARE(over.size(), 1);
            QCOMPARE(gate.asked.size(), 1);
            QCOMPARE(waitFor(v.backend->rows({made->key.id}))->first().state,
                     agreed ? KeyState::Inactive : KeyState::Active);
        }
    }
};

QTEST_GUILESS_MAIN(AskingVaultTest)
#include "asking_vault_test.moc"
