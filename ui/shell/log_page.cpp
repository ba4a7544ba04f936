#include "ui/shell/log_page.h"

#include "ui/feedback/window_feedback.h"
#include "ui/logs/logs_page.h"
#include "ui/settings/settings.h"
#include "ui/shell/main_window.h"

namespace latchkey::ui {

QWidget *makeLogsPage(MainWindow &w) {
    auto *page = new LogsPage(w.context().service, w.feedback());
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
    return page;
}

} // namespace latchkey::ui
