#pragma once

class QWidget;

namespace latchkey::ui {

class MainWindow;

/// The Jobs page, joined to the window: a key that failed is one press away.
QWidget *makeJobsPage(MainWindow &window);
/// Which jobs can be made out of their records, and so be retried by a later window.
void addJobMakers(MainWindow &window);
/// Verifies the audit log and every key, as a job.
void checkVault(MainWindow &window);

} // namespace latchkey::ui
