#include "ui/shell/log_page.h"

#include "core/services/diagnosis/facts.h"
#include "ui/detail/detail_pane.h"
#include "ui/feedback/window_feedback.h"
#include "ui/logs/log_table.h"
#include "ui/logs/logs_page.h"
#include "ui/settings/settings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/why_actions.h"

namespace latchkey::ui {

namespace {

/// What "Why was it rejected?" wants to know of a request.
diagnosis::Facts factsOf(const RequestRecord &r) {
    diagnosis::Facts f;
    f.ofALog = true;
    if (!r.key.isNull() || !r.credential.isNull()) {
        diagnosis::KeyReference key;
        key.id = r.key.isNull() ? r.credential : r.key;
        f.key = key;
    }
    f.method = r.method;
    f.path = r.path.section(u'?', 0, 0);
    f.scope = Scope::fromString(r.scope);
    if (!f.scope)
        f.scopeText = r.scope;
    f.environment = r.environment;
    if (const QHostAddress address(r.ip); !address.isNull())
        f.address = address;
    if (!r.customer.isEmpty())
        f.customer = r.customer;
    f.at = r.at;
    f.status = r.status;
    if (r.code && *r.code != DecisionCode::Allowed)
        f.code = r.code;
    // Imported rows have the key's where their line names none; only a later cause shows that it was right,
    // or that the request passed.
    f.environmentOfKey = isRejection(r.outcome) && (!f.code || *f.code == DecisionCode::WrongEnvironment);
    return f;
}

} // namespace

void connectActivity(MainWindow &w) {
    QObject::connect(&w.detail(), &DetailPane::whyRequested, &w,
                     [&w](const RequestRecord &r) { w.why().open(factsOf(r)); });
}

bool askWhyOfLogRow(MainWindow &w) {
    auto *page = qobject_cast<LogsPage *>(w.pages().currentWidget());
    const RequestRecord *r = page ? page->table().current() : nullptr;
    if (!r)
        return false;
    w.why().open(factsOf(*r));
    return true;
}

QWidget *makeLogsPage(MainWindow &w) {
    auto *page = new LogsPage(w.context().service, w.jobs(), w.feedback());
    const auto zone = [page, &settings = w.context().settings] {
        page->setTimeZone(settings.get(setting::TimeZone) == 1 ? QTimeZone::utc()
                                                               : QTimeZone::systemTimeZone());
    };
    zone();
    QObject::connect(&w.context().settings, &Settings::changed, page, [zone](const QString &key) {
        if (key == QLatin1StringView(setting::TimeZone.key))
            zone();
    });
    QObject::connect(page, &LogsPage::keyRequested, &w, [&w](const KeyId &id) {
        w.jumpTo(id);
        w.setDetailShown(true);
    });
    QObject::connect(&page->jobs(), &LogJobs::jobWanted, &w, &MainWindow::showJob);
    QObject::connect(page, &LogsPage::whyRequested, &w,
                     [&w](const RequestRecord &r) { w.why().open(factsOf(r)); });
    return page;
}

} // namespace latchkey::ui
