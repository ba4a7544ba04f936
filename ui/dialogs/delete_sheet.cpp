#include "ui/dialogs/delete_sheet.h"

#include "core/model/futures.h"
#include "ui/dialogs/risk_groups.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

DeleteSheet::DeleteSheet(const ApiKey &key, qsizetype count, bool forGood, int retentionDays, Instant now,
                         QWidget *parent, const QString &service, const QString &connection)
    : QDialog(parent)
    , m_risks(new RiskGroups(this))
    , m_leftOut(new QLabel(this)) {
    setObjectName(QStringLiteral("deleteSheet"));
    const bool several = count > 1;
    const auto n = static_cast<int>(count);
    setWindowTitle(forGood ? tr("Delete permanently") : tr("Delete"));
    const QString name = key.config.name;
    auto *title = new QLabel(
        several
            ? (forGood ? tr("Delete %Ln keys permanently?", nullptr, n) : tr("Delete %Ln keys?", nullptr, n))
            : (forGood ? tr("Delete “%1” permanently?").arg(name) : tr("Delete “%1”?").arg(name)),
        this);
    title->setProperty("heading", true);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QString what =
        forGood   ? (several ? tr("They can't be brought back. Their history stays in the audit log.")
                             : tr("It can't be brought back. Its history stays in the audit log."))
        : several ? tr("They stop working and move to Recently deleted for %Ln days. Their history "
                       "stays in the audit log.",
                       nullptr, retentionDays)
                  : tr("It stops working and moves to Recently deleted for %Ln days. Its history "
                       "stays in the audit log.",
                       nullptr, retentionDays);
    if (!service.isEmpty())
        what =
            several
                ? tr("%1 refuses them from now on, and can't bring them back. It keeps no history.")
                      .arg(service)
                : tr("%1 refuses it from now on, and can't bring it back. It keeps no history.").arg(service);
    auto *text = new QLabel(what, this);
    text->setWordWrap(true);
    auto *used = new QLabel(this);
    used->setWordWrap(true);
    used->setProperty("secondary", true);
    if (!several) {
        const QString ago = key.lastUsedAt ? relativeTime(*key.lastUsedAt, now) : QString();
        QString last = !service.isEmpty() ? tr("When it was last used is not reported by %1.").arg(service)
                       : !key.lastUsedAt  ? tr("No use of it is known.")
                       : key.lastUsedFrom.isEmpty()
                           ? tr("Last used %1.", "2 h ago").arg(ago)
                           : tr("Last used %1 from %2.", "2 h ago, address").arg(ago, key.lastUsedFrom);
        if (!key.config.storedIn.isEmpty())
            last += u' ' + tr("Stored in: %1.").arg(key.config.storedIn);
        used->setText(last);
    }
    auto *which = new QLabel(this); // another key may have the same name
    which->setObjectName(QStringLiteral("deleteWhich"));
    which->setTextFormat(Qt::PlainText);
    which->setWordWrap(true);
    if (!several)
        which->setText(connection.isEmpty()
                           ? tr("Key ID: %1").arg(shownId(key))
                           : tr("Key ID: %1, in %2", "ID, connection").arg(shownId(key), connection));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(which);
    box->addWidget(text);
    box->addWidget(used);
    box->addWidget(m_risks);
    m_leftOut->setObjectName(QStringLiteral("deleteLeftOut"));
    m_leftOut->setProperty("warn", true);
    m_leftOut->setWordWrap(true);
    m_leftOut->setTextFormat(Qt::PlainText);
    m_leftOut->hide();
    box->addWidget(m_leftOut);
    used->setVisible(!several);
    which->setVisible(!several);
    m_delete = new QPushButton(forGood ? tr("Delete permanently") : tr("Delete"), this);
    m_delete->setObjectName(QStringLiteral("confirmDelete"));
    m_delete->setProperty("danger", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    QWidget *first = cancel;
    if (forGood) {
        const QString wanted = several ? QLocale().toString(count) : name;
        auto *ask = new QLabel(
            several ? tr("Type %1 to confirm:").arg(wanted) : tr("Type the key's name to confirm:"), this);
        auto *typed = new QLineEdit(this);
        typed->setObjectName(QStringLiteral("confirmName"));
        typed->setAccessibleName(ask->text());
        typed->setPlaceholderText(wanted);
        first = typed;
        box->addWidget(ask);
        box->addWidget(typed);
        m_delete->setEnabled(false);
        connect(typed, &QLineEdit::textChanged, this, [this, name, count, several](const QString &t) {
            m_delete->setEnabled(several ? QLocale().toLongLong(t.trimmed()) == count : t.trimmed() == name);
        });
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_delete);
    box->addSpacing(4);
    box->addLayout(buttons);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_delete, cancel);
    first->setFocus();
    setMinimumWidth(440);
}

void DeleteSheet::showRisks(VaultBackend &backend, const QList<KeyId> &keys, Instant now) {
    backend.summary(keys, now.plusDays(-1)) | then(this, [this, &backend](const Result<KeySummary> &s) {
        if (s)
            m_risks->preview(backend, *s);
    });
}

void DeleteSheet::showLeftOut(const QList<std::pair<QString, qsizetype>> &connections,
                              const QList<std::pair<QString, qsizetype>> &blocked) {
    QStringList lines;
    for (const auto &[why, keys] : blocked)
        lines.append(
            tr("%Ln keys are left out: %1.", "reason, without full stop", static_cast<int>(keys)).arg(why));
    for (const auto &[connection, keys] : connections)
        lines.append(
            tr("%Ln keys of %1 are left out: there they would be gone for good. Delete them separately.",
               "connection", static_cast<int>(keys))
                .arg(connection));
    m_leftOut->setText(lines.join(u'\n'));
    m_leftOut->setVisible(!lines.isEmpty());
}

} // namespace latchkey::ui
