#include "ui/dialogs/rotate/stop_old_sheet.h"

#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

bool oldIsBusy(const ApiKey &key, Instant now) {
    constexpr qint64 Hour = 3'600'000;
    if (!key.old)
        return false;
    if (const auto used = oldLastUsed(key))
        return now.ms() - used->ms() < Hour;
    // A use of the new token has taken the place of what was known from before the rotation.
    return key.lastUsedAt && key.rotatedAt && now.ms() - key.rotatedAt->ms() < Hour;
}

StopOldSheet::StopOldSheet(const ApiKey &key, Instant now, QWidget *parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("stopOldSheet"));
    setWindowTitle(tr("Stop old key"));
    const bool busy = oldIsBusy(key, now);
    auto *title = new QLabel(tr("Stop the old key of “%1”?").arg(key.config.name), this);
    title->setProperty("heading", true);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    const auto used = oldLastUsed(key);
    QString what;
    if (busy && used)
        what = tr("The old key was used %1. Stopping it now may break whatever uses it.", "3 min ago")
                   .arg(relativeTime(*used, now));
    else if (busy)
        what = tr("The key was rotated %1. Whether something still uses the old one isn't known yet: "
                  "stopping it now may break it.",
                  "3 min ago")
                   .arg(relativeTime(*key.rotatedAt, now));
    else if (used)
        what = tr("The old key was last used %1. Apps that still have it are refused from now on.", "2 h ago")
                   .arg(relativeTime(*used, now));
    else
        what = tr(
            "The old key was not used since the rotation. Apps that still have it are refused from now on.");
    auto *text = new QLabel(what, this);
    text->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *extend = new QPushButton(tr("Extend 24 h"), this);
    extend->setObjectName(QStringLiteral("extendOld"));
    extend->setAutoDefault(false);
    auto *stop = new QPushButton(tr("Stop old key"), this);
    stop->setObjectName(QStringLiteral("confirmStopOld"));
    stop->setProperty(busy ? "danger" : "primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(extend);
    buttons->addWidget(stop);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(text);
    box->addSpacing(4);
    box->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, stop, cancel, OnReturn::NeverDoes);
    connect(stop, &QPushButton::clicked, this, &QDialog::accept);
    connect(extend, &QPushButton::clicked, this, [this] {
        emit extendWanted();
        reject();
    });
    cancel->setFocus();
    setMinimumWidth(460);
}

} // namespace latchkey::ui
