#include "core/secrets/keyring_state.h"

#include "core/model/futures.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

// The Secret Service API: specifications.freedesktop.org/secret-service. Labels and attributes are readable
// while locked.

namespace latchkey {

namespace {

QString service() {
    return QStringLiteral("org.freedesktop.secrets");
}
constexpr int TimeoutMs = 4000;

QDBusMessage call(const char *path, const char *interface, const char *method) {
    return QDBusMessage::createMethodCall(service(), QLatin1StringView(path), QLatin1StringView(interface),
                                          QLatin1StringView(method));
}

bool serviceRuns() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() && bus.interface()->isServiceRegistered(service());
}

/// May the bus start it when asked? Then libsecret will, and so the answer is not "none".
bool serviceCanStart() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QDBusReply<QStringList> names = bus.interface()->activatableServiceNames();
    return names.isValid() && names.value().contains(service());
}

} // namespace

QFuture<std::optional<KeyringItem>> lookUpItem(const QString &itemName) {
    using R = std::optional<KeyringItem>;
    if (!serviceRuns())
        return ready(R(serviceCanStart() ? R() : R(KeyringItem::NoService)));
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage m = call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "SearchItems");
    // QtKeychain's libsecret back end stores the key as "user" and the service as "server".
    const QMap<QString, QString> attributes{{QStringLiteral("user"), itemName},
                                            {QStringLiteral("server"), QStringLiteral("latchkey")}};
    m << QVariant::fromValue(attributes);
    const Answer<R> answer;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(m, TimeoutMs));
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, watcher, [answer](QDBusPendingCallWatcher *w) {
            const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> reply = *w;
            w->deleteLater();
            if (reply.isError())
                return answer.give(R());
            if (!reply.argumentAt<0>().isEmpty())
                return answer.give(R(KeyringItem::Unlocked));
            answer.give(R(reply.argumentAt<1>().isEmpty() ? KeyringItem::Missing : KeyringItem::Locked));
        });
    return answer.future();
}

QFuture<std::optional<SecretStoreState>> lookUpService() {
    using R = std::optional<SecretStoreState>;
    if (!serviceRuns() && !serviceCanStart())
        return ready(R(SecretStoreState::SessionOnly));
    const Answer<R> answer;
    // Asking starts the service where the bus may, but never brings up its prompt, as a write would.
    QDBusMessage alias = call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "ReadAlias");
    alias << QStringLiteral("default");
    auto *first = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(alias, TimeoutMs));
    QObject::connect(first, &QDBusPendingCallWatcher::finished, first, [answer](QDBusPendingCallWatcher *w) {
        const QDBusPendingReply<QDBusObjectPath> path = *w;
        w->deleteLater();
        if (path.isError())
            return answer.give(R(SecretStoreState::SessionOnly));
        if (path.value().path() == QStringLiteral("/"))
            return answer.give(R(SecretStoreState::AvailableOnFirstUse));
        QDBusMessage m =
            call("/org/freedesktop/secrets/aliases/default", "org.freedesktop.DBus.Properties", "Get");
        m << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
        auto *second = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(m, TimeoutMs));
        QObject::connect(second, &QDBusPendingCallWatcher::finished, second,
                         [answer](QDBusPendingCallWatcher *w2) {
                             const QDBusPendingReply<QDBusVariant> reply = *w2;
                             w2->deleteLater();
                             if (reply.isError())
                                 return answer.give(R());
                             answer.give(R(reply.value().variant().toBool() ? SecretStoreState::Locked
                                                                            : SecretStoreState::Available));
                         });
    });
    return answer.future();
}

} // namespace latchkey
