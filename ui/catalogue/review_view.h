#pragma once

#include "core/model/catalogue_change.h"
#include "core/services/key_service.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class StepPause;

/// What a change of the catalogue is, and which keys it touches, before it is saved.
class ReviewView final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewView(KeyService &service, QWidget *parent = nullptr);
    void show(const Catalogue &before, const Catalogue &after);
    void setBusy(bool busy);
    void setProblem(const QString &text);
    [[nodiscard]] QString text() const; ///< all lines, for a test and for reading aloud

signals:
    void backRequested();
    void saveRequested();

private:
    void fill(const Touched &touched);
    QLabel *add(const QString &text, const char *property = nullptr);
    void addChanges(const Catalogue &before, const Catalogue &after);
    void addNames(const TouchedKeys &t);
    KeyService &m_service;
    QVBoxLayout *m_lines;
    QLabel *m_problem;
    QPushButton *m_save;
    StepPause *m_pause;   ///< Save stands where Review stood
    int m_generation = 0; ///< an answer for what was shown before is not shown
};

} // namespace latchkey::ui
