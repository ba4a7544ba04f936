#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey {

/// A PostgreSQL server of one test program's own: in a temporary folder, on a Unix socket, without fsync. It
/// ends with the program, however that ends. PostgreSQL refuses root, so for root it runs as another user.
class PrivatePostgres {
public:
    using Files = QList<std::pair<QString, QByteArray>>;
    /// `settings`: of postgresql.conf, "name=value"; `files`: put into its folder, readable for it alone.
    explicit PrivatePostgres(QStringList settings = {}, const Files &files = {}, quint16 port = 5432)
        : m_settings(std::move(settings))
        , m_port(port) {
        if (!prepareFolder() || !initialise() || !addFiles(files) || !start())
            qFatal("no PostgreSQL: %s", qPrintable(log().right(2000)));
    }
    ~PrivatePostgres() { crash(); }
    PrivatePostgres(const PrivatePostgres &) = delete;
    PrivatePostgres &operator=(const PrivatePostgres &) = delete;

    /// A new, empty database.
    QString newDatabase() {
        const QString name = QStringLiteral("vault%1").arg(++m_databases);
        if (run(QStringLiteral("createdb"),
                {QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-h"), m_dir.path(),
                 QStringLiteral("-U"), user(), name}) != 0)
            qFatal("createdb: %s", qPrintable(log().right(2000)));
        return name;
    }
    [[nodiscard]] QString uri(const QString &database) const {
        return QStringLiteral("postgresql:///%1?user=%2&host=%3")
            .arg(database, user(), QString::fromLatin1(QUrl::toPercentEncoding(m_dir.path())));
    }
    /// Where its socket is.
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    /// One statement as psql runs it; its output.
    QString sql(const QString &database, const QString &statement) {
        QString out;
        const int rc =
            run(QStringLiteral("psql"),
                {QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-h"), m_dir.path(),
                 QStringLiteral("-U"), user(), QStringLiteral("-d"), database, QStringLiteral("-v"),
                 QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-Atqc"), statement},
                &out);
        if (rc != 0)
            qFatal("psql: %s", qPrintable(out));
        return out.trimmed();
    }

    /// Ends it as a crash would: every process at once, without a checkpoint.
    void crash() {
        if (!m_server || m_server->state() == QProcess::NotRunning)
            return;
        resume();
        ::kill(static_cast<pid_t>(m_server->processId()), SIGQUIT);
        if (!m_server->waitForFinished(20'000))
            m_server->kill();
        m_server->waitForFinished(5'000);
    }
    bool start() {
        m_server = std::make_unique<QProcess>();
        m_server->setChildProcessModifier([this] { becomeUser(SIGQUIT); });
        m_server->setProcessChannelMode(QProcess::MergedChannels);
        m_server->setStandardOutputFile(m_dir.filePath(QStringLiteral("log")), QIODevice::Append);
        m_server->setWorkingDirectory(m_dir.path());
        QStringList args{QStringLiteral("-D"), data()};
        QStringList settings{
            QStringLiteral("listen_addresses="),   QStringLiteral("unix_socket_directories=") + m_dir.path(),
            QStringLiteral("fsync=off"),           QStringLiteral("full_page_writes=off"),
            QStringLiteral("max_connections=200"), QStringLiteral("shared_buffers=64MB"),
            QStringLiteral("max_wal_size=2GB")};
        for (const QString &s : settings + m_settings)
            args << QStringLiteral("-c") << s;
        m_server->start(m_bin + QStringLiteral("/postgres"), args);
        QElapsedTimer time;
        for (time.start(); time.elapsed() < 30'000 && m_server->state() != QProcess::NotRunning;
             QThread::msleep(20)) {
            if (run(QStringLiteral("pg_isready"),
                    {QStringLiteral("-q"), QStringLiteral("-p"), QString::number(m_port),
                     QStringLiteral("-h"), m_dir.path()}) == 0)
                return true;
        }
        return false;
    }
    /// Every process of it stands still, and goes on.
    void stop() { signalAll(SIGSTOP); }
    void resume() { signalAll(SIGCONT); }
    [[nodiscard]] QString log() const {
        QFile file(m_dir.filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private:
    static QString user() { return QStringLiteral("app"); }
    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("data")); }

    bool prepareFolder() {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        if (found.isEmpty())
            return false;
        m_bin = versions.filePath(found.last() + QStringLiteral("/bin"));
        if (::geteuid() != 0)
            return m_dir.isValid();
        const passwd *who = ::getpwnam("postgres");
        who = who ? who : ::getpwnam("nobody");
        if (!who)
            return false;
        m_uid = who->pw_uid;
        m_gid = who->pw_gid;
        return m_dir.isValid() && ::chown(QFile::encodeName(m_dir.path()).constData(), m_uid, m_gid) == 0;
    }
    /// In the child, before it becomes the program.
    void becomeUser(int whenOrphaned) const {
        if (m_uid != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(m_gid) != 0 || ::setuid(m_uid) != 0))
            ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, whenOrphaned); // after setuid, which clears it
    }
    bool initialise() {
        return run(QStringLiteral("initdb"),
                   {QStringLiteral("-D"), data(), QStringLiteral("-U"), user(), QStringLiteral("-A"),
                    QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                    QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
                    QStringLiteral("--no-instructions")}) == 0;
    }
    bool addFiles(const Files &files) {
        for (const auto &[name, bytes] : files) {
            QFile file(m_dir.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
                !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
                return false;
            if (m_uid != 0 && ::chown(QFile::encodeName(file.fileName()).constData(), m_uid, m_gid) != 0)
                return false;
        }
        return true;
    }
    int run(const QString &program, const QStringList &args, QString *out = nullptr) {
        QProcess p;
        p.setChildProcessModifier([this] { becomeUser(SIGKILL); });
        p.setProcessChannelMode(QProcess::MergedChannels);
        p.setWorkingDirectory(m_dir.path());
        p.start(m_bin + u'/' + program, args);
        if (!p.waitForFinished(60'000))
            return -1;
        const QString said = QString::fromUtf8(p.readAll());
        if (out)
            *out = said;
        return p.exitStatus() == QProcess::NormalExit ? p.exitCode() : -1;
    }
    void signalAll(int signal) {
        const auto server = static_cast<pid_t>(m_server->processId());
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(server));
        QList<pid_t> all{server};
        if (children.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> pids = children.readAll().simplified().split(' ');
            for (const QByteArray &pid : pids)
                all.append(pid.toInt());
        }
        for (const pid_t pid : all) {
            if (pid > 1)
                ::kill(pid, signal);
        }
    }

    QTemporaryDir m_dir{QDir::tempPath() + QStringLiteral("/lkpg-XXXXXX")};
    QStringList m_settings;
    quint16 m_port;
    QString m_bin;
    uid_t m_uid = 0;
    gid_t m_gid = 0;
    int m_databases = 0;
    std::unique_ptr<QProcess> m_server;
};

} // namespace latchkey
