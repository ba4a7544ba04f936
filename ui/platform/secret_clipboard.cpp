#include "ui/platform/secret_clipboard.h"

#include "ui/platform/clipboard_hints.h"

#include <QClipboard>
#include <QMimeData>
#include <QTimer>

namespace latchkey::ui {

struct SecretClipboard::State {
    QClipboard *clipboard = nullptr;
    QTimer tick;
    int seconds = 30;
    int left = 0;
    bool ours = false;
    bool changing = false; ///< our own change is under way: its signal says nothing
};

SecretClipboard::SecretClipboard(QClipboard *clipboard, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>()) {
    m_state->clipboard = clipboard;
    m_state->tick.setInterval(1000);
    m_state->tick.setTimerType(Qt::PreciseTimer);
    connect(&m_state->tick, &QTimer::timeout, this, [this] {
        if (--m_state->left > 0)
            emit countdown(m_state->left);
        else
            clearNow();
    });
    connect(clipboard, &QClipboard::dataChanged, this, [this] {
        if (m_state->changing || !m_state->ours || m_state->clipboard->ownsClipboard())
            return;
        m_state->ours = false; // somebody else's now: left alone
        m_state->tick.stop();
        emit replaced();
    });
}

SecretClipboard::~SecretClipboard() {
    clearNow();
}

void SecretClipboard::setSeconds(int seconds) {
    m_state->seconds = seconds;
}
bool SecretClipboard::holds() const {
    return m_state->ours;
}
int SecretClipboard::secondsLeft() const {
    return m_state->ours ? m_state->left : 0;
}

void SecretClipboard::copy(const SecretBytes &secret) {
    copyText(QString::fromLatin1(secret.data(), static_cast<qsizetype>(secret.size())));
}

void SecretClipboard::copyText(const QString &text) {
    auto *mime = new QMimeData;
    mime->setText(text);
    markAsSecret(*mime);
    m_state->changing = true;
    m_state->clipboard->setMimeData(mime, QClipboard::Clipboard); // never the primary selection
    m_state->changing = false;
    m_state->ours = true;
    m_state->left = m_state->seconds;
    m_state->tick.start();
    emit copied(m_state->seconds);
    emit countdown(m_state->left);
}

bool SecretClipboard::clearNow() {
    m_state->tick.stop();
    if (!m_state->ours)
        return true;
    m_state->ours = false;
    if (!m_state->clipboard->ownsClipboard())
        return true;
    m_state->changing = true;
    m_state->clipboard->clear(QClipboard::Clipboard);
    m_state->changing = false;
    const bool empty = m_state->clipboard->text().isEmpty();
    if (empty)
        emit cleared();
    else
        emit clearFailed();
    return empty;
}

} // namespace latchkey::ui
