#pragma once

#include <QKeySequence>
#include <QStackedWidget>
#include <functional>
#include <optional>

namespace latchkey::ui {

class MainWindow;
class Page;

/// A page that stands beside the table of keys, such as the audit log.
struct PageSpec {
    QString id;    ///< "audit"; stable
    QString title; ///< translated, with mnemonic
    QString icon;
    QString tip; ///< one sentence
    QList<QKeySequence> shortcuts;
    /// The page's widget, which inherits Page as well. Called once, when the page is first shown.
    std::function<QWidget *(MainWindow &window)> make;
};

/// The middle of the window: the keys, or one of the other pages. Pages are made when they are first shown.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    PageStack(MainWindow &window, QWidget *parent);
    void setKeysPage(QWidget *keys);
    void add(const PageSpec &spec);
    [[nodiscard]] const QList<PageSpec> &specs() const { return m_specs; }
    /// An empty id means the keys; an unknown one changes nothing.
    void showPage(const QString &id);
    [[nodiscard]] QString shown() const { return m_shown; } ///< empty while the keys are shown
    [[nodiscard]] bool keysShown() const { return m_shown.isEmpty(); }
    [[nodiscard]] Page *page() const; ///< the page that is shown; null for the keys
    /// The id of a page that asks before the window may go, see Page::mayGo(); none when nothing is unsaved.
    [[nodiscard]] std::optional<QString> unsaved(const std::function<void()> &leave) const;
    [[nodiscard]] QWidget *widgetOf(const QString &id); ///< made if need be; null if unknown

signals:
    void pageShown(const QString &id);

private:
    MainWindow &m_window;
    QList<PageSpec> m_specs;
    QHash<QString, QWidget *> m_made;
    QString m_shown;
};

} // namespace latchkey::ui
