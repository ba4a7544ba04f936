#pragma once

#include "core/services/rules_trial.h"

#include <QFrame>

class QLabel;
class QTableWidget;

namespace latchkey::ui {

/// What other rules would have done to the last requests: a sentence, and the kinds of requests whose answer
/// would be another one.
class TrialView final : public QFrame {
    Q_OBJECT
public:
    explicit TrialView(QWidget *parent = nullptr);
    void showRunning();
    void show(const RulesTrial &trial);
    void showProblem(const Error &error);
    [[nodiscard]] QString text() const;

signals:
    void keyWanted(const latchkey::KeyId &id);
    void closed();

private:
    QLabel *m_text;
    QTableWidget *m_table;
    QList<RulesTrial::Change> m_changes;
};

} // namespace latchkey::ui
