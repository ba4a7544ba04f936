#include "ui/lock/lock_cover.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace latchkey::ui {

LockCover::LockCover(QWidget *window, QWidget *content)
    : QFrame(window)
    , m_window(window)
    , m_content(content)
    , m_button(new QPushButton(tr("Unlock"), this)) {
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("lockCover"));
    setAccessibleName(tr("Latchkey is locked"));
    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(72, 72));
    icon->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("Latchkey is locked"), this);
    title->setProperty("heading", true);
    title->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(tr("Revealed keys were forgotten and the clipboard was cleared."), this);
    text->setProperty("secondary", true);
    text->setAlignment(Qt::AlignCenter);
    m_button->setProperty("primary", true);
    m_button->setDefault(true);
    auto *box = new QVBoxLayout(this);
    box->setSpacing(12);
    box->addStretch(2);
    box->addWidget(icon);
    box->addWidget(title);
    box->addWidget(text);
    box->addSpacing(8);
    box->addWidget(m_button, 0, Qt::AlignHCenter);
    box->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &LockCover::unlock);
    window->installEventFilter(this);
    hide();
}

LockCover::~LockCover() {
    qApp->removeEventFilter(this);
}

QWidget *LockCover::plateOver(QWidget *window) {
    auto *plate = new QFrame(window);
    plate->setObjectName(QStringLiteral("lockPlate"));
    plate->setAutoFillBackground(true);
    plate->setAccessibleName(tr("Latchkey is locked"));
    auto *text = new QLabel(tr("Latchkey is locked"), plate);
    text->setProperty("section", true);
    auto *button = new QPushButton(tr("Unlock"), plate); // a sheet may block the main window's button
    button->setProperty("primary", true);
    connect(button, &QPushButton::clicked, this, &LockCover::unlock);
    auto *box = new QVBoxLayout(plate);
    box->setSpacing(12);
    box->addStretch(1);
    box->addWidget(text, 0, Qt::AlignHCenter);
    box->addWidget(button, 0, Qt::AlignHCenter);
    box->addStretch(1);
    plate->setGeometry(window->rect());
    return plate;
}

void LockCover::coverOther(QWidget *window) {
    if (window == m_window || !window->isVisible() ||
        !(window->windowType() == Qt::Window || window->windowType() == Qt::Dialog))
        return;
    QWidget *had = window->focusWidget();
    const QSize size = window->size();
    hideContentOf(window);
    window->resize(size);
    QWidget *plate = plateOver(window);
    plate->show();
    plate->raise();
    auto *button = plate->findChild<QPushButton *>();
    button->setFocus();
    m_covered.append({window, plate, button, had});
}

/// What asks for the focus behind the cover gets it when that is gone: until then the keyboard unlocks.
void LockCover::keepFocusOff(const QWidget *window) {
    for (Covered &c : m_covered) {
        QWidget *asks = c.window && c.window == window ? window->focusWidget() : nullptr;
        if (asks && asks != window && c.button && !isUncovered(asks)) {
            c.wanted = asks;
            c.button->setFocus();
        }
    }
}

bool LockCover::isUncovered(const QWidget *w) const {
    return std::any_of(m_covered.begin(), m_covered.end(), [w](const Covered &c) {
        return c.plate && (c.plate == w || c.plate->isAncestorOf(w));
    });
}

bool LockCover::isPlated(const QWidget *window) const {
    return std::any_of(m_covered.begin(), m_covered.end(),
                       [this, window](const Covered &c) { return c.plate != this && c.window == window; });
}

void LockCover::hideContentOf(QWidget *window) {
    const auto children = window->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *w : children) {
        if (w != this && !w->isWindow() && !w->isHidden()) {
            w->hide(); // hidden widgets take no keys and no clicks and are not spoken
            m_hidden.append(w);
        }
    }
}

void LockCover::lock() {
    if (std::exchange(m_locked, true))
        return;
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            break; // it refuses; it is behind nothing secret
    }
    QWidget *had = m_window->focusWidget(); // also where another program has the keyboard
    hideContentOf(m_window);
    if (m_content && m_content->isVisible()) {
        m_content->hide();
        m_hidden.append(m_content);
    }
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *w : windows)
        coverOther(w);
    setGeometry(m_window->rect());
    show();
    raise();
    m_button->setFocus();
    m_covered.append({m_window, this, m_button, had});
    qApp->installEventFilter(this);
    emit locked();
}

void LockCover::unlock() {
    if (!std::exchange(m_locked, false))
        return;
    qApp->removeEventFilter(this);
    for (const Covered &c : std::as_const(m_covered))
        keepFocusOff(c.window);
    const auto covered = std::exchange(m_covered, {});
    for (const Covered &c : covered) {
        if (c.button)
            c.button->clearFocus(); // what is the window's default button is that again
        if (c.plate != this)
            delete c.plate;
    }
    for (const auto &w : std::exchange(m_hidden, {})) {
        if (w)
            w->show();
    }
    hide();
    for (const Covered &c : covered) {
        if (c.window && c.wanted && c.wanted->isVisibleTo(c.window))
            c.wanted->setFocus();
    }
    emit unlocked();
}

bool LockCover::eventFilter(QObject *watched, QEvent *event) {
    if (!m_locked)
        return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Resize:
        for (const Covered &c : std::as_const(m_covered)) {
            if (c.plate && c.window == watched)
                c.plate->setGeometry(c.window->rect());
        }
        break;
    case QEvent::FocusIn:
    case QEvent::WindowActivate:
        if (const auto *w = qobject_cast<QWidget *>(watched); w && !isUncovered(w))
            keepFocusOff(w->window());
        break;
    case QEvent::Shortcut: // no command runs behind the cover
        return true;
    case QEvent::KeyPress: {
        const auto *w = qobject_cast<QWidget *>(watched);
        return w && !isUncovered(w);
    }
    case QEvent::Close: // nothing is thrown away behind a plate
        if (const auto *w = qobject_cast<QWidget *>(watched); w && isPlated(w)) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::Show: // what opens while locked is covered as well
        if (auto *w = qobject_cast<QWidget *>(watched); w && w != this && w != m_window) {
            if (w->isWindow() && !isPlated(w))
                coverOther(w);
            else if (w->parentWidget() == m_window)
                raise();
        }
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace latchkey::ui
