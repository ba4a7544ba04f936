#pragma once

#include <QHash>
#include <QString>
#include <functional>

class QAbstractButton;
class QLineEdit;

namespace latchkey::ui {

/// What the window asks of a page in its middle, such as the audit log. A page is a QWidget that inherits
/// this as well.
class Page {
public:
    Page() = default;
    Page(const Page &) = delete;
    Page &operator=(const Page &) = delete;
    virtual ~Page() = default;
    virtual void refresh() {}                                        ///< F5
    [[nodiscard]] virtual QLineEdit *searchBox() { return nullptr; } ///< Ctrl+F; null if there is none
    /// Esc: clears a search or closes what is open. False when there was nothing to close.
    virtual bool escape() { return false; }
    /// Those that commands of the window stand for, by the command's id. The tooltip of one that can't be
    /// pressed says why.
    [[nodiscard]] virtual QHash<QString, QAbstractButton *> buttons() const { return {}; }
    /// Before the window goes. False: something here isn't saved; the page asks, and calls `leave` when it
    /// may be dropped.
    [[nodiscard]] virtual bool mayGo(const std::function<void()> & /*leave*/) { return true; }
};

} // namespace latchkey::ui
