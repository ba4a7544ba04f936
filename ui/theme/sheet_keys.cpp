#include "ui/theme/sheet_keys.h"

#include <QKeyEvent>

namespace latchkey::ui {

namespace {
class SheetKeys final : public QObject {
public:
    SheetKeys(QDialog *sheet, QPushButton *first, QPushButton *cancel, OnReturn onReturn)
        : QObject(sheet)
        , m_sheet(sheet)
        , m_first(first)
        , m_cancel(cancel)
        , m_never(onReturn == OnReturn::NeverDoes) {
        m_cancel->setAutoDefault(true);
        chooseDefault();
        submitWithCtrlEnter(sheet, [this] { press(); });
        sheet->installEventFilter(this);
        first->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (watched == m_first && event->type() == QEvent::DynamicPropertyChange)
            chooseDefault();
        if (watched != m_sheet || event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
            return false;
        if (key->modifiers().testFlag(Qt::ControlModifier)) {
            press();
            return true;
        }
        if (!decides())
            return false;
        QWidget *focus = m_sheet->focusWidget();
        if (focus == m_first)
            return true;
        if (qobject_cast<QPushButton *>(focus))
            return false;
        if (m_first->isEnabled()) {
            m_sheet->setAttribute(Qt::WA_KeyboardFocusChange); // so that the ring is seen
            m_first->setFocus(Qt::TabFocusReason);
        }
        return true;
    }

private:
    [[nodiscard]] bool decides() const { return m_never || m_first->property("danger").toBool(); }
    void press() {
        if (m_first->isVisible())
            m_first->click(); // nothing while it is disabled
    }
    void chooseDefault() {
        m_first->setAutoDefault(!decides());
        (decides() ? m_cancel : m_first)->setDefault(true);
    }

    QDialog *m_sheet;
    QPushButton *m_first, *m_cancel;
    bool m_never;
};
} // namespace

void setSheetKeys(QDialog *sheet, QPushButton *first, QPushButton *cancel, OnReturn onReturn) {
    new SheetKeys(sheet, first, cancel, onReturn);
}

} // namespace latchkey::ui
