#include "ui/dialogs/copy_key/env_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace latchkey;
using namespace latchkey::ui;

class TestEnvFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    const QString m_name = QStringLiteral("APP_API_KEY");
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1StringView(name)); }
    static SecretBytes secret() { return SecretBytes::copyOf("lk_dev_abc"); }
    static QByteArray read(const QString &p) {
        QFile f(p);
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("?");
    }
    static void write(const QString &p, const QByteArray &text) {
        QFile f(p);
        QVERIFY(f.open(QIODevice::WriteOnly) && f.write(text) == text.size());
    }

private slots:
    void newFileIsPrivate() {
        const QString p = path("new.env");
        QVERIFY(writeEnvFile(p, m_name, secret(), EnvWrite::CreateOnly));
        QCOMPARE(read(p), QByteArray("APP_API_KEY=lk_dev_abc\n"));
        QCOMPARE(QFile::permissions(p) & QFile::Permissions(0x0077), QFile::Permissions());
    }
    void existingFileIsLeftAlone() {
        const QString p = path("old.env");
        write(p, "A=1\n");
        const auto r = writeEnvFile(p, m_name, secret(), EnvWrite::CreateOnly);
        QVERIFY(!r);
        QCOMPARE(r.error().params.value(QStringLiteral("reason")).toString(), QStringLiteral("exists"));
        QCOMPARE(read(p), QByteArray("A=1\n"));
    }
    void appendAddsALineAndTightensTheMode() {
        const QString p = path("append.env");
        write(p, "A=1"); // no newline at its end
        QVERIFY(QFile::setPermissions(p, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                             QFile::ReadOther));
        QVERIFY(writeEnvFile(p, m_name, secret(), EnvWrite::Append));
        QCOMPARE(read(p), QByteArray("A=1\nAPP_API_KEY=lk_dev_abc\n"));
        QCOMPARE(QFile::permissions(p) & QFile::Permissions(0x0077), QFile::Permissions());
    }
    void linksAreNotFollowed() {
        write(path("target"), "x");
        QVERIFY(QFile::link(path("target"), path("link.env")));
        QVERIFY(!writeEnvFile(path("link.env"), m_name, secret(), EnvWrite::Append));
        QCOMPARE(read(path("target")), QByteArray("x"));
    }
    void foldersAndMissingFoldersAreNamed() {
        QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("folder")));
        QCOMPARE(writeEnvFile(path("folder"), m_name, secret(), EnvWrite::CreateOnly).error().code,
                 ErrorCode::IsAFolder);
        QVERIFY(!writeEnvFile(path("no/such/.env"), m_name, secret(), EnvWrite::CreateOnly));
    }
    void gitFolderIsSeen() {
        QVERIFY(QDir(m_dir.path()).mkpath(QStringLiteral("repo/.git")));
        QVERIFY(QDir(m_dir.path()).mkpath(QStringLiteral("repo/src/deep")));
        QCOMPARE(gitFolderOf(path("repo/src/deep/.env")), QDir(path("repo")).absolutePath());
    }
};

QTEST_MAIN(TestEnvFile)
#include "test_env_file.moc"
