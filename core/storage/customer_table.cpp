#include "core/storage/customer_table.h"

#include "core/storage/audit_log.h"
#include "core/storage/sql.h"
#include "core/storage/vault_record.h"

namespace latchkey::customer_table {

namespace {

Result<std::optional<Customer>> byId(QSqlDatabase &db, const QString &id) {
    auto q = sql::exec(
        db, QStringLiteral("SELECT name, note, version, changed_at, changed_by FROM customers WHERE id = ?"),
        {id});
    if (!q)
        return fail(q.error());
    if (!q->next())
        return std::optional<Customer>();
    return std::optional(Customer{id, q->value(0).toString(), q->value(1).toString(),
                                  q->value(2).toLongLong(), Instant(q->value(3).toLongLong()),
                                  q->value(4).toString()});
}

QJsonObject describe(const Customer &c) {
    return {{QStringLiteral("customer"), c.id},
            {QStringLiteral("name"), c.name},
            {QStringLiteral("note"), c.note}};
}

/// QSqlQuery binds a null string as NULL.
QString text(const QString &s) {
    return s.isNull() ? QString::fromLatin1("") : s;
}

Outcome write(QSqlDatabase &db, const Customer &c, bool remove) {
    const auto q =
        remove ? sql::exec(db, QStringLiteral("DELETE FROM customers WHERE id = ?"), {c.id})
               : sql::exec(
                     db,
                     QStringLiteral("INSERT INTO customers (id, name, name_fold, note, version, changed_at, "
                                    "changed_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                                    "name = excluded.name, name_fold = excluded.name_fold, note = "
                                    "excluded.note, version = excluded.version, changed_at = "
                                    "excluded.changed_at, changed_by = excluded.changed_by"),
                     {c.id, text(c.name), text(foldForSearch(c.name)), text(c.note), c.version,
                      c.changedAt.ms(), text(c.changedBy)});
    return q ? ok() : Outcome(fail(q.error()));
}

} // namespace

Result<QList<Customer>> all(QSqlDatabase &db) {
    auto q =
        sql::exec(db, QStringLiteral("SELECT id, name, note, version, changed_at, changed_by FROM customers "
                                     "ORDER BY name_fold, id"));
    if (!q)
        return fail(q.error());
    QList<Customer> list;
    while (q->next())
        list.append({q->value(0).toString(), q->value(1).toString(), q->value(2).toString(),
                     q->value(3).toLongLong(), Instant(q->value(4).toLongLong()), q->value(5).toString()});
    return list;
}

Result<QList<Customer>> named(QSqlDatabase &db, const QStringList &ids) {
    QList<Customer> list;
    for (const QString &id : ids) {
        const auto c = byId(db, id);
        if (!c)
            return fail(c.error());
        if (*c)
            list.append(**c);
    }
    return list;
}

Result<Customer> change(QSqlDatabase &db, const CustomerChange &c) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    const auto found = byId(db, c.customer.id);
    if (!found)
        return fail(found.error());
    const std::optional<Customer> &before = *found;
    if (!before && c.customer.version != 0)
        return fail(ErrorCode::NotFound, {{QStringLiteral("customer"), c.customer.id}});
    if (before && before->version != c.customer.version)
        return fail(ErrorCode::Conflict, {{QStringLiteral("customer"), c.customer.id},
                                          {QStringLiteral("changedBy"), before->changedBy},
                                          {QStringLiteral("version"), before->version}});
    Customer after = c.remove && before ? *before : c.customer;
    if (!c.remove) {
        after.version += 1;
        after.changedAt = c.at;
        after.changedBy = c.actor.name;
    }
    if (auto done = write(db, after, c.remove); !done)
        return fail(done.error());
    AuditEvent event;
    event.at = c.at;
    event.actor = c.actor.name;
    event.action = c.action;
    if (before)
        event.before = describe(*before);
    if (!c.remove)
        event.after = describe(after);
    const auto seq = audit_log::append(db, event);
    if (!seq)
        return fail(seq.error());
    // Other windows look at this number to see that the list is another one.
    if (auto done = vault_record::setFields(db, {{QStringLiteral("customers_seq"), QString::number(*seq)}});
        !done)
        return fail(done.error());
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return after;
}

} // namespace latchkey::customer_table
