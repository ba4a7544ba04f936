#include "ui/shell/status_line.h"

#include "ui/commands/command_registry.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace latchkey::ui {

StatusLine::StatusLine(CommandRegistry &commands, SecretClipboard &clipboard, QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new QLabel(this))
    , m_clipboardText(new QLabel(this))
    , m_clear(new QToolButton(this)) {
    setSizeGripEnabled(false);
    m_counts->setContentsMargins(12, 0, 0, 0);
    addWidget(m_counts, 1);
    m_clear->setAutoRaise(true);
    m_clear->setIcon(themedIcon(QStringLiteral("close")));
    m_clear->setToolTip(tr("Clear the clipboard now"));
    m_clear->setAccessibleName(m_clear->toolTip());
    addPermanentWidget(m_clipboardText);
    addPermanentWidget(m_clear);
    auto *lock = new QToolButton(this);
    lock->setAutoRaise(true);
    lock->setDefaultAction(commands.action(QStringLiteral("window.lock")));
    lock->setAccessibleName(tr("Lock now"));
    addPermanentWidget(lock);
    const auto holding = [this](bool on) {
        m_clipboardText->setVisible(on);
        m_clear->setVisible(on);
    };
    holding(false);
    connect(m_clear, &QToolButton::clicked, &clipboard, &SecretClipboard::clearNow);
    connect(&clipboard, &SecretClipboard::countdown, this, [this, holding](int left) {
        m_clipboardText->setText(tr("Clipboard clears in %1 s").arg(left));
        holding(true);
    });
    connect(&clipboard, &SecretClipboard::cleared, this, [holding] { holding(false); });
    connect(&clipboard, &SecretClipboard::replaced, this, [holding] { holding(false); });
    connect(&clipboard, &SecretClipboard::clearFailed, this, [holding] { holding(false); });
}

void StatusLine::showCounts(qsizetype shown, qsizetype all, qsizetype selected, bool indexing) {
    const auto n = static_cast<int>(all);
    QString text = shown == all ? tr("%Ln keys", nullptr, n)
                                : tr("%1 of %Ln keys", nullptr, n).arg(QLocale().toString(shown));
    if (selected > 1)
        text += QStringLiteral("  ·  ") + tr("%Ln selected", nullptr, static_cast<int>(selected));
    if (indexing)
        text += QStringLiteral("  ·  ") + tr("loading…");
    m_counts->setText(text);
}

} // namespace latchkey::ui
