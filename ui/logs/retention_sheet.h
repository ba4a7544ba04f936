#pragma once

#include "core/backend/request_log.h"
#include "core/model/instant.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace latchkey::ui {

/// How long requests are kept. Says what would go before anything does.
class RetentionSheet : public QDialog {
    Q_OBJECT
public:
    RetentionSheet(RequestLog &log, const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);
    ~RetentionSheet() override;
    void reject() override;

signals:
    void removed(qint64 rows);

private:
    void preview();
    void apply();

    RequestLog &m_log;
    const Clock &m_clock;
    QTimeZone m_zone;
    QSpinBox *m_days;
    QLabel *m_effect;
    QProgressBar *m_progress;
    QPushButton *m_apply, *m_cancel;
    std::shared_ptr<std::atomic_bool> m_stop; ///< set while it runs
    int m_asked = 0;
};

} // namespace latchkey::ui
