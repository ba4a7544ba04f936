#pragma once

#include <QString>
#include <QStringList>

/// The pages of the help, in the order of the contents: Markdown, in resources/help, built into the program.
namespace latchkey::ui::help {

QStringList pages(); ///< their ids: "start", "create" …
/// Empty for an unknown id.
QString textOf(const QString &id);
/// Its first heading.
QString titleOf(const QString &id);
/// The id behind a link of a page ("copy.md"); empty if it leads to no page.
QString pageOfLink(const QString &link);
/// Whether every word of the search is in the page, whatever its case.
bool matches(const QString &id, const QString &search);

} // namespace latchkey::ui::help
