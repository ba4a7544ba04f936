#include "ui/dialogs/revoke_sheet.h"

#include "core/backend/request_log.h"
#include "core/model/futures.h"
#include "core/model/validation.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

RevokeSheet::RevokeSheet(const ApiKey &key, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
    , m_leaked(new QCheckBox(tr("The key leaked. Don't allow &restoring"), this))
    , m_calls(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_revoke(new QPushButton(tr("Revoke"), this)) {
    setObjectName(QStringLiteral("revokeSheet"));
    setWindowTitle(tr("Revoke"));
    auto *title = new QLabel(tr("Revoke “%1”?").arg(key.config.name), this);
    title->setProperty("heading", true);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QString what = tr("Apps using it stop working right away. Its history stays.");
    if (!key.lastUsedAt)
        what += u' ' + tr("No use of it is known.");
    else if (key.lastUsedFrom.isEmpty())
        what += u' ' + tr("It was last used %1.", "2 h ago").arg(relativeTime(*key.lastUsedAt, now));
    else
        what += u' ' + tr("It was last used %1 from %2.", "2 h ago, address")
                           .arg(relativeTime(*key.lastUsedAt, now), key.lastUsedFrom);
    if (isRotating(key, now))
        what += u' ' + tr("Its old token stops as well.");
    if (!key.config.storedIn.isEmpty())
        what += u' ' + tr("Stored in: %1.").arg(key.config.storedIn);
    auto *text = new QLabel(what, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_calls->setObjectName(QStringLiteral("revokeCalls"));
    m_calls->setTextFormat(Qt::PlainText);
    m_calls->setWordWrap(true);
    m_calls->hide();
    auto *ask = new QLabel(tr("&Why? (it goes into the audit log)"), this);
    ask->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("revokeReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_leaked->setObjectName(QStringLiteral("revokeLeaked"));
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_revoke->setObjectName(QStringLiteral("confirmRevoke"));
    m_revoke->setProperty("danger", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(text);
    box->addWidget(m_calls);
    box->addWidget(ask);
    box->addWidget(m_reason);
    box->addWidget(m_problem);
    box->addWidget(m_leaked);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_revoke);
    box->addSpacing(4);
    box->addLayout(buttons);
    connect(m_reason, &QLineEdit::textChanged, this, &RevokeSheet::check);
    connect(m_revoke, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_revoke, cancel);
    m_reason->setFocus();
    setMinimumWidth(460);
}

void RevokeSheet::showCalls(RequestLog &log, const KeyId &key, Instant now) {
    constexpr int MostLookedAt = 1000, MostNamed = 3;
    RequestFilter day;
    day.keys = {key};
    day.from = now.plusDays(-1);
    log.page(day, 0, MostLookedAt) | then(this, [this, &log, day](const Result<RequestPage> &newest) {
        if (!newest)
            return;
        QStringList from;
        for (const RequestRecord &r : newest->rows) {
            if (!r.ip.isEmpty() && !from.contains(r.ip))
                from.append(r.ip);
        }
        log.count(day) | then(this, [this, &log, day, from](const Result<RequestCount> &count) {
            if (!count)
                return;
            if (count->rows == 0) {
                RequestFilter any = day;
                any.keys.clear();
                log.count(any) | then(this, [this](const Result<RequestCount> &all) {
                    if (all && all->rows > 0) // else nobody tells this vault of requests
                        sayCalls(tr("No request with it in the last 24 hours."));
                });
                return;
            }
            QString text =
                tr("%Ln requests with it in the last 24 hours.", nullptr, static_cast<int>(count->rows));
            if (!from.isEmpty())
                text +=
                    u' ' +
                    tr("From %1.", "addresses").arg(QLocale().createSeparatedList(from.mid(0, MostNamed)));
            if (from.size() > MostNamed)
                text +=
                    u' ' + tr("And from %Ln others.", "addresses", static_cast<int>(from.size() - MostNamed));
            sayCalls(text);
        });
    });
}

void RevokeSheet::sayCalls(const QString &text) {
    m_calls->setText(text);
    m_calls->show();
    growToFit(this);
}

QString RevokeSheet::reason() const {
    return m_reason->text().trimmed();
}

bool RevokeSheet::leaked() const {
    return m_leaked->isChecked();
}

void RevokeSheet::check() {
    const auto bad = checkReason(m_reason->text());
    m_problem->setText(bad.isEmpty() ? QString() : sentence(bad.first()));
    m_problem->setVisible(!bad.isEmpty());
    growToFit(this);
    m_revoke->setEnabled(bad.isEmpty());
}

} // namespace latchkey::ui
