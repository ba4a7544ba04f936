#pragma once

#include "core/backend/request_log.h"
#include "core/storage/sql.h"

#include <QHash>
#include <QSqlDatabase>

/// Rows of the requests' file. Called on a database thread with its connection.
namespace latchkey::request_table {

enum class TextKind { Key = 1, Credential, Method, Scope, Customer, Ip, Agent };

constexpr int IdShift = 20;
constexpr qint64 HourMs = 3'600'000;
constexpr int NoEnvironment = 3;
/// Times that an id can hold: 1970 to 2248.
constexpr qint64 LastMs = (qint64(1) << 43) - 1;
constexpr qint64 firstIdOf(Instant t) {
    return qBound<qint64>(0, t.ms(), LastMs) << IdShift;
}
constexpr Instant timeOf(qint64 id) {
    return Instant(id >> IdShift);
}

/// The numbers of texts, kept in memory while rows are written. One per connection that writes.
class TextNumbers {
public:
    Result<qint64> of(QSqlDatabase &db, TextKind kind, const QString &text);
    void forget() { m_known.clear(); }

private:
    QHash<std::pair<int, QString>, qint64> m_known;
};

Outcome append(QSqlDatabase &db, TextNumbers &texts, const QList<RequestRecord> &rows,
               const std::optional<ImportMark> &mark, const QList<Exposure> &exposures = {});
Outcome addExposures(QSqlDatabase &db, const QList<Exposure> &exposures); ///< within a transaction
Result<QList<Exposure>> exposures(QSqlDatabase &db);
Outcome dismissExposures(QSqlDatabase &db, const KeyId &key);
Result<QList<ImportMark>> importMarks(QSqlDatabase &db);

/// The columns that `read` wants, and where they come from.
extern const char *const columns;
RequestRecord read(const QSqlQuery &q);

Result<RequestPage> page(QSqlDatabase &db, const RequestFilter &filter, qint64 before, int limit);
Result<RequestCount> count(QSqlDatabase &db, const RequestFilter &filter);
Result<RequestChart> chart(QSqlDatabase &db, const RequestFilter &filter, Instant from, Instant to,
                           int hours);
Result<QHash<KeyId, QList<qint64>>> usage(QSqlDatabase &db, const QList<KeyId> &keys, Instant now, int days);
Result<QList<KeyId>> keysRateLimited(QSqlDatabase &db, Instant now);
Result<QList<KeyId>> keysRejectionsUp(QSqlDatabase &db, Instant now);
Result<QHash<KeyId, QSet<QString>>> keysUsedScopes(QSqlDatabase &db, Instant since);

Result<int> retentionDays(QSqlDatabase &db);
Outcome setRetentionDays(QSqlDatabase &db, int days);
Result<RetentionPreview> previewRetention(QSqlDatabase &db, int days, Instant now);
/// Removes up to `most` of the oldest requests before `before`, in one transaction; how many.
Result<qint64> removeOldest(QSqlDatabase &db, Instant before, int most);
/// After the last step: addresses, user agents and customers that no request has any more.
Outcome removeUnusedTexts(QSqlDatabase &db);

} // namespace latchkey::request_table
