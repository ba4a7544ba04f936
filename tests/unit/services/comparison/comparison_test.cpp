#include "core/services/comparison/key_comparison.h"
#include "core/services/comparison/key_reading.h"
#include "tests/support/memory_backend.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

class ComparisonTest : public QObject {
    Q_OBJECT
    const Instant now{1'800'000'000'000};

    static Scope scope(const char *text) { return *Scope::fromString(QString::fromLatin1(text)); }
    ApiKey key(const QString &name, int n, const char *scopes = "leads:read") const {
        ApiKey k;
        k.id = *KeyId::fromString(QStringLiteral("k%1").arg(n, 11, 10, QLatin1Char('0')));
        k.config.name = name;
        k.config.scopes = ScopeSet::parse(QString::fromLatin1(scopes));
        k.createdAt = now.plusMs(n);
        return k;
    }
    QList<ComparedPair> compare(const QList<ApiKey> &l, const QList<ApiKey> &r,
                                const Capabilities &can = {}) const {
        return compareKeys({l, {}}, {r, can}, false, now);
    }
    /// "0=1 different(Permissions)" for each pair.
    static QString text(const QList<ComparedPair> &pairs) {
        QStringList lines;
        for (const ComparedPair &p : pairs)
            lines.append(QStringLiteral("%1|%2|%3|%4")
                             .arg(p.left)
                             .arg(p.right)
                             .arg(static_cast<int>(p.group()))
                             .arg(p.differences.toInt()));
        return lines.join(u' ');
    }
private slots:
    void groups() {
        const auto pairs = compare(
            {key(QStringLiteral("b"), 1), key(QStringLiteral("A"), 2), key(QStringLiteral("only"), 3)},
            {key(QStringLiteral("A"), 4, "leads:read leads:write"), key(QStringLiteral("b"), 5),
             key(QStringLiteral("there"), 6)});
        // By name, whatever its case: A, b, only, there.
        QCOMPARE(text(pairs), QStringLiteral("1|0|0|1 0|1|4|0 2|-1|1|0 -1|2|2|0"));
    }

