#pragma once

#include "core/backend/vault_backend.h"
#include "ui/logs/request_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class LogTable;

/// The requests of one key, in the detail pane.
class KeyActivity : public QWidget {
    Q_OBJECT
public:
    KeyActivity(VaultBackend &backend, const Clock &clock, QWidget *parent = nullptr);
    void setKey(const KeyId &id);
    void setTimeZone(const QTimeZone &zone) { m_model.setTimeZone(zone); }
    [[nodiscard]] RequestModel &model() { return m_model; }
    [[nodiscard]] LogTable &table() { return *m_table; }

signals:
    void whyRequested(const latchkey::RequestRecord &request);

private:
    void showUnread(const Error &e);
    RequestModel m_model;
    LogTable *m_table;
    QLabel *m_none;
    QPushButton *m_why;
    QStackedWidget *m_stack;
    KeyId m_key;
    bool m_isUnread = false;
};

} // namespace latchkey::ui
