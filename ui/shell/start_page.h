#pragma once

#include "core/model/error.h"

#include <QWidget>
#include <optional>

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

signals:
    void createRequested();
    void openRequested();
    void sampleRequested();
    void retryRequested();
    void newFileRequested();

private:
    void build(const QString &title, const QString &text);
    QVBoxLayout *m_box;
    QString m_shown; ///< the problem on the page, so that trying again in vain changes nothing on it
    QWidget *m_inside = nullptr;
};

} // namespace latchkey::ui
