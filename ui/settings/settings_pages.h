#pragma once

#include "ui/settings/settings_page.h"

class QLabel;
class QPushButton;
class QSpinBox;

namespace latchkey {
class KeyService;
}

namespace latchkey::ui {

/// Where the settings are kept, and the way back to the defaults (with a way back from that).
class GeneralPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit GeneralPage(Settings &settings, QWidget *parent = nullptr);

private:
    void restoreDefaults();
    QPushButton *m_restore;
    QList<int> m_before; ///< what Undo gives back; empty = nothing to undo
};

class AppearancePage final : public SettingsPage {
    Q_OBJECT
public:
    explicit AppearancePage(Settings &settings, QWidget *parent = nullptr);
};

/// This computer's protection, and how long the open vault keeps deleted keys.
class SecurityPage final : public SettingsPage {
    Q_OBJECT
public:
    SecurityPage(Settings &settings, KeyService &service, QWidget *parent = nullptr);

private:
    void showRetention();
    void changeRetention(int days);
    KeyService &m_service;
    QSpinBox *m_retention;
    QLabel *m_problem;
};

class NotificationsPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit NotificationsPage(Settings &settings, QWidget *parent = nullptr);
};

class ThresholdsPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit ThresholdsPage(Settings &settings, QWidget *parent = nullptr);
};

} // namespace latchkey::ui
