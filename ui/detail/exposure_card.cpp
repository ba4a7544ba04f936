#include "ui/detail/exposure_card.h"

#include "core/model/futures.h"
#include "ui/commands/command_registry.h"
#include "ui/format/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

ExposureCard::ExposureCard(KeyService &service, CommandRegistry &commands, QWidget *parent)
    : QFrame(parent)
    , m_service(service)
    , m_commands(commands)
    , m_text(new QLabel(this))
    , m_mend(new QPushButton(this)) {
    setObjectName(QStringLiteral("exposure"));
    setProperty("card", true);
    m_text->setWordWrap(true);
    connect(m_mend, &QPushButton::clicked, this, [this] {
        m_commands.action(m_stops ? QStringLiteral("key.stopOld") : QStringLiteral("key.rotate"))->trigger();
    });
    auto *dismiss = new QPushButton(tr("Dismiss"), this);
    dismiss->setToolTip(tr("This token is no longer listed under Possibly exposed. The audit log notes it."));
    connect(dismiss, &QPushButton::clicked, this, &ExposureCard::dismiss);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_mend);
    buttons->addWidget(dismiss);
    buttons->addStretch(1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 8, 8, 8);
    box->addWidget(m_text);
    box->addLayout(buttons);
    hide();
}

void ExposureCard::setKey(const ApiKey &key) {
    if (!m_key || m_key->id != key.id)
        hide();
    m_key = key;
    VaultBackend &backend = m_service.backend();
    if (!backend.requests())
        return;
    backend.alerts({key.id}, {}) | then(this, [this, id = key.id](const Result<QHash<KeyId, KeyAlerts>> &a) {
        if (!m_key || m_key->id != id)
            return;
        if (!a || !a->value(id).contains(SmartFilter::PossiblyExposed))
            return hide();
        m_service.backend().requests()->exposures() |
            then(this, [this, id](const Result<QList<Exposure>> &all) {
                if (!m_key || m_key->id != id)
                    return;
                tell(all ? *all : QList<Exposure>());
            });
    });
}

/// A token that a rotation replaces already is not rotated again, but stopped.
void ExposureCard::tell(const QList<Exposure> &all) {
    std::optional<Instant> seen; // since then whoever reads the log may have it
    bool current = false;
    for (const Exposure &e : all) {
        if (e.key != m_key->id || e.dismissed)
            continue;
        seen = seen ? qMin(*seen, e.seen) : e.seen;
        current = current || e.credential == m_key->credentialId;
    }
    if (!seen)
        return hide(); // dismissed just now
    m_stops = !current && isRotating(*m_key, m_service.clock().now());
    m_text->setText(
        (m_stops
             ? tr("The old token stood readable in the address of a request on %1. Whoever reads that log "
                  "can use it until it stops: stop it as soon as the new one is in use.")
             : tr("The token stood readable in the address of a request on %1. Whoever reads "
                  "that log can use it: rotate the key, and send the token in a header."))
            .arg(fullTime(*seen, m_zone)));
    m_mend->setText(m_stops ? tr("Stop old key…") : tr("Rotate…"));
    show();
}

void ExposureCard::dismiss() {
    if (!m_key)
        return;
    m_service.dismissExposure(*m_key) | then(this, [this, id = m_key->id](const Outcome &done) {
        if (done && m_key && m_key->id == id)
            hide();
        else if (!done && done.error().code != ErrorCode::Cancelled)
            m_text->setText(sentence(done.error()));
    });
}

} // namespace latchkey::ui
