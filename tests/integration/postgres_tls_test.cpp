#include "core/storage/postgres/postgres_vault.h"
#include "tests/support/private_postgres.h"
#include "tests/support/test_vault.h"

#include <QTcpServer>

using namespace latchkey;

namespace {

quint16 freePort() {
    QTcpServer s;
    s.listen(QHostAddress::LocalHost, 0);
    return s.serverPort();
}

/// A certificate that vouches for itself, made by openssl.
struct Certificate {
    QByteArray key, certificate;
    QString path; ///< of the certificate
    Certificate(const QTemporaryDir &dir, const char *name, const char *host) {
        const QString key_ = dir.filePath(QLatin1StringView(name) + QStringLiteral(".key"));
        path = dir.filePath(QLatin1StringView(name) + QStringLiteral(".pem"));
        QProcess p;
        p.start(QStringLiteral("openssl"),
                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                 QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                 QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                 QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=") + QLatin1StringView(host), QStringLiteral("-addext"),
                 QStringLiteral("subjectAltName=") + QLatin1StringView(host), QStringLiteral("-keyout"), key_,
                 QStringLiteral("-out"), path});
        if (!p.waitForFinished(20'000) || p.exitCode() != 0)
            qFatal("openssl: %s", p.readAllStandardError().constData());
        QFile k(key_), c(path);
        if (!k.open(QIODevice::ReadOnly) || !c.open(QIODevice::ReadOnly))
            qFatal("no certificate");
        key = k.readAll();
        certificate = c.readAll();
    }
};

} // namespace

/// A PostgreSQL that wants TLS and a password, as on another machine.
class PostgresTlsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Certificate m_good{m_dir, "good", "IP:127.0.0.1"}, m_other{m_dir, "other", "IP:127.0.0.1"};
    quint16 m_port = freePort();
    PrivatePostgres m_server{
        {QStringLiteral("listen_addresses=127.0.0.1"), QStringLiteral("port=%1").arg(m_port),
         QStringLiteral("ssl=on"), QStringLiteral("ssl_cert_file=../server.pem"),
         QStringLiteral("ssl_key_file=../server.key"), QStringLiteral("hba_file=hba"),
         QStringLiteral("log_statement=all"), QStringLiteral("log_connections=on")},
        {{QStringLiteral("server.pem"), m_good.certificate},
         {QStringLiteral("server.key"), m_good.key},
         {QStringLiteral("hba"), "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"}},
        m_port};
    SystemClock m_clock;
    QString m_database;
    qsizetype m_logged = 0;

    Result<std::shared_ptr<VaultBackend>> open(const QString &password, const QString &parameters,
                                               const char *host = "127.0.0.1") {
        return waitFor(openPostgresVault(QStringLiteral("postgresql://keeper:%1@%2:%3/%4?%5")
                                             .arg(password, QLatin1StringView(host))
                                             .arg(m_port)
                                             .arg(m_database, parameters),
                                         {}, m_clock));
    }

private slots:
    void initTestCase() {
        m_database = m_server.newDatabase();
        m_server.sql(m_database, QStringLiteral("CREATE ROLE keeper LOGIN SUPERUSER PASSWORD 'open-sesame'"));
        m_logged = m_server.log().size(); // from here on it is the program that talks to it
    }
    void verifiedWhole() {
        const auto vault = open(QStringLiteral("open-sesame"),
                                QStringLiteral("sslmode=verify-full&sslrootcert=") + m_good.path);
        QVERIFY(vault.has_value());
        QVERIFY(!(*vault)->info().location.contains(QStringLiteral("sesame")));
        QCOMPARE(
            m_server.sql(
                m_database,
                QStringLiteral("SELECT count(*) > 0 AND bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity "
                               "USING (pid) WHERE usename = 'keeper'")),
            QStringLiteral("t"));
    }
    void whoDoesNotVouchIsRefused() {
        for (const QString &parameters : {QStringLiteral("sslmode=verify-full&sslrootcert=") + m_other.path,
                                          QStringLiteral("sslmode=verify-ca&sslrootcert=") + m_other.path}) {
            const auto vault = open(QStringLiteral("open-sesame"), parameters);
            QVERIFY(!vault);
            QCOMPARE(vault.error().code, ErrorCode::Unreachable);
            QVERIFY(!vault.error().params.value(QStringLiteral("reason")).toString().isEmpty());
        }
        // Its certificate is for another name.
        QVERIFY(!open(QStringLiteral("open-sesame"),
                      QStringLiteral("sslmode=verify-full&sslrootcert=") + m_good.path, "localhost"));
    }
    void withoutTlsIsRefusedByTheServer() {
        const auto vault = open(QStringLiteral("open-sesame"), QStringLiteral("sslmode=disable"));
        QCOMPARE(vault.error().code, ErrorCode::NotAllowed);
    }
    void aWrongPassword() {
        const auto vault = open(QStringLiteral("close-sesame"),
                                QStringLiteral("sslmode=verify-full&sslrootcert=") + m_good.path);
        QCOMPARE(vault.error().code, ErrorCode::NotAllowed);
        for (const QVariant &v : vault.error().params)
            QVERIFY(!v.toString().contains(QStringLiteral("sesame")));
    }
    void aPasswordFromAFile() {
        const QString path = m_dir.filePath(QStringLiteral("pgpass"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("127.0.0.1:*:*:keeper:open-sesame\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        const auto vault = waitFor(openPostgresVault(
            QStringLiteral(
                "postgresql://keeper@127.0.0.1:%1/%2?sslmode=verify-full&sslrootcert=%3&passfile=%4")
                .arg(m_port)
                .arg(m_database, m_good.path, path),
            {}, m_clock));
        QVERIFY(vault.has_value());
    }
    void noPasswordInTheServersLog() {
        QVERIFY(!m_server.log().mid(m_logged).contains(QStringLiteral("sesame")));
    }
};

QTEST_GUILESS_MAIN(PostgresTlsTest)
#include "postgres_tls_test.moc"
