#include "ui/shell/job_page.h"

#include "core/services/jobs/check_job.h"
#include "ui/jobs/jobs_page.h"
#include "ui/keys/keys_page.h"
#include "ui/logs/logs_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_commands.h"
#include "ui/shell/page_stack.h"

namespace latchkey::ui {

QWidget *makeJobsPage(MainWindow &window) {
    auto *page = new JobsPage(window.jobs(), window.service().clock(), &window);
    MainWindow *w = &window;
    const auto zone = [page, w] { page->setTimeZone(timeZone(w->context().settings)); };
    zone();
    QObject::connect(&window.context().settings, &Settings::changed, page, zone);
    QObject::connect(page, &JobsPage::keyWanted, w, [w](const KeyId &id) {
        w->showPage({});
        w->jumpTo(id);
    });
    QObject::connect(page, &JobsPage::keysWanted, w, [w](const QList<KeyId> &ids) {
        QStringList words;
        for (const KeyId &id : ids)
            words.append(QStringLiteral("id:") + id.toString());
        w->showPage({});
        w->page().search().setText(words.join(u' '));
    });
    QObject::connect(page, &JobsPage::checkWanted, w, [w] { checkVault(*w); });
    return page;
}

void addJobMakers(MainWindow &window) {
    MainWindow *w = &window;
    window.jobs().setMaker(QStringLiteral("check"), [w](const JobRecord &) {
        return std::make_unique<CheckJob>(w->service().backend());
    });
    const QString logs = QStringLiteral("logs");
    if (!whyNoPage(window, logs).isEmpty())
        return;
    window.jobs().setMaker(logs, [w, logs](const JobRecord &job) {
        return static_cast<LogsPage *>(w->pages().widgetOf(logs))->jobs().makeImport(job.file);
    });
}

void checkVault(MainWindow &window) {
    JobRecord what;
    what.kind = QStringLiteral("check");
    window.jobs().add(what);
    window.showPage(QStringLiteral("jobs"));
}

} // namespace latchkey::ui
