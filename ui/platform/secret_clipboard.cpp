#include "ui/platform/secret_clipboard.h"

#include "ui/platform/clipboard_hints.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>
#include <QWindow>
#include <utility>

namespace latchkey::ui {

namespace {

class SystemClipboard final : public ClipboardPort {
public:
    explicit SystemClipboard(QClipboard *clipboard)
        : m_clipboard(clipboard) {
        connect(clipboard, &QClipboard::dataChanged, this, &ClipboardPort::changed);
    }
    void put(const QString &text) override {
        auto *mime = new QMimeData;
        mime->setText(text);
        markAsSecret(*mime);
        m_clipboard->setMimeData(mime, QClipboard::Clipboard); // never the primary selection
    }
    void putPublic(const QString &text) override { m_clipboard->setText(text, QClipboard::Clipboard); }
    void clear() override { m_clipboard->clear(QClipboard::Clipboard); }
    [[nodiscard]] bool isOurs() const override { return m_clipboard->ownsClipboard(); }
    [[nodiscard]] QString text() const override { return m_clipboard->text(QClipboard::Clipboard); }

private:
    QClipboard *m_clipboard;
};

QByteArray fingerprint(const QString &text) {
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

struct SecretClipboard::State {
    std::unique_ptr<ClipboardPort> port;
    QTimer tick;
    QElapsedTimer since;
    QByteArray print; ///< of what was put there; never the secret itself
    int seconds = 30;
    int left = 0;
    bool ours = false;
    bool changing = false; ///< our own change is under way: its signal says nothing
    bool retry = false;    ///< a clear failed and is tried again with the next focus
};

SecretClipboard::SecretClipboard(QClipboard *clipboard, QObject *parent)
    : SecretClipboard(std::make_unique<SystemClipboard>(clipboard), parent) {}

SecretClipboard::SecretClipboard(std::unique_ptr<ClipboardPort> port, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>()) {
    m_state->port = std::move(port);
    m_state->tick.setTimerType(Qt::PreciseTimer);
    connect(&m_state->tick, &QTimer::timeout, this, &SecretClipboard::onTick);
    connect(m_state->port.get(), &ClipboardPort::changed, this, &SecretClipboard::onChanged);
    if (auto *app = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *window) {
            if (window && m_state->retry)
                clearNow();
        });
    }
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
    m_state->changing = true;
    m_state->port->put(text);
    m_state->changing = false;
    m_state->print = fingerprint(text);
    m_state->retry = false;
    start();
}

void SecretClipboard::copyPublic(const QString &text) {
    m_state->changing = true;
    m_state->port->putPublic(text);
    m_state->changing = false;
    letGo();
}

void SecretClipboard::start() {
    m_state->ours = true;
    m_state->left = m_state->seconds;
    m_state->since.start();
    m_state->tick.start(1000);
    emit copied(m_state->seconds);
    emit countdown(m_state->left);
}

/// Counts by the clock, not by ticks: a computer that slept clears as soon as it wakes.
void SecretClipboard::onTick() {
    m_state->left = m_state->seconds - static_cast<int>((m_state->since.elapsed() + 50) / 1000);
    if (m_state->left > 0)
        emit countdown(m_state->left);
    else
        clearNow();
}

void SecretClipboard::onChanged() {
    if (m_state->changing || !m_state->ours)
        return;
    if (m_state->port->isOurs() && fingerprint(m_state->port->text()) == m_state->print)
        return;
    letGo(); // something else now, of another program or from a text field here: left alone
}

void SecretClipboard::letGo() {
    m_state->tick.stop();
    m_state->retry = false;
    m_state->print.clear();
    if (std::exchange(m_state->ours, false))
        emit replaced();
}

bool SecretClipboard::clearNow() {
    m_state->tick.stop();
    if (!m_state->ours)
        return true;
    if (!m_state->port->isOurs()) {
        // Taken by another program without a word to us: theirs, unless it is our own text handed back by a
        // manager.
        if (fingerprint(m_state->port->text()) != m_state->print) {
            m_state->ours = m_state->retry = false;
            emit replaced();
            return true;
        }
    }
    m_state->changing = true;
    m_state->port->clear();
    m_state->changing = false;
    m_state->left = 0;
    if (fingerprint(m_state->port->text()) == m_state->print) {
        m_state->retry = true;
        emit clearFailed();
        return false;
    }
    m_state->ours = m_state->retry = false;
    m_state->print.clear();
    emit cleared();
    return true;
}

} // namespace latchkey::ui
