#include "ui/feedback/toast_host.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int Most = 3, Edge = 48, Gap = 8, MostWide = 640;

/// A dark plate in both themes. Its palette says so to the label and the button.
class ToastFrame final : public QWidget {
public:
    explicit ToastFrame(QWidget *window)
        : QWidget(window) {
        setObjectName(QStringLiteral("toast"));
        recolor();
    }
    QPointer<QWidget> before; ///< had the focus before the keyboard came here

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const QPalette theme = QApplication::palette();
        p.setPen(
            mixed(themeColor(ColorRole::RaisedBack, theme), themeColor(ColorRole::RaisedText, theme), 0.25));
        p.setBrush(themeColor(ColorRole::RaisedBack, theme));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    void changeEvent(QEvent *e) override {
        if (e->type() == QEvent::ApplicationPaletteChange)
            recolor();
        QWidget::changeEvent(e);
    }

private:
    void recolor() {
        if (isHighContrast(QApplication::palette()))
            return setPalette(QApplication::palette());
        QPalette p = paletteFor(ThemeChoice::Dark, true);
        p.setColor(QPalette::WindowText, themeColor(ColorRole::RaisedText, QApplication::palette()));
        p.setColor(QPalette::Window, themeColor(ColorRole::RaisedBack, QApplication::palette()));
        setPalette(p);
    }
};

/// Nothing of a label is cut off: what is wider goes on below.
void fit(QLabel *label, int widest, int leastHeight) {
    label->ensurePolished();
    label->setWordWrap(false);
    label->setMinimumSize(0, leastHeight);
    label->setMaximumWidth(QWIDGETSIZE_MAX);
    if (label->sizeHint().width() <= widest)
        return;
    label->setWordWrap(true);
    label->setFixedWidth(widest);
    label->setMinimumHeight(qMax(leastHeight, label->heightForWidth(widest)));
}

} // namespace

ToastHost::ToastHost(QWidget *window)
    : QObject(window)
    , m_window(window) {
    window->installEventFilter(this);
}

quint64 ToastHost::show(const QString &text, std::function<void()> undo) {
    while (m_toasts.size() >= Most)
        close(m_toasts.first().number);
    const quint64 number = ++m_last;
    auto *toast = new ToastFrame(m_window);
    toast->setAccessibleName(text);
    auto *row = new QHBoxLayout(toast);
    row->setContentsMargins(16, 6, undo ? 6 : 16, 6);
    row->setSpacing(12);
    auto *label = new QLabel(text, toast);
    label->setObjectName(QStringLiteral("toastText"));
    label->setTextFormat(Qt::PlainText);
    auto *more = new QLabel(toast);
    more->setObjectName(QStringLiteral("toastNote"));
    more->setTextFormat(Qt::PlainText);
    more->hide();
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(label);
    lines->addWidget(more);
    row->addLayout(lines);
    if (undo) {
        auto *button = new QPushButton(tr("Undo"), toast);
        button->setObjectName(QStringLiteral("toastUndo"));
        button->setProperty("onDark", true);
        button->setAccessibleDescription(text);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, number, undo = std::move(undo)] {
            const auto run = undo; // closing destroys this closure
            close(number);
            run();
        });
        row->addWidget(button);
    }
    auto *timer = new QTimer(toast);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, toast, [this, toast, timer, number] {
        if (toast->underMouse() || toast->isAncestorOf(QApplication::focusWidget()))
            timer->start(qMin(2'000, m_ms)); // still being read
        else
            close(number);
    });
    timer->start(m_ms);
    m_toasts.append({number, toast});
    place(); // before it shows: it must not pass under a mouse somewhere else
    toast->show();
    toast->raise();
    QAccessibleEvent announce(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&announce);
    return number;
}

void ToastHost::close(quint64 number) {
    const auto at = std::find_if(m_toasts.cbegin(), m_toasts.cend(),
                                 [number](const Toast &t) { return t.number == number; });
    if (at == m_toasts.cend())
        return;
    QWidget *toast = at->widget;
    m_toasts.erase(at);
    const QPointer<QWidget> before = static_cast<ToastFrame *>(toast)->before;
    if (toast->isAncestorOf(QApplication::focusWidget()) && before)
        before->setFocus();
    toast->hide();
    toast->deleteLater();
    place();
}

void ToastHost::note(quint64 number, const QString &text) {
    const auto at = std::find_if(m_toasts.cbegin(), m_toasts.cend(),
                                 [number](const Toast &t) { return t.number == number; });
    if (at == m_toasts.cend())
        return;
    auto *more = at->widget->findChild<QLabel *>(QStringLiteral("toastNote"));
    const QString before = more->isHidden() ? QString() : QStringLiteral(". ") + more->text();
    QString spoken = at->widget->accessibleName();
    spoken.chop(before.size());
    at->widget->setAccessibleName(text.isEmpty() ? spoken : spoken + QStringLiteral(". ") + text);
    more->setText(text);
    more->setVisible(!text.isEmpty());
    place();
}

QWidget *ToastHost::newestWithButton() const {
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        if (it->widget->findChild<QPushButton *>(QStringLiteral("toastUndo")))
            return it->widget;
    }
    return nullptr;
}

bool ToastHost::focusNewest() {
    QWidget *toast = newestWithButton();
    if (!toast)
        return false;
    static_cast<ToastFrame *>(toast)->before = QApplication::focusWidget();
    toast->findChild<QPushButton *>(QStringLiteral("toastUndo"))->setFocus(Qt::TabFocusReason);
    return true;
}

void ToastHost::keepOff(QWidget *widget) {
    m_keepOff.append(widget);
    widget->installEventFilter(this);
}

void ToastHost::place() {
    int bottom = m_window->height() - Edge;
    for (const QPointer<QWidget> &widget : std::as_const(m_keepOff)) {
        if (widget && widget->isVisible())
            bottom = qMin(bottom, widget->mapTo(m_window, QPoint()).y() - Gap);
    }
    const int widest = qBound(200, m_window->width() - 4 * Edge, MostWide);
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        QWidget *w = it->widget;
        fit(w->findChild<QLabel *>(QStringLiteral("toastText")), widest, 32);
        fit(w->findChild<QLabel *>(QStringLiteral("toastNote")), widest, 0);
        w->layout()->activate(); // what was fitted counts at once
        w->adjustSize();
        w->move((m_window->width() - w->width()) / 2, bottom - w->height());
        w->raise();
        bottom -= w->height() + Gap;
    }
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_window && event->type() == QEvent::Resize)
        place();
    if (m_keepOff.contains(watched)) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
            event->type() == QEvent::Show || event->type() == QEvent::Hide)
            place();
        return false;
    }
    if (watched != m_window && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        for (const Toast &t : std::as_const(m_toasts)) {
            if (t.widget->isAncestorOf(qobject_cast<QWidget *>(watched))) {
                close(t.number);
                return true;
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey::ui
