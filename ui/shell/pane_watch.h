#pragma once

#include "core/services/connections/all_connections.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace latchkey::ui {

class Feedback;
class Sidebar;

/// What a window over all connections says of each of them: in the sidebar, and in one banner what is
/// missing.
class PaneWatch final : public QObject {
    Q_OBJECT
public:
    PaneWatch(AllConnections &all, Sidebar &sidebar, Feedback &feedback, QWidget *window);
    /// "3 of 4 connections"
    [[nodiscard]] QString stateText() const;

signals:
    void changed();
    /// This one alone.
    void connectionRequested(const latchkey::Connection &connection);

private:
    using Row = AllConnections::Row;
    void show();
    void choose(const KeyId &id);
    void askSecret(const Row &row);
    /// Why its keys are missing, in a sentence.
    [[nodiscard]] QString problem(const Row &row) const;

    AllConnections &m_all;
    Sidebar &m_sidebar;
    Feedback &m_feedback;
    QWidget *m_window;
    QPointer<QDialog> m_sheet;
    KeyId m_retried; ///< by the last click
    QElapsedTimer m_sinceRetry;
};

} // namespace latchkey::ui
