#pragma once

#include <QString>
#include <QStringList>

/// The pages of the help, in the order of the contents: Markdown, in resources/help, built into the program.
/// They are in the language of the program's other texts, page by page: one that the language lacks is in
/// English.
namespace latchkey::ui::help {

QStringList pages(); ///< their ids: "start", "create" …
/// The code of the language in which the program speaks, such as "de". It is itself a text that is
/// translated, so that the help never speaks another language than the window around it.
QString language();
/// Whether the page is there in that language.
bool isTranslated(const QString &id);
/// Empty for an unknown id.
QString textOf(const QString &id);
/// Its first heading.
QString titleOf(const QString &id);
/// The id behind a link of a page ("copy.md"); empty if it leads to no page.
QString pageOfLink(const QString &link);
/// Whether every word of the search is in the page, whatever its case.
bool matches(const QString &id, const QString &search);

} // namespace latchkey::ui::help
