#pragma once

#include <QSet>
#include <QStringList>

class QWidget;

namespace latchkey::ui {

/// What is cut off, outside its parent or over a sibling among the visible parts of `window`: one sentence
/// each. Texts that are elided on purpose say the whole in their tool tip.
QStringList misfits(QWidget *window);

/// Letters that two visible parts of `window` answer to with Alt: one sentence each. The first one would
/// never be reached at once.
QStringList sameLetters(QWidget *window);

/// Visible texts that are not translated, in a window in the pseudo-language: translated ones stand in
/// ⟦brackets⟧. `own` are the texts of the vault, which nobody translates.
QStringList untranslated(QWidget *window, const QSet<QString> &own);

} // namespace latchkey::ui
