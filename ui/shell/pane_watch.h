#pragma once

#include "core/services/connections/all_connections.h"

#include <QDate>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QDialog;
class QWidget;

namespace latchkey::ui {

class Feedback;
class Settings;
class Sidebar;

/// What a window over all connections says of each of them: in the sidebar, and in one banner what is
/// missing.
class PaneWatch final : public QObject {
    Q_OBJECT
public:
    struct Place {
        const Settings &settings;
        const Clock &clock;
    };
    PaneWatch(AllConnections &all, Sidebar &sidebar, Feedback &feedback, const Place &place, QWidget *window);
    /// "3 of 4 connections"
    [[nodiscard]] QString stateText() const;

signals:
    void changed();
    /// This one alone.
    void connectionRequested(const latchkey::Connection &connection);

private:
    using Row = AllConnections::Row;
    void show();
    [[nodiscard]] QDate today() const;
    void choose(const KeyId &id);
    void askSecret(const Row &row);
    /// Why its keys are missing, or are as they were, in a sentence.
    [[nodiscard]] QString problem(const Row &row) const;
    /// What its trouble means for its keys.
    [[nodiscard]] QString consequence(const Row &row) const;
    /// One banner for all of these.
    [[nodiscard]] QString bannerText(const QList<Row> &troubled) const;

    AllConnections &m_all;
    Sidebar &m_sidebar;
    Feedback &m_feedback;
    Place m_place;
    QWidget *m_window;
    QDate m_shownOn; ///< a time of day that was said is of that day
    QTimer m_day;    ///< runs while a time is said
    QPointer<QDialog> m_sheet;
    KeyId m_retried; ///< by the last click
    QElapsedTimer m_sinceRetry;
};

} // namespace latchkey::ui
