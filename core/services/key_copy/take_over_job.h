#pragma once

#include "core/services/comparison/key_reading.h"
#include "core/services/key_copy/copy_plan.h"
#include "core/services/key_import/import_writer.h"

#include <QSet>

namespace latchkey {

/// Takes over what describes the keys of another vault or account. Tokens never come along, and nothing is
/// made that could not be verified:
/// - A key that is here already, by the service's id or by name and environment, gets what it lacks of owner,
///   tags and note (a service's also environment; the same key of the same account also where it is stored).
///   Nothing that is there is overwritten.
/// - Any other key becomes a new one with a token of its own, which goes to a private file before the key is
///   in the vault; without such a file it is refused.
/// - What can't be taken whole is refused with the reason: permissions that this catalogue doesn't know, a
///   restriction that this vault has no word for, a key that doesn't work.
/// A dry run does the same up to the writing. Codes of refusals besides those of an edit: noTokenWanted,
/// oneByOne, notActive, notAllPermissions ("scopes"), wouldBeWider, severalOfThatName, twiceThere,
/// unknownThere.
class TakeOverJob final : public Job {
    Q_OBJECT
public:
    struct Task {
        std::shared_ptr<KeyService> from;       ///< kept open while it runs
        KeyFilter filter;                       ///< which of its keys
        std::optional<Environment> environment; ///< where they go; none: the one that each has there
        bool dryRun = true;
        QString tokenFile; ///< empty: nothing new is made
    };
    TakeOverJob(KeyService &service, Task task);
    void start() override;
    void cancel() override;

    static constexpr qsizetype Chunk = 200;

signals:
    /// `otherState` counts nothing here, and there is no file hash.
    void reported(const latchkey::ImportReport &report);

private:
    void readHere();
    void readThere();
    void begin();
    void next();
    void judge(const ApiKey &key);
    void judgeNew(const ApiKey &key);
    void judgeKnown(const ApiKey &key, const ApiKey &here);
    void write();
    void refuse(const ApiKey &key, const Error &e);
    void refuse(const ApiKey &key, const char *code, const QVariantMap &params = {});
    void tell();
    void stop(const JobEnd &end);

    KeyService &m_service;
    Task m_task;
    ImportReport m_report;
    std::unique_ptr<KeyReading> m_reading;
    QList<ApiKey> m_there;
    QHash<QString, QList<ApiKey>> m_here; ///< by environment and name
    QHash<QString, ApiKey> m_hereById;    ///< a service's, by its id
    QSet<QString> m_taken;                ///< names that this job has dealt with
    qsizetype m_at = 0;
    ImportWriter m_writer;
    ImportWriter::Chunk m_chunk;
    QList<ApiKey> m_newSources, m_changedSources; ///< of the chunk's keys
    bool m_cancelled = false, m_busy = false, m_over = false;
};

} // namespace latchkey
