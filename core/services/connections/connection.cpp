#include "core/services/connections/connection.h"

#include "core/model/in_background.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/services/token_in_text.h"
#include "core/storage/local_vault.h"
#include "core/storage/postgres/postgres_address.h"
#include "core/token/token.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QUrl>

namespace latchkey {

namespace {

constexpr std::array<const char *, 4> KindWords{"local", "postgres", "server", "sendgrid"};
constexpr std::array<const char *, 3> SafeModeWords{"off", "confirm", "readOnly"};
constexpr std::array<const char *, 3> ProxyWords{"system", "none", "own"};

template<typename Enum, std::size_t N>
std::optional<Enum> enumOf(const std::array<const char *, N> &words, const QString &word) {
    for (std::size_t i = 0; i < N; ++i) {
        if (word == QLatin1StringView(words[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

QString encoded(const QString &text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

FieldError fault(const char *field, const char *code) {
    return {QLatin1StringView(field), QLatin1StringView(code), {}};
}

/// The certificates in it, PEM.
Result<QByteArray> authorityOf(const QString &path) {
    constexpr qint64 MostBytes = 1 << 20;
    const auto bad = [&path](const char *code) {
        FieldError f = fault("sslrootcert", code);
        f.params.insert(QStringLiteral("path"), path);
        return fail(Error(QList<FieldError>{f}));
    };
    if (holdsToken(path)) // it is told to nobody
        return fail(Error(QList<FieldError>{fault("sslrootcert", "holdsToken")}));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad("unreadable");
    QByteArray pem = file.read(MostBytes);
    if (QSslCertificate::fromData(pem, QSsl::Pem).isEmpty())
        return bad("noCertificate");
    return pem;
}

/// It is never ended: what hangs on a folder of the network must not keep the program from ending.
QThreadPool &readers() {
    static auto *const pool = new QThreadPool;
    return *pool;
}

/// Nobody looks for the file of authorities: that may take long, and readAuthority() does it.
Result<PostgresAddress> databaseOf(Connection c) {
    c.authorityFile.clear();
    return parsePostgresAddress(postgresUri(c, {}));
}

QList<FieldError> postgresFaults(const Connection &c) {
    QList<FieldError> faults;
    if (c.port < 1 || c.port > 65'535)
        faults.append(fault("port", "outOfRange"));
    if (c.database.isEmpty())
        faults.append(fault("database", "empty"));
    if (c.user.isEmpty())
        faults.append(fault("user", "empty"));
    if (!faults.isEmpty())
        return faults;
    const auto address = databaseOf(c);
    return address ? QList<FieldError>() : address.error().fields;
}

/// What a person types, but for the secret.
struct TextField {
    const char *name;
    QString Connection::*text;
};
constexpr std::array textFields{
    TextField{"name", &Connection::name},           TextField{"file", &Connection::file},
    TextField{"host", &Connection::host},           TextField{"database", &Connection::database},
    TextField{"user", &Connection::user},           TextField{"url", &Connection::url},
    TextField{"subuser", &Connection::subuser},     TextField{"proxy", &Connection::proxyAddress},
    TextField{"proxyUser", &Connection::proxyUser}, TextField{"sslrootcert", &Connection::authorityFile}};

} // namespace

QString Connection::location() const {
    switch (kind) {
    case ConnectionKind::Local:
        return QDir::toNativeSeparators(file);
    case ConnectionKind::Postgres: {
        const auto address = databaseOf(*this);
        return address ? address->shown() : QString();
    }
    case ConnectionKind::Server:
        return url;
    case ConnectionKind::SendGrid:
        return subuser.isEmpty() ? url : QStringLiteral("%1 (%2)").arg(url, subuser);
    }
    return {};
}

QList<FieldError> Connection::tokens() const {
    QList<FieldError> found;
    for (const TextField &f : textFields) {
        if (holdsToken(this->*f.text))
            found.append(fault(f.name, "holdsToken"));
    }
    return found;
}

Connection Connection::withoutTokens(const Connection &before) const {
    Connection c = *this;
    for (const TextField &f : textFields) {
        if (holdsToken(c.*f.text))
            c.*f.text = before.*f.text;
    }
    return c;
}

QList<FieldError> Connection::faults() const {
    switch (kind) {
    case ConnectionKind::Local:
        if (file.isEmpty())
            return {fault("file", "empty")};
        return {};
    case ConnectionKind::Postgres:
        return postgresFaults(*this);
    case ConnectionKind::Server: {
        const auto address = parseServerAddress(url);
        QList<FieldError> faults = address ? QList<FieldError>() : address.error().fields;
        if (proxy == ServerAddress::Proxy::Own) {
            if (const auto own = parseProxy(proxyAddress); !own)
                faults += own.error().fields;
        }
        if (timeoutSeconds < 1 || timeoutSeconds > MostTimeout)
            faults.append(fault("timeout", "outOfRange"));
        return faults;
    }
    case ConnectionKind::SendGrid: {
        const auto address = parseServerAddress(url);
        QList<FieldError> bad = address ? QList<FieldError>() : address.error().fields;
        if (!isSubuser(subuser))
            bad.append(fault("subuser", "malformed"));
        return bad;
    }
    }
    return {};
}

QJsonObject Connection::toJson() const {
    QJsonObject o{
        {QStringLiteral("id"), id.toString()},
        {QStringLiteral("name"), name},
        {QStringLiteral("kind"), QLatin1StringView(KindWords[static_cast<size_t>(kind)])},
        {QStringLiteral("safeMode"), QLatin1StringView(SafeModeWords[static_cast<size_t>(safeMode)])}};
    if (!inAll)
        o.insert(QStringLiteral("inAll"), false);
    const auto put = [&o](const char *field, const QString &value) {
        if (!value.isEmpty())
            o.insert(QLatin1StringView(field), value);
    };
    switch (kind) {
    case ConnectionKind::Local:
        put("file", file);
        break;
    case ConnectionKind::Postgres:
        put("host", host);
        o.insert(QStringLiteral("port"), port);
        put("database", database);
        put("user", user);
        put("sslMode", sslMode);
        put("authority", authorityFile);
        break;
    case ConnectionKind::Server:
        put("url", url);
        put("pin", QString::fromLatin1(pin.toHex()));
        put("proxy", QLatin1StringView(ProxyWords[static_cast<size_t>(proxy)]));
        put("proxyAddress", proxyAddress);
        put("proxyUser", proxyUser);
        o.insert(QStringLiteral("timeout"), timeoutSeconds);
        put("authority", authorityFile);
        break;
    case ConnectionKind::SendGrid:
        put("url", url);
        put("subuser", subuser);
        break;
    }
    return o;
}

std::optional<Connection> Connection::fromJson(const QJsonObject &json) {
    const auto text = [&json](const char *field) { return json.value(QLatin1StringView(field)).toString(); };
    const auto id = KeyId::fromString(text("id"));
    const auto kind = enumOf<ConnectionKind>(KindWords, text("kind"));
    // What this version does not know might be stricter than what it knows.
    const auto safeMode = enumOf<SafeMode>(SafeModeWords, text("safeMode")).value_or(SafeMode::ReadOnly);
    if (!id || !kind)
        return std::nullopt;
    Connection c;
    c.id = *id;
    c.name = text("name");
    c.kind = *kind;
    c.safeMode = safeMode;
    c.inAll = json.value(QLatin1StringView("inAll")).toBool(true);
    c.file = text("file");
    c.host = text("host");
    c.port = json.value(QStringLiteral("port")).toInt(5432);
    c.database = text("database");
    c.user = text("user");
    c.sslMode = text("sslMode");
    c.url = text("url");
    c.pin = QByteArray::fromHex(text("pin").toLatin1());
    c.subuser = text("subuser");
    c.proxy = enumOf<ServerAddress::Proxy>(ProxyWords, text("proxy")).value_or(ServerAddress::Proxy::System);
    c.proxyAddress = text("proxyAddress");
    c.proxyUser = text("proxyUser");
    c.timeoutSeconds = json.value(QStringLiteral("timeout")).toInt(15);
    c.authorityFile = text("authority");
    return c;
}

QFuture<Connection> withProxyPassword(SecretStore &secrets, const Connection &connection) {
    if (!connection.needsProxyPassword() || connection.proxyPassword)
        return ready(connection);
    const Answer<Connection> answer;
    auto *receiver = new QObject; // the answer comes on this thread
    secrets.read(connection.proxySecretName()) |
        then(receiver, [answer, connection, receiver](const Result<SharedSecret> &kept) {
            receiver->deleteLater();
            Connection whole = connection;
            whole.proxyPassword = kept.value_or(SharedSecret());
            answer.give(whole);
        });
    return answer.future();
}

QString postgresUri(const Connection &c, QByteArrayView password) {
    QStringList parameters{QStringLiteral("port=%1").arg(c.port)};
    const auto put = [&parameters](const char *name, const QString &value) {
        if (!value.isEmpty())
            parameters.append(QLatin1StringView(name) + u'=' + encoded(value));
    };
    put("host", c.host);
    put("user", c.user);
    put("password", QString::fromUtf8(password));
    put("sslmode", c.sslMode);
    put("sslrootcert", c.authorityFile);
    return QStringLiteral("postgresql:///") + encoded(c.database) + u'?' + parameters.join(u'&');
}

RestTimes restTimes(const Connection &c) {
    RestTimes times;
    times.deadlineMs = c.timeoutSeconds * 1'000;
    return times;
}

QFuture<Result<QByteArray>> readAuthority(const QString &path) {
    if (path.isEmpty())
        return ready<Result<QByteArray>>(QByteArray());
    return inBackground(readers(), [path] { return authorityOf(path); });
}

Result<ServerAddress> serverAddress(const Connection &c, const QByteArray &authority) {
    auto address = parseServerAddress(c.url);
    if (!address)
        return address;
    address->pin = c.pin;
    address->proxy = c.proxy;
    if (c.proxy == ServerAddress::Proxy::Own) {
        const auto own = parseProxy(c.proxyAddress);
        if (!own)
            return fail(own.error());
        address->ownProxy = *own;
        address->proxyUser = c.proxyUser;
        address->proxyPassword = c.proxyPassword;
    }
    address->authority = authority;
    return address;
}

Result<SendGridAccount> sendGridAccount(const Connection &c) {
    const auto address = parseServerAddress(c.url);
    if (!address)
        return fail(address.error());
    SendGridAccount a;
    a.address = *address;
    a.subuser = c.subuser;
    a.name = c.name.isEmpty() ? QStringLiteral("SendGrid") : c.name;
    const QString place = c.id.isNull() ? c.location() : c.id.toString();
    a.vaultId = QString::fromLatin1(
        QCryptographicHash::hash("latchkey-sendgrid-account " + place.toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(16));
    if (!c.id.isNull())
        a.notesFile =
            QFileInfo(defaultVaultPath()).path() + QStringLiteral("/sendgrid/%1.json").arg(c.id.toString());
    return a;
}

Result<SecretBytes> pastedSecret(const Connection &c, QByteArrayView pasted) {
    switch (c.kind) {
    case ConnectionKind::Server:
        return adminToken(pasted);
    case ConnectionKind::SendGrid:
        return sendgrid::accountKey(pasted);
    default:
        return SecretBytes::copyOf(pasted);
    }
}

Result<SecretBytes> adminToken(QByteArrayView pasted) {
    const QByteArrayView text = pasted.trimmed();
    const auto refused = [](const char *code) {
        return fail(Error(QList<FieldError>{fault("token", code)}));
    };
    if (text.isEmpty())
        return refused("empty");
    const auto parsed = token::parse(text);
    if (!parsed)
        return refused("notAToken");
    if (parsed->environmentWord != QStringLiteral("adm"))
        return refused("notAdmin");
    return SecretBytes::copyOf(text);
}

} // namespace latchkey
