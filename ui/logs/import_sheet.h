#pragma once

#include "core/services/log_import/log_import.h"

#include <QDialog>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace latchkey::ui {

/// One access log on its way into the requests: progress, Stop, and what came of it, with the lines that
/// could not be read.
class ImportSheet : public QDialog {
    Q_OBJECT
public:
    ImportSheet(VaultBackend &backend, const QString &file, QWidget *parent = nullptr);
    void reject() override;
    [[nodiscard]] bool isRunning() const { return m_import.isRunning(); }

private:
    void finished(const LogImportReport &report);

    LogImport m_import;
    QLabel *m_title, *m_text;
    QProgressBar *m_progress;
    QTableWidget *m_broken;
    QPushButton *m_close;
};

} // namespace latchkey::ui
