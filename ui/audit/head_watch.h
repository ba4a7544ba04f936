#pragma once

#include "core/services/key_service.h"
#include "ui/settings/settings.h"

#include <QTimer>

namespace latchkey::ui {

/// Remembers the last entry of a vault's audit log that this computer has seen, and looks whether the log
/// still contains it: a log that was rolled back, cut or replaced is noticed, though its own chain is whole.
/// Asks nothing for who may not read it.
class HeadWatch : public QObject {
    Q_OBJECT
public:
    HeadWatch(const KeyService &service, Settings &settings, QObject *parent = nullptr);
    /// Compares, then remembers the newest entry.
    void check();
    /// The log as it is now is the one to go on from.
    void accept();
    [[nodiscard]] bool alarmed() const { return m_alarmed; }
    [[nodiscard]] qint64 seenSeq() const; ///< 0: nothing was remembered yet

signals:
    /// The entry that was seen last is gone or another one.
    void alarm(qint64 seq);
    void calmed();

private:
    void remember();

    const KeyService &m_service;
    VaultBackend &m_backend;
    Settings &m_settings;
    QTimer m_later;
    bool m_alarmed = false;
};

} // namespace latchkey::ui
