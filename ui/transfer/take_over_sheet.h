#pragma once

#include "core/services/key_copy/take_over_job.h"
#include "ui/dialogs/places.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class DryRunPage;
class FileField;

/// From which connection → what would happen → import. Nothing is written until the last button; what it asks
/// for is a job.
class TakeOverSheet final : public QDialog {
    Q_OBJECT
public:
    TakeOverSheet(KeyService &service, Places &places, const QString &folder, const QString &date,
                  QWidget *parent);
    ~TakeOverSheet() override;
    [[nodiscard]] const ImportReport &report() const { return m_report; }
    /// Why it can't go on; empty: it can.
    [[nodiscard]] QString problem() const;

signals:
    void importWanted(const latchkey::TakeOverJob::Task &task, const QString &from);

private:
    QWidget *makeChoices(const QString &folder, const QString &date);
    void go(bool dryRun);
    void next();
    void look();
    void check();
    KeyService &m_service;
    Places &m_places;
    QStackedWidget *m_steps;
    QComboBox *m_from = nullptr, *m_into = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_newTokens = nullptr;
    FileField *m_tokenFile = nullptr;
    DryRunPage *m_result;
    QLabel *m_problem;
    QPushButton *m_back, *m_next;
    TakeOverJob::Task m_task;
    std::unique_ptr<TakeOverJob> m_job;
    ImportReport m_report;
    bool m_running = false;
};

} // namespace latchkey::ui
