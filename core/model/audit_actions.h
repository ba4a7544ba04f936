#pragma once

#include <QStringView>
#include <algorithm>
#include <array>

namespace latchkey {

/// Every action that a row of the audit log may name, as AuditEvent::action. The log takes no other, and
/// ui/format has words for each.
inline constexpr std::array AuditActions{u"key.create",
                                         u"key.edit",
                                         u"key.rename",
                                         u"key.activate",
                                         u"key.deactivate",
                                         u"key.rotate",
                                         u"key.regenerate",
                                         u"key.extendOld",
                                         u"key.stopOld",
                                         u"key.revoke",
                                         u"key.restore",
                                         u"key.delete",
                                         u"key.purge",
                                         u"key.import",
                                         u"key.undo",
                                         u"key.reveal",
                                         u"key.keep",
                                         u"key.forget",
                                         u"key.dismissExposure",
                                         u"vault.create",
                                         u"vault.retention",
                                         u"vault.requestRetention",
                                         u"catalogue.edit",
                                         u"catalogue.import",
                                         u"catalogue.undo",
                                         u"customer.add",
                                         u"customer.edit",
                                         u"customer.remove",
                                         u"customer.undo",
                                         u"rules.edit",
                                         u"rules.undo",
                                         u"principal.create",
                                         u"principal.edit",
                                         u"principal.rotate",
                                         u"principal.remove"};

inline bool isAuditAction(QStringView action) {
    return std::any_of(AuditActions.begin(), AuditActions.end(),
                       [&](const char16_t *known) { return action == QStringView(known); });
}

} // namespace latchkey
