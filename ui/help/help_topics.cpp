#include "ui/help/help_topics.h"

#include <QVariant>
#include <QWidget>
#include <algorithm>
#include <array>

namespace latchkey::ui::help {

namespace {

struct Topic {
    const char *name; ///< a class, or an object name
    const char *page;
};

/// What a person can point at, and its page. Every dialog and every page of the window has a row.
constexpr std::array classes{Topic{"AuditPage", "audit"},
                             Topic{"BulkSheet", "transfer"},
                             Topic{"CataloguePage", "catalogue"},
                             Topic{"ExportSheet", "transfer"},
                             Topic{"ImportDialog", "transfer"},
                             Topic{"LogsPage", "requests"},
                             Topic{"RetentionSheet", "requests"},
                             Topic{"ComparePage", "compare"},
                             Topic{"CopyTargetSheet", "compare"},
                             Topic{"StepDialog", "transfer"},
                             Topic{"TakeOverSheet", "transfer"},
                             Topic{"ConnectionsWindow", "connections"},
                             Topic{"ConnectionPickSheet", "connections"},
                             Topic{"SecretSheet", "connections"},
                             Topic{"CopyPanel", "copy"},
                             Topic{"ConfirmSheet", "connections"},
                             Topic{"CustomerDeleteSheet", "customers"},
                             Topic{"CustomerSheet", "customers"},
                             Topic{"CustomersPage", "customers"},
                             Topic{"ImportProblems", "catalogue"},
                             Topic{"CreateWindow", "create"},
                             Topic{"DeleteSheet", "revoke"},
                             Topic{"EditWindow", "edit"},
                             Topic{"FormSheet", "start"},
                             Topic{"HelpWindow", "start"},
                             Topic{"JobsPage", "jobs"},
                             Topic{"NameSheet", "search"},
                             Topic{"NewVaultSheet", "vaults"},
                             Topic{"MainWindow", "start"},
                             Topic{"PermissionTree", "permissions"},
                             Topic{"RenameSheet", "edit"},
                             Topic{"RevokeSheet", "revoke"},
                             Topic{"RecreateWindow", "sendgrid"},
                             Topic{"RotateWindow", "rotation"},
                             Topic{"RuleSheet", "rules"},
                             Topic{"RulesPage", "rules"},
                             Topic{"SearchBox", "search"},
                             Topic{"SettingsDialog", "settings"},
                             Topic{"ShortcutSheet", "shortcuts"},
                             Topic{"ShortcutsPage", "shortcuts"},
                             Topic{"Sidebar", "search"},
                             Topic{"StartPage", "start"},
                             Topic{"StopOldSheet", "rotation"},
                             Topic{"WhoseKeyWindow", "whose-key"},
                             Topic{"WhyWindow", "troubleshooting"}};

/// Fields of the forms, by the name that errors use too.
constexpr std::array fields{
    Topic{"environment", "environments"}, Topic{"scopes", "permissions"}, Topic{"customers", "customers"},
    Topic{"allowedIps", "customers"},     Topic{"limits", "limits"},      Topic{"expires", "expiry"}};

template<std::size_t N>
QString find(const std::array<Topic, N> &topics, const QString &name) {
    const auto *const at = std::find_if(topics.begin(), topics.end(),
                                        [&](const Topic &t) { return name == QLatin1StringView(t.name); });
    return at == topics.end() ? QString() : QString(QLatin1StringView(at->page));
}

} // namespace

QString topicOfClass(const QString &className) {
    return find(classes, className.section(QStringLiteral("::"), -1));
}

QString topicOf(const QWidget *widget) {
    for (const QWidget *w = widget; w; w = w->parentWidget()) {
        if (const QString own = w->property("helpPage").toString(); !own.isEmpty())
            return own;
        if (const QString field = find(fields, w->objectName()); !field.isEmpty())
            return field;
        const QString page = topicOfClass(QString::fromLatin1(w->metaObject()->className()));
        if (!page.isEmpty())
            return page;
    }
    return QStringLiteral("start");
}

} // namespace latchkey::ui::help
