#include "ui/lock/lock_cover.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

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

void LockCover::lock() {
    if (std::exchange(m_locked, true))
        return;
    m_before = QApplication::focusWidget();
    m_content->hide(); // hidden widgets take no keys and no clicks and are not spoken
    setGeometry(m_window->rect());
    show();
    raise();
    m_button->setFocus();
    emit locked();
}

void LockCover::unlock() {
    if (!std::exchange(m_locked, false))
        return;
    hide();
    m_content->show();
    if (m_before)
        m_before->setFocus();
    emit unlocked();
}

bool LockCover::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize && m_locked)
        setGeometry(m_window->rect());
    return QFrame::eventFilter(watched, event);
}

} // namespace latchkey::ui
