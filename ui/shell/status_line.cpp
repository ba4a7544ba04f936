#include "ui/shell/status_line.h"

#include "core/backend/vault_backend.h"
#include "ui/commands/command_registry.h"
#include "ui/format/service_words.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace latchkey::ui {

StatusLine::StatusLine(CommandRegistry &commands, SecretClipboard &clipboard, QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new QLabel(this))
    , m_awaited(new QLabel(this))
    , m_task(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QToolButton(this))
    , m_clipboardText(new QLabel(this))
    , m_clear(new QToolButton(this)) {
    setSizeGripEnabled(false);
    m_counts->setContentsMargins(12, 0, 0, 0);
    addWidget(m_counts, 1);
    m_awaited->setObjectName(QStringLiteral("awaited"));
    addPermanentWidget(m_awaited);
    m_awaited->hide();
    m_task->setObjectName(QStringLiteral("taskText"));
    m_progress->setObjectName(QStringLiteral("taskProgress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_stop->setObjectName(QStringLiteral("taskCancel"));
    m_stop->setAutoRaise(true);
    m_stop->setText(tr("Cancel"));
    m_stop->setToolTip(tr("Stops after the keys that are being changed just now; what is done stays done"));
    m_stop->setAccessibleName(tr("Cancel the running task"));
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        emit taskCancelled();
    });
    for (QWidget *w : std::initializer_list<QWidget *>{m_task, m_progress, m_stop})
        addPermanentWidget(w);
    endTask();
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

void StatusLine::showCounts(const KeyList &list, qsizetype selected, const VaultInfo &info,
                            const QTimeZone &zone) {
    const int most = info.mostKeys; // 0: as many as there is room for
    const qsizetype shown = list.total(), all = list.unfiltered();
    const auto n = static_cast<int>(all);
    const QString some = QLocale().toString(shown);
    QString text = list.isOfSeen()            ? tr("%1 of the %Ln keys seen so far", nullptr, n).arg(some)
                   : shown == all && most > 0 ? countOf(all, most)
                   : shown == all             ? tr("%Ln keys", nullptr, n)
                                              : tr("%1 of %Ln keys", nullptr, n).arg(some);
    if (info.listMayBeCut)
        text += QStringLiteral("  ·  ") + mayBeMore();
    if (list.unread() > 0)
        text += QStringLiteral("  ·  ") + notReadYet(list.unread());
    if (info.waits)
        text += QStringLiteral("  ·  ") + waiting(*info.waits, zone);
    if (selected > 1)
        text += QStringLiteral("  ·  ") + tr("%Ln selected", nullptr, static_cast<int>(selected));
    if (!list.complete())
        text += QStringLiteral("  ·  ") + tr("loading…");
    m_counts->setText(text);
}

void StatusLine::showTask(const QString &doing, qsizetype seen, qsizetype all) {
    const QLocale l;
    m_task->setText(tr("%1: %2 of %3", "Deactivate 3,000 keys: 12 of 3,000")
                        .arg(doing, l.toString(seen), l.toString(all)));
    m_progress->setValue(all > 0 ? static_cast<int>(seen * 1000 / all) : 0);
    m_progress->setAccessibleName(doing);
    for (QWidget *w : std::initializer_list<QWidget *>{m_task, m_progress, m_stop})
        w->show();
}

void StatusLine::showAwaited(const QString &text) {
    constexpr int Widest = 360; // a name may be as long as it likes, a window of 900 px stays one
    m_awaited->setText(m_awaited->fontMetrics().elidedText(text, Qt::ElideMiddle, Widest));
    m_awaited->setToolTip(text);
    m_awaited->setHidden(text.isEmpty() || !m_task->isHidden()); // a job tells how far it is
}

void StatusLine::endTask() {
    for (QWidget *w : std::initializer_list<QWidget *>{m_task, m_progress, m_stop})
        w->hide();
    m_stop->setEnabled(true);
}

} // namespace latchkey::ui
