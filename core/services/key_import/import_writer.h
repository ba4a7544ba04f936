#pragma once

#include "core/model/in_background.h"
#include "core/services/jobs/bulk_job.h"
#include "core/services/key_fields.h"
#include "core/services/key_import/token_file.h"

#include <array>

namespace latchkey {

/// What one import did, so that undoing it is exact.
struct ImportReport {
    enum class Fate : quint8 { New, Changed, Unchanged };
    struct NamedRow {
        Fate fate = Fate::New;
        QString name;
        qint64 line = 0; ///< of the file; 0 where there is none
        /// What the key has and an empty cell takes away.
        QList<KeyField> emptied = {};
        /// Permissions that the key gets and the catalogue doesn't know.
        ScopeSet unknown = {};
        KeyConfig before = {}, after = {}; ///< of a changed key
        [[nodiscard]] bool warns() const { return !emptied.isEmpty() || !unknown.isEmpty(); }
    };
    /// Named of each fate, and besides of those with a warning, however many rows there are.
    static constexpr int MostNamed = 200;
    qint64 created = 0, changed = 0, unchanged = 0, invalid = 0;
    qint64 otherState = 0; ///< rows whose state differs from the vault's: an import changes no states
    QByteArray fileHash;   ///< of the file as it was read
    bool complete = false; ///< to the end of what was to be read
    QList<ChangedKey> made;
    QList<ChangedKey> edited;
    QHash<KeyId, KeyConfig> before; ///< of `edited`
    QList<NamedRow> named;          ///< by a dry run; refused rows are told by Job::failed()
    qint64 emptying = 0;            ///< rows that take something away with an empty cell, named or not
    qint64 granting = 0;            ///< rows that give unknown permissions, named or not
    ScopeSet unknownScopes;         ///< that these give; at most MostNamed
    /// Counts what it warns of, and names it while there is room.
    void name(const NamedRow &row);
    std::array<int, 3> namedOf{}; ///< how many of `named` have this fate
    std::array<int, 3> plainOf{}; ///< how many of these don't warn
    int warned = 0;               ///< how many of `named` warn
    std::optional<Error> error;
};

/// Writes what an import has planned, chunk by chunk: the tokens of new keys to a file and that to the disk,
/// then the new keys to the vault, then the changed ones; new and changed keys each whole or not at all.
/// Counts what was done in the report that it is given. GUI thread.
class ImportWriter : public QObject {
    Q_OBJECT
public:
    struct Chunk {
        QList<KeyService::PlannedKey> created;
        QList<ApiKey> bases; ///< the keys to be changed, as they are
        QHash<KeyId, KeyChange> changes;
    };
    /// A key that the vault refused: its place in `created`, or in `bases`.
    using Refused = std::function<void(bool isNew, qsizetype at, const Error &e)>;
    /// An error: the vault, or the disk, took none of it, and would not take the next.
    using Written = std::function<void(const Outcome &)>;

    ImportWriter(KeyService &service, ImportReport &report);
    ~ImportWriter() override;
    /// Where the tokens of new keys go; must not be there yet. Without it they go nowhere.
    Outcome keepTokensIn(const QString &path);
    /// One at a time.
    void write(Chunk chunk, Refused refused, Written written);
    /// What is not yet with the vault stays out of it; `written` is called all the same.
    void cancel() { m_cancelled = true; }

private:
    void keepTokens();
    void create();
    void change();
    void end(const Outcome &outcome);

    KeyService &m_service;
    ImportReport &m_report;
    std::shared_ptr<TokenFile> m_tokens; ///< used by one thread at a time
    Chunk m_chunk;
    Refused m_refused;
    Written m_written;
    bool m_cancelled = false;
    QThreadPool m_pool; // last: waits for its thread first
};

} // namespace latchkey
