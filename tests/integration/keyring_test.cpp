#include "core/secrets/keychain_store.h"
#include "core/services/rotation/kept_rotation.h"
#include "core/services/rotation/rotate_job.h"
#include "tests/support/test_vault.h"

#include <QDirIterator>
#include <qt6keychain/keychain.h>

using namespace latchkey;

/// Runs under tests/support/keyring_session.sh, which says in KEYRING_MODE what kind of keyring there is.
class KeyringTest : public QObject {
    Q_OBJECT
private:
    SecretName name(const char *id) { return {QStringLiteral("0123456789abcdef"), *KeyId::fromLatin1(id)}; }
    [[nodiscard]] static bool mode(const char *m) { return qgetenv("KEYRING_MODE") == m; }

private slots:
    void probeTellsWhatIsThere() {
        KeychainStore store;
        const SecretStoreState s = waitFor(store.probe(), 30'000);
        QCOMPARE(s, mode("unlocked") ? SecretStoreState::Available
                    : mode("locked") ? SecretStoreState::Locked
                                     : SecretStoreState::SessionOnly);
        QCOMPARE(store.state(), s);
    }

    /// The rotation of many keys into it: every token is there and works, or no key was touched.
    void manyNewTokens() {
        KeychainStore store;
        waitFor(store.probe(), 30'000);
        TestVault v;
        v.open();
        KeyService service(*v.backend, store, v.clock, Principal{QStringLiteral("Ana"), true, true, {}});
        QList<KeyId> ids;
        for (int i = 0; i < 20; ++i)
            ids.append(waitFor(service.create(v.config()))->key.id);
        RotateJob job(service, {KeySource::of(ids), 3'600'000}, std::make_unique<KeptRotation>(service));
        std::optional<JobEnd> end;
        connect(&job, &Job::finished, this, [&](const JobEnd &e) { end = e; });
        QElapsedTimer took;
        took.start();
        job.start();
        QTRY_VERIFY_WITH_TIMEOUT(end, 90'000);
        qInfo("%lld ms", static_cast<long long>(took.elapsed()));
        QCOMPARE(end->state, mode("locked") ? JobState::Failed : JobState::Done);
        const QList<ApiKey> keys = *waitFor(v.backend->rows(ids));
        for (const ApiKey &k : keys) {
            QCOMPARE(k.credentialId != k.id, !mode("locked"));
            if (mode("locked"))
                continue;
            const auto token = waitFor(service.reveal(k, QStringLiteral("copy")), 30'000);
            QVERIFY(token && token::matches((*token)->view(), *waitFor(v.backend->verifierOf(k.id))));
            QVERIFY(!*waitFor(store.contains({v.backend->info().id, k.credentialId}), 30'000));
            QVERIFY(waitFor(service.forget(k), 30'000));
        }
    }

    void keepReadForget() {
        KeychainStore store;
        waitFor(store.probe(), 30'000);
        const SecretName n = name("AAAAAAAAAAAA");
        const QByteArray secret("lk_live_with\0zero", 17); // binary: text would be cut at the zero
        const Outcome written = waitFor(store.write(n, SecretBytes::copyOf(secret)), 30'000);
        if (mode("locked")) {
            QVERIFY(!written);
            QVERIFY(written.error().code == ErrorCode::KeychainLocked ||
                    written.error().code == ErrorCode::KeychainDenied);
            QCOMPARE(waitFor(store.read(n)).error().code, ErrorCode::NotKept);
            return;
        }
        QVERIFY(written); // without a keyring: in the session's memory
        QCOMPARE(*waitFor(store.contains(n)), true);
        QCOMPARE((*waitFor(store.read(n)))->view().toByteArray(), secret);
        QVERIFY(waitFor(store.write(n, SecretBytes::copyOf("second"))));
        QCOMPARE((*waitFor(store.read(n)))->view().toByteArray(), QByteArrayLiteral("second"));
        QCOMPARE(*waitFor(store.contains(name("BBBBBBBBBBBB"))), false);
        QCOMPARE(waitFor(store.read(name("BBBBBBBBBBBB"))).error().code, ErrorCode::NotKept);
        QVERIFY(waitFor(store.remove(n)));
        QVERIFY(waitFor(store.remove(n))); // gone already: that is success
        QCOMPARE(*waitFor(store.contains(n)), false);
    }

    void textLeftByOthersIsReplaced() {
        if (!mode("unlocked"))
            return; // there is nothing that could hold it
        KeychainStore store;
        waitFor(store.probe());
        const SecretName n = name("CCCCCCCCCCCC");
        auto *job = new QKeychain::WritePasswordJob(QStringLiteral("latchkey"));
        job->setKey(n.toItemName());
        job->setTextData(QStringLiteral("old text"));
        bool done = false;
        connect(job, &QKeychain::Job::finished, this, [&] { done = true; });
        job->start();
        QTRY_VERIFY(done);
        QVERIFY(waitFor(store.write(n, SecretBytes::copyOf("new binary"))));
        QCOMPARE((*waitFor(store.read(n)))->view().toByteArray(), QByteArrayLiteral("new binary"));
        QVERIFY(waitFor(store.remove(n)));
    }

    void nothingIsWrittenToTheHome() {
        QStringList files;
        QDirIterator it(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile f(it.next());
            QVERIFY(f.open(QIODevice::ReadOnly));
            const QByteArray all = f.readAll();
            QVERIFY2(!all.contains("second") && !all.contains("new binary") && !all.contains("lk_live_with"),
                     qPrintable(f.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "keyring_test.moc"
