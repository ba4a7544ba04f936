#include "ui/logs/retention_sheet.h"

#include "core/model/futures.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
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
    , m_apply(new QPushButton(this)) {
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
    m_apply->setProperty("danger", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_days);
    row->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(text);
    box->addLayout(row);
    box->addWidget(m_effect);
    box->addLayout(buttons);
    setMinimumWidth(460);
    connect(m_days, &QSpinBox::valueChanged, this, &RetentionSheet::preview);
    connect(m_apply, &QPushButton::clicked, this, &RetentionSheet::apply);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_apply, cancel);
    preview();
    log.retentionDays() | then(this, [this](const Result<int> &days) {
        if (days && *days > 0 && m_asked == 1) // not over what somebody has typed meanwhile
            m_days->setValue(*days);
    });
}

/// The dry run, at each change of the number.
void RetentionSheet::preview() {
    m_apply->setEnabled(false);
    const Instant now = m_clock.now();
    m_log.previewRetention(m_days->value(), now) |
        then(this, [this, now, asked = ++m_asked](const Result<RetentionPreview> &p) {
            if (asked != m_asked)
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
            m_previewed = now;
            m_apply->setEnabled(true);
        });
}

void RetentionSheet::apply() {
    emit wanted(m_days->value(), m_previewed);
    accept();
}

} // namespace latchkey::ui
