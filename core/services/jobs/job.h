#pragma once

#include "core/model/error.h"
#include "core/model/instant.h"
#include "core/model/key_id.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace latchkey {

enum class JobState : quint8 {
    Queued,
    Running,
    Done, ///< all was tried; some pieces may have failed
    Failed,
    Cancelled,
    Interrupted ///< the program ended while it ran or waited
};

/// Pieces are keys, rows or lines. `seen` counts all that were dealt with, whatever became of them.
struct JobProgress {
    qint64 seen = 0, total = 0; ///< total 0: not known yet
    qint64 changed = 0;
    qint64 unneeded = 0; ///< were as wanted already
    qint64 failed = 0;
    bool operator==(const JobProgress &) const = default;
};

/// One piece that failed.
struct JobFailure {
    KeyId key; ///< null where no key is concerned
    QString name;
    qint64 line = 0;                 ///< of an imported file
    std::optional<Error> error = {}; ///< why; noted by the runner
    QString why = {};                ///< of a list that an earlier version wrote: the same in words
    bool operator==(const JobFailure &) const = default;
};

/// What the list of jobs knows. A value; survives the program.
struct JobRecord {
    static constexpr int MostFailures = 1000; ///< kept; all are counted
    qint64 id = 0;
    QString kind; ///< "bulk", "import", "export", "retention", "check", "logs" …; decides the icon
    /// What was asked for, and what came of it beside progress and error, by kind; the window words both when
    /// it shows them.
    QJsonObject asked, outcome;
    QString file; ///< of an import or export
    JobState state = JobState::Queued;
    Instant added;
    std::optional<Instant> started, ended;
    JobProgress progress;
    QList<JobFailure> failures;
    std::optional<Error> error; ///< of Failed
    QString title, result;      ///< of a list that an earlier version wrote: in words
    [[nodiscard]] bool isOver() const { return state != JobState::Queued && state != JobState::Running; }
    bool operator==(const JobRecord &) const = default;
};

struct JobEnd {
    JobState state = JobState::Done; ///< Done, Failed or Cancelled
    std::optional<Error> error;      ///< of Failed
    QJsonObject outcome = {};
};

/// A long piece of work on the GUI thread's event loop; what takes time is done elsewhere. To give one to the
/// runner: derive, do the work in pieces, report with progress(), and emit finished() exactly once, within
/// half a second of cancel().
class Job : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void cancel() = 0;

signals:
    void progress(const latchkey::JobProgress &p);
    void failed(const latchkey::JobFailure &failure, const latchkey::Error &error);
    void finished(const latchkey::JobEnd &end);
};

} // namespace latchkey
