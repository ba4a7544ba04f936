#include "core/storage/catalogue_store.h"

namespace latchkey::catalogue_store {

Result<vault_record::Identity> change(QSqlDatabase &db, const CatalogueChange &c, const QString &path) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    const auto before = vault_record::identify(db, path, false); // damaged: nothing is written over it
    if (!before)
        return fail(before.error());
    if (before->catalogueVersion != c.expectedVersion)
        return fail(ErrorCode::Conflict, {{QStringLiteral("catalogue"), true},
                                          {QStringLiteral("changedBy"), before->catalogueChangedBy},
                                          {QStringLiteral("version"), before->catalogueVersion}});
    AuditEvent event;
    event.at = c.at;
    event.actor = c.actor.name;
    event.action = c.action;
    describeChange(before->catalogue, c.catalogue, &event.before, &event.after);
    return vault_record::commit(
        db, tx, event,
        {{QStringLiteral("catalogue"), QString::fromUtf8(c.catalogue.toJson())},
         {QStringLiteral("catalogue_version"), QString::number(c.expectedVersion + 1)},
         {QStringLiteral("catalogue_changed_by"), c.actor.name}},
        path);
}

} // namespace latchkey::catalogue_store
