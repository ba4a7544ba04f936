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
    const QSize size = window->size();
    hideContentOf(window);
    window->resize(size);
    QWidget *plate = plateOver(window);
    plate->show();
    plate->raise();
    m_plates.append(plate);
    if (window->isActiveWindow())
        plate->findChild<QPushButton *>()->setFocus();
}

bool LockCover::isUncovered(const QWidget *w) const {
    return w == this || isAncestorOf(w) ||
           std::any_of(m_plates.begin(), m_plates.end(),
                       [w](const auto &plate) { return plate && plate->isAncestorOf(w); });
}

bool LockCover::isPlated(const QWidget *window) const {
    return std::any_of(m_plates.begin(), m_plates.end(),
                       [window](const auto &plate) { return plate && plate->parentWidget() == window; });
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
    m_before = QApplication::focusWidget();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            break; // it refuses; it is behind nothing secret
    }
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
    qApp->installEventFilter(this);
    emit locked();
}

void LockCover::unlock() {
    if (!std::exchange(m_locked, false))
        return;
    qApp->removeEventFilter(this);
    for (const auto &plate : std::exchange(m_plates, {}))
        delete plate;
    for (const auto &w : std::exchange(m_hidden, {})) {
        if (w)
            w->show();
    }
    hide();
    if (m_before)
        m_before->setFocus();
    emit unlocked();
}

bool LockCover::eventFilter(QObject *watched, QEvent *event) {
    if (!m_locked)
        return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_window)
            setGeometry(m_window->rect());
        for (const auto &plate : std::as_const(m_plates)) {
            if (plate && plate->parentWidget() == watched)
                plate->setGeometry(plate->parentWidget()->rect());
        }
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
