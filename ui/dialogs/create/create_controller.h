#pragma once

#include "core/services/key_service.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace latchkey::ui {

/// What the create window asks of the vault. Knows no widget.
class CreateController : public QObject {
    Q_OBJECT
public:
    explicit CreateController(KeyService &service, QObject *parent = nullptr);
    /// After an answer that was lost: under the same id, with the same token, so that there is never a second
    /// key.
    /// `fullAccess`: everything that a service has, as the person has chosen it there.
    void create(const KeyConfig &config, bool fullAccess = false);
    /// The connection went before the answer: whether the key exists is not known yet.
    [[nodiscard]] bool isInDoubt() const { return m_inDoubt; }
    /// Looks for the key of the answer that was lost: created(), notMade(), or unanswered() once more.
    void checkNow();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Asks, shortly after the last keystroke, whether the environment has a key of this name.
    void checkName(const QString &name, std::optional<Environment> environment, const KeyId &except = {});
    void loadSuggestions();

signals:
    void created(const latchkey::CreatedKey &key);
    void failed(const latchkey::Error &error);
    void unanswered(const latchkey::Error &error);
    void notMade(); ///< it is not there; create() tries again
    /// The service has made it, but the token was in the answer that was lost. Never sent again by itself.
    void madeWithoutToken(const latchkey::ApiKey &key);
    void notSeen(); ///< the service doesn't list it, so far
    void duplicateName(bool exists);
    void suggestions(const QStringList &owners, const QStringList &tags);
    /// The list of customers, then the ids in use that are not in it; `labels` name both.
    void customersKnown(const QStringList &ids, const QStringList &labels);

private:
    void askName();
    void ask();
    void found(const ApiKey &key);
    void askService();
    void doubtService(const Error &error);
    void lookAtService();
    KeyService &m_service;
    QTimer m_nameTimer;
    QString m_name;
    Environment m_environment = Environment::Development;
    KeyId m_except;
    int m_generation = 0;
    std::optional<KeyService::PlannedKey> m_plan; ///< until it is known what became of it
    QSet<KeyId> m_before;                         ///< the service's keys when it was asked
    bool m_busy = false, m_inDoubt = false;
};

} // namespace latchkey::ui
