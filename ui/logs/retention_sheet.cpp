#include "ui/logs/retention_sheet.h"

#include "core/model/futures.h"
#include "ui/format/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int UsualDays = 90;
} // namespace

RetentionSheet::RetentionSheet(RequestLog &log, const Clock &clock, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_log(log)
    , m_clock(clock)
    , m_zone(zone)
    , m_days(new QSpinBox(this))
    , m_effect(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_apply(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("retentionSheet"));
    setWindowTitle(tr("Keep requests"));
    auto *text =
        new QLabel(tr("Older requests are removed. The charts and counts of their hours stay, and the "
                      "audit log isn't touched."),
                   this);
    text->setWordWrap(true);
    auto *label = new QLabel(tr("Keep requests for"), this);
    label->setBuddy(m_days);
    m_days->setRange(1, 365);
    m_days->setValue(UsualDays);
    m_days->setSuffix(u' ' + tr("days"));
    m_days->setAccessibleName(tr("Keep requests for, in days"));
    m_effect->setWordWrap(true);
    m_effect->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_apply->setProperty("danger", true);
    m_apply->setAutoDefault(false);
    m_cancel->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_days);
    row->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_apply);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(text);
    box->addLayout(row);
    box->addWidget(m_effect);
    box->addWidget(m_progress);
    box->addLayout(buttons);
    setMinimumWidth(460);
    connect(m_days, &QSpinBox::valueChanged, this, &RetentionSheet::preview);
    connect(m_apply, &QPushButton::clicked, this, &RetentionSheet::apply);
    connect(m_cancel, &QPushButton::clicked, this, &RetentionSheet::reject);
    connect(&log, &RequestLog::retentionProgress, this, [this](qint64 done, qint64 all) {
        m_progress->setValue(static_cast<int>(all > 0 ? qMin<qint64>(1000, done * 1000 / all) : 0));
    });
    preview();
    log.retentionDays() | then(this, [this](const Result<int> &days) {
        if (days && *days > 0 && m_asked == 1) // not over what somebody has typed meanwhile
            m_days->setValue(*days);
    });
}

RetentionSheet::~RetentionSheet() {
    if (m_stop)
        *m_stop = true;
}

/// The dry run, at each change of the number.
void RetentionSheet::preview() {
    m_apply->setEnabled(false);
    m_log.previewRetention(m_days->value(), m_clock.now()) |
        then(this, [this, asked = ++m_asked](const Result<RetentionPreview> &p) {
            if (asked != m_asked || m_stop)
                return;
            if (!p) {
                m_effect->setText(sentence(p.error()));
                return;
            }
            const auto n = static_cast<int>(qMin<qint64>(p->rows, std::numeric_limits<int>::max()));
            m_effect->setText(n == 0 ? tr("No request is older. Nothing is removed now.")
                                     : tr("Would remove %Ln requests older than %1.", nullptr, n)
                                           .arg(fullTime(p->before, m_zone)));
            m_apply->setText(n == 0 ? tr("Save") : tr("Remove %Ln requests", nullptr, n));
            m_apply->setEnabled(true);
        });
}

void RetentionSheet::apply() {
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_days->setEnabled(false);
    m_apply->setEnabled(false);
    m_cancel->setText(tr("Stop"));
    m_progress->show();
    m_log.applyRetention(m_days->value(), m_clock.now(), m_stop) |
        then(this, [this](const Result<qint64> &done) {
            m_stop.reset();
            if (done) {
                emit removed(*done);
                return accept();
            }
            m_progress->hide();
            m_days->setEnabled(true);
            m_cancel->setText(tr("Cancel"));
            m_effect->setText(sentence(done.error()));
        });
}

/// What is removed stays removed; the rest stays.
void RetentionSheet::reject() {
    if (m_stop)
        *m_stop = true;
    else
        QDialog::reject();
}

} // namespace latchkey::ui
