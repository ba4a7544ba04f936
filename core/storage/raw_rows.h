#pragma once

#include "core/model/error.h"

#include <QByteArrayView>
#include <QSqlDatabase>
#include <functional>
#include <span>

namespace latchkey::sql {

/// The columns of a row as bytes: text in UTF-8, whole numbers in decimal digits, binary as it is. NULL is
/// null (its data() is), which "" is not.
using Cells = std::span<const QByteArrayView>;
using VisitCells = std::function<void(Cells)>;

/// Executes a statement without bound values and visits each of its rows; the cells are valid within the
/// call. For what reads a whole vault: it asks SQLite and libpq themselves, on the connection that Qt has
/// opened, since a QVariant for each of thirty million values takes most of the time. In PostgreSQL the
/// answer is held in memory: ask for some thousand rows at once.
Outcome eachRow(QSqlDatabase &db, const QString &statement, const VisitCells &visit);
/// The same through Qt's driver. What eachRow() does where the driver brings an SQLite of its own.
Outcome eachRowByDriver(QSqlDatabase &db, const QString &statement, const VisitCells &visit);

} // namespace latchkey::sql
