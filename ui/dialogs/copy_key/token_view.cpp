#include "ui/dialogs/copy_key/token_view.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace latchkey::ui {

namespace {
constexpr int Pad = 16;
}

TokenView::TokenView(QWidget *parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Your new key"));
    setAccessibleDescription(tr("Shown on the screen only. Use the Copy button to take it."));
    setLayoutDirection(Qt::LeftToRight); // a token reads in one direction only
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QFont f = tokenFont(font());
    f.setPointSizeF(f.pointSizeF() * 1.15);
    setFont(f);
}

void TokenView::setToken(SharedSecret token, const Snippet &around) {
    m_token = std::move(token);
    m_around = around;
    m_from = m_to = 0;
    setFixedHeight(heightFor(width()));
    update();
}

void TokenView::forget() {
    m_token.reset();
    m_from = m_to = 0;
    update();
}

QString TokenView::fullText() const {
    if (!m_token)
        return {};
    return m_around.before + QString::fromLatin1(m_token->data(), static_cast<qsizetype>(m_token->size())) +
           m_around.after;
}

qsizetype TokenView::length() const {
    return m_token ? m_around.before.size() + static_cast<qsizetype>(m_token->size()) + m_around.after.size()
                   : 0;
}

qreal TokenView::charWidth() const {
    return QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0'));
}

int TokenView::columns(int width) const {
    return qMax(8, static_cast<int>((width - 2 * Pad) / charWidth()));
}

QSize TokenView::sizeHint() const {
    return {520, heightFor(520)};
}

int TokenView::heightFor(int width) const {
    const int lines = qMax(1, static_cast<int>((length() + columns(width) - 1) / columns(width)));
    return 2 * Pad + lines * (fontMetrics().height() + 4);
}

void TokenView::resizeEvent(QResizeEvent *e) {
    QWidget::resizeEvent(e);
    setFixedHeight(heightFor(width())); // a small window must not cut the key
}

void TokenView::paintEvent(QPaintEvent *) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(themeColor(ColorRole::Base, palette()));
    p.setPen(QPen(themeColor(hasFocus() ? ColorRole::Accent : ColorRole::Secondary, palette()),
                  hasFocus() ? 2 : 1.3, Qt::DashLine));
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const QString text = fullText();
    const int cols = columns(width());
    const qreal w = charWidth();
    const int line = fontMetrics().height() + 4;
    const qsizetype first = qMin(m_from, m_to), last = qMax(m_from, m_to);
    p.setFont(font());
    p.setPen(themeColor(ColorRole::Text, palette()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto row = i / cols;
        const QRectF cell(Pad + (i % cols) * w, Pad + static_cast<qreal>(row) * line, w, line);
        if (i >= first && i < last)
            p.fillRect(cell, themeColor(ColorRole::Selection, palette()));
        p.drawText(cell, Qt::AlignCenter, text.mid(i, 1));
    }
}

qsizetype TokenView::positionAt(const QPointF &p) const {
    const int cols = columns(width());
    const int line = fontMetrics().height() + 4;
    const auto row = qMax<qsizetype>(0, static_cast<qsizetype>((p.y() - Pad) / line));
    const int col = qBound(0, qRound((p.x() - Pad) / charWidth()), cols);
    return qBound<qsizetype>(0, row * cols + col, length());
}

void TokenView::mousePressEvent(QMouseEvent *e) {
    if (e->button() != Qt::LeftButton)
        return;
    m_to = positionAt(e->position());
    if (!(e->modifiers() & Qt::ShiftModifier))
        m_from = m_to;
    update();
}

void TokenView::mouseMoveEvent(QMouseEvent *e) {
    if (e->buttons() & Qt::LeftButton) {
        m_to = positionAt(e->position());
        update();
    }
}

void TokenView::mouseDoubleClickEvent(QMouseEvent *) {
    // The token is one word: a double click selects it and nothing around it.
    m_from = m_around.before.size();
    m_to = length() - m_around.after.size();
    update();
}

void TokenView::selectAll() {
    m_from = 0;
    m_to = length();
    update();
}

void TokenView::copySelection() {
    if (!m_token)
        return;
    if (!hasSelection())
        selectAll();
    const qsizetype first = qMin(m_from, m_to), last = qMax(m_from, m_to);
    const bool whole = first <= m_around.before.size() && last >= length() - m_around.after.size();
    emit copyWanted(fullText().mid(first, last - first), whole);
}

void TokenView::keyPressEvent(QKeyEvent *e) {
    if (e->matches(QKeySequence::Copy))
        copySelection();
    else if (e->matches(QKeySequence::SelectAll))
        selectAll();
    else
        QWidget::keyPressEvent(e);
}

void TokenView::contextMenuEvent(QContextMenuEvent *e) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &TokenView::copySelection);
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this, &TokenView::selectAll);
    menu->popup(e->globalPos());
}

} // namespace latchkey::ui
