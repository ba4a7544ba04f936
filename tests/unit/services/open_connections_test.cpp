#include "core/services/connections/all_connections.h"
#include "core/services/connections/open_connections.h"
#include "tests/support/memory_backend.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>

using namespace latchkey;
using State = OpenConnections::State;

/// The openings under way, answered when the test says so.
struct Door {
    struct Knock {
        Connection connection;
        SharedSecret secret;
        Answer<Result<OpenedConnection>> answer;
    };
    QList<Knock> knocks;
    OpenConnections::Opener opener() {
        return [this](const Connection &c, const SharedSecret &secret) {
            knocks.append({c, secret, {}});
            return knocks.last().answer.future();
        };
    }
};

/// Gives what it remembers.
class SilentVault final : public MemoryBackend {
public:
    std::optional<Silence> silent;
    [[nodiscard]] std::optional<Silence> silence() const override { return silent; }
};

class OpenConnectionsTest : public QObject {
    Q_OBJECT
    static Connection server(const QString &name) {
        Connection c;
        c.id = *KeyId::fromString(name.leftJustified(KeyId::Length, QLatin1Char('0')));
        c.name = name;
        c.kind = ConnectionKind::Server;
        c.url = QStringLiteral("https://127.0.0.1:1");
        return c;
    }
    static OpenedConnection memory() {
        return {std::make_shared<MemoryBackend>(), {QStringLiteral("Ana"), true, true, {}}, {}};
    }
    static SharedSecret secret(QByteArrayView text) {
        return std::make_shared<const SecretBytes>(SecretBytes::copyOf(text));
    }
private slots:
    void takesTheKeptSecretAndTellsEachState() {
        SessionStore secrets;
        Door door;
        OpenConnections all(secrets, door.opener());
        const Connection c = server(QStringLiteral("east"));
        waitFor(secrets.write(c.secretName(), SecretBytes::copyOf("kept")));
        QList<State> seen;
        connect(&all, &OpenConnections::changed, this, [&](const KeyId &id) {
            QCOMPARE(id, c.id);
            seen.append(all.state(id));
        });
        QCOMPARE(all.state(c.id), State::Closed);
        all.open(c);
        QTRY_COMPARE(door.knocks.size(), 1);
        QCOMPARE(door.knocks[0].secret->view(), QByteArrayView("kept"));
        QVERIFY(!all.backend(c.id));
        all.open(c); // is on its way already
        const OpenedConnection opened = memory();
        door.knocks[0].answer.give(opened);
        QTRY_COMPARE(all.state(c.id), State::Open);
        QCOMPARE(door.knocks.size(), 1);
        QCOMPARE(all.backend(c.id), opened.backend);
        QCOMPARE(seen, (QList<State>{State::Opening, State::Open}));
        all.open(c); // is open
        QCOMPARE(all.state(c.id), State::Open);
        all.close(c.id);
        QCOMPARE(all.state(c.id), State::Closed);
        QVERIFY(!all.opened(c.id));
    }

    void asksNobodyAndWaitsForASecret() {
        SessionStore secrets;
        Door door;
        OpenConnections all(secrets, door.opener());
        const Connection c = server(QStringLiteral("east"));
        all.open(c);
        QTRY_COMPARE(all.state(c.id), State::NeedsSecret);
        QCOMPARE(all.status(c.id).error.code, ErrorCode::NotKept);
        QVERIFY(door.knocks.isEmpty());
        all.open(c, secret("typed"));
        QCOMPARE(door.knocks.size(), 1);
        QCOMPARE(door.knocks[0].secret->view(), QByteArrayView("typed"));
    }

    void oneThatFailsOrHangsLeavesTheOthersAlone() {
        SessionStore secrets;
        Door door;
        OpenConnections all(secrets, door.opener());
        const Connection slow = server(QStringLiteral("slow")), bad = server(QStringLiteral("bad"));
        Connection file;
        file.id = *KeyId::fromString(u"file00000000");
        all.open(slow, secret("a"));
        all.open(bad, secret("b"));
        all.open(file);
        QCOMPARE(door.knocks.size(), 3);
        door.knocks[1].answer.give(fail(ErrorCode::Unreachable));
        door.knocks[2].answer.give(memory());
        QTRY_COMPARE(all.state(file.id), State::Open);
        QTRY_COMPARE(all.state(bad.id), State::Failed);
        QCOMPARE(all.status(bad.id).error.code, ErrorCode::Unreachable);
        QCOMPARE(all.state(slow.id), State::Opening);
        all.open(bad, secret("b")); // Retry
        door.knocks[3].answer.give(memory());
        QTRY_COMPARE(all.state(bad.id), State::Open);
        all.closeOthers({bad.id});
        QCOMPARE(all.state(slow.id), State::Closed);
        door.knocks[0].answer.give(memory()); // late: nobody wants it any more
        QCoreApplication::processEvents();
        QCOMPARE(all.state(slow.id), State::Closed);
        QCOMPARE(all.state(bad.id), State::Open);
    }

