#include "ui/settings/settings_pages.h"

#include "core/model/futures.h"
#include "core/services/key_service.h"
#include "ui/format/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <array>

namespace latchkey::ui {

namespace {

const std::array numbers{
    setting::Theme,         setting::Density,         setting::TimeZone,     setting::ClipboardSeconds,
    setting::RevealSeconds, setting::AutoLockMinutes, setting::ExpiringDays, setting::NeverUsedDays,
    setting::UnusedDays};
const std::array flags{setting::ReduceMotion, setting::DailyDigest};

} // namespace

GeneralPage::GeneralPage(Settings &settings, QWidget *parent)
    : SettingsPage(tr("General"), settings, parent)
    , m_restore(new QPushButton(this)) {
    auto *file = new QLineEdit(settings.fileName(), this);
    file->setReadOnly(true);
    file->setCursorPosition(0);
    file->setMinimumWidth(280);
    file->setAccessibleName(tr("Settings file"));
    row(tr("Settings file"), file, tr("Only you can read it. It never contains a key."));
    m_restore->setObjectName(QStringLiteral("restoreDefaults"));
    row(tr("Defaults"), m_restore, tr("Sets every page except Shortcuts back to how Latchkey came."));
    m_restore->setText(tr("Restore defaults"));
    connect(m_restore, &QPushButton::clicked, this, &GeneralPage::restoreDefaults);
    connect(&settings, &Settings::changed, this, [this] {
        if (!m_before.isEmpty() && sender() == &m_settings && m_restore->isEnabled()) {
            m_before.clear(); // something newer was chosen: there is nothing to undo any more
            m_restore->setText(tr("Restore defaults"));
        }
    });
    finish();
}

void GeneralPage::restoreDefaults() {
    const QList<int> back = std::exchange(m_before, {});
    QList<int> now;
    m_restore->setEnabled(false); // marks the changes below as ours
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        now.append(m_settings.get(numbers[i]));
        m_settings.set(numbers[i], back.isEmpty() ? numbers[i].fallback : back.at(static_cast<int>(i)));
    }
    for (std::size_t i = 0; i < flags.size(); ++i) {
        now.append(m_settings.get(flags[i]) ? 1 : 0);
        m_settings.set(flags[i], back.isEmpty() ? flags[i].fallback
                                                : back.at(static_cast<int>(numbers.size() + i)) == 1);
    }
    m_restore->setEnabled(true);
    m_restore->setFocus();
    if (back.isEmpty())
        m_before = now;
    m_restore->setText(back.isEmpty() ? tr("Undo") : tr("Restore defaults"));
}

AppearancePage::AppearancePage(Settings &settings, QWidget *parent)
    : SettingsPage(tr("Appearance"), settings, parent) {
    row(tr("Theme"), choice(setting::Theme, tr("Theme"),
                            {{0, tr("Follow the system")}, {1, tr("Light")}, {2, tr("Dark")}}));
    row(tr("Table rows"), choice(setting::Density, tr("Table rows"),
                                 {{24, tr("Compact")}, {28, tr("Default")}, {40, tr("Comfortable")}}));
    row(tr("Times"),
        choice(setting::TimeZone, tr("Times"), {{0, tr("In this computer's time zone")}, {1, tr("In UTC")}}),
        tr("Exports are always in UTC."));
    row(tr("Motion"), check(setting::ReduceMotion, tr("No animations")));
    finish();
}

SecurityPage::SecurityPage(Settings &settings, KeyService &service, QWidget *parent)
    : SettingsPage(tr("Security"), settings, parent)
    , m_service(service)
    , m_retention(new QSpinBox(this))
    , m_problem(new QLabel(this)) {
    section(tr("This computer"));
    row(tr("Lock after"),
        number(
            setting::AutoLockMinutes, tr("Lock after"), [](int n) { return tr("%Ln minutes", nullptr, n); },
            tr("Never")),
        tr("Without a key press or a mouse move. Locking covers the window, forgets revealed keys and clears "
           "the clipboard."));
    row(tr("Clear the clipboard after"),
        number(setting::ClipboardSeconds, tr("Clear the clipboard after"),
               [](int n) { return tr("%Ln seconds", nullptr, n); }),
        tr("Only if it still holds the key that you copied."));
    row(tr("Hide a revealed key after"), number(setting::RevealSeconds, tr("Hide a revealed key after"),
                                                [](int n) { return tr("%Ln seconds", nullptr, n); }));
    section(tr("Vault “%1”").arg(service.backend().info().name));
    m_retention->setObjectName(QStringLiteral("retention"));
    m_retention->setAccessibleName(tr("Keep deleted keys for"));
    m_retention->setRange(0, 3650);
    wordAround(m_retention, [](int n) { return tr("%Ln days", nullptr, n); });
    m_retention->setSpecialValueText(tr("Delete at once"));
    m_retention->setKeyboardTracking(false);
    m_retention->setMinimumWidth(140);
    row(tr("Keep deleted keys for"), m_retention,
        tr("In Recently deleted, where they can be restored. Everybody who uses this vault gets this "
           "setting."));
    m_problem->setObjectName(QStringLiteral("retentionProblem"));
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_box->addWidget(m_problem);
    connect(m_retention, &QSpinBox::valueChanged, this, &SecurityPage::changeRetention);
    showRetention();
    finish();
}

void SecurityPage::showRetention() {
    const QSignalBlocker quiet(m_retention);
    const VaultInfo info = m_service.backend().info();
    const bool one = m_service.backend().capabilities().rotateMany; // not several vaults as one
    const bool may = one && m_service.mayAdminister().has_value();
    m_retention->setValue(info.deletedRetentionDays);
    m_retention->setEnabled(may);
    m_retention->setToolTip(may   ? QString()
                            : one ? m_service.mayWrite() ? tr("Only an administrator can change this.")
                                                         : tr("This vault is read-only.")
                                  : tr("Each vault has its own. Open one connection to change it."));
}

void SecurityPage::changeRetention(int days) {
    m_problem->hide();
    m_service.backend().setDeletedRetentionDays(days, {m_service.principal().name}) |
        then(this, [this](const Outcome &outcome) {
            if (outcome)
                return;
            m_problem->setText(sentence(outcome.error()));
            m_problem->show();
            showRetention();
        });
}

NotificationsPage::NotificationsPage(Settings &settings, QWidget *parent)
    : SettingsPage(tr("Notifications"), settings, parent) {
    row(tr("Keys that expire"), check(setting::DailyDigest, tr("Once a day")),
        tr("One notice a day while keys are about to expire. How soon that is stands under Thresholds."));
    finish();
}

ThresholdsPage::ThresholdsPage(Settings &settings, QWidget *parent)
    : SettingsPage(tr("Thresholds"), settings, parent) {
    note(tr("When the filters in the sidebar count a key."));
    row(tr("Expiring soon"), number(setting::ExpiringDays, tr("Expiring soon"),
                                    [](int n) { return tr("%Ln days before", nullptr, n); }));
    row(tr("Never used"), number(setting::NeverUsedDays, tr("Never used"),
                                 [](int n) { return tr("%Ln days after creation", nullptr, n); }));
    row(tr("Unused"), number(setting::UnusedDays, tr("Unused"),
                             [](int n) { return tr("%Ln days without a request", nullptr, n); }));
    finish();
}

} // namespace latchkey::ui
