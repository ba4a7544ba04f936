#pragma once

#include <QWidget>
#include <optional>

class QComboBox;
class QLayout;
class QVBoxLayout;

namespace latchkey::ui {

/// First run, and what stands there when a vault can't be opened: what happened and what to do, in one page.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void showFirstRun();
    /// `waits`: it is tried again by itself.
    void showProblem(const QString &place, const QString &text, bool waits = false);
    /// What is opened, and where it is; it can be given up.
    void showOpening(const QString &name, const QString &place);
    /// The catalogue that a new vault is to start with; empty: the default one.
    [[nodiscard]] QByteArray catalogueJson() const;

signals:
    void createRequested();
    void openRequested();
    void sampleRequested();
    void retryRequested();
    void newFileRequested();
    void connectionsRequested(bool newServer); ///< with the form of a new server open
    void cancelRequested();                    ///< of what is being opened

private:
    QLayout *catalogueRow();
    void build(const QString &title, const QString &text);
    QVBoxLayout *m_box;
    QString m_shown; ///< the problem on the page, so that trying again in vain changes nothing on it
    QWidget *m_inside = nullptr;
    QComboBox *m_catalogue = nullptr; ///< part of `m_inside`; null on the other pages
};

} // namespace latchkey::ui
