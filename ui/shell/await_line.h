#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

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
    /// `whom` names the connection; empty where several are looked at as one.
    AwaitLine(KeyService &service, StatusLine &line, std::function<QString()> whom, QObject *parent);

    static constexpr int LongMs = 1'000;

private:
    void say();
    KeyService &m_service;
    StatusLine &m_line;
    std::function<QString()> m_whom;
    QTimer m_long{this};
};

} // namespace latchkey::ui
