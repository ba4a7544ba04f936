#pragma once

#include "core/model/request.h"
#include "core/services/key_service.h"

#include <QFrame>
#include <QTimeZone>
#include <functional>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;
class QToolButton;

namespace latchkey::ui {

class CommandRegistry;
class ExposureCard;
class KeyActivity;
class KeyUsage;
class ReceiptCard;
class Receipts;
class PermissionTree;
class StatusPill;

/// One key in full: Overview, Permissions, Activity, Audit. Shows what it is given; asks the backend only for
/// the audit log and the requests.
class DetailPane : public QFrame {
    Q_OBJECT
public:
    DetailPane(KeyService &service, CommandRegistry &commands, QWidget *parent = nullptr);
    void show(const KeyId &id);
    /// What the list knows of the key that is wanted, until the rest of it has been read: that may have to
    /// wait for the rate limit of its service.
    void showListed(const ApiKey &key);
    void showSeveral(qsizetype count);
    void setTimeZone(const QTimeZone &zone);
    /// What time alone changes in the key shown. What somebody is about to press or to copy stays.
    void passTime();
    /// A window over several: the connection of each key is said.
    void setConnectionNames(std::function<QString(const KeyId &)> nameOf) {
        m_connection = std::move(nameOf);
    }
    [[nodiscard]] const std::optional<ApiKey> &key() const { return m_key; }
    [[nodiscard]] KeyActivity &activity() { return *m_activity; }
    [[nodiscard]] Receipts &receipts(); ///< of all keys
    [[nodiscard]] KeyUsage &usage() { return *m_usage; }
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }
    static constexpr int Width = 380;

signals:
    void closeRequested();
    /// The key shown, freshly read; commands act on it.
    void keyLoaded(const latchkey::ApiKey &key);
    void customerRequested(const QString &customerId);
    /// The form of this key, at one field.
    void editRequested(const latchkey::ApiKey &key, const QString &field);
    /// "Why was this rejected?", of a request of this key.
    void whyRequested(const latchkey::RequestRecord &request);

private:
    QWidget *makeHeader(CommandRegistry &commands);
    void fill(const ApiKey &k);
    void scrollToTop();
    void fillOverview(const ApiKey &k);
    void fillServiceOverview(const ApiKey &k);
    void fillAudit(const QList<AuditEvent> &events);
    void addRow(const QString &label, const QString &value, const QString &tip = {}, bool mono = false);
    void addRow(const QString &label, QLabel *value);
    void addSteps(const ApiKey &k);

    KeyService &m_service;
    CommandRegistry &m_commands;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<ApiKey> m_key;
    KeyId m_wanted;
    KeyId m_auditOf; ///< whose entries are listed
    std::function<QString(const KeyId &)> m_connection;
    QStackedWidget *m_stack;
    QLabel *m_several;
    QLabel *m_name;
    StatusPill *m_pill;
    QLabel *m_masked;
    QTabWidget *m_tabs;
    QVBoxLayout *m_overview;
    ExposureCard *m_exposure;
    ReceiptCard *m_receipt;
    KeyUsage *m_usage;
    PermissionTree *m_permissions;
    QLabel *m_unread; ///< in place of permissions that are not known yet
    KeyActivity *m_activity;
    QVBoxLayout *m_audit;
};

} // namespace latchkey::ui
