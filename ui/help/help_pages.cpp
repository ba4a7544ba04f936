#include "ui/help/help_pages.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

static void initHelp() {
    Q_INIT_RESOURCE(latchkey_help);
}

namespace latchkey::ui::help {

namespace {

const QString English = QStringLiteral("en");

QString pathOf(const QString &language, const QString &id) {
    return QStringLiteral(":/latchkey/help/%1/%2.md").arg(language, id);
}

} // namespace

QStringList pages() {
    static constexpr const char *ids[] = {
        "start",     "create",      "copy",     "keychain", "permissions", "catalogue", "environments",
        "customers", "limits",      "expiry",   "search",   "edit",        "rotation",  "revoke",
        "audit",     "requests",    "rules",    "jobs",     "transfer",    "compare",   "troubleshooting",
        "whose-key", "connections", "sendgrid", "vaults",   "storage",     "settings",  "shortcuts"};
    QStringList list;
    for (const char *id : ids)
        list.append(QLatin1StringView(id));
    return list;
}

QString language() {
    return QCoreApplication::translate("help", "en", "the code of your language, such as de");
}

bool isTranslated(const QString &id) {
    initHelp();
    return pages().contains(id) && QFile::exists(pathOf(language(), id));
}

QString textOf(const QString &id) {
    if (!pages().contains(id))
        return {};
    QFile file(pathOf(isTranslated(id) ? language() : English, id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString titleOf(const QString &id) {
    const QString first = textOf(id).section(u'\n', 0, 0);
    return first.startsWith(QStringLiteral("# ")) ? first.mid(2).trimmed() : QString();
}

QString pageOfLink(const QString &link) {
    const QString id = link.endsWith(QStringLiteral(".md")) ? link.chopped(3) : QString();
    return pages().contains(id) ? id : QString();
}

bool matches(const QString &id, const QString &search) {
    const QString text = textOf(id);
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &w) { return text.contains(w, Qt::CaseInsensitive); });
}

} // namespace latchkey::ui::help
