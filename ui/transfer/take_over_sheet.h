#pragma once

#include "core/services/key_copy/take_over_job.h"
#include "ui/dialogs/places.h"
#include "ui/transfer/step_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace latchkey::ui {

class FileField;

/// From which connection → what would happen → import. What it asks for is a job.
class TakeOverSheet final : public StepDialog {
    Q_OBJECT
public:
    TakeOverSheet(KeyService &service, Places &places, const QString &folder, const QString &date,
                  const QTimeZone &zone, QWidget *parent);
    /// Why it can't go on; empty: it can.
    [[nodiscard]] QString problem() const;

signals:
    void importWanted(const latchkey::TakeOverJob::Task &task, const QString &from);

private:
    QWidget *makeChoices(const QString &folder, const QString &date);
    void next() override;
    void check() override;
    void choose();
    void look();
    KeyService &m_service;
    Places &m_places;
    QComboBox *m_from = nullptr, *m_into = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_newTokens = nullptr;
    FileField *m_tokenFile = nullptr;
    TakeOverJob::Task m_task;
};

} // namespace latchkey::ui
