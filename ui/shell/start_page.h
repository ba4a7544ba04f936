#pragma once

#include "core/model/error.h"

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
    void showProblem(const QString &path, const Error &error);
    void showOpening(const QString &path);
    /// The catalogue that a new vault is to start with; empty: the default one.
    [[nodiscard]] QByteArray catalogueJson() const;

signals:
    void createRequested();
    void openRequested();
    void sampleRequested();
    void retryRequested();
    void newFileRequested();

private:
    QLayout *catalogueRow();
    void build(const QString &title, const QString &text);
    QVBoxLayout *m_box;
    QString m_shown; ///< the problem on the page, so that trying again in vain changes nothing on it
    QWidget *m_inside = nullptr;
    QComboBox *m_catalogue = nullptr; ///< part of `m_inside`; null on the other pages
};

} // namespace latchkey::ui
