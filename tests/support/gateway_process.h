#pragma once

#include "tests/support/daemon_process.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <unistd.h>

namespace latchkey {

inline quint16 freePort() {
    QTcpServer s;
    return s.listen(QHostAddress::LocalHost) ? s.serverPort() : 0;
}

inline bool writeReadable(const QString &path, const QByteArray &bytes) {
    QFile f(path);
    return f.open(QIODevice::WriteOnly) && f.write(bytes) == bytes.size() &&
           f.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
}

/// One of the gateways of packaging/gateways, with the very files of that folder but for the addresses.
class GatewayProcess {
public:
    GatewayProcess(QString name, quint16 latchkeyd, quint16 api)
        : m_name(std::move(name))
        , m_latchkeyd(latchkeyd)
        , m_api(api) {
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
    }
    ~GatewayProcess() {
        m_process.terminate();
        if (!m_process.waitForFinished(3000)) {
            m_process.kill();
            m_process.waitForFinished(3000);
        }
    }
    quint16 port = freePort();

    bool start() {
        dieWithTest(m_process);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(in("output"));
        if (m_name == u"nginx")
            startNginx();
        else if (m_name == u"caddy")
            startCaddy();
        else if (m_name == u"haproxy")
            startHaproxy();
        else
            startApache();
        return m_process.waitForStarted(5000) &&
               QTest::qWaitFor([&] { return RawClient(port).connected(); }, 15'000);
    }
    [[nodiscard]] QByteArray output() const {
        QByteArray all;
        for (const char *name : {"output", "run/error.log"}) {
            QFile f(in(name));
            all += f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
        }
        return all;
    }

private:
    [[nodiscard]] QString in(const char *file) const { return m_dir.filePath(QString::fromLatin1(file)); }
    /// The file as it is shipped, with the test's addresses.
    [[nodiscard]] QByteArray shipped(const char *file) const {
        QFile f(QStringLiteral(LATCHKEY_SOURCE "/packaging/gateways/") + m_name + u'/' +
                QString::fromLatin1(file));
        if (!f.open(QIODevice::ReadOnly))
            qFatal("no %s", file);
        const QByteArray number = QByteArray::number(m_latchkeyd);
        return f.readAll()
            .replace("127.0.0.1:8093", "127.0.0.1:" + number)
            .replace("\"127.0.0.1\", 8093", "\"127.0.0.1\", " + number)
            .replace("127.0.0.1:9000", "127.0.0.1:" + QByteArray::number(m_api))
            .replace("127.0.0.1:8080", "127.0.0.1:" + QByteArray::number(port))
            .replace("http://:8080", "http://:" + QByteArray::number(port))
            .replace("/etc/haproxy/latchkey.lua", in("latchkey.lua").toUtf8())
            .replace("/etc/apache2/latchkey.lua", in("latchkey.lua").toUtf8());
    }
    void startNginx() {
        const QByteArray temp = m_dir.path().toUtf8();
        QByteArray paths;
        for (const char *kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
            paths += QByteArray(kind) + "_temp_path " + temp + '/' + kind + ";\n";
        writeReadable(in("latchkey.conf"), shipped("latchkey.conf"));
        writeReadable(in("nginx.conf"), "daemon off; master_process off; pid " + temp +
                                            "/pid; error_log stderr;\n"
                                            "events {}\nhttp {\naccess_log off;\n" +
                                            paths + "include " + temp + "/latchkey.conf;\n}\n");
        m_process.start(QStringLiteral("nginx"),
                        {QStringLiteral("-p"), m_dir.path(), QStringLiteral("-c"), in("nginx.conf"),
                         QStringLiteral("-e"), QStringLiteral("stderr")});
    }
    void startCaddy() {
        writeReadable(in("Caddyfile"), "{\n\tadmin off\n\tauto_https off\n}\n" + shipped("Caddyfile"));
        QProcessEnvironment e = QProcessEnvironment::systemEnvironment();
        for (const char *home : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            e.insert(QString::fromLatin1(home), m_dir.path());
        m_process.setProcessEnvironment(e);
        m_process.start(QStringLiteral("caddy"),
                        {QStringLiteral("run"), QStringLiteral("--config"), in("Caddyfile"),
                         QStringLiteral("--adapter"), QStringLiteral("caddyfile")});
    }
    void startHaproxy() {
        writeReadable(in("haproxy.cfg"), shipped("haproxy.cfg"));
        writeReadable(in("latchkey.lua"), shipped("latchkey.lua"));
        m_process.start(QStringLiteral("haproxy"),
                        {QStringLiteral("-db"), QStringLiteral("-f"), in("haproxy.cfg")});
    }
    void startApache() {
        QByteArray modules;
        for (const char *m : {"mpm_event", "authz_core", "headers", "lua", "proxy", "proxy_http"})
            modules += QByteArray("LoadModule ") + m + "_module /usr/lib/apache2/modules/mod_" + m + ".so\n";
        QDir(m_dir.path()).mkdir(QStringLiteral("run"));
        QFile::setPermissions(in("run"), QFile::Permissions(0x7777));
        writeReadable(in("latchkey.conf"), shipped("latchkey.conf"));
        writeReadable(in("latchkey.lua"), shipped("latchkey.lua"));
        writeReadable(in("apache.conf"),
                      "ServerRoot " + m_dir.path().toUtf8() + "\n" + modules +
                          "ServerName 127.0.0.1\nDefaultRuntimeDir run\nMutex pthread\nPidFile run/pid\n"
                          "ErrorLog run/error.log\nLogLevel warn\nInclude latchkey.conf\n");
        QStringList call{QStringLiteral("apache2"), QStringLiteral("-X"), QStringLiteral("-f"),
                         in("apache.conf")};
        if (geteuid() == 0) // Apache would change its user itself, and then outlive a test that is killed
            call = QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=nobody"),
                               QStringLiteral("--regid=nogroup"), QStringLiteral("--clear-groups"),
                               QStringLiteral("--pdeathsig=KILL")} +
                   call;
        QProcessEnvironment e = QProcessEnvironment::systemEnvironment();
        e.insert(QStringLiteral("PATH"), QStringLiteral("/usr/sbin:/usr/bin:/sbin:/bin"));
        m_process.setProcessEnvironment(e);
        m_process.start(QStandardPaths::findExecutable(
                            call.first(), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")}),
                        call.mid(1));
    }

    QString m_name;
    quint16 m_latchkeyd, m_api;
    QTemporaryDir m_dir;
    QProcess m_process;
};

} // namespace latchkey
