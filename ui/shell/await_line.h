#pragma once

#include <QObject>
#include <QTimer>

namespace latchkey {
class KeyService;
}

namespace latchkey::ui {

class StatusLine;

/// Says in the status line that a change has not been answered yet, once that takes longer than a person
/// expects: a database that hangs, another program that holds the vault.
class AwaitLine : public QObject {
    Q_OBJECT
public:
    AwaitLine(KeyService &service, StatusLine &line, QObject *parent);

    static constexpr int LongMs = 1'000;

private:
    void say();
    KeyService &m_service;
    StatusLine &m_line;
    QTimer m_long{this};
};

} // namespace latchkey::ui
