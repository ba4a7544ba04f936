#pragma once

#include "core/services/connections/connection.h"

#include <QTimer>

namespace latchkey::ui {

class Feedback;
class KeyTableModel;
class Settings;

/// Whether the vault answers, and since when what is on the screen is so. Of a file it only says what is
/// wrong with it; of a database or a server that it works offline, until the answers come back.
class ConnectionWatch final : public QObject {
    Q_OBJECT
public:
    struct Place {
        ConnectionKind kind;
        const Settings &settings;
        const Clock &clock;
    };
    ConnectionWatch(VaultBackend &backend, KeyTableModel &model, Feedback &feedback, const Place &place,
                    QObject *parent);
    [[nodiscard]] bool isOffline() const { return m_offline; }
    /// "● Connected · updated 12 s ago", "○ Offline"
    [[nodiscard]] QString stateText() const;

signals:
    void changed(); ///< offline, or not any more
    void ticked();  ///< stateText() may read otherwise
    void retryRequested();

private:
    [[nodiscard]] Instant updated() const;
    void heard();
    void trouble(const Error &error);
    void recover();
    void ask();
    void showOffline();
    VaultBackend &m_backend;
    KeyTableModel &m_model;
    Feedback &m_feedback;
    Place m_place;
    Instant m_updated; ///< the newest answer
    QTimer m_tick;
    int m_ticks = 0;
    bool m_asking = false;
    bool m_offline = false;
    bool m_databaseAway = false; ///< behind a server that answers
};

} // namespace latchkey::ui
