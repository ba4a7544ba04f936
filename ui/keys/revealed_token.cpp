#include "ui/keys/revealed_token.h"

namespace latchkey::ui {

RevealedToken::RevealedToken(QObject *parent)
    : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may take longer than it was said to
    connect(&m_timer, &QTimer::timeout, this, &RevealedToken::forget);
}

void RevealedToken::show(const KeyId &id, const QString &name, SharedSecret token, int seconds) {
    m_id = id;
    m_name = name;
    m_token = std::move(token);
    m_timer.stop();
    if (seconds > 0)
        m_timer.start(seconds * 1000);
    emit changed();
}

void RevealedToken::forget() {
    m_timer.stop();
    if (!m_token)
        return;
    m_token.reset();
    emit changed();
}

int RevealedToken::secondsLeft() const {
    return m_timer.isActive() ? (m_timer.remainingTime() + 999) / 1000 : 0;
}

QString RevealedToken::forPainting() const {
    return m_token ? QString::fromLatin1(m_token->data(), static_cast<qsizetype>(m_token->size()))
                   : QString();
}

} // namespace latchkey::ui
