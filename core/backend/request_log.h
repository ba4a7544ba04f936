#pragma once

#include "core/model/error.h"
#include "core/model/request.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>
#include <array>
#include <atomic>
#include <memory>

namespace latchkey {

/// Newest first. A search that finds little stops now and then to say how far it came: ask again from `next`
/// until it is 0.
struct RequestPage {
    QList<RequestRecord> rows;
    qint64 next = 0;    ///< 0: there are no older ones
    Instant searchedTo; ///< everything newer has been looked at
};

struct RequestCount {
    qint64 rows = 0;
    bool exact = true; ///< false: at least so many
};

using OutcomeCounts = std::array<qint64, RequestOutcomeCount>; ///< by RequestOutcome
struct ChartBar {
    Instant from;
    OutcomeCounts counts{};
};
struct RequestChart {
    QList<ChartBar> bars; ///< only those with requests, oldest first
    /// The charts know hours, keys, environments and outcomes; a filter by anything else is left out here.
    bool wholeFilter = true;
};

/// How far a file has been read, so that reading it again, or after it has grown, goes on from there.
struct ImportMark {
    QByteArray fingerprint; ///< of all bytes before `offset`
    QByteArray previous;    ///< the fingerprint of an earlier mark of this file, which this one replaces
    qint64 offset = 0;
    qint64 rows = 0, broken = 0;
    QString name; ///< the file's, without its folder
};

/// A token that stood whole where everybody who reads a log can read it: in the address of a request. Names
/// it by its public part.
struct Exposure {
    KeyId key, credential;
    Instant seen;           ///< the earliest such request that is known
    bool dismissed = false; ///< a person has looked at it; holds for this token
};

struct RetentionPreview {
    qint64 rows = 0; ///< would be removed
    Instant before;  ///< older than this
    qint64 kept = 0;
};

/// The requests of a vault. Called on the thread that owns it; each future finishes exactly once. Their loss
/// never touches a key.
class RequestLog : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Requests can be added here: logs can be imported.
    [[nodiscard]] virtual bool takesLogs() const { return true; }
    /// All or nothing. With a mark: the place in the file that the batch came from, in the same step.
    virtual QFuture<Outcome> append(const QList<RequestRecord> &rows,
                                    const std::optional<ImportMark> &mark = {},
                                    const QList<Exposure> &exposures = {}) = 0;
    /// All that were seen, dismissed ones too.
    virtual QFuture<Result<QList<Exposure>>> exposures() = 0;
    virtual QFuture<Outcome> dismissExposures(const KeyId &key) = 0;
    virtual QFuture<Result<QList<ImportMark>>> importMarks() = 0;

    /// `before`: from RequestPage::next; 0 = from the newest.
    virtual QFuture<Result<RequestPage>> page(const RequestFilter &filter, qint64 before, int limit) = 0;
    virtual QFuture<Result<RequestCount>> count(const RequestFilter &filter) = 0;
    /// Bars of `hours` hours from `from` to `to`, on whole hours of UTC; from roll-ups, which outlive the
    /// requests.
    virtual QFuture<Result<RequestChart>> chart(const RequestFilter &filter, Instant from, Instant to,
                                                int hours) = 0;
    /// Requests of each key (at most 1,000) per day for `days` days up to now, oldest first. Nothing at all
    /// while no request of any key is known.
    virtual QFuture<Result<QHash<KeyId, QList<qint64>>>> usage(const QList<KeyId> &keys, Instant now,
                                                               int days) = 0;

    /// For smart filters and advice; from roll-ups, so to the hour.
    /// 429 is at least a tenth of the last 24 hours.
    virtual QFuture<Result<QList<KeyId>>> keysRateLimited(Instant now) = 0;
    /// At least 10 rejections in the last 24 hours, and more than twice the daily average of the 7 days
    /// before.
    virtual QFuture<Result<QList<KeyId>>> keysRejectionsUp(Instant now) = 0;
    /// Scopes of allowed requests by key, since then. A key whose requests never said a scope is not in it.
    virtual QFuture<Result<QHash<KeyId, QSet<QString>>>> keysUsedScopes(Instant since) = 0;

    /// 1–365; 0 while nothing is kept yet.
    virtual QFuture<Result<int>> retentionDays() = 0;
    virtual QFuture<Result<RetentionPreview>> previewRetention(int days, Instant now) = 0;
    /// Removes older requests in small steps and says how many at the end; their roll-ups stay. `stop`, set
    /// from any thread, ends it after the step at hand. Remembers `days`.
    virtual QFuture<Result<qint64>> applyRetention(int days, Instant now,
                                                   std::shared_ptr<std::atomic_bool> stop = {}) = 0;

signals:
    void changed();
    /// `done` of `all` requests of a running applyRetention are removed.
    void retentionProgress(qint64 done, qint64 all);
    /// The file was damaged: it is kept under this name, and the log starts anew.
    void setAside(const QString &path);
};

} // namespace latchkey
