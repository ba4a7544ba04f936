#pragma once

#include "core/backend/vault_backend.h"

#include <QTimer>

namespace latchkey {

/// Reads every key that fits, or of a whole vault, in pieces. For one reading; deleting it stops it. GUI
/// thread.
class KeyReading : public QObject {
    Q_OBJECT
public:
    /// More are not held in memory.
    static constexpr qsizetype Most = 100'000;
    static constexpr qsizetype Piece = 500;

    enum class Depth : quint8 {
        AsListed,   ///< of a service's keys maybe only the names
        Permissions ///< a service's keys are asked for one by one until their permissions are known
    };
    KeyReading(VaultBackend &backend, const KeyFilter &filter, Depth depth, QObject *parent = nullptr);
    /// Of an environment (none: of all), with permissions.
    KeyReading(VaultBackend &backend, std::optional<Environment> environment, QObject *parent = nullptr);
    void start();

signals:
    void progress(qsizetype read, qsizetype total);
    /// One of these two, once, as the last thing.
    void finished(const QList<latchkey::ApiKey> &keys);
    /// LimitReached ("have", "most") where there are more than Most.
    void failed(const latchkey::Error &error);

private:
    void list();
    void rows();
    void askOne();
    void end(const Result<QList<ApiKey>> &keys);

    VaultBackend &m_backend;
    KeyFilter m_filter;
    Depth m_depth;
    KeyListPtr m_list;
    QList<ApiKey> m_keys;
    qsizetype m_at = 0;      ///< in the list
    QList<qsizetype> m_bare; ///< places of keys whose permissions aren't known
    int m_asking = 0;
    QTimer m_again; ///< runs while a large vault is still being indexed
    bool m_over = false;
};

} // namespace latchkey
