#pragma once

#include <QObject>
#include <QPoint>
#include <QPointer>

class QDialog;

namespace latchkey::ui {

/// Keeps every dialog where it is opened: in the middle of its window. While a window manager takes a window
/// over, it reports the place that this has in its still unplaced frame, the corner of the screen. A dialog
/// that grows at that moment would ask to be put there. Lives as long as the program.
class SheetPlace final : public QObject {
    Q_OBJECT
public:
    explicit SheetPlace(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QDialog> m_opening; ///< until it is seen
    QPoint m_place;              ///< the one that it was given
};

} // namespace latchkey::ui
