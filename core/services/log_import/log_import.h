#pragma once

#include "core/backend/request_log.h"
#include "core/backend/vault_backend.h"
#include "core/services/log_import/log_line.h"
#include "core/storage/db_thread.h"

#include <QHash>
#include <QObject>

namespace latchkey {

class LineSource;

struct BrokenLine {
    qint64 number = 0; ///< from 1
    log_line::Problem problem = log_line::Problem::NotALogLine;
};

struct LogImportReport {
    qint64 lines = 0; ///< looked at now, without empty ones
    qint64 rows = 0;  ///< added
    qint64 withKey = 0;
    qint64 broken = 0;
    qint64 exposed = 0;       ///< keys whose token stood in an address
    QStringList exposedNames; ///< of the first of them, at most ShownExposed
    qint64 before = 0;        ///< requests of this file that an earlier import had added already
    QList<BrokenLine> firstBroken;
    bool cancelled = false;
    bool endsEarly = false;       ///< the file breaks off: a cut gzip file
    std::optional<Error> failure; ///< what came before it is added nevertheless
};

/// Reads one access log into the requests of a vault, in batches, off the calling thread. Each batch is added
/// together with the place in the file, so that a file is never read twice, whatever ends an import.
class LogImport : public QObject {
    Q_OBJECT
public:
    /// The vault has `requests()`, and outlives this.
    LogImport(VaultBackend &backend, QString path, QObject *parent = nullptr);
    ~LogImport() override;
    void start();
    void cancel(); ///< at once, or after the batch that is being added
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const LogImportReport &report() const { return m_report; }

    static constexpr int BatchLines = 5'000;
    static constexpr int ShownBroken = 200;
    static constexpr int ShownExposed = 3;

signals:
    void progressed(int permille, qint64 rows);
    void finished(const latchkey::LogImportReport &report);

private:
    struct Batch;
    struct Owner { ///< a key that a hint led to
        KeyId key;
        std::optional<Environment> environment;
        KeyId oldCredential;
        QString name; ///< where a whole token led to it
    };
    void readNext();
    void lookUp(const std::shared_ptr<Batch> &batch);
    void add(const std::shared_ptr<Batch> &batch);
    void stampUses();
    void finish(const std::optional<Error> &failure = {});

    VaultBackend &m_backend;
    QString m_path;
    LogImportReport m_report;
    bool m_running = false, m_adding = false;
    QByteArray m_lastMark;
    QHash<QByteArray, Owner> m_owners; ///< by credential and verifier
    QHash<KeyId, LastUse> m_uses;
    QSet<KeyId> m_exposed;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<LineSource> m_source;
    DbThread m_reader; // last: its tasks use the source
};

} // namespace latchkey
