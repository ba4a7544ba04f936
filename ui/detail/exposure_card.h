#pragma once

#include "core/services/key_service.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;

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

    KeyService &m_service;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<ApiKey> m_key;
    QLabel *m_text;
};

} // namespace latchkey::ui
