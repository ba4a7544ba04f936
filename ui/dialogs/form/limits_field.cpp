#include "ui/dialogs/form/limits_field.h"

#include "core/model/validation.h"
#include "ui/format/words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace latchkey::ui {

namespace {
constexpr std::array fieldNames{"limits.second", "limits.minute", "limits.hour", "limits.day"};
}

QString LimitsField::nameOf(RatePeriod p) {
    return QLatin1StringView(fieldNames[static_cast<size_t>(p)]);
}

LimitsField::LimitsField(QWidget *parent)
    : QWidget(parent) {
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    for (const RatePeriod p : AllRatePeriods) {
        const int i = static_cast<int>(p);
        auto *edit = new QLineEdit(this);
        edit->setObjectName(QLatin1StringView(fieldNames[static_cast<size_t>(i)]));
        edit->setAccessibleName(requestsPer(p));
        edit->setAlignment(Qt::AlignTrailing);
        edit->setPlaceholderText(QStringLiteral("–"));
        edit->setMinimumWidth(64);
        auto *label = new QLabel(perPeriod(p), this);
        label->setProperty("secondary", true);
        label->setForegroundRole(QPalette::WindowText);
        label->setBuddy(edit);
        grid->addWidget(edit, 0, i);
        grid->addWidget(label, 1, i);
        connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) {
            if (!text.isEmpty() && m_none->isChecked()) {
                const QSignalBlocker quiet(m_none);
                m_none->setChecked(false);
            }
            emit changed();
        });
        m_counts[static_cast<size_t>(i)] = edit;
    }
    m_none = new QCheckBox(tr("No limit"), this); // Tab comes to it after the counts
    grid->addWidget(m_none, 2, 0, 1, 4);
    setFocusProxy(m_counts[1]);
    connect(m_none, &QCheckBox::toggled, this, &LimitsField::noLimitToggled);
}

void LimitsField::noLimitToggled(bool on) {
    if (on) {
        for (auto *edit : m_counts) {
            const QSignalBlocker quiet(edit);
            edit->clear();
        }
    } else {
        m_counts[1]->setFocus();
    }
    emit changed();
}

void LimitsField::setLimits(const RateLimits &limits) {
    QLineEdit *first = nullptr;
    for (const RatePeriod p : AllRatePeriods) {
        auto *edit = m_counts[static_cast<size_t>(p)];
        const QSignalBlocker quiet(edit);
        const auto n = limits.get(p);
        edit->setText(n ? QString::number(*n) : QString());
        if (n && !first)
            first = edit;
    }
    setFocusProxy(first ? first : m_counts[1]);
    const QSignalBlocker quiet(m_none);
    m_none->setChecked(limits.isEmpty());
}

RateLimits LimitsField::limits() const {
    RateLimits l;
    for (const RatePeriod p : AllRatePeriods) {
        const auto n = parseCount(m_counts[static_cast<size_t>(p)]->text(), QString());
        if (n)
            l.set(p, *n);
    }
    return l;
}

QList<FieldError> LimitsField::errors() const {
    QList<FieldError> bad;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i]->text().trimmed().isEmpty())
            continue;
        const auto n = parseCount(m_counts[i]->text(), QLatin1StringView(fieldNames[i]));
        if (!n)
            bad.append(n.error().fields);
    }
    return bad;
}

} // namespace latchkey::ui
