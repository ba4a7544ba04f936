#pragma once

#include "core/secrets/session_store.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/request_names.h"
#include "server/api/change_tail.h"
#include "server/api/exchange.h"
#include "server/api/list_shelf.h"
#include "server/api/routes.h"
#include "server/auth/authenticator.h"

namespace latchkey::server {

/// The management API of a vault that keeps principals: docs/rest.md. On the thread of the vault.
class RestApi final : public Api {
    Q_OBJECT
public:
    /// `vault.principals()` must not be null.
    RestApi(VaultBackend &vault, const Clock &clock, QObject *parent = nullptr);
    ~RestApi() override;
    QFuture<ApiResponse> handle(ApiRequest request) override;
    void setOwnRules(OwnRules own) { m_own = std::move(own); }
    [[nodiscard]] const QList<Route> &routes() const { return m_routes; }

private:
    void enter(const CallPtr &call, const Match &match);
    void authorised(const CallPtr &call, const Match &match, const Authenticator::Answer &who);
    SessionStore m_secrets;
    ListShelf m_lists;
    FoundNames m_names;
    ChangeTail m_changes;
    JobRunner m_jobs;
    OwnRules m_own;
    Authenticator m_authenticator;
    QList<Route> m_routes;
    Site m_site;
};

} // namespace latchkey::server
