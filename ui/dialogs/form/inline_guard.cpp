#include "ui/dialogs/form/inline_guard.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

InlineGuard::InlineGuard(const QString &text, const QString &stay, const QString &leave, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(text, this))
    , m_stay(new QPushButton(stay, this))
    , m_leave(new QPushButton(leave, this)) {
    m_text->setWordWrap(true);
    m_text->setProperty("warn", true);
    m_stay->setProperty("primary", true);
    for (auto *b : {m_stay, m_leave})
        b->setAutoDefault(false);
    auto *icon = new QLabel(this);
    icon->setPixmap(themedIcon(QStringLiteral("warning"), ColorRole::ExpiringText).pixmap(20, 20));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_stay);
    row->addWidget(m_leave);
    hide();
    connect(m_stay, &QPushButton::clicked, this, &InlineGuard::dismiss);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        hide();
        emit left();
    });
}

void InlineGuard::setText(const QString &text) {
    m_text->setText(text);
}

QString InlineGuard::text() const {
    return m_text->text();
}

void InlineGuard::ask() {
    setAccessibleName(m_text->text());
    m_stay->setAccessibleDescription(m_text->text());
    if (QWidget *now = window()->focusWidget(); !isAncestorOf(now))
        m_before = now;
    show();
    m_stay->setFocus();
}

void InlineGuard::dismiss() {
    if (m_before && isAncestorOf(window()->focusWidget())) // first: hiding would send it somewhere else
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
    emit stayed();
}

void InlineGuard::paintEvent(QPaintEvent *) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(themeColor(ColorRole::ExpiringBack, palette()));
    p.drawRoundedRect(rect(), 8, 8);
}

} // namespace latchkey::ui
