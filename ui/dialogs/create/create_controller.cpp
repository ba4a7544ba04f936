#include "ui/dialogs/create/create_controller.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include <QSet>
#include <memory>

namespace latchkey::ui {

CreateController::CreateController(KeyService &service, QObject *parent)
    : QObject(parent)
    , m_service(service) {
    m_nameTimer.setSingleShot(true);
    m_nameTimer.setInterval(150);
    connect(&m_nameTimer, &QTimer::timeout, this, &CreateController::askName);
}

void CreateController::create(const KeyConfig &config, bool fullAccess) {
    if (m_busy || m_inDoubt)
        return;
    m_busy = true;
    // A token names its environment: for another one it must be another token.
    const bool again = m_plan && m_plan->key.config.environment == config.environment;
    auto plan = again ? m_service.planCreate(config, m_plan->key.id, m_plan->key.verifier)
                      : m_service.planCreate(config);
    if (plan) {
        if (again)
            plan->token = m_plan->token;
        plan->key.fullAccess = fullAccess;
        m_plan = *plan;
        return m_service.backend().capabilities().ownTokens ? ask() : askService();
    }
    ready<Outcome>(fail(plan.error())) | then(this, [this](const Outcome &refused) {
        m_busy = false;
        emit failed(refused.error());
    });
}

void CreateController::ask() {
    const Agreed agreed(m_service.backend().gate());
    m_service.create(*m_plan) | then(this, [this](const Result<CreatedKey> &r) {
        m_busy = false;
        if (r)
            return found(r->key);
        if (r.error().code == ErrorCode::Unanswered) {
            m_inDoubt = true;
            emit unanswered(r.error());
        } else if (r.error().code == ErrorCode::Conflict) {
            m_inDoubt = true; // its id is taken: by the answer that was lost
            checkNow();
        } else {
            emit failed(r.error());
        }
    });
}

/// Where the service makes the token, a second request would make a second key.
void CreateController::askService() {
    m_service.backend().list({}) | then(this, [this](const Result<KeyListPtr> &list) {
        m_before.clear();
        for (qsizetype i = 0; list && i < (*list)->size(); ++i)
            m_before.insert((*list)->idAt(i));
        const Agreed agreed(m_service.backend().gate());
        m_service.create(*m_plan) | then(this, [this](const Result<CreatedKey> &made) {
            m_busy = false;
            if (!made && made.error().code == ErrorCode::Unanswered)
                return doubtService(made.error());
            m_plan.reset();
            if (made)
                emit created(*made);
            else
                emit failed(made.error());
        });
    });
}

void CreateController::doubtService(const Error &error) {
    m_inDoubt = true;
    const QStringList found = error.params.value(QStringLiteral("found")).toStringList();
    if (!found.isEmpty())
        return lookAtService();
    emit unanswered(error);
}

void CreateController::lookAtService() {
    m_busy = true;
    m_service.backend().lookAgain();
    m_service.backend().list({}) | then(this, [this](const Result<KeyListPtr> &list) {
        QList<KeyId> fresh;
        for (qsizetype i = 0; list && i < (*list)->size(); ++i) {
            if (!m_before.contains((*list)->idAt(i)))
                fresh.append((*list)->idAt(i));
        }
        const auto settled = [this](const Result<QList<ApiKey>> &rows) {
            m_busy = false;
            if (!rows)
                return emit unanswered(rows.error());
            for (const ApiKey &k : *rows) {
                if (k.config.name == m_plan->key.config.name) {
                    m_inDoubt = false;
                    m_plan.reset();
                    return emit madeWithoutToken(k);
                }
            }
            m_inDoubt = false;
            m_plan.reset();
            emit notSeen();
        };
        if (!list)
            return settled(fail(list.error()));
        m_service.backend().rows(fresh) | then(this, settled);
    });
}

void CreateController::found(const ApiKey &key) {
    const SharedSecret token = m_plan->token;
    m_plan.reset();
    m_inDoubt = false;
    emit created({key, token});
}

void CreateController::checkNow() {
    if (m_busy || !m_plan)
        return;
    if (!m_service.backend().capabilities().ownTokens)
        return lookAtService();
    m_busy = true;
    m_service.backend().rows({m_plan->key.id}) | then(this, [this](const Result<QList<ApiKey>> &rows) {
        m_busy = false;
        if (!rows)
            return emit unanswered(rows.error());
        if (!rows->isEmpty() && rows->first().credentialId == m_plan->key.id)
            return found(rows->first());
        m_inDoubt = false;
        emit notMade();
    });
}

void CreateController::checkName(const QString &name, std::optional<Environment> environment,
                                 const KeyId &except) {
    ++m_generation; // an answer under way is for another name
    m_name = name.trimmed();
    m_except = except;
    if (m_name.isEmpty() || !environment) {
        m_nameTimer.stop();
        emit duplicateName(false);
        return;
    }
    m_environment = *environment;
    m_nameTimer.start();
}

void CreateController::askName() {
    const int mine = m_generation;
    whenDone(m_service.backend().nameExists(m_name, m_environment, m_except), this,
             [this, mine](const Result<bool> &r) {
                 if (mine == m_generation)
                     emit duplicateName(r.value_or(false));
             });
}

void CreateController::loadSuggestions() {
    auto lists = std::make_shared<std::array<QStringList, 2>>();
    auto left = std::make_shared<int>(2);
    const std::array columns{SortColumn::Owner, SortColumn::Tags};
    for (size_t i = 0; i < columns.size(); ++i) {
        whenDone(m_service.backend().suggestions(columns[i]), this,
                 [this, lists, left, i](const Result<QStringList> &r) {
                     (*lists)[i] = r.value_or(QStringList());
                     if (--*left == 0)
                         emit suggestions((*lists)[0], (*lists)[1]);
                 });
    }
    const auto used = m_service.backend().suggestions(SortColumn::Customers);
    m_service.backend().customers() | then(this, [this, used](const Result<QList<Customer>> &list) {
        used | then(this, [this, list](const Result<QStringList> &inUse) {
            QStringList ids, labels;
            QSet<QString> listed;
            for (const Customer &c : list.value_or(QList<Customer>())) {
                ids.append(c.id);
                labels.append(c.name == c.id ? c.id : tr("%1 (%2)", "name (id)").arg(c.name, c.id));
                listed.insert(c.id);
            }
            for (const QString &id : inUse.value_or(QStringList())) {
                if (listed.contains(id))
                    continue;
                ids.append(id);
                labels.append(id);
            }
            emit customersKnown(ids, labels);
        });
    });
}

} // namespace latchkey::ui
