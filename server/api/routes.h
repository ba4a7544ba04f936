#pragma once

#include "server/api/call.h"

#include <QFlags>

namespace latchkey::server {

/// Who may: a set of roles. A route without one is refused to everybody.
enum class Who : quint8 { Nobody = 0, Viewer = 1, Operator = 2, Admin = 4, Auditor = 8, Anybody = 16 };
Q_DECLARE_FLAGS(WhoFlags, Who)
Q_DECLARE_OPERATORS_FOR_FLAGS(WhoFlags)
inline constexpr WhoFlags Readers{Who::Viewer | Who::Operator | Who::Admin};
inline constexpr WhoFlags Writers{Who::Operator | Who::Admin};
inline constexpr WhoFlags Admins{Who::Admin};
inline constexpr WhoFlags Auditors{Who::Admin | Who::Auditor};
inline constexpr WhoFlags Everyone{Who::Viewer | Who::Operator | Who::Admin | Who::Auditor};
inline constexpr WhoFlags Public{Who::Anybody}; ///< without a credential
WhoFlags flagOf(Role role);

struct Route {
    const char *method;
    const char *pattern; ///< "/v1/keys/{id}"
    WhoFlags who;
    void (*handle)(const CallPtr &call);
    bool file = false; ///< takes other types than JSON
};

QList<Route> keyRoutes();
QList<Route> keyListRoutes();
QList<Route> keyStateRoutes();
QList<Route> keyQuestionRoutes();
QList<Route> bulkRoutes();
QList<Route> vaultRoutes();
QList<Route> customerRoutes();
QList<Route> requestRoutes();
QList<Route> auditRoutes();
QList<Route> principalRoutes();
QList<Route> settingRoutes();
QList<Route> ruleRoutes();
/// A route of bulkRoutes() with a file of its own.
void importKeys(const CallPtr &call);
/// All of them.
QList<Route> allRoutes();

/// The routes of the pattern that fits a path best, literal parts before {…}, and what stood for the latter.
struct Match {
    QList<Route> routes;
    QStringList params;
    [[nodiscard]] QByteArray allow() const; ///< "GET, HEAD, OPTIONS"
    [[nodiscard]] const Route *of(const QByteArray &method) const;
};
/// `path` as sent. Nothing matches half an escape, an empty segment or a byte sequence that is no UTF-8.
Match match(const QList<Route> &routes, const QByteArray &path);

} // namespace latchkey::server
