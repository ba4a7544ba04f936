#include "ui/dialogs/create/create_controller.h"

#include "core/model/futures.h"
#include <memory>

namespace latchkey::ui {

CreateController::CreateController(KeyService &service, QObject *parent)
    : QObject(parent)
    , m_service(service) {
    m_nameTimer.setSingleShot(true);
    m_nameTimer.setInterval(150);
    connect(&m_nameTimer, &QTimer::timeout, this, &CreateController::askName);
}

void CreateController::create(const KeyConfig &config) {
    if (m_busy)
        return;
    m_busy = true;
    whenDone(m_service.create(config), this, [this](const Result<CreatedKey> &r) {
        m_busy = false;
        if (r)
            emit created(*r);
        else
            emit failed(r.error());
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
    auto lists = std::make_shared<std::array<QStringList, 3>>();
    auto left = std::make_shared<int>(3);
    const std::array columns{SortColumn::Owner, SortColumn::Tags, SortColumn::Customers};
    for (size_t i = 0; i < columns.size(); ++i) {
        whenDone(m_service.backend().suggestions(columns[i]), this,
                 [this, lists, left, i](const Result<QStringList> &r) {
                     (*lists)[i] = r.value_or(QStringList());
                     if (--*left == 0)
                         emit suggestions((*lists)[0], (*lists)[1], (*lists)[2]);
                 });
    }
}

} // namespace latchkey::ui
