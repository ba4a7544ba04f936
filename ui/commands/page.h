#pragma once

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
};

} // namespace latchkey::ui
