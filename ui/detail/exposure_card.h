#pragma once

#include "core/backend/request_log.h"
#include "core/services/key_service.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class CommandRegistry;

/// "This key's token stood readable in an address": when, and what to do. Hidden while there is nothing to
/// say.
class ExposureCard : public QFrame {
    Q_OBJECT
public:
    ExposureCard(KeyService &service, CommandRegistry &commands, QWidget *parent = nullptr);
    void setKey(const ApiKey &key);
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

private:
    void dismiss();
    void tell(const QList<Exposure> &all);

    KeyService &m_service;
    CommandRegistry &m_commands;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<ApiKey> m_key;
    QLabel *m_text;
    QPushButton *m_mend;
    bool m_stops = false; ///< the button stops the old token; else it rotates
};

} // namespace latchkey::ui
