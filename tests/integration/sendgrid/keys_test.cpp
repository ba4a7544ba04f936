#include "tests/integration/sendgrid/account_fixture.h"

using namespace latchkey;

namespace {

QStringList textsIn(const QJsonObject &body) {
    QStringList texts;
    for (const QJsonArray list = body.value(QStringLiteral("scopes")).toArray(); const QJsonValue &v : list)
        texts.append(v.toString());
    texts.sort();
    return texts;
}

} // namespace

/// What a person does with the keys of an account.
class SendGridKeysTest : public AccountFixture {
    Q_OBJECT
private slots:
    void init() { begin(); }

    void firstRowsTakeTwoRequests() {
        for (int i = 0; i < 42; ++i)
            server->add(QStringLiteral("Key %1").arg(i, 2, 10, QLatin1Char('0')));
        open();
        QCOMPARE(server->asked.size(), 2);
        const QList<KeyId> all = ids();
        QCOMPARE(all.size(), 42);
        const auto rows = *waitFor(backend().rows(all));
        QCOMPARE(rows.first().config.name, QStringLiteral("Key 00"));
        QVERIFY(!rows.first().service->scopesKnown);
        QCOMPARE(maskedToken(backend().info().prefix, rows.first()),
                 QStringLiteral("SG.%1.").arg(rows.first().service->id) + QString(8, QChar(0x2022)));
        QCOMPARE(server->asked.size(), 2);
        QCOMPARE(backend().info().mostKeys, 100);
    }

    void scopesComeForTheRowsOnTheScreen() {
        for (int i = 0; i < 30; ++i)
            server->add(QStringLiteral("Key %1").arg(i, 2, 10, QLatin1Char('0')));
        open();
        server->delayMs = 20;
        const QList<KeyId> all = ids();
        QSignalSpy told(&backend(), &VaultBackend::keysChanged);
        backend().noteVisible(all.mid(0, 10));
        backend().noteVisible(all.mid(20, 5)); // scrolled on: those that were not sent yet are not asked for
        QTRY_VERIFY(waitFor(backend().rows(all.mid(20, 5))).value().last().service->scopesKnown);
        QTRY_VERIFY(!told.isEmpty());
        const int asked = server->count("GET", "/v3/api_keys/");
        QVERIFY2(asked >= 5 && asked <= 5 + SendGridLine::MostInBackground,
                 qPrintable(QString::number(asked)));
        backend().noteVisible(all.mid(20, 5)); // known
        QCOMPARE(ids().size(), 30);
        QCOMPARE(server->count("GET", "/v3/api_keys/"), asked);
        const ApiKey k = waitFor(backend().rows(all.mid(20, 2)))->first();
        QCOMPARE(k.config.scopes, scopes({"mail.send"}));
    }

    /// One request for each key, besides the two of opening; and the first rows don't wait for them.
    void aHundredKeysWithTheirPermissions() {
        for (int i = 0; i < 100; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        server->delayMs = 200;
        QElapsedTimer time;
        time.start();
        open();
        const QList<KeyId> all = ids();
        const qint64 first = time.elapsed();
        QCOMPARE(all.size(), 100);
        server->delayMs = 10;
        backend().noteVisible(all);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto rows = *waitFor(backend().rows(all));
                return std::all_of(rows.begin(), rows.end(),
                                   [](const ApiKey &k) { return k.service->scopesKnown; });
            }(),
            20'000);
        QCOMPARE(server->asked.size(), 102);
        qInfo("first rows after %lld ms at 200 ms an answer", static_cast<long long>(first));
    }

