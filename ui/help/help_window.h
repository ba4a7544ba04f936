#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;
class QToolButton;

namespace latchkey::ui {

/// Contents, search and one page. Stands beside every other window, also beside a sheet.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);
    void showPage(const QString &id); ///< an unknown one: the first
    [[nodiscard]] QString page() const { return m_page; }
    void goBack();

protected:
    void keyPressEvent(QKeyEvent *e) override;
    void changeEvent(QEvent *e) override;

private:
    void fill(const QString &search);
    void turnTo(const QString &id);
    void follow(const QString &link);
    void render();
    QString m_page;
    QStringList m_before; ///< pages to go back to
    QLineEdit *m_search;
    QListWidget *m_contents;
    QTextBrowser *m_text;
    QToolButton *m_back;
    QLabel *m_language;
    QLabel *m_none;
};

} // namespace latchkey::ui
