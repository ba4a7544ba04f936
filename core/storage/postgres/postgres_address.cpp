#include "core/storage/postgres/postgres_address.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace latchkey {

namespace {

constexpr int LeastConnectSeconds = 2, MostConnectSeconds = 60; // libpq takes 1 for 2

class AddressReader {
public:
    Result<PostgresAddress> read(const QString &uri) {
        const QUrl url(uri, QUrl::StrictMode);
        if (url.scheme() != QStringLiteral("postgresql") && url.scheme() != QStringLiteral("postgres"))
            return fail(Error(QList<FieldError>{{QStringLiteral("scheme"), QStringLiteral("unknown"), {}}}));
        // Qt refuses a socket's folder as a host; libpq takes it percent-encoded.
        QString rest = uri.mid(url.scheme().size() + 3);
        if (!url.isValid() && !takeSocket(rest))
            return fail(Error(QList<FieldError>{{QStringLiteral("uri"), QStringLiteral("malformed"), {}}}));
        const QUrl clean =
            url.isValid() ? url : QUrl(url.scheme() + QStringLiteral("://") + rest, QUrl::StrictMode);
        if (!clean.isValid() || clean.hasFragment())
            return fail(Error(QList<FieldError>{{QStringLiteral("uri"), QStringLiteral("malformed"), {}}}));
        if (m_address.host.isEmpty())
            m_address.host = clean.host(QUrl::FullyDecoded);
        m_address.port = clean.port(5432);
        m_address.user = clean.userName(QUrl::FullyDecoded);
        m_address.password = clean.password(QUrl::FullyDecoded);
        m_address.database = clean.path(QUrl::FullyDecoded).mid(1);
        takeParameters(QUrlQuery(clean));
        check();
        if (!m_faults.isEmpty())
            return fail(Error(m_faults));
        return m_address;
    }

private:
    void fault(const char *field, const char *code) {
        m_faults.append({QLatin1StringView(field), QLatin1StringView(code), {}});
    }

    /// user:password@%2Frun%2Fpostgresql/database: takes the host out of it.
    bool takeSocket(QString &rest) {
        static const QRegularExpression shape(QStringLiteral("^([^/@?]*@)?(%2[Ff][^/?:]*)(:[0-9]+)?(/.*)?$"));
        const auto m = shape.match(rest);
        if (!m.hasMatch())
            return false;
        m_address.host = QUrl::fromPercentEncoding(m.captured(2).toLatin1());
        rest = m.captured(1) + QStringLiteral("socket") + m.captured(3) + m.captured(4);
        return true;
    }

    bool number(const QString &text, int least, int most, int &into) {
        bool good = false;
        const int n = text.toInt(&good);
        if (good && n >= least && n <= most)
            into = n;
        return good && n >= least && n <= most;
    }

    void takeParameters(const QUrlQuery &query) {
        const auto items = query.queryItems(QUrl::FullyDecoded);
        QStringList seen;
        for (const auto &[name, value] : items) {
            const QByteArray field = name.toUtf8();
            if (seen.contains(name))
                fault(field, "twice");
            seen.append(name);
            if (value.isEmpty())
                fault(field, "empty");
            if (name == QStringLiteral("port")) {
                if (!number(value, 1, 65'535, m_address.port))
                    fault(field, "outOfRange");
            } else if (name == QStringLiteral("connect_timeout")) {
                if (!number(value, LeastConnectSeconds, MostConnectSeconds, m_address.connectSeconds))
                    fault(field, "outOfRange");
            } else if (QString *text = textOf(name)) {
                *text = value;
            } else {
                fault(field, "unknown");
            }
        }
    }
    void fault(const QByteArray &field, const char *code) { fault(field.constData(), code); }

    QString *textOf(const QString &name) {
        PostgresAddress &a = m_address;
        const std::pair<const char *, QString *> all[] = {
            {"host", &a.host},           {"user", &a.user},
            {"password", &a.password},   {"dbname", &a.database},
            {"sslmode", &a.sslMode},     {"sslrootcert", &a.rootCertificate},
            {"sslcert", &a.certificate}, {"sslkey", &a.certificateKey},
            {"schema", &a.schema},       {"passfile", &a.passwordFile}};
        for (const auto &[word, field] : all) {
            if (name == QLatin1StringView(word))
                return field;
        }
        return nullptr;
    }

    void check() {
        PostgresAddress &a = m_address;
        static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]{0,62}$"));
        if (a.database.isEmpty() || a.database.contains(u'/'))
            fault("database", a.database.isEmpty() ? "empty" : "malformed");
        if (a.user.isEmpty())
            fault("user", "empty");
        if (a.port < 1 || a.port > 65'535)
            fault("port", "outOfRange");
        if (!a.schema.isEmpty() && !name.match(a.schema).hasMatch())
            fault("schema", "malformed");
        if (a.sslMode.isEmpty())
            a.sslMode = a.isLocal() ? QStringLiteral("disable") : QStringLiteral("verify-full");
        else if (a.sslMode == QStringLiteral("allow") || a.sslMode == QStringLiteral("prefer"))
            fault("sslmode", "unsafe");
        else if (!QStringList{QStringLiteral("disable"), QStringLiteral("require"),
                              QStringLiteral("verify-ca"), QStringLiteral("verify-full")}
                      .contains(a.sslMode))
            fault("sslmode", "unknown");
        for (const auto &[field, file] : {std::pair{"sslrootcert", a.rootCertificate},
                                          {"sslcert", a.certificate},
                                          {"sslkey", a.certificateKey},
                                          {"passfile", a.passwordFile}}) {
            if (file.contains(u';')) // the driver's separator
                fault(field, "malformed");
            else if (!file.isEmpty() && !QFileInfo(file).isReadable())
                fault(field, "unreadable");
        }
    }

    PostgresAddress m_address;
    QList<FieldError> m_faults;
};

QString quoted(QString value) {
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

} // namespace

bool PostgresAddress::isLocal() const {
    return host.isEmpty() || host.startsWith(u'/') || host == QStringLiteral("localhost") ||
           QHostAddress(host).isLoopback();
}

QString PostgresAddress::shown() const {
    QString where = host.contains(u':') ? u'[' + host + u']' : host;
    if (!host.startsWith(u'/') && !host.isEmpty() && port != 5432)
        where += u':' + QString::number(port);
    QString all = QStringLiteral("postgresql://") + user + u'@' +
                  (host.startsWith(u'/') ? QString() : where) + u'/' + database;
    if (!schema.isEmpty())
        all += QStringLiteral("?schema=") + schema;
    if (host.startsWith(u'/')) // the folder of a socket, as one reads it
        all += (schema.isEmpty() ? u'?' : u'&') + QStringLiteral("host=") + host;
    return all;
}

QString PostgresAddress::connectOptions() const {
    QStringList all{QStringLiteral("connect_timeout=%1").arg(connectSeconds),
                    QStringLiteral("application_name=latchkey"),
                    QStringLiteral("keepalives_idle=15"),
                    QStringLiteral("keepalives_interval=5"),
                    QStringLiteral("keepalives_count=3"),
                    QStringLiteral("sslmode=") + sslMode};
    for (const auto &[word, value] : {std::pair{"sslrootcert", rootCertificate},
                                      {"sslcert", certificate},
                                      {"sslkey", certificateKey},
                                      {"passfile", passwordFile}}) {
        if (!value.isEmpty())
            all.append(QLatin1StringView(word) + u'=' + quoted(value));
    }
    return all.join(u';');
}

Result<PostgresAddress> parsePostgresAddress(const QString &uri) {
    return AddressReader().read(uri);
}

} // namespace latchkey
