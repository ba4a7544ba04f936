#pragma once

#include "core/storage/requests/request_table.h"

#include <QVariantList>

namespace latchkey::request_table {

/// A filter as SQL over `requests r`. One of the indexes leads; what it cannot say is `rest`.
struct Where {
    bool nothing = false;                      ///< names a text that no request has
    QString alongKey, alongOutcome, alongTime; ///< FROM, by what leads
    QVariantList keys;                         ///< numbers; empty = any
    QList<int> outcomes;                       ///< empty = any
    QList<int> environments;                   ///< as they are stored; empty = any
    bool inTotals = true;                      ///< keys, outcomes and environments say it all
    QString rest;                              ///< " AND …" or empty
    QVariantList restValues;
    qint64 firstId = 0, endId = 0; ///< firstId <= id < endId
    /// A search goes once for each of these, along an index in the order of time.
    struct Walk {
        QString from; ///< FROM … WHERE …, without the range of ids
        QVariantList values;
    };
    [[nodiscard]] QList<Walk> walks() const;
    /// True if `rest` must be looked at row by row.
    [[nodiscard]] bool sifts() const { return !rest.isEmpty(); }
};
/// " AND column IN (…)", or empty where there are none.
QString among(const QString &column, const QList<int> &numbers);
Result<Where> whereOf(QSqlDatabase &db, const RequestFilter &filter);

} // namespace latchkey::request_table
