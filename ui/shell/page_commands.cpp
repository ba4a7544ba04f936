#include "ui/shell/page_commands.h"

#include "core/backend/request_log.h"
#include "ui/audit/audit_page.h"
#include "ui/catalogue/catalogue_page.h"
#include "ui/commands/command_texts.h"
#include "ui/customers/customers_page.h"
#include "ui/format/service_words.h"
#include "ui/logs/logs_page.h"
#include "ui/rules/rules_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"

#include <QCoreApplication>
#include <algorithm>
#include <functional>

namespace latchkey::ui {

namespace {

/// Opens the page, then does it there.
template<typename P, typename F>
std::function<void()> onPage(MainWindow &w, const char *id, F act) {
    return [window = &w, page = QString::fromLatin1(id), act] {
        window->showPage(page);
        if (auto *p = qobject_cast<P *>(window->pages().widgetOf(page)))
            std::invoke(act, p);
    };
}

} // namespace

QString whyNoPage(MainWindow &w, const QString &id) {
    const auto specs = w.pages().specs();
    const bool there =
        std::any_of(specs.begin(), specs.end(), [&id](const PageSpec &s) { return s.id == id; });
    if (w.context().all && !there)
        return Commands::tr("Open one connection for this");
    const KeyService &service = w.context().service;
    if (id == QLatin1StringView("audit") && !service.principal().readsAudit)
        return Commands::tr("Your token for this server reads the audit log of each key, not the whole one");
    const QString why = whyNot(service.backend().capabilities(), QStringLiteral("page.") + id);
    return why.isEmpty() && !there ? Commands::tr("No gateway asks this connection") : why;
}

void registerPageFiles(MainWindow &w) {
    CommandRegistry &commands = w.commands();
    commands.add({QStringLiteral("logs.import"),
                  QStringLiteral("File"),
                  Commands::tr("Import Log…"),
                  Commands::tr("Reads the access log of a gateway into the list of requests"),
                  QStringLiteral("download"),
                  {},
                  false,
                  true},
                 onPage<LogsPage>(w, "logs", &LogsPage::importLog));
    commands.add(
        {QStringLiteral("audit.export"),
         QStringLiteral("File"),
         Commands::tr("Export Audit Log…"),
         Commands::tr("Writes the whole log as JSON Lines, which can be verified without this vault"),
         QStringLiteral("export"),
         {}},
        onPage<AuditPage>(w, "audit", &AuditPage::askForFile));
    commands.add({QStringLiteral("catalogue.import"),
                  QStringLiteral("File"),
                  Commands::tr("Import Catalogue…"),
                  Commands::tr("Takes the catalogue of a JSON file, to be reviewed and saved"),
                  QStringLiteral("download"),
                  {}},
                 onPage<CataloguePage>(w, "catalogue", &CataloguePage::askForImport));
    commands.add({QStringLiteral("catalogue.export"),
                  QStringLiteral("File"),
                  Commands::tr("Export Catalogue…"),
                  Commands::tr("Writes the saved catalogue to a JSON file"),
                  QStringLiteral("export"),
                  {}},
                 onPage<CataloguePage>(w, "catalogue", &CataloguePage::askForExport));
}

void registerPageTools(MainWindow &w) {
    CommandRegistry &commands = w.commands();
    commands.add({QStringLiteral("audit.verify"),
                  QStringLiteral("Tools"),
                  Commands::tr("Verify Audit Log"),
                  Commands::tr("Checks that no entry was changed, removed or added afterwards"),
                  QStringLiteral("audit"),
                  {}},
                 onPage<AuditPage>(w, "audit", &AuditPage::verify));
    commands.add({QStringLiteral("logs.keep"),
                  QStringLiteral("Tools"),
                  Commands::tr("Keep Requests…"),
                  Commands::tr("Says how long requests are kept, and drops older ones"),
                  QStringLiteral("clock"),
                  {}},
                 onPage<LogsPage>(w, "logs", &LogsPage::setRetention));
    commands.add({QStringLiteral("customers.add"),
                  QStringLiteral("Tools"),
                  Commands::tr("Add Customer…"),
                  Commands::tr("Adds a customer that keys can be limited to"),
                  QStringLiteral("customers"),
                  {},
                  false,
                  true},
                 onPage<CustomersPage>(w, "customers", &CustomersPage::add));
    commands.add({QStringLiteral("rules.add"),
                  QStringLiteral("Tools"),
                  Commands::tr("Add Gateway Rule…"),
                  Commands::tr("Adds a rule of what a key needs when a gateway asks for a request"),
                  QStringLiteral("network"),
                  {}},
                 // The page may just have been made: it has to read its rules first.
                 onPage<RulesPage>(w, "rules", [](RulesPage *page) { page->propose({}); }));
    const QString cancel = QStringLiteral("jobs.cancel");
    commands.add({cancel,
                  QStringLiteral("Tools"),
                  Commands::tr("Cancel Running Job"),
                  Commands::tr("Stops the job that runs; what it has done stays done"),
                  QStringLiteral("close"),
                  {},
                  false,
                  true},
                 [window = &w] {
                     if (const JobRecord *job = window->jobs().running()) {
                         const qint64 id = job->id;
                         window->showJob(id);
                         window->jobs().cancel(id);
                     }
                 });
    const auto offer = [&commands, cancel, &jobs = w.jobs()] {
        const bool runs = jobs.running() != nullptr;
        if (commands.action(cancel)->isEnabled() != runs)
            commands.setEnabled(cancel, runs, Commands::tr("No job runs"));
    };
    offer();
    QObject::connect(&w.jobs(), &JobRunner::changed, &commands, offer);
}

void updatePageCommands(MainWindow &w, const QString &nothing) {
    const KeyService &service = w.context().service;
    const RequestLog *kept = w.context().service.backend().requests();
    const QString logs = kept && !kept->takesLogs()
                             ? Commands::tr("The server's verifiers write down every request")
                             : QString();
    const QString requests = kept ? QString() : Commands::tr("This vault keeps no requests");
    const QString administer =
        service.mayAdminister() ? QString() : Commands::tr("Only an administrator can change this");
    const struct {
        const char *command, *page;
        QStringList whys; ///< the first that is not empty holds
    } rows[] = {
        {"logs.import", "logs", {nothing, logs}},
        {"logs.keep", "logs", {nothing, requests, administer}},
        {"audit.verify", "audit", {}},
        {"audit.export", "audit", {}},
        {"tools.check", "audit", {}},
        {"customers.add", "customers", {nothing, administer}},
        {"catalogue.import", "catalogue", {nothing, administer}},
        {"catalogue.export", "catalogue", {}},
        {"rules.add", "rules", {nothing, administer}},
    };
    for (const auto &row : rows) {
        QString why = whyNoPage(w, QLatin1StringView(row.page));
        for (const QString &other : row.whys)
            why = why.isEmpty() ? other : why;
        w.commands().setEnabled(QLatin1StringView(row.command), why.isEmpty(), why);
    }
}

} // namespace latchkey::ui
