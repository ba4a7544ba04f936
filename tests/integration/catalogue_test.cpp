#include "tests/support/test_vault.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace latchkey;

namespace {

/// Another program at the same file.
void run(const QString &path, const QStringList &statements) {
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("by hand"));
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery q(db);
        for (const QString &s : statements)
            QVERIFY2(q.exec(s), qPrintable(s + q.lastError().text()));
        q.finish();
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("by hand"));
}

QVariant ask(const QString &path, const QString &statement) {
    QVariant answer;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("asking"));
        db.setDatabaseName(path);
        db.open();
        QSqlQuery q(db);
        if (q.exec(statement) && q.next())
            answer = q.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("asking"));
    return answer;
}

Catalogue licensing() {
    return *Catalogue::fromJson(shippedCatalogues().at(1).json);
}

Catalogue withoutDelete(const Catalogue &c) {
    CatalogueDraft d = c.draft();
    d.resources[2].scopes.removeLast();
    return *Catalogue::fromDraft(d);
}

AuditEvent last(TestVault &v, const char *action) {
    AuditQuery q;
    q.action = QLatin1StringView(action);
    const auto events = waitFor(v.backend->audit(q));
    return events && !events->isEmpty() ? events->first() : AuditEvent();
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private slots:
    /// Files of the schemas before: what the program of that time would have left.
    void olderVaults_data() {
        QTest::addColumn<int>("version");
        QTest::newRow("schema 1") << 1;
        QTest::newRow("schema 2") << 2;
        QTest::newRow("schema 3") << 3;
    }
    void olderVaults() {
        QFETCH(int, version);
        TestVault v;
        v.open();
        const auto made = waitFor(v.service->create(v.config()));
        QVERIFY(made);
        v.close();
        QStringList back{QStringLiteral("DROP TABLE principals"), QStringLiteral("DROP TABLE repeatable")};
        if (version < 3)
            back << QStringLiteral("DROP TABLE customers");
        if (version == 1) {
            back << QStringLiteral("DROP INDEX keys_by_old_credential")
                 << QStringLiteral("DROP TABLE old_used");
            for (const char *column :
                 {"old_credential_id", "old_verifier", "old_until", "rotated_at", "leaked"})
                back << QStringLiteral("ALTER TABLE keys DROP COLUMN ") + QLatin1StringView(column);
        }
        back << QStringLiteral("PRAGMA user_version=%1").arg(version);
        run(v.path(), back);
        v.open();
        QCOMPARE(ask(v.path(), QStringLiteral("PRAGMA user_version")).toInt(), 4);
        const QString backup = v.path() + QStringLiteral(".backup-v%1").arg(version);
        QVERIFY(QFile::exists(backup));
        QCOMPARE(ask(backup, QStringLiteral("PRAGMA user_version")).toInt(), version);
        QCOMPARE(ask(backup, QStringLiteral("SELECT count(*) FROM keys")).toInt(), 1);
        QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(v.backend->catalogueVersion(), 1);
        QCOMPARE(v.backend->catalogue().name(), QStringLiteral("Business tools"));
        const auto rows = waitFor(v.backend->rows({made->key.id}));
        QVERIFY(rows && rows->size() == 1 && !rows->first().damaged);
        QCOMPARE(rows->first().config, made->key.config);
        QVERIFY(waitFor(v.service->saveCustomer({QStringLiteral("acme"), QStringLiteral("Acme"), {}})));
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
    }

    void aVaultStartsWithAShippedOne() {
        TestVault v;
        OpenOptions o;
        o.catalogueJson = shippedCatalogues().at(2).json;
        const auto opened = waitFor(openLocalVault(v.path(), o, v.clock));
        QVERIFY(opened);
        QCOMPARE((*opened)->catalogue().name(), QStringLiteral("Email platform"));
    }

    void keysStayAsTheyAre() {
        TestVault v;
        v.open();
        KeyConfig c = v.config();
        c.scopes = ScopeSet::parse(u"leads:read leads:write leads:delete");
        const auto made = waitFor(v.service->create(c));
        QVERIFY(made);
        const auto use = waitFor(v.backend->scopeUse());
        QVERIFY(use && use->size() == 1);
        QCOMPARE(use->first().keys, 1);
        QCOMPARE(use->first().some, QList<KeyId>({made->key.id}));
        QSignalSpy changed(v.backend.get(), &VaultBackend::catalogueChanged);
        const Catalogue before = v.backend->catalogue(), after = withoutDelete(before);
        QVERIFY(waitFor(v.service->changeCatalogue(after, 1)));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(v.backend->catalogue() == after);
        QCOMPARE(v.backend->catalogueVersion(), 2);
        const auto rows = waitFor(v.backend->rows({made->key.id}));
        QVERIFY(rows);
        QCOMPARE(rows->first(), made->key);
        // It can still be edited with its unknown scope, and keeps it.
        KeyConfig renamed = rows->first().config;
        renamed.name = QStringLiteral("Renamed");
        const auto edited = waitFor(v.service->edit(rows->first(), renamed));
        QVERIFY(edited);
        QCOMPARE(edited->config.scopes, c.scopes);

        const AuditEvent e = last(v, "catalogue");
        QCOMPARE(e.action, QStringLiteral("catalogue.edit"));
        QCOMPARE(e.actor, QStringLiteral("Ana"));
        QCOMPARE(e.before.value(QStringLiteral("scope leads:delete name")).toString(),
                 QStringLiteral("Delete leads"));
        QVERIFY(waitFor(v.service->changeCatalogue(before, 2, QStringLiteral("catalogue.undo"))));
        QVERIFY(v.backend->catalogue() == before);
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
        v.close();
        v.open();
        QVERIFY(v.backend->catalogue() == before);
        QCOMPARE(v.backend->catalogueVersion(), 3);
    }
    /// A resource that becomes billing does not shut its keys in.
    void keysOfTheOtherTypeCanBeEdited() {
        TestVault v;
        v.open();
        const auto made = waitFor(v.service->create(v.config()));
        QVERIFY(made);
        CatalogueDraft d = v.backend->catalogue().draft();
        d.resources[2].billing = true;
        d.templates.clear();
        QVERIFY(waitFor(v.service->changeCatalogue(*Catalogue::fromDraft(d), 1)));
        KeyConfig c = made->key.config;
        c.name = QStringLiteral("Renamed");
        QVERIFY(waitFor(v.service->edit(made->key, c)));
        c.scopes.insert(*Scope::fromString(u"leads:delete")); // but no more of them
        const auto more = waitFor(v.service->edit(made->key, c));
        QVERIFY(!more);
        QCOMPARE(more.error().fields.first().code, QStringLiteral("billingMixed"));
    }
    void twoAtOnce() {
        TestVault v, other;
        v.open();
        const auto second = waitFor(openLocalVault(v.path(), {}, v.clock));
        QVERIFY(second);
        KeyService bo(**second, other.secrets, v.clock, Principal{QStringLiteral("Bo"), true, true, {}});
        waitFor((*second)->list({})); // it is indexed, and so looks at the file
        QSignalSpy seen(second->get(), &VaultBackend::catalogueChanged);
        QVERIFY(waitFor(v.service->changeCatalogue(licensing(), 1)));
        QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 1, 10'000); // the other window notices
        QCOMPARE((*second)->catalogue().name(), QStringLiteral("Licensing platform"));
        const auto late =
            waitFor(bo.changeCatalogue(withoutDelete(*Catalogue::fromJson(defaultCatalogueJson())), 1));
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(late.error().params.value(QStringLiteral("changedBy")).toString(), QStringLiteral("Ana"));
        QVERIFY(v.backend->catalogue() == licensing());
        QVERIFY(waitFor(bo.changeCatalogue(*Catalogue::fromJson(defaultCatalogueJson()), 2)));
        QTRY_COMPARE_WITH_TIMEOUT(v.backend->catalogueVersion(), 3, 10'000);
        QVERIFY(last(v, "catalogue").actor == QStringLiteral("Bo"));
    }
    void onlyWhoHoldsAllMayChangeIt() {
        TestVault v;
        v.open();
        const QList<Principal> others{{QStringLiteral("Bo"), true, false,
                                       v.backend->catalogue().allScopes()}, // holds each, but not all to come
                                      {QStringLiteral("Cy"), false, true, {}}};
        for (const Principal &p : others) {
            KeyService service(*v.backend, v.secrets, v.clock, p);
            const auto no = waitFor(service.changeCatalogue(licensing(), 1));
            QVERIFY(!no && no.error().code == ErrorCode::NotAllowed);
            const auto customer = waitFor(service.saveCustomer({QStringLiteral("acme"), {}, {}}));
            QVERIFY(!customer && customer.error().code == ErrorCode::NotAllowed);
        }
        QCOMPARE(v.backend->catalogueVersion(), 1);
    }
    void aDamagedRecordIsNotWrittenOver() {
        TestVault v;
        v.open();
        run(v.path(), {QStringLiteral("UPDATE vault SET value = replace(value, 'Delete leads', 'Read leads') "
                                      "WHERE field = 'catalogue'")});
        const auto no = waitFor(v.service->changeCatalogue(licensing(), 1));
        QVERIFY(!no);
        QCOMPARE(no.error().code, ErrorCode::Damaged);
    }

    void customers() {
        TestVault v, other;
        v.open();
        const auto second = waitFor(openLocalVault(v.path(), {}, v.clock));
        QVERIFY(second);
        waitFor((*second)->list({}));
        QSignalSpy seen(second->get(), &VaultBackend::customersChanged);
        const auto acme =
            waitFor(v.service->saveCustomer({QStringLiteral(" cus_1 "), QStringLiteral("Ärger Ltd"), {}}));
        QVERIFY(acme);
        QCOMPARE(acme->id, QStringLiteral("cus_1"));
        QCOMPARE(acme->version, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), 10'000);
        QCOMPARE(waitFor((*second)->customers())->size(), 1);
        QVERIFY(waitFor(v.service->saveCustomer({QStringLiteral("cus_10"), QStringLiteral("Beta"), {}})));
        const auto twice =
            waitFor(v.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("Else"), {}}));
        QVERIFY(!twice && twice.error().code == ErrorCode::Conflict);
        Customer renamed = *acme;
        renamed.name = QStringLiteral("Acme");
        const auto after = waitFor(v.service->saveCustomer(renamed));
        QVERIFY(after);
        QCOMPARE(after->version, 2);
        QVERIFY(!waitFor(v.service->saveCustomer(renamed))); // made from an older version
        QCOMPARE(last(v, "customer").before.value(QStringLiteral("name")).toString(),
                 QStringLiteral("Ärger Ltd"));

        for (const auto &[name, ids] :
             {std::pair{"One", QStringList{QStringLiteral("cus_1")}},
              std::pair{"Ten", QStringList{QStringLiteral("cus_10")}},
              std::pair{"Both", QStringList{QStringLiteral("cus_1"), QStringLiteral("cus_10")}},
              std::pair{"All", QStringList()},
              std::pair{"Unlisted", QStringList{QStringLiteral("zz top")}}}) {
            KeyConfig c = v.config(QString::fromLatin1(name));
            c.customers = ids;
            QVERIFY(waitFor(v.service->create(c)));
        }
        const auto gone = waitFor(v.service->create([&] {
            KeyConfig c = v.config(QStringLiteral("Gone"));
            c.customers = {QStringLiteral("cus_1")};
            return c;
        }()));
        QVERIFY(waitFor(v.service->remove(gone->key)));
        QTRY_COMPARE(waitFor(v.backend->customerUse())->value(QStringLiteral("cus_1")), 2);
        QCOMPARE(*waitFor(v.backend->customerUse()), (QHash<QString, qint64>{{QStringLiteral("cus_1"), 2},
                                                                             {QStringLiteral("cus_10"), 2},
                                                                             {QStringLiteral("zz top"), 1}}));
        QCOMPARE(v.ids(QStringLiteral("customer:cus_1")).size(), 2); // not those of cus_10 alone
        QCOMPARE(v.ids(QStringLiteral("customer:cus_")).size(), 3);
        QCOMPARE(v.ids(QStringLiteral("customer:\"zz top\"")).size(), 1);

        const auto removed = waitFor(v.service->removeCustomer(*after));
        QVERIFY(removed);
        QCOMPARE(v.ids(QStringLiteral("customer:cus_1")).size(), 2); // keys keep the id
        QCOMPARE(waitFor(v.backend->customers())->size(), 1);
        Customer back = *removed;
        back.version = 0;
        QVERIFY(waitFor(v.service->saveCustomer(back, QStringLiteral("customer.undo"))));
        QCOMPARE(last(v, "customer").action, QStringLiteral("customer.undo"));
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
    }
    void badCustomers_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("no id") << QString() << QStringLiteral("A") << QStringLiteral("empty");
        QTest::newRow("blank id") << QStringLiteral(" \t") << QStringLiteral("A") << QStringLiteral("empty");
        QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("A")
                               << QStringLiteral("hasSeparator");
        QTest::newRow("long") << QString(101, u'x') << QStringLiteral("A") << QStringLiteral("tooLong");
        QTest::newRow("NUL") << QString(QChar(0)) + u'x' << QStringLiteral("A")
                             << QStringLiteral("controlCharacter");
        QTest::newRow("unit separator") << QStringLiteral("a\x1f"
                                                          "b")
                                        << QStringLiteral("A") << QStringLiteral("controlCharacter");
        QTest::newRow("reversed") << QStringLiteral("a") << QStringLiteral("A\u202e")
                                  << QStringLiteral("bidiOverride");
        QTest::newRow("half a character")
            << QStringLiteral("a") << QString(QChar(0xd800)) << QStringLiteral("controlCharacter");
    }
    void badCustomers() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(QString, code);
        TestVault v;
        v.open();
        const auto no = waitFor(v.service->saveCustomer({id, name, {}}));
        QVERIFY(!no);
        QCOMPARE(no.error().fields.first().code, code);
        QVERIFY(waitFor(v.backend->customers())->isEmpty());
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