    void eachDifference_data() {
        QTest::addColumn<int>("difference");
        QTest::addColumn<std::function<void(ApiKey &)>>("change");
        const auto row = [](const char *name, Difference d, const std::function<void(ApiKey &)> &f) {
            QTest::newRow(name) << static_cast<int>(d) << f;
        };
        row("permissions", Difference::Permissions,
            [](ApiKey &k) { k.config.scopes.insert(scope("leads:write")); });
        row("type", Difference::Type, [](ApiKey &k) { k.config.type = KeyType::Billing; });
        row("inactive", Difference::Status, [](ApiKey &k) { k.state = KeyState::Inactive; });
        row("revoked", Difference::Status, [](ApiKey &k) { k.state = KeyState::Revoked; });
        row("limits", Difference::Limits, [](ApiKey &k) { k.config.limits.set(RatePeriod::Hour, 7); });
        row("expiry", Difference::Expiry, [this](ApiKey &k) { k.config.expires = now.plusDays(1); });
        row("customers", Difference::Customers,
            [](ApiKey &k) { k.config.customers = QStringList{QStringLiteral("c")}; });
        row("addresses", Difference::Addresses,
            [](ApiKey &k) { k.config.allowedIps = {*IpRange::fromString(u"10.0.0.1")}; });
        row("owner", Difference::Notes, [](ApiKey &k) { k.config.owner = QStringLiteral("Ana"); });
        row("tags", Difference::Notes, [](ApiKey &k) { k.config.tags = QStringList{QStringLiteral("x")}; });
        row("note", Difference::Notes, [](ApiKey &k) { k.config.note = QStringLiteral("x"); });
        row("stored in", Difference::Notes, [](ApiKey &k) { k.config.storedIn = QStringLiteral("x"); });
    }
    void eachDifference() {
        QFETCH(int, difference);
        QFETCH(std::function<void(ApiKey &)>, change);
        const ApiKey left = key(QStringLiteral("k"), 1);
        ApiKey right = key(QStringLiteral("k"), 2);
        change(right);
        const auto pairs = compare({left}, {right});
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs.first().differences.toInt(), difference);
        QCOMPARE(pairs.first().group(), MatchGroup::Different);
    }

    /// An expired key differs in what it is and in when it ended.
    void expired() {
        ApiKey right = key(QStringLiteral("k"), 2);
        right.config.expires = now.plusMs(-1);
        QCOMPARE(compare({key(QStringLiteral("k"), 1)}, {right}).first().differences,
                 Differences(Difference::Status) | Difference::Expiry);
    }

    /// Two keys made a moment apart, each for 90 days, end together.
    void endsWithinAMinuteAreTheSame() {
        const auto ending = [this](int n, qint64 ms) {
            ApiKey k = key(QStringLiteral("k"), n);
            k.config.expires = now.plusDays(90).plusMs(ms);
            return k;
        };
        // Over the turn of a minute, too.
        QCOMPARE(compare({ending(1, -1)}, {ending(2, 59'998)}).first().group(), MatchGroup::Equal);
        QCOMPARE(compare({ending(1, 0)}, {ending(2, 60'000)}).first().differences.toInt(),
                 static_cast<int>(Difference::Expiry));
        QCOMPARE(compare({ending(1, 0)}, {key(QStringLiteral("k"), 2)}).first().differences.toInt(),
                 static_cast<int>(Difference::Expiry));
        // Of several with one name, those that end together are paired.
        QCOMPARE(text(compare({ending(1, 0), ending(2, 600'000)}, {ending(3, 600'500), ending(4, 700)})),
                 QStringLiteral("0|1|4|0 1|0|4|0"));
    }

    void whatOneSideHasNoWordForIsNotCompared() {
        ApiKey left = key(QStringLiteral("k"), 1), right = key(QStringLiteral("k"), 2);
        left.state = KeyState::Inactive;
        left.config.limits.set(RatePeriod::Day, 5);
        left.config.expires = now.plusDays(3);
        left.config.customers = QStringList{QStringLiteral("c")};
        left.config.allowedIps = {*IpRange::fromString(u"10.0.0.1")};
        Capabilities can;
        can.expiry = can.rateLimits = can.deactivate = can.customers = can.allowedIps = false;
        right.service = ServiceKey{QStringLiteral("x"), true, false, 0, {}, {}};
        QCOMPARE(compare({left}, {right}, can).first().group(), MatchGroup::Equal);
        right.service->scopesKnown = false;
        right.config.scopes = {};
        QCOMPARE(compare({left}, {right}, can).first().group(), MatchGroup::Unknown);
        right.config.owner = QStringLiteral("Ana");
        const ComparedPair p = compare({left}, {right}, can).first();
        QCOMPARE(p.group(), MatchGroup::Different);
        QVERIFY(p.unknown);
    }

    void severalOfOneName() {
        const QString n = QStringLiteral("k");
        const auto pairs =
            compare({key(n, 3, "leads:read"), key(n, 1, "leads:write"), key(n, 2, "leads:delete")},
                    {key(n, 4, "leads:write"), key(n, 5, "leads:export")});
        // The equal ones first; then by age: the oldest left one beside the oldest right one.
        QCOMPARE(text(pairs), QStringLiteral("1|0|4|0 2|1|0|1 0|-1|1|0"));
        QVERIFY(pairs.first().often);
    }

    void deletedOnesAreNotThere() {
        ApiKey left = key(QStringLiteral("k"), 1), right = key(QStringLiteral("k"), 2);
        right.state = KeyState::Deleted;
        QCOMPARE(compare({left}, {right}).first().group(), MatchGroup::OnlyLeft);
        left.state = KeyState::Purged;
        QVERIFY(compare({left}, {right}).isEmpty());
    }

    void wholeVaultsByEnvironment() {
        ApiKey live = key(QStringLiteral("k"), 1), stage = key(QStringLiteral("k"), 2, "leads:write");
        live.config.environment = Environment::Production;
        stage.config.environment = Environment::Staging;
        const auto pairs = compareKeys({{live, stage}, {}}, {{stage, live}, {}}, true, now);
        QCOMPARE(pairs.size(), 2);
        for (const ComparedPair &p : pairs)
            QCOMPARE(p.group(), MatchGroup::Equal);
    }

    /// Across environments only where nothing else could be meant.
    void acrossEnvironmentsWhereTheNameIsUnique() {
        const auto in = [this](Environment e, const char *name, int n) {
            ApiKey k = key(QString::fromLatin1(name), n);
            k.config.environment = e;
            return k;
        };
        using enum Environment;
        const auto pairs = [&](const QList<ApiKey> &l, const QList<ApiKey> &r) {
            return text(compareKeys({l, {}}, {r, {}}, true, now));
        };
        QCOMPARE(pairs({in(Production, "k", 1)}, {in(Staging, "k", 2)}), QStringLiteral("0|0|0|256"));
        // The same environment comes first; what is left over then has not the name for itself.
        QCOMPARE(pairs({in(Production, "k", 1)}, {in(Staging, "k", 2), in(Production, "k", 3)}),
                 QStringLiteral("0|1|4|0 -1|0|2|0"));
        QCOMPARE(pairs({in(Production, "k", 1), in(Development, "k", 2)},
                       {in(Staging, "k", 3), in(Production, "k", 4)}),
                 QStringLiteral("1|-1|1|0 0|1|4|0 -1|0|2|0"));
        // A deleted one does not count.
        ApiKey gone = in(Staging, "k", 2);
        gone.state = KeyState::Deleted;
        QCOMPARE(pairs({in(Production, "k", 1), gone}, {in(Development, "k", 3)}),
                 QStringLiteral("0|0|0|256"));
        // Where the person chose the environments, that they differ is no difference.
        QCOMPARE(text(compare({in(Production, "k", 1)}, {in(Staging, "k", 2)})), QStringLiteral("0|0|4|0"));
    }

    void twentyThousandOnEachSide_data() {
        QTest::addColumn<bool>("oneName");
        QTest::newRow("names") << false;
        QTest::newRow("one name for all") << true;
    }
    void twentyThousandOnEachSide() {
        QFETCH(bool, oneName);
        QList<ApiKey> left, right;
        for (int i = 0; i < 20'000; ++i) {
            left.append(key(oneName ? QStringLiteral("k") : QStringLiteral("Key %1").arg(i), i));
            right.append(key(oneName ? QStringLiteral("k") : QStringLiteral("Key %1").arg(19'999 - i), i,
                             i % 2 ? "leads:read" : "leads:write"));
        }
        QElapsedTimer t;
        t.start();
        const auto pairs = compare(left, right);
        qInfo("20,000 on each side: %lld ms", t.elapsed());
        QCOMPARE(pairs.size(), 20'000);
        QCOMPARE(std::count_if(pairs.begin(), pairs.end(),
                               [](const ComparedPair &p) { return p.group() == MatchGroup::Equal; }),
                 10'000);
    }

    void readsEveryKeyOnce() {
        MemoryBackend backend;
        backend.fill(1'201, now);
        KeyReading reading(backend, {});
        QSignalSpy done(&reading, &KeyReading::finished), progress(&reading, &KeyReading::progress);
        reading.start();
        QTRY_COMPARE(done.size(), 1);
        const auto keys = done.first().first().value<QList<ApiKey>>();
        QCOMPARE(keys.size(), 1'201);
        QCOMPARE(keys.last().id, backend.keys.last().id);
        QVERIFY(progress.size() >= 3);
    }

    /// Of a server, another question may take the place of this one, and nobody tells.
    void aListThatIsNotWholeIsAskedForAgain() {
        struct Growing final : MemoryBackend {
            struct Beginning final : KeyList {
                [[nodiscard]] qsizetype size() const override { return 0; }
                [[nodiscard]] KeyId idAt(qsizetype) const override { return {}; }
                [[nodiscard]] qsizetype positionOf(const KeyId &) const override { return -1; }
                [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &ids) const override {
                    return QList<qsizetype>(ids.size(), -1);
                }
                [[nodiscard]] bool complete() const override { return false; }
                [[nodiscard]] qsizetype total() const override { return 3; }
                [[nodiscard]] qsizetype unfiltered() const override { return 3; }
            };
            int asked = 0;
            QFuture<Result<KeyListPtr>> list(const KeyQuery &q) override {
                return asked++ == 0 ? ready<Result<KeyListPtr>>(std::make_shared<Beginning>())
                                    : MemoryBackend::list(q);
            }
        } backend;
        backend.fill(3, now);
        KeyReading reading(backend, {});
        QSignalSpy done(&reading, &KeyReading::finished);
        reading.start();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first().first().value<QList<ApiKey>>().size(), 3);
        QCOMPARE(backend.asked, 2);
    }

    void tooManyAreNotRead() {
        MemoryBackend backend;
        backend.fill(KeyReading::Most + 1, now);
        KeyReading reading(backend, {});
        QSignalSpy failed(&reading, &KeyReading::failed);
        reading.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::LimitReached);
    }
};

Q_DECLARE_METATYPE(std::function<void(latchkey::ApiKey &)>)
QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
