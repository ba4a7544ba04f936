#include "ui/detail/exposure_card.h"

#include "core/backend/request_log.h"
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
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("exposure"));
    setProperty("card", true);
    m_text->setWordWrap(true);
    auto *rotate = new QPushButton(tr("Rotate…"), this);
    connect(rotate, &QPushButton::clicked, commands.action(QStringLiteral("key.rotate")), &QAction::trigger);
    auto *dismiss = new QPushButton(tr("Dismiss"), this);
    dismiss->setToolTip(tr("This token is no longer listed under Possibly exposed. The audit log notes it."));
    connect(dismiss, &QPushButton::clicked, this, &ExposureCard::dismiss);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(rotate);
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
        m_service.backend().requests()->exposures() | then(this, [this,
                                                                  id](const Result<QList<Exposure>> &all) {
            if (!m_key || m_key->id != id)
                return;
            std::optional<Instant> seen; // since then whoever reads the log may have it
            for (const Exposure &e : all ? *all : QList<Exposure>()) {
                if (e.key == id && !e.dismissed)
                    seen = seen ? qMin(*seen, e.seen) : e.seen;
            }
            if (!seen)
                return hide(); // dismissed just now
            m_text->setText(tr("The token stood readable in the address of a request on %1. Whoever reads "
                               "that log can use it: rotate the key, and send the token in a header.")
                                .arg(fullTime(*seen, m_zone)));
            show();
        });
    });
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