    void anotherAddressIsOpenedAnewAnotherNameIsNot() {
        SessionStore secrets;
        Door door;
        OpenConnections all(secrets, door.opener());
        Connection c = server(QStringLiteral("east"));
        all.adopt(c, memory());
        c.name = QStringLiteral("East");
        all.open(c, secret("a"));
        QCOMPARE(all.state(c.id), State::Open);
        QCOMPARE(all.connection(c.id)->name, QStringLiteral("East"));
        QVERIFY(door.knocks.isEmpty());
        c.safeMode = SafeMode::ReadOnly;
        all.open(c, secret("a"));
        QCOMPARE(all.state(c.id), State::Opening);
        QVERIFY(!all.backend(c.id));
        QCOMPARE(door.knocks.size(), 1);
    }

    /// A database that refuses is one that wants a password, or another one.
    void aDatabaseThatRefusesWantsAPassword() {
        SessionStore secrets;
        Door door;
        OpenConnections all(secrets, door.opener());
        Connection c = server(QStringLiteral("base"));
        c.kind = ConnectionKind::Postgres;
        all.open(c);
        QTRY_COMPARE(door.knocks.size(), 1); // it may want none
        door.knocks[0].answer.give(fail(ErrorCode::NotAllowed));
        QTRY_COMPARE(all.state(c.id), State::NeedsSecret);
        QCOMPARE(all.status(c.id).error.code, ErrorCode::NotKept);
        all.open(c, secret("wrong"));
        door.knocks[1].answer.give(fail(ErrorCode::NotAllowed));
        QTRY_COMPARE(all.state(c.id), State::NeedsSecret);
        QCOMPARE(all.status(c.id).error.code, ErrorCode::NotAllowed);
    }

    void whatCouldNotBeOpenedIsNotTriedWithEachChange() {
        SessionStore secrets;
        Door door;
        OpenConnections all(secrets, door.opener());
        Connection c = server(QStringLiteral("east"));
        all.open(c, secret("a"));
        door.knocks[0].answer.give(fail(ErrorCode::Unreachable));
        QTRY_COMPARE(all.state(c.id), State::Failed);
        c.name = QStringLiteral("East");
        all.keepOpen(c);
        QCOMPARE(all.state(c.id), State::Failed);
        QCOMPARE(all.connection(c.id)->name, QStringLiteral("East"));
        c.url = QStringLiteral("https://127.0.0.1:2");
        waitFor(secrets.write(c.secretName(), SecretBytes::copyOf("kept")));
        all.keepOpen(c);
        QTRY_COMPARE(door.knocks.size(), 2);
    }

    /// A window that is made later says the same of it as the one before.
    void whatWasSilentBeforeIsSaidWithItsTime() {
        SessionStore secrets;
        Door door;
        OpenConnections open(secrets, door.opener());
        const Connection a = server(QStringLiteral("a"));
        const Instant then(1'800'000'000'000);
        const auto vault = std::make_shared<SilentVault>();
        vault->fill(2, then);
        vault->silent = VaultBackend::Silence{Error(ErrorCode::Unreachable), then};
        open.adopt(a, {vault, {QStringLiteral("Ana"), true, true, {}}, {}});
        AllConnections all(open, QStringLiteral("all"), QStringLiteral("All"));
        all.show({a});
        QCOMPARE((*waitFor(all.vault()->list({})))->size(), qsizetype{2});
        const auto row = all.rowOf(a.id);
        QCOMPARE(row->state, AllConnections::State::Away);
        QCOMPARE(row->error.code, ErrorCode::Unreachable);
        QVERIFY(row->listed);
        QVERIFY(row->heard == then);
        vault->silent.reset();
        emit vault->recovered();
        QCOMPARE(all.rowOf(a.id)->state, AllConnections::State::Shown);
    }

    /// Two ways to one vault: renaming the one that shows it shows it once all the same.
    void aVaultOfTwoConnectionsIsShownOnceAfterARename() {
        SessionStore secrets;
        Door door;
        OpenConnections open(secrets, door.opener());
        Connection a = server(QStringLiteral("a")), b = server(QStringLiteral("b"));
        OpenedConnection one = memory(), other = memory(); // both are called alike
        static_cast<MemoryBackend &>(*one.backend).fill(2, Instant(1'800'000'000'000));
        static_cast<MemoryBackend &>(*other.backend).fill(2, Instant(1'800'000'000'000));
        QCOMPARE(one.backend->info().id, other.backend->info().id);
        open.adopt(a, one);
        open.adopt(b, other);
        AllConnections all(open, QStringLiteral("all"), QStringLiteral("All"));
        all.show({a, b});
        QCOMPARE((*waitFor(all.vault()->list({})))->size(), qsizetype{2});
        QCOMPARE(all.rowOf(b.id)->state, AllConnections::State::SameVault);
        a.name = QStringLiteral("z");
        all.show({a, b});
        QCOMPARE((*waitFor(all.vault()->list({})))->size(), qsizetype{2});
        QCOMPARE(all.rowOf(a.id)->state, AllConnections::State::SameVault);
        QCOMPARE(all.rowOf(a.id)->other, QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(OpenConnectionsTest)
#include "open_connections_test.moc"
