#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>

namespace latchkey {

/// Where requests are kept: a file beside the vault, or tables of its database. Its methods are called on the
/// log's two threads.
class RequestPlace {
public:
    RequestPlace() = default;
    RequestPlace(const RequestPlace &) = delete;
    RequestPlace &operator=(const RequestPlace &) = delete;
    virtual ~RequestPlace() = default;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual bool readOnly() const = 0;
    virtual Outcome openWriter(const QString &connection) const = 0;
    /// NotFound while there is nothing to read.
    virtual Outcome openReader(const QString &connection) const = 0;
    /// A number that changes with every batch that anybody adds.
    virtual Result<qint64> changeMark(QSqlDatabase &db) const = 0;
    /// What is damaged is put away under another name, which is said, so that the log can begin anew.
    [[nodiscard]] virtual Result<QString> setAside() const = 0;
    /// True for a server: a connection that is open may be lost all the same.
    [[nodiscard]] virtual bool canBeLost() const { return false; }
};

} // namespace latchkey
