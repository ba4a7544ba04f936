#pragma once

#include <QCoreApplication>

namespace latchkey {

/// Uses the language `code` ("de", "pt_BR", "pseudo"); an empty one means the system's. Sets the locale of
/// dates and numbers, the translations of Latchkey and of Qt, and the direction of the window. Texts stay
/// English where Latchkey has no translation. Call it once, before the first text.
void useLanguage(QCoreApplication &app, const QString &code);

/// What --language says, before the command line is parsed in that language.
QString languageOption(const QStringList &arguments);

} // namespace latchkey
