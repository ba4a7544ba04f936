#include "ui/settings/settings_dialog.h"

#include "ui/settings/settings_pages.h"
#include "ui/settings/shortcuts_page.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

namespace latchkey::ui {

SettingsDialog::SettingsDialog(Settings &settings, CommandRegistry &commands, KeyService &service,
                               QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this)) {
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("settings"));
    setModal(false);
    resize(820, 560);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFixedWidth(184);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({18, 18});
    m_list->setSpacing(1);
    auto *row = new QHBoxLayout(this);
    const bool mirrored = isRightToLeft(); // margins are not mirrored by themselves
    row->setContentsMargins(mirrored ? 0 : 12, 12, mirrored ? 12 : 0, 12);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    addPage(QStringLiteral("general"), tr("General"), QStringLiteral("settings"), new GeneralPage(settings));
    addPage(QStringLiteral("appearance"), tr("Appearance"), QStringLiteral("sun"),
            new AppearancePage(settings));
    addPage(QStringLiteral("security"), tr("Security"), QStringLiteral("shield"),
            new SecurityPage(settings, service));
    addPage(QStringLiteral("notifications"), tr("Notifications"), QStringLiteral("info"),
            new NotificationsPage(settings));
    addPage(QStringLiteral("thresholds"), tr("Thresholds"), QStringLiteral("clock"),
            new ThresholdsPage(settings));
    addPage(QStringLiteral("shortcuts"), tr("Shortcuts"), QStringLiteral("keyboard"),
            new ShortcutsPage(settings, commands));
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(1); // what people come for most
    m_list->setFocus();
}

void SettingsDialog::addPage(const QString &id, const QString &title, const QString &icon, QWidget *page) {
    auto *item = new QListWidgetItem(themedIcon(icon), title, m_list);
    item->setData(Qt::UserRole, id);
    item->setSizeHint({0, 36});
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
}

void SettingsDialog::showPage(const QString &id) {
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(i);
    }
}

} // namespace latchkey::ui
