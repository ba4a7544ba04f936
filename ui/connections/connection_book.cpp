#include "ui/connections/connection_book.h"

#include "core/model/futures.h"
#include "core/storage/local_vault.h"
#include "core/token/token.h"
#include "ui/settings/settings.h"

#include <QFileInfo>
#include <QJsonArray>

namespace latchkey::ui {

namespace {

constexpr int BookVersion = 1;
constexpr qsizetype MostRecent = 8;

QString canonical(const QString &path) {
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

} // namespace

ConnectionBook::ConnectionBook(Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets) {
    load();
}

void ConnectionBook::load() {
    const auto kept = m_settings.connections();
    if (!kept) {
        const QStringList files = m_settings.recentVaults();
        for (const QString &file : files) {
            Connection c;
            c.file = file;
            c.name =
                freeName(file == defaultVaultPath() ? tr("Local vault") : QFileInfo(file).completeBaseName());
            m_recent.append(keep(c).id);
        }
        if (!files.isEmpty())
            store();
        return;
    }
    if (kept->value(QStringLiteral("v")).toInt() != BookVersion)
        return;
    const auto list = kept->value(QStringLiteral("list")).toList();
    for (const QVariant &one : list) {
        const auto c = Connection::fromJson(QJsonObject::fromVariantMap(one.toMap()));
        if (c && !find(c->id))
            m_all.append(*c);
    }
    const auto recent = kept->value(QStringLiteral("recent")).toStringList();
    for (const QString &text : recent) {
        const auto id = KeyId::fromString(text);
        if (id && find(*id) && !m_recent.contains(*id))
            m_recent.append(*id);
    }
}

void ConnectionBook::store() {
    QVariantList list;
    for (const Connection &c : std::as_const(m_all))
        list.append(c.toJson().toVariantMap());
    QStringList recent;
    for (const KeyId &id : std::as_const(m_recent))
        recent.append(id.toString());
    m_settings.setConnections({{QStringLiteral("v"), BookVersion},
                               {QStringLiteral("list"), list},
                               {QStringLiteral("recent"), recent}});
    emit changed();
}

std::optional<Connection> ConnectionBook::find(const KeyId &id) const {
    for (const Connection &c : m_all) {
        if (c.id == id)
            return c;
    }
    return std::nullopt;
}

std::optional<Connection> ConnectionBook::named(const QString &name) const {
    for (const Connection &c : m_all) {
        if (c.name.compare(name, Qt::CaseInsensitive) == 0)
            return c;
    }
    return std::nullopt;
}

std::optional<Connection> ConnectionBook::ofFile(const QString &path) const {
    for (const Connection &c : m_all) {
        if (c.kind == ConnectionKind::Local && canonical(c.file) == canonical(path))
            return c;
    }
    return std::nullopt;
}

Connection ConnectionBook::keep(Connection connection) {
    if (connection.id.isNull())
        connection.id = token::randomId();
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const Connection &c) { return c.id == connection.id; });
    connection = connection.withoutTokens(at == m_all.end() ? Connection() : *at);
    if (at == m_all.end())
        m_all.append(connection);
    else if (*at == connection)
        return connection;
    else
        *at = connection;
    store();
    return connection;
}

void ConnectionBook::remove(const KeyId &id) {
    const auto gone = find(id);
    if (!gone)
        return;
    m_all.removeIf([&](const Connection &c) { return c.id == id; });
    m_recent.removeAll(id);
    store();
    if (gone->needsSecret())
        m_secrets.remove(gone->secretName());
    if (gone->kind == ConnectionKind::Server)
        m_secrets.remove(gone->proxySecretName());
}

QList<Connection> ConnectionBook::recent() const {
    QList<Connection> list;
    for (const KeyId &id : m_recent) {
        if (const auto c = find(id))
            list.append(*c);
    }
    return list;
}

void ConnectionBook::noteOpened(const KeyId &id) {
    m_recent.removeAll(id);
    m_recent.prepend(id);
    m_recent = m_recent.mid(0, MostRecent);
    store();
}

QString ConnectionBook::freeName(const QString &wanted) const {
    QString name = wanted;
    for (int n = 2; named(name); ++n)
        name = QStringLiteral("%1 %2").arg(wanted).arg(n);
    return name;
}

} // namespace latchkey::ui
