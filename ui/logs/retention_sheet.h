#pragma once

#include "core/backend/request_log.h"
#include "core/model/instant.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QPushButton;
class QSpinBox;

namespace latchkey::ui {

/// How long requests are kept. Says what would go; a job does it.
class RetentionSheet : public QDialog {
    Q_OBJECT
public:
    RetentionSheet(RequestLog &log, const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);

signals:
    /// `asked`: when the dry run was made that somebody agreed to.
    void wanted(int days, latchkey::Instant asked);

private:
    void preview();
    void apply();

    RequestLog &m_log;
    const Clock &m_clock;
    QTimeZone m_zone;
    QSpinBox *m_days;
    QLabel *m_effect;
    QPushButton *m_apply;
    Instant m_previewed; ///< when the dry run that is shown was made
    int m_asked = 0;
};

} // namespace latchkey::ui
