#pragma once

#include "core/services/connections/connection.h"

#include <QObject>

namespace latchkey::ui {

class Settings;

/// The connections that this person has, and which of them were opened last. Kept in the settings; their
/// passwords and tokens are in the keychain. GUI thread.
class ConnectionBook final : public QObject {
    Q_OBJECT
public:
    /// Takes over the files that were opened before there were connections.
    ConnectionBook(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);
    [[nodiscard]] const QList<Connection> &all() const { return m_all; }
    [[nodiscard]] std::optional<Connection> find(const KeyId &id) const;
    [[nodiscard]] std::optional<Connection> named(const QString &name) const; ///< whatever its case
    [[nodiscard]] std::optional<Connection> ofFile(const QString &path) const;
    /// Adds it under a new id where it has none, else replaces the one of its id. As it is kept now: a field
    /// with a whole token in it is as it was.
    Connection keep(Connection connection);
    /// Its secret goes too.
    void remove(const KeyId &id);
    /// Newest first.
    [[nodiscard]] QList<Connection> recent() const;
    void noteOpened(const KeyId &id);
    [[nodiscard]] SecretStore &secrets() const { return m_secrets; }
    /// A name that no other connection has.
    [[nodiscard]] QString freeName(const QString &wanted) const;

signals:
    void changed();

private:
    void load();
    void store();
    Settings &m_settings;
    SecretStore &m_secrets;
    QList<Connection> m_all;
    QList<KeyId> m_recent;
};

} // namespace latchkey::ui
