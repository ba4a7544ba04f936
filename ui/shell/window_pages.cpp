#include "ui/shell/window_pages.h"

#include "ui/audit/audit_page.h"
#include "ui/feedback/window_feedback.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/job_page.h"
#include "ui/shell/log_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_commands.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/vault_pages.h"
#include "ui/sidebar/sidebar.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {
/// Where lupdate finds the texts of the pages.
struct Pages {
    Q_DECLARE_TR_FUNCTIONS(pages)
};

QWidget *auditPage(MainWindow &w) {
    auto *page = new AuditPage(w.context().service, w.headWatch(), w.feedback(), &w);
    const auto zone = [page, &w] { page->setTimeZone(timeZone(w.context().settings)); };
    zone();
    QObject::connect(&w.context().settings, &Settings::changed, page, zone);
    QObject::connect(page, &AuditPage::keyWanted, &w, &MainWindow::jumpTo);
    return page;
}

} // namespace

void addPages(MainWindow &w) {
    connectActivity(w);
    // One row a page: id, title, icon, what it is for, shortcuts, and how its widget is made.
    QList<PageSpec> rows{
        {QStringLiteral("logs"),
         Pages::tr("Lo&gs"),
         QStringLiteral("terminal"),
         Pages::tr("Requests: who called what, and what came of it"),
         {QKeySequence(Qt::CTRL | Qt::Key_2)},
         makeLogsPage},
        {QStringLiteral("audit"),
         Pages::tr("A&udit Log"),
         QStringLiteral("audit"),
         Pages::tr("Who did what, when, before and after"),
         {QKeySequence(Qt::CTRL | Qt::Key_3)},
         auditPage},
        {QStringLiteral("jobs"),
         Pages::tr("&Jobs"),
         QStringLiteral("list"),
         Pages::tr("Imports, exports and changes of many keys: what runs, waits, and came of them"),
         {},
         makeJobsPage},
        {QStringLiteral("compare"),
         Pages::tr("Comp&are"),
         QStringLiteral("columns"),
         Pages::tr("Two environments or connections side by side"),
         {QKeySequence(Qt::CTRL | Qt::Key_4)},
         [](MainWindow &window) { return window.across().makePage(); }},
        {QStringLiteral("customers"),
         Pages::tr("Custo&mers"),
         QStringLiteral("customers"),
         Pages::tr("Customers that keys can be limited to"),
         {},
         makeCustomersPage},
        {QStringLiteral("catalogue"),
         Pages::tr("Permission &Catalogue"),
         QStringLiteral("shield"),
         Pages::tr("What keys can be allowed, with names, levels and templates"),
         {},
         makeCataloguePage},
    };
    if (w.context().all) // the others are about one vault
        rows.removeIf([](const PageSpec &row) {
            return row.id != QLatin1StringView("jobs") && row.id != QLatin1StringView("compare");
        });
    if (w.context().service.backend().rules())
        rows.append({QStringLiteral("rules"),
                     Pages::tr("Gate&way Rules"),
                     QStringLiteral("network"),
                     Pages::tr("What a key needs when a gateway asks for a request"),
                     {},
                     makeRulesPage});
    w.commands().add({QStringLiteral("page.keys"),
                      QStringLiteral("View"),
                      Pages::tr("K&eys"),
                      Pages::tr("Shows the table of keys"),
                      QStringLiteral("key"),
                      {QKeySequence(Qt::CTRL | Qt::Key_1)},
                      false,
                      true},
                     [window = &w] { window->showPage({}); });
    QList<SidebarPage> side;
    for (const PageSpec &row : std::as_const(rows)) {
        w.pages().add(row);
        const QString why = whyNoPage(w, row.id);
        if (why.isEmpty())
            side.append({row.id, QString(row.title).remove(u'&'), row.icon, row.tip});
        w.commands().add({QStringLiteral("page.") + row.id, QStringLiteral("View"), row.title, row.tip,
                          row.icon, row.shortcuts},
                         [window = &w, id = row.id] { window->showPage(id); });
        if (!why.isEmpty())
            w.commands().setEnabled(QStringLiteral("page.") + row.id, false, why);
    }
    w.sidebar().setPages(side);
    connectCustomers(w);
    addJobMakers(w);
}

} // namespace latchkey::ui
