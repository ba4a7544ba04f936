#include "ui/shell/saved_filters.h"

#include "ui/feedback/window_feedback.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/name_sheet.h"
#include "ui/sidebar/sidebar.h"

namespace latchkey::ui {

namespace {
constexpr QLatin1StringView Part("savedFilters"), Filters("filters"), Text("text"),
    EnvironmentWord("environment"),
    Smart("smart"); // as the settings file has them

/// What one of them shows.
struct SavedScope {
    QString text;
    std::optional<Environment> environment;
    SmartFilter smart;
};
SavedScope savedScope(const QVariant &stored) {
    const QVariantMap f = stored.toMap();
    return {f.value(Text).toString(), environmentFromWord(f.value(EnvironmentWord).toString()),
            static_cast<SmartFilter>(qBound(0, f.value(Smart).toInt(), SmartFilterCount - 1))};
}
} // namespace

SavedFilters::SavedFilters(MainWindow &window)
    : QObject(&window)
    , m_window(window) {
    Sidebar &side = window.sidebar();
    connect(&side, &Sidebar::savedChosen, this, &SavedFilters::apply);
    connect(&side, &Sidebar::savedCountsWanted, this, &SavedFilters::count);
    connect(&side, &Sidebar::savedRenameWanted, this, &SavedFilters::askForNewName);
    connect(&side, &Sidebar::savedRemoveWanted, this, &SavedFilters::remove);
    connect(&window.page(), &KeysPage::saveFilterRequested, this, &SavedFilters::askForName);
    show();
}

QVariantMap SavedFilters::all() const {
    return m_window.context()
        .settings.vaultState(m_window.context().service.backend().info().id, Part)
        .value(Filters)
        .toMap();
}

void SavedFilters::store(const QVariantMap &filters) {
    m_window.context().settings.setVaultState(m_window.context().service.backend().info().id, Part,
                                              {{Filters, filters}});
    show();
}

QStringList SavedFilters::names() const {
    QStringList names = all().keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

void SavedFilters::show() {
    m_window.sidebar().setSaved(names());
    count();
}

void SavedFilters::count() {
    const QVariantMap filters = all();
    for (auto it = filters.cbegin(); it != filters.cend(); ++it) {
        const SavedScope scope = savedScope(*it);
        KeyQuery q;
        q.filter = parseFilter(scope.text);
        q.filter.environment = scope.environment;
        q.filter.smart = scope.smart;
        q.thresholds = m_window.sidebar().thresholds();
        m_window.context().service.backend().count(q) |
            then(this, [this, name = it.key(), was = *it](const Result<KeyCount> &found) {
                if (found && all().value(name) == was) // else another one has its name by now
                    m_window.sidebar().setSavedCount(name, *found);
            });
    }
}

QString SavedFilters::problemOf(const QString &name, const QString &but) const {
    if (name.isEmpty())
        return tr("Give the filter a name.");
    if (name.size() > LongestName)
        return tr("At most %1 characters.").arg(LongestName);
    if (name != but && all().contains(name))
        return tr("There is a filter with this name.");
    return {};
}

void SavedFilters::askForName() {
    auto *sheet = new NameSheet(
        {tr("Save filter"), tr("Filter name"), tr("Save")},
        m_window.page().search().text().simplified().left(LongestName),
        [this](const QString &name) { return problemOf(name, {}); }, &m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, [this, sheet] { save(sheet->name()); });
    sheet->open();
}

void SavedFilters::save(const QString &name) {
    const Sidebar &side = m_window.sidebar();
    QVariantMap filters = all();
    filters.insert(
        name, QVariantMap{{Text, m_window.page().search().text().simplified()},
                          {EnvironmentWord, side.environment() ? toWord(*side.environment()) : QString()},
                          {Smart, static_cast<int>(side.smart())}});
    store(filters);
    m_window.feedback().toast(tr("Saved “%1”. It stands in the sidebar.").arg(name), {}, {});
}

void SavedFilters::apply(const QString &name) {
    const SavedScope scope = savedScope(all().value(name));
    m_window.sidebar().go(scope.environment, scope.smart);
    m_window.page().search().setText(scope.text);
}

void SavedFilters::askForNewName(const QString &name) {
    auto *sheet = new NameSheet(
        {tr("Rename filter"), tr("Filter name"), tr("Rename")}, name,
        [this, name](const QString &to) { return problemOf(to, name); }, &m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, [this, sheet, name] { rename(name, sheet->name()); });
    sheet->open();
}

void SavedFilters::rename(const QString &from, const QString &to) {
    QVariantMap filters = all();
    if (from == to || !filters.contains(from))
        return;
    filters.insert(to, filters.take(from));
    store(filters);
}

void SavedFilters::remove(const QString &name) {
    QVariantMap filters = all();
    const QVariant was = filters.take(name);
    if (!was.isValid())
        return;
    store(filters);
    m_window.feedback().toast(
        tr("Removed “%1”.").arg(name),
        [this, name, was] {
            QVariantMap again = all();
            again.insert(name, was);
            store(again);
        },
        [this, name] {
            QVariantMap again = all();
            again.remove(name);
            store(again);
        });
}

} // namespace latchkey::ui
