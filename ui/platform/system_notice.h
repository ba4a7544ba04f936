#pragma once

#include <QString>

namespace latchkey::ui {

/// Shows a notification of the system. Where there is none, nothing happens: whoever needs an answer puts it
/// in the window as well. The text may be kept by the system: never a secret in it.
void showSystemNotice(const QString &title, const QString &text);

} // namespace latchkey::ui