    /// An older account may hold more than SendGrid allows today: all of them are listed.
    void moreThanAHundred() {
        for (int i = 0; i < 250; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        QCOMPARE(ids().size(), 250);
        QVERIFY(dynamic_cast<SendGridBackend &>(backend()).wholeList());
        QCOMPARE(server->asked.size(), 2);
        // None is taken for deleted by the next look.
        backend().lookAgain();
        QCOMPARE(ids().size(), 250);
        NewKey key;
        key.config.name = QStringLiteral("One more");
        key.config.scopes = ScopeSet({*Scope::fromService(u"mail.send")});
        const auto issued = waitFor(backend().issue(key));
        QCOMPARE(issued.error().code, ErrorCode::LimitReached);
        QCOMPARE(server->count("POST"), 0);
    }

    /// Where it lists no more at once, nobody claims that these are all.
    void aListThatMayBeCut() {
        server->mostListed = 100;
        for (int i = 0; i < 99; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        QVERIFY(dynamic_cast<SendGridBackend &>(backend()).wholeList());
        for (int i = 99; i < 130; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        backend().lookAgain();
        QCOMPARE(ids().size(), 100);
        QVERIFY(!dynamic_cast<SendGridBackend &>(backend()).wholeList());
        QVERIFY(!backend().info().listMayBeCut); // an account of today has no more
    }

    /// As many as were asked for: those behind them nobody sees.
    void aListAsLongAsItsLimit() {
        for (int i = 0; i < 999; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        QVERIFY(!backend().info().listMayBeCut);
        for (int i = 999; i < 1'010; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        backend().lookAgain();
        QCOMPARE(ids().size(), 1'000);
        QVERIFY(backend().info().listMayBeCut);
    }

    void searchSeesWhatIsKnown() {
        server->add(QStringLiteral("Newsletter"));
        server->add(QStringLiteral("Invoices"),
                    {QStringLiteral("billing.read"), QStringLiteral("2fa_required")});
        open();
        QCOMPARE(ids(QStringLiteral("news")).size(), 1);
        for (const KeyId &id : ids())
            row(id);
        QCOMPARE(ids(QStringLiteral("type:billing")).size(), 1);
        QCOMPARE(ids(QStringLiteral("perm:mail.send")).size(), 1);
        QVERIFY(ids(QStringLiteral("status:active")).isEmpty()); // nobody reports it
        QCOMPARE(ids(QStringLiteral("id:") + row(ids().first()).service->id).size(), 1);
    }

    static KeyQuery query(const QString &search) {
        KeyQuery q;
        q.filter = parseFilter(search);
        return q;
    }

    /// What is asked of permissions is asked of all keys, also of those that nobody has looked at.
    void aSearchReadsTheRest() {
        for (int i = 0; i < 20; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        server->add(QStringLiteral("Reports"), {QStringLiteral("stats.read")});
        server->add(QStringLiteral("Invoices"), {QStringLiteral("billing.read")});
        open();
        QCOMPARE(waitFor(backend().counts({}, {}))->unread, 22);
        const KeyQuery q = query(QStringLiteral("perm:stats.read"));
        KeyListPtr list = *waitFor(backend().list(q));
        QCOMPARE(list->size(), 0);
        QCOMPARE(list->unread(), 22); // not: none
        QCOMPARE((*waitFor(backend().list(query(QStringLiteral("-perm:stats.read")))))->size(), 0);
        QTRY_COMPARE((list = *waitFor(backend().list(q)))->unread(), 0);
        QCOMPARE(list->size(), 1);
        QCOMPARE(server->count("GET", "/v3/api_keys/"), 22);
        QCOMPARE(waitFor(backend().counts({}, {}))->unread, 0);
        QCOMPARE(ids(QStringLiteral("type:billing")).size(), 1);
        QCOMPARE(ids(QStringLiteral("-perm:stats.read")).size(), 21);
    }

    void aSearchThatIsGivenUpReadsNoMore() {
        for (int i = 0; i < 30; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        server->delayMs = 30;
        const auto &line = dynamic_cast<SendGridBackend &>(backend()).line();
        KeyListPtr list = *waitFor(backend().list(query(QStringLiteral("perm:mail.send"))));
        backend().noteVisible({});
        list.reset();
        backend().noteVisible({});
        const int sent = line.sent();
        row(ids().last()); // after those that are under way
        QCOMPARE(line.sent(), sent + 1);
    }

    void bothShapesOfOneKey_data() {
        QTest::addColumn<bool>("wrapped");
        QTest::newRow("flat") << false;
        QTest::newRow("result") << true;
    }
    void bothShapesOfOneKey() {
        QFETCH(const bool, wrapped);
        server->wrapped = wrapped;
        const KeyId id = idOf(server->add(QStringLiteral("One"),
                                          {QStringLiteral("stats.read"), QStringLiteral("2fa_required")}));
        open();
        const ApiKey k = row(id);
        QCOMPARE(k.config.scopes, scopes({"stats.read"}));
        QCOMPARE(k.service->hiddenScopes, 1);
    }

    void createdWithItsScopes() {
        open();
        NewKey n = wish(QStringLiteral("CRM"), {"mail.send", "stats.read"});
        n.config.owner = QStringLiteral("Ana");
        n.config.environment = Environment::Staging;
        const auto made = waitFor(backend().issue(n));
        QVERIFY(made.has_value());
        QCOMPARE(made->token->view().toByteArray(), server->keys().first().token());
        QCOMPARE(textsIn(lastBody("POST")),
                 QStringList({QStringLiteral("mail.send"), QStringLiteral("stats.read")}));
        QCOMPARE(made->key.service->id, QString::fromLatin1(server->keys().first().id));
        QCOMPARE(made->key.config.owner, QStringLiteral("Ana"));
        QCOMPARE(made->key.service->environment, std::optional(Environment::Staging));
        QCOMPARE(ids(), QList<KeyId>{made->key.id});
        QCOMPARE(waitFor(backend().create(n)).error().code, ErrorCode::NotAllowed);
    }

    void fullAccessOnlyWhenChosen() {
        open();
        NewKey n = wish(QStringLiteral("Everything"));
        n.config.scopes = {};
        QCOMPARE(waitFor(backend().issue(n)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(server->count("POST"), 0);
        n.fullAccess = true;
        const auto made = waitFor(backend().issue(n));
        QVERIFY(made.has_value());
        QVERIFY(!lastBody("POST").contains(QStringLiteral("scopes")));
        QCOMPARE(made->key.config.scopes, session.principal.scopes);
    }

    /// It holds billing beside all others, which nobody may ask for together.
    void aFullAccessKeyIsRestricted() {
        const KeyId other = idOf(server->add(QStringLiteral("One")));
        open();
        NewKey n = wish(QStringLiteral("Everything"));
        n.fullAccess = true;
        const auto made = waitFor(backend().issue(n));
        QVERIFY(made.has_value());
        const ApiKey before = row(made->key.id);
        QVERIFY(before.service->fullAccess && !row(other).service->fullAccess);
        QVERIFY(before.config.scopes.contains(*Scope::fromService(u"billing.read")));
        KeyChange c = changeOf(before);
        c.config->scopes.remove(*Scope::fromService(u"mail.send"));
        const auto now = waitFor(backend().change(c));
        QVERIFY2(now.has_value(), "SendGrid takes it");
        QVERIFY(!now->service->fullAccess);
        QVERIFY(now->config.scopes.contains(*Scope::fromService(u"stats.read")));
        QVERIFY2(textsIn(lastBody("PUT")).filter(QStringLiteral("billing")).isEmpty(), "none is sent");
        // Everything but billing, as SendGrid's own Full Access.
        KeyChange all = changeOf(*now);
        all.config->scopes.insert(*Scope::fromService(u"mail.send"));
        QVERIFY(waitFor(backend().change(all))->service->fullAccess);
    }

    void noneAboveTheLimit() {
        for (int i = 0; i < 99; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        QVERIFY(waitFor(backend().issue(wish(QStringLiteral("The hundredth")))).has_value());
        const auto refused = waitFor(backend().issue(wish(QStringLiteral("One too many"))));
        QCOMPARE(refused.error().code, ErrorCode::LimitReached);
        QCOMPARE(refused.error().params.value(QStringLiteral("have")).toInt(), 100);
        QCOMPARE(server->count("POST"), 1);
        // Fewer may be allowed than the list lets expect: then the service says it.
        server->keys().removeLast();
        server->mostKeys = 50;
        QCOMPARE(waitFor(backend().issue(wish(QStringLiteral("Refused")))).error().code,
                 ErrorCode::LimitReached);
    }

    void renamedByPatch() {
        const KeyId id = idOf(server->add(QStringLiteral("Old")));
        open();
        KeyChange c = changeOf(row(id));
        c.config->name = QStringLiteral("New");
        const auto now = waitFor(backend().change(c));
        QVERIFY(now.has_value());
        QCOMPARE(now->config.name, QStringLiteral("New"));
        QCOMPARE(now->version, c.expectedVersion + 1);
        QCOMPARE(server->count("PATCH"), 1);
        QCOMPARE(server->count("PUT"), 0);
        QVERIFY(!lastBody("PATCH").contains(QStringLiteral("scopes")));
    }

    void permissionsByPutWithWhatIsUnknown() {
        const QStringList odd{QStringLiteral("mail.send"), QStringLiteral("brand_new.thing.read"),
                              QStringLiteral("Odd Scope!"), QStringLiteral("2fa_required"),
                              QStringLiteral("sender_verification_legacy")};
        const KeyId id = idOf(server->add(QStringLiteral("Odd"), odd));
        server->scopes += {QStringLiteral("brand_new.thing.read"), QStringLiteral("Odd Scope!")};
        open();
        const ApiKey before = row(id);
        QCOMPARE(before.config.scopes, scopes({"mail.send", "brand_new.thing.read"}));
        QCOMPARE(before.service->hiddenScopes, 3);
        KeyChange c = changeOf(before);
        c.config->scopes.insert(*Scope::fromService(u"stats.read"));
        c.config->scopes.remove(*Scope::fromService(u"mail.send"));
        server->asked.clear();
        const auto now = waitFor(backend().change(c));
        QVERIFY(now.has_value());
        QCOMPARE(textsIn(lastBody("PUT")),
                 QStringList({QStringLiteral("Odd Scope!"), QStringLiteral("brand_new.thing.read"),
                              QStringLiteral("stats.read")}));
        QCOMPARE(now->config.scopes, scopes({"stats.read", "brand_new.thing.read"}));
        QCOMPARE(server->asked.first().method, QByteArray("GET")); // read before
        QCOMPARE(server->asked.last().method, QByteArray("GET"));  // and after
    }

    void notesStayOnThisComputer() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        KeyChange c = changeOf(row(id));
        c.config->owner = QStringLiteral("Ana");
        c.config->tags = {QStringLiteral("crm")};
        c.config->note = QStringLiteral("For the newsletter");
        QVERIFY(!c.config->environmentKnown); // nobody has said it yet
        c.config->environment = Environment::Development;
        c.config->environmentKnown = true;
        server->asked.clear();
        QVERIFY(waitFor(backend().change(c)).has_value());
        QVERIFY(server->asked.isEmpty());
        const auto seen = row(id).service->firstSeen;
        QVERIFY(seen);
        open(); // once more
        const ApiKey again = row(id);
        QCOMPARE(again.config.owner, QStringLiteral("Ana"));
        QCOMPARE(again.config.note, QStringLiteral("For the newsletter"));
        QCOMPARE(again.service->environment, std::optional(Environment::Development));
        QCOMPARE(again.service->firstSeen, seen);
        const auto counts = waitFor(backend().counts(Environment::Staging, {}));
        QCOMPARE(counts->all, 1); // of all environments, whichever is chosen
        QCOMPARE(counts->environments[static_cast<std::size_t>(Environment::Development)], 1);
        const QFileInfo file(account().notesFile);
        QCOMPARE(file.permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QFile text(file.filePath());
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(!text.readAll().contains(server->keys().first().secret));
    }

    void deletedAndNotSeenAgain() {
        const KeyId id = idOf(server->add(QStringLiteral("Old")));
        server->add(QStringLiteral("Other"));
        server->propagationMs = 600'000;
        open();
        const auto gone = waitFor(backend().change(deletionOf(row(id))));
        QVERIFY(gone.has_value());
        QCOMPARE(gone->state, KeyState::Purged);
        backend().lookAgain(); // SendGrid still lists it
        QCOMPARE(ids().size(), 1);
        QVERIFY(waitFor(backend().rows({id}))->isEmpty());
    }

    void theKeyThatOneSignsInWithStays() {
        const KeyId own = idOf(server->addCaller());
        open();
        const auto refused = waitFor(backend().change(deletionOf(row(own))));
        QCOMPARE(refused.error().params.value(QStringLiteral("status")).toString(), QStringLiteral("ownKey"));
        QCOMPARE(server->count("DELETE"), 0);
    }

    void eachOfSeveralHasItsOwnResult() {
        const KeyId a = idOf(server->add(QStringLiteral("A")));
        const KeyId b = idOf(server->add(QStringLiteral("B")));
        open();
        const ApiKey ka = row(a), kb = row(b);
        server->keys().removeLast(); // elsewhere
        KeyChange ca = changeOf(ka), cb = changeOf(kb);
        ca.config->name = QStringLiteral("A2");
        cb.config->name = QStringLiteral("B2");
        const auto done = waitFor(backend().changeMany({ca, cb}));
        QVERIFY(done->at(0).has_value());
        QCOMPARE(done->at(1).error().code, ErrorCode::NotFound);
        QCOMPARE(ids(), QList<KeyId>{a});
    }

    void aSubuserHasKeysOfItsOwn() {
        server->add(QStringLiteral("Of the account"));
        server->accounts.insert("acme", {});
        auto sub = tryOpen(QStringLiteral("acme"));
        QVERIFY(sub.has_value());
        session = *sub;
        QVERIFY(ids().isEmpty());
        QVERIFY(waitFor(backend().issue(wish(QStringLiteral("Theirs")))).has_value());
        QCOMPARE(server->keys("acme").size(), 1);
        QCOMPARE(tryOpen(QStringLiteral("nobody")).error().code, ErrorCode::NotAllowed);
    }

    void nothingIsGrantedBeyondTheOwn() {
        server->scopes = {QStringLiteral("api_keys.read"), QStringLiteral("api_keys.create"),
                          QStringLiteral("mail.send")};
        open();
        QVERIFY(session.principal.holds(*Scope::fromService(u"mail.send")));
        QVERIFY(!session.principal.holds(*Scope::fromService(u"stats.read")));
        QVERIFY(backend().catalogue().resource(u"mail"));
        QVERIFY(!backend().catalogue().resource(u"stats"));
        SessionStore secrets;
        const KeyService service(backend(), secrets, clock, session.principal);
        KeyConfig c;
        c.name = QStringLiteral("More than I may");
        c.scopes = scopes({"stats.read"});
        QCOMPARE(service.check(c).first().code, QStringLiteral("notHeld"));
    }

    void aKeyIsWrittenIntoNoNote() {
        server->add(QStringLiteral("One"));
        open();
        SessionStore secrets;
        const KeyService service(backend(), secrets, clock, session.principal);
        KeyConfig c = wish(QStringLiteral("Two")).config;
        c.note = QStringLiteral("it is %1, don't tell").arg(QString::fromLatin1(server->callerKey()));
        QCOMPARE(service.check(c).first().code, QStringLiteral("holdsToken"));
        c.note = QStringLiteral("its id is %1").arg(QString::fromLatin1(server->keys().first().id));
        QVERIFY(service.check(c).isEmpty());
    }

    void whatIsMissingIsSaid() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        const Capabilities can = backend().capabilities();
        QCOMPARE(can.service, QStringLiteral("SendGrid"));
        QVERIFY(!can.deactivate && !can.lastUsed && !can.created && !can.expiry && !can.rotate && !can.audit);
        KeyChange c = changeOf(row(id));
        c.config.reset();
        c.state = KeyState::Inactive;
        const auto refused = waitFor(backend().change(c));
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(refused.error().params.value(QStringLiteral("missing")).toString(),
                 QStringLiteral("deactivate"));
        QVERIFY(!backend().requests());
    }

    void stepsOfTheTest() {
        for (int i = 0; i < 42; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        const auto steps = *waitFor(testSendGrid(account(), key()));
        QCOMPARE(steps.size(), 4);
        QVERIFY(steps.last().outcome.has_value());
        QCOMPARE(steps.last().facts.value(QStringLiteral("keys")).toInt(), 42);
        server->scopes.removeAll(QStringLiteral("api_keys.read"));
        const auto mayNot = *waitFor(testSendGrid(account(), key()));
        QCOMPARE(mayNot.last().what, ConnectionStep::What::Permissions);
        QCOMPARE(mayNot.last().outcome.error().code, ErrorCode::NotAllowed);
        const auto wrong = std::make_shared<const SecretBytes>(SecretBytes::copyOf(QByteArray("SG.wrong")));
        const auto stranger = *waitFor(testSendGrid(account(), wrong));
        QCOMPARE(stranger.last().what, ConnectionStep::What::SignIn);
        server->stop();
        const auto gone = *waitFor(testSendGrid(account(), key()));
        QCOMPARE(gone.last().what, ConnectionStep::What::Reach);
    }
};

QTEST_GUILESS_MAIN(SendGridKeysTest)
#include "keys_test.moc"
